import type { Model } from '../model/model.ts'
import { outlineOf } from './outline.ts'
import type { DesiredState } from './plan-of-record.ts'

export { canonicalJson } from './canonical-json.ts'
export { type Outline, outlineOf, type SystemOutline, type ZoneOutline } from './outline.ts'
export type * from './plan-of-record.ts'

/** The whole plan at once: what should stand in every zone on the model's day. */
export function desiredState(model: Model): DesiredState {
  const { asOf, zones } = outlineOf(model)
  return {
    asOf,
    zones: zones.map(({ systems, ...zone }) => ({ ...zone, systems: systems.map(({ record }) => record()) })),
  }
}
