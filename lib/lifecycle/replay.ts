import type { JurisdictionProfile, LifecycleEvent } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'
import { entryOf } from '../model/entry.ts'
import { canReturn, type Resources, resourcesIn } from './lifecycle-graph.ts'

/** An event of a history that the profile's graph does not allow where it stands; it changes nothing. */
export interface Misfit extends Position {
  readonly index: number
  /** The profile defines no such event, or not from where the events before it led to. */
  readonly reason: 'unknown-event' | 'wrong-state'
}

/**
 * Where a system stands in its course: the state it is in, and below it the states that procedures have branched off
 * from, to which they return; the innermost comes last. A change asked for during the tests has `tested`'s way left open.
 */
export interface Position {
  readonly state: string
  readonly below: readonly string[]
  /** What stands in the cloud. */
  readonly resources: Resources
}

/** One event of a history, played over the graph. */
export interface Step extends Position {
  /** The event's index in the history. */
  readonly index: number
  readonly event: HistoryEvent
  readonly misfit: Misfit | undefined
}

/**
 * Plays a history over the profile's graph, in the order in which it is written; with `asOf`, as if what is dated after
 * that day were not written yet. An event that does not fit leaves the position as it is.
 */
export function* replay(
  profile: JurisdictionProfile,
  history: readonly HistoryEvent[],
  asOf?: string,
): Generator<Step> {
  const { events } = profile.lifecycle
  let position = startOf(profile)
  for (const [index, event] of history.entries()) {
    if (asOf !== undefined && event.on > asOf) continue
    const definition = entryOf(events, event.event)
    const next = definition && positionAfter(profile, definition, position)
    const reason = definition === undefined ? ('unknown-event' as const) : ('wrong-state' as const)
    const misfit = next === undefined ? { index, reason, ...position } : undefined
    position = next ?? position
    yield { index, event, ...position, misfit }
  }
}

/** Where every system begins. */
export function startOf(profile: JurisdictionProfile): Position {
  const { initial } = profile.lifecycle
  return { state: initial, below: [], resources: resourcesIn(profile, initial) ?? 'none' }
}

/**
 * Where an event leads; undefined where it does not fit. It belongs to the state at hand, or else to the innermost state
 * below that allows it: what could be done before a procedure branched off can still be done beside it. Only from the
 * state at hand does another procedure branch off, or one return.
 */
export function positionAfter(
  profile: JurisdictionProfile,
  event: LifecycleEvent,
  position: Position,
): Position | undefined {
  const place = placeAfter(profile, event, position)
  if (place === undefined) return undefined
  const said = [...place.below, place.state].flatMap(state => resourcesIn(profile, state) ?? [])
  return { ...place, resources: said.at(-1) ?? position.resources }
}

type Place = Omit<Position, 'resources'>

function placeAfter(
  profile: JurisdictionProfile,
  event: LifecycleEvent,
  { state, below }: Position,
): Place | undefined {
  const { from, to, branches = false, returns = false } = event
  if (!from.includes(state)) return branches || returns ? undefined : besides(event, { state, below })
  if (returns) {
    const back = below.at(-1)
    return back === undefined ? undefined : { state: back, below: below.slice(0, -1) }
  }
  if (branches) return { state: to ?? state, below: [...below, state] }
  // What cannot be called off any more leaves nothing to return to: an exit that is approved ends a change under way.
  return { state: to ?? state, below: canReturn(profile, to ?? state) ? below : [] }
}

function besides({ from, to }: LifecycleEvent, { state, below }: Place): Place | undefined {
  const at = below.findLastIndex(one => from.includes(one))
  return at < 0 ? undefined : { state, below: below.with(at, to ?? below[at] ?? state) }
}

/** The ids of the events that may come next, in the order of the profile. */
export function eventsFrom(profile: JurisdictionProfile, position: Position): readonly string[] {
  return Object.entries(profile.lifecycle.events).flatMap(([id, event]) =>
    positionAfter(profile, event, position) === undefined ? [] : [id],
  )
}
