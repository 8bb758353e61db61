import type { Model } from '../model/model.ts'
import type { DesiredState } from './desired-state.ts'
import { outlineOf } from './outline.ts'

export { canonicalJson } from './canonical-json.ts'
export type * from './desired-state.ts'
export {
  type Outline,
  outlineOf,
  type PastSystem,
  type SystemOutline,
  type ZoneOutline,
} from './outline.ts'
export { type PlacedPart, partsWithNetworks } from './parts.ts'
export { serviceNetworks } from './rules.ts'
export { type ServicesWorth, servicesWorth } from './services-worth.ts'
export { type Shrink, type ShrinkSinceGrant, shrinkSinceGrant } from './shrink.ts'

/** The whole plan at once: what should stand in every zone on the model's day. */
export function desiredState(model: Model): DesiredState {
  const { asOf, zones } = outlineOf(model)
  return {
    asOf,
    zones: zones.map(({ systems, past: _, ...zone }) => ({
      ...zone,
      systems: systems.map(({ record }) => record()),
    })),
  }
}
