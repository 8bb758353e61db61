import type { Condition } from '../../generated/types/condition.ts'
import type { DeadlineDefinition } from '../../generated/types/deadline.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'

/** What the clock reads of an event. */
export type ClockEvent = Pick<HistoryEvent, 'event' | 'on' | 'until'>

/** An event with its place in the history. */
export interface Entry extends ClockEvent {
  readonly index: number
}

/** Whether a condition holds for the event at an index. */
export type Applies = (condition: Condition, index: number) => boolean

/** One run of a deadline. Without a start, its end came unannounced; with neither end nor voided, it is open. */
export interface Occurrence {
  readonly start?: Entry
  readonly end?: Entry
  readonly voided?: Entry
}

type Open = Occurrence & { readonly start: Entry }

/**
 * The runs of a deadline, those that were closed first. An end closes the oldest open run, so that of two changes
 * under way each needs its own end; a start after a refusal is a run of its own. An `ahead` deadline starts with the notice
 * and ends with what it announces.
 */
export function occurrencesOf(
  definition: DeadlineDefinition,
  timeline: readonly Entry[],
  applies: Applies,
): readonly Occurrence[] {
  const { from, until, voidedBy = [], when, direction, occurrence = 'each' } = definition
  const concerned = (entry: Entry) => when === undefined || applies(when, entry.index)
  const closed: Occurrence[] = []
  let open: readonly Open[] = []
  let started = false
  for (const entry of timeline) {
    if (until.includes(entry.event)) {
      // A date before the start's is a mistake that other rules report; it meets nothing.
      const oldest = open.find(({ start }) => start.on <= entry.on)
      if (oldest !== undefined) closed.push({ start: oldest.start, end: entry })
      else if (direction === 'ahead' && concerned(entry)) closed.push({ end: entry })
      open = open.filter(run => run !== oldest)
    }
    if (voidedBy.includes(entry.event)) {
      closed.push(...open.map(({ start }) => ({ start, voided: entry })))
      open = []
    }
    if (from.includes(entry.event) && !(occurrence === 'first' && started) && concerned(entry)) {
      open = [...open, { start: entry }]
      started = true
    }
  }
  return [...closed, ...open]
}
