import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'
import { isKept, replay, type Step } from '../lifecycle/index.ts'
import type { Surroundings, System } from '../model/model.ts'
import { profileOf } from './end-of-life.ts'
import { standingsOf } from './standing.ts'

/** The event by which a system gave a zone up, so that only a new grant brings it anything there. */
export interface GrantEnd {
  /** Its index in the history. */
  readonly index: number
  /** What the profile calls it. */
  readonly event: string
  readonly on: string
}

/** By zone; `null` where nothing stands on the day and the grant holds all the same: it rests, or waits to be opened. */
export type PastGrants = Readonly<Record<string, GrantEnd | null>>

/** The zones that a system was granted and has nothing in on the model's day. */
export function pastGrantsOf(model: Surroundings, system: System): PastGrants {
  const profile = profileOf(model, system)
  if (profile === undefined) return {}
  const standings = standingsOf(model, system)
  const ends = endsOf(profile, system.value.history, model.asOf)
  return Object.fromEntries([...ends].filter(([zone]) => !Object.hasOwn(standings, zone)))
}

/**
 * What became of each zone that was ever granted. A grant that speaks of a zone no more gives it up, as a state does that
 * no event leads on from without a new grant.
 */
function endsOf(
  profile: JurisdictionProfile,
  history: readonly HistoryEvent[],
  asOf: string,
): ReadonlyMap<string, GrantEnd | null> {
  const ends = new Map<string, GrantEnd | null>()
  const endAll = (step: Step, except: ReadonlySet<string>) => {
    for (const [zone, end] of ends) if (end === null && !except.has(zone)) ends.set(zone, endBy(step))
  }
  for (const step of replay(profile, history, asOf)) {
    const { event, state, misfit } = step
    if (event.grants !== undefined) {
      const granted = new Set(Object.keys(event.grants))
      endAll(step, granted)
      for (const zone of granted) ends.set(zone, null)
    }
    if (misfit === undefined && !isKept(profile, state)) endAll(step, new Set())
  }
  return ends
}

function endBy({ index, event: { event, on } }: Step): GrantEnd {
  return { index, event, on }
}
