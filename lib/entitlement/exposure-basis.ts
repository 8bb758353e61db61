import type { HistoryEvent, SystemManifest } from '../../generated/types/system.ts'
import { lastDay } from '../clock/period.ts'
import type { Surroundings } from '../model/model.ts'
import { type Exposure, type Opening, openingsOf } from '../network/exposure.ts'
import { tierNamesOf } from '../network/zone-part.ts'
import { grantIndexOn } from './grants.ts'

interface Exposed {
  readonly openings: readonly Opening[]
  /** The tiers that may stand, by zone. */
  readonly tiers: ReadonlyMap<string, ReadonlySet<string>>
}

/** On what a system's openings rest, and its tiers with them. */
export type ExposureBasis = Exposed &
  (
    | /** Nothing is granted yet, and thus nothing may be open. */
    { readonly kind: 'none' }
    /** A grant says what is open; `event` is its index in the history. */
    | { readonly kind: 'granted'; readonly event: number }
    /**
     * The grant is from before openings were granted: what the manifest asks for stands; while a request waits for its
     * answer, what the request says of it.
     */
    | {
        readonly kind: 'inherited'
        readonly event: number
        /** The index of that request; undefined while none has been made. */
        readonly record: number | undefined
      }
  )

/** The openings that a manifest asks for. */
export function askedOpenings(system: SystemManifest): readonly Opening[] {
  return openingsOf(system)
}

/** On what a system's openings rest on a day. */
export function exposureBasisOf(
  { catalogue }: Pick<Surroundings, 'catalogue'>,
  system: SystemManifest,
  day: string,
): ExposureBasis {
  const { history } = system
  const index = grantIndexOn(history, day)
  const grant = history[index]
  if (grant === undefined) return { kind: 'none', ...exposed({ zones: {} }) }
  const from = catalogue.platform.value.exposure?.from
  if (statesExposure(grant) || (from !== undefined && grant.on >= from))
    return { kind: 'granted', event: index, ...exposed(grantedExposure(grant)) }
  const record = history.findIndex(
    (event, at) => at > index && event.on <= day && event.inherited !== undefined,
  )
  return {
    kind: 'inherited',
    event: index,
    record: record < 0 ? undefined : record,
    ...exposed(inheritedExposure(history[record]) ?? system),
  }
}

function exposed(exposure: Exposure): Exposed {
  return {
    openings: openingsOf(exposure),
    tiers: new Map(
      Object.entries(exposure.zones).map(([zone, value]) => [zone, new Set(tierNamesOf(value))]),
    ),
  }
}

/** On what a system's openings rest once the first so many events of its history have happened, and no others. */
export function exposureBasisAfter(
  surroundings: Pick<Surroundings, 'catalogue'>,
  system: SystemManifest,
  events: number,
): ExposureBasis {
  return exposureBasisOf(surroundings, { ...system, history: system.history.slice(0, events) }, lastDay)
}

/** Whether a grant says anything of openings or tiers; then it says all of them. */
export function statesExposure({ grants = {}, exchange }: HistoryEvent): boolean {
  const zones = Object.values(grants)
  return (
    exchange !== undefined ||
    zones.some(({ ingress, egress, tiers }) => [ingress, egress, tiers].some(said => said !== undefined))
  )
}

function grantedExposure({ grants = {}, exchange }: HistoryEvent): Exposure {
  return { zones: grants, exchange }
}

function inheritedExposure(event: HistoryEvent | undefined): Exposure | undefined {
  return event?.inherited && { zones: event.inherited.zones ?? {}, exchange: event.inherited.exchange }
}
