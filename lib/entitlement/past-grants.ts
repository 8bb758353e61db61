import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'
import { isKept, isTerminal, replay, type Step, stateOf } from '../lifecycle/index.ts'
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
  /** Whether no step of the system's life is still to come. */
  readonly isSettled: boolean
}

/** By zone; `null` where nothing stands on the day and the grant holds all the same: it rests, or waits to be opened. */
export type PastGrants = Readonly<Record<string, GrantEnd | null>>

/** The zones that a system was granted and has nothing in on the model's day. */
export function pastGrantsOf(model: Surroundings, system: System): PastGrants {
  const profile = profileOf(model, system)
  if (profile === undefined) return {}
  const standings = standingsOf(model, system)
  const { history } = system.value
  const isSettled = isTerminal(profile, stateOf(profile, history, model.asOf).state)
  const past = [...endsOf(profile, history, model.asOf)].filter(([zone]) => !Object.hasOwn(standings, zone))
  return Object.fromEntries(past.map(([zone, end]) => [zone, end === null ? null : { ...end, isSettled }]))
}

/**
 * What became of each zone that was ever granted. A grant that speaks of a zone no more gives it up, as a state does that
 * no event leads on from without a new grant.
 */
function endsOf(
  profile: JurisdictionProfile,
  history: readonly HistoryEvent[],
  asOf: string,
): ReadonlyMap<string, EndingEvent | null> {
  const ends = new Map<string, EndingEvent | null>()
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

type EndingEvent = Omit<GrantEnd, 'isSettled'>

function endBy({ index, event: { event, on } }: Step): EndingEvent {
  return { index, event, on }
}
