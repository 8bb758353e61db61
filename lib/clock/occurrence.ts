import type { Condition } from '../../generated/types/condition.ts'
import type { DeadlineDefinition } from '../../generated/types/deadline.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'

/** What the clock reads of an event. */
export type ClockEvent = Pick<HistoryEvent, 'event' | 'on' | 'at' | 'until'>

/** An event with its place in the history. */
export interface Entry extends ClockEvent {
  /** Its index in the history; of a signal, that of the last event before it, by which its conditions are judged. */
  readonly index: number
  /** Its place among events and signals. */
  readonly position: number
  /** Brought by the days or by measurements, and not by anybody's act. */
  readonly signal?: true
}

/** Whether a condition holds for the event at an index. */
export type Applies = (condition: Condition, index: number) => boolean

/** One run of a deadline. Without a start, its end came unannounced; with neither end nor voided, it is open. */
export interface Occurrence {
  readonly start?: Entry
  readonly end?: Entry
  readonly voided?: Entry
}

/** A run that something has begun. */
export type Begun = Occurrence & { readonly start: Entry }

/**
 * The runs of a deadline, those that were closed first. An end closes the oldest open run, so that of two changes
 * under way each needs its own end; a start after a refusal is a run of its own. Of runs that signals begin it closes the
 * newest: this year's drill does not make up for last year's. An `ahead` deadline starts with the notice
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
  let open: readonly Begun[] = []
  let started = false
  for (const entry of timeline) {
    if (until.includes(entry.event)) {
      // A date before the start's is a mistake that other rules report; it meets nothing.
      const begun = open.filter(({ start }) => start.on <= entry.on)
      const newest = begun.at(-1)
      const closing = newest?.start.signal === true ? newest : begun[0]
      if (closing !== undefined) closed.push({ start: closing.start, end: entry })
      else if (direction === 'ahead' && concerned(entry)) closed.push({ end: entry })
      open = open.filter(run => run !== closing)
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
