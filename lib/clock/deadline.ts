import type { DeadlineDefinition } from '../../generated/types/deadline.ts'
import { type Calendar, type Counted, workingDaysBetween } from './calendar.ts'
import { calendarDaysBetween } from './day.ts'
import { type Applies, type ClockEvent, type Entry, type Occurrence, occurrencesOf } from './occurrence.ts'
import { type CaseDates, type Take, type Term, termOf } from './term.ts'

export type DeadlineState =
  | 'running'
  | 'due-soon'
  /** Ended in time; of a minimum period also: it has passed. */
  | 'met'
  | 'missed'
  | 'paused'
  /** Nothing to do but wait: a minimum period has not passed, or the agreed date is not recorded yet. */
  | 'waiting'
  /** No longer owed: an event that voids it came in time. */
  | 'lapsed'

/** A distance in days, by both ways of counting. */
export interface Span {
  readonly working: number
  readonly calendar: number
}

export interface Deadline {
  readonly definition: DeadlineDefinition
  readonly state: DeadlineState
  /** Index in the history; absent when something was done that nothing had announced. */
  readonly startEvent: number | undefined
  readonly start: string | undefined
  /** The last day of an at-most deadline; the first day allowed of the others. Absent while paused or not agreed. */
  readonly due: string | undefined
  /** From the day asked about, or from the pause, to the due date; only while open and not missed. */
  readonly remaining: Span | undefined
  readonly endEvent: number | undefined
  /** How much too late, or too early for a minimum period. */
  readonly missedBy: Span | undefined
  /** Years on which a number here rests and whose calendar is not published: the number is provisional. */
  readonly unpublishedYears: readonly number[]
}

/** One system, as the clock sees it. */
export interface DeadlineSubject {
  readonly history: readonly ClockEvent[]
  readonly applies: Applies
  readonly caseDates: CaseDates
}

interface Verdict {
  readonly state: DeadlineState
  readonly remaining?: Span
  readonly missedBy?: Span
}

type Measure = (from: string, to: string) => Span

/**
 * All deadlines that a history has started, as they stood at the end of a day: events after it are not looked at. In
 * the order of the definitions, then the closed runs of each before the open ones.
 */
export function evaluateDeadlines(
  definitions: readonly DeadlineDefinition[],
  subject: DeadlineSubject,
  calendar: Calendar,
  asOf: string,
): readonly Deadline[] {
  const timeline = subject.history.map((event, index) => ({ ...event, index })).filter(({ on }) => on <= asOf)
  return definitions.flatMap(definition =>
    occurrencesOf(definition, timeline, subject.applies).map(occurrence =>
      evaluate(definition, occurrence, timeline, subject.caseDates, calendar, asOf),
    ),
  )
}

function evaluate(
  definition: DeadlineDefinition,
  occurrence: Occurrence,
  timeline: readonly Entry[],
  caseDates: CaseDates,
  calendar: Calendar,
  asOf: string,
): Deadline {
  const years = new Set<number>()
  const take: Take = <T>({ value, unpublishedYears }: Counted<T>): T => {
    for (const year of unpublishedYears) years.add(year)
    return value
  }
  const measure: Measure = (from, to) => ({
    working: take(workingDaysBetween(calendar, from, to)),
    calendar: calendarDaysBetween(from, to),
  })
  const { start, end } = occurrence
  const term = start && termOf(definition, start, followedBy(occurrence, timeline), caseDates, calendar, take)
  const verdict: Verdict =
    start === undefined || term === undefined
      ? { state: 'missed' }
      : definition.direction === 'at-most'
        ? atMost(definition, { ...occurrence, start }, term, asOf, measure)
        : atLeast(occurrence, term, asOf, measure)
  return {
    definition,
    state: verdict.state,
    startEvent: start?.index,
    start: start?.on,
    due: verdict.state === 'paused' ? undefined : term?.due,
    remaining: verdict.remaining,
    endEvent: end?.index,
    missedBy: verdict.missedBy,
    unpublishedYears: [...years].sort((a, b) => a - b),
  }
}

function followedBy({ start, end, voided }: Occurrence, timeline: readonly Entry[]): readonly Entry[] {
  const [first, last] = [start?.index ?? 0, (end ?? voided)?.index ?? Number.POSITIVE_INFINITY]
  return timeline.filter(({ index }) => first < index && index < last)
}

function atMost(
  definition: DeadlineDefinition,
  { start, end, voided }: Occurrence & { readonly start: Entry },
  { due, pausedOn }: Term,
  asOf: string,
  measure: Measure,
): Verdict {
  const stopped = (end ?? voided)?.on ?? asOf
  if (due !== undefined && pausedOn === undefined && stopped > due)
    return { state: 'missed', missedBy: measure(due, stopped) }
  if (end !== undefined) return { state: 'met' }
  if (voided !== undefined) return { state: 'lapsed' }
  if (due === undefined) return { state: 'waiting' }
  if (pausedOn !== undefined) return { state: 'paused', remaining: measure(pausedOn, due) }
  const remaining = measure(asOf, due)
  const soon = isDueSoon(definition, remaining, () => measure(start.on, due))
  return { state: soon ? 'due-soon' : 'running', remaining }
}

/** A minimum period is kept when its last day has come: a day is the smallest step there is, and counts whole. */
function atLeast(
  { end, voided }: Occurrence,
  { due, pausedOn }: Term,
  asOf: string,
  measure: Measure,
): Verdict {
  if (end !== undefined)
    return due !== undefined && end.on < due
      ? { state: 'missed', missedBy: measure(end.on, due) }
      : { state: 'met' }
  if (voided !== undefined) return { state: 'lapsed' }
  if (due === undefined) return { state: 'waiting' }
  if (pausedOn !== undefined) return { state: 'paused', remaining: measure(pausedOn, due) }
  return asOf < due ? { state: 'waiting', remaining: measure(asOf, due) } : { state: 'met' }
}

function isDueSoon({ days, dueSoon }: DeadlineDefinition, remaining: Span, whole: () => Span): boolean {
  const threshold = dueSoon ?? { percent: 20 }
  if ('working' in threshold) return remaining.working <= threshold.working
  if ('calendar' in threshold) return remaining.calendar <= threshold.calendar
  const unit = 'working' in days ? 'working' : 'calendar'
  return remaining[unit] <= Math.ceil((whole()[unit] * threshold.percent) / 100)
}
