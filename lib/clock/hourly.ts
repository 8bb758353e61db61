import type { DeadlineDefinition } from '../../generated/types/deadline.ts'
import { dateOf, dayOf } from './day.ts'
import type { Entry } from './occurrence.ts'

/** Minutes since the beginning of 1970 by the clock of the place; it has no summer time. */
export type Moment = number

const dayMinutes = 24 * 60
const hourMinutes = 60

export interface HourlyTerm {
  readonly due: Moment | undefined
  readonly pausedAt: Moment | undefined
}

/** Of an event whose time of day is not known, the first moment that it may have been. */
export function earliest({ on, at }: Pick<Entry, 'on' | 'at'>): Moment {
  return at === undefined ? dayOf(on) * dayMinutes : momentOf(on, at)
}

/** The same, the last moment: midnight at the end of its day. */
export function latest({ on, at }: Pick<Entry, 'on' | 'at'>): Moment {
  return at === undefined ? endOf(on) : momentOf(on, at)
}

/** Midnight at the end of a day. */
export function endOf(on: string): Moment {
  return (dayOf(on) + 1) * dayMinutes
}

function momentOf(on: string, at: string): Moment {
  const [hours = 0, minutes = 0] = at.split(':').map(Number)
  return dayOf(on) * dayMinutes + hours * hourMinutes + minutes
}

/** The day of a moment, and the time of day: midnight ends a day, for a due time belongs to the day before it. */
export function dayAndTime(moment: Moment): { readonly on: string; readonly at: string } {
  const day = Math.floor((moment - 1) / dayMinutes)
  const minutes = moment - day * dayMinutes
  const two = (count: number) => String(count).padStart(2, '0')
  return { on: dateOf(day), at: `${two(Math.floor(minutes / hourMinutes))}:${two(minutes % hourMinutes)}` }
}

/** Whole hours from one moment to another, begun ones counted. */
export function hoursBetween(from: Moment, to: Moment): number {
  return Math.ceil((to - from) / hourMinutes)
}

/**
 * When a period of hours ends. Where only the day of an event is known, the reading is taken that lets nobody off: an
 * at-most period began with its day, was paused at the end of one and resumed at the beginning of one; a period that must
 * have passed began at the end of its day.
 */
export function hourlyTermOf(
  definition: DeadlineDefinition,
  hours: number,
  start: Entry,
  followed: readonly Entry[],
): HourlyTerm {
  const isAtMost = definition.direction === 'at-most'
  const begun: HourlyTerm = {
    due: (isAtMost ? earliest(start) : latest(start)) + hours * hourMinutes,
    pausedAt: undefined,
  }
  return followed.reduce((term, entry) => {
    const { due, pausedAt } = term
    if (definition.extendedBy?.includes(entry.event)) return extended(term, entry)
    if (definition.pausedBy?.includes(entry.event)) {
      const at = isAtMost ? latest(entry) : earliest(entry)
      return pausedAt === undefined && due !== undefined && at <= due ? { due, pausedAt: at } : term
    }
    if (definition.resumedBy?.includes(entry.event) && pausedAt !== undefined && due !== undefined) {
      const at = isAtMost ? earliest(entry) : latest(entry)
      return { due: Math.max(at, pausedAt) + (due - pausedAt), pausedAt: undefined }
    }
    return term
  }, begun)
}

/** A day that was agreed on counts to its end. */
function extended(term: HourlyTerm, entry: Entry): HourlyTerm {
  const { due, pausedAt } = term
  const inTime = due === undefined || pausedAt !== undefined || earliest(entry) <= due
  return entry.until === undefined || !inTime ? term : { due: endOf(entry.until), pausedAt: undefined }
}
