import type { JurisdictionProfile, LifecycleEvent } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent, SystemManifest } from '../../generated/types/system.ts'
import { entryOf } from '../model/entry.ts'

/** An event of a history that the profile's graph does not allow where it stands; it changes nothing. */
export type Misfit =
  /** The profile defines no such event. */
  | { readonly index: number; readonly reason: 'unknown-event'; readonly state: string }
  /** The event exists, but not from the state that the events before it led to. */
  | {
      readonly index: number
      readonly reason: 'wrong-state'
      readonly state: string
      readonly from: readonly string[]
    }

export interface Lifecycle {
  /** The state after the last event that fits: a key of the profile's `lifecycle.states`. */
  readonly state: string
  readonly misfits: readonly Misfit[]
}

export type Resources = 'none' | 'trial' | 'formal'

function misfitOf(event: LifecycleEvent | undefined, index: number, state: string): Misfit | undefined {
  if (event === undefined) return { index, reason: 'unknown-event', state }
  if (!event.from.includes(state)) return { index, reason: 'wrong-state', state, from: event.from }
  return undefined
}

/**
 * Replays a history over the profile's graph, in the order in which it is written, up to and including the day `asOf`.
 * Dates are `YYYY-MM-DD`, so that text order is date order.
 */
export function stateOf(
  profile: JurisdictionProfile,
  history: readonly HistoryEvent[],
  asOf: string,
): Lifecycle {
  const misfits: Misfit[] = []
  let state = profile.lifecycle.initial
  for (const [index, { event: name, on }] of history.entries()) {
    if (on > asOf) continue
    const event = entryOf(profile.lifecycle.events, name)
    const misfit = misfitOf(event, index, state)
    if (misfit !== undefined) misfits.push(misfit)
    else state = event?.to ?? state
  }
  return { state, misfits }
}

/** What stands in the cloud for a system on a day, by the profile's word for its state. */
export function resourcesOf(profile: JurisdictionProfile, system: SystemManifest, date: string): Resources {
  const { state } = stateOf(profile, system.history, date)
  return entryOf(profile.lifecycle.states, state)?.resources ?? 'none'
}
