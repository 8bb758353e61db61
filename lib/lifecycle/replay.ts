import type { JurisdictionProfile, LifecycleEvent } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'
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

/** One event of a history, played over the graph. */
export interface Step {
  /** The event's index in the history. */
  readonly index: number
  readonly event: HistoryEvent
  /** The state after it: a key of the profile's `lifecycle.states`. */
  readonly state: string
  readonly misfit: Misfit | undefined
}

/**
 * Plays a history over the profile's graph, in the order in which it is written; with `asOf`, as if what is dated after
 * that day were not written yet. An event that does not fit leaves the state as it is.
 */
export function* replay(
  { lifecycle }: JurisdictionProfile,
  history: readonly HistoryEvent[],
  asOf?: string,
): Generator<Step> {
  let state = lifecycle.initial
  for (const [index, event] of history.entries()) {
    if (asOf !== undefined && event.on > asOf) continue
    const definition = entryOf(lifecycle.events, event.event)
    const misfit = misfitOf(definition, index, state)
    if (misfit === undefined) state = definition?.to ?? state
    yield { index, event, state, misfit }
  }
}

function misfitOf(event: LifecycleEvent | undefined, index: number, state: string): Misfit | undefined {
  if (event === undefined) return { index, reason: 'unknown-event', state }
  if (!event.from.includes(state)) return { index, reason: 'wrong-state', state, from: event.from }
  return undefined
}
