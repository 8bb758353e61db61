import type { DeadlineDefinition } from '../../generated/types/deadline.ts'
import { type Calendar, type Counted, workingDaysBetween } from './calendar.ts'
import { calendarDaysBetween } from './day.ts'
import { hourlyVerdict } from './hourly-verdict.ts'
import {
  type Applies,
  type Begun,
  type ClockEvent,
  type Entry,
  type Occurrence,
  occurrencesOf,
} from './occurrence.ts'
import { type CaseDates, type Take, type Term, termOf } from './term.ts'
import type { DeadlineState, Judged, Measure, Span, Verdict } from './verdict.ts'

export interface Deadline {
  readonly definition: DeadlineDefinition
  readonly state: DeadlineState
  /** Index in the history; absent when something was done that nothing had announced. */
  readonly startEvent: number | undefined
  readonly start: string | undefined
  /** The last day of an at-most deadline; the first day allowed of the others. Absent while paused or not agreed. */
  readonly due: string | undefined
  /** The time of the due day, `hh:mm` up to `24:00`, of a deadline in hours. */
  readonly dueAt?: string
  /** Of a deadline in hours: the time of day of an event is not known, and the reading was taken that lets nobody off. */
  readonly assumesTimes?: boolean
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
  /** What no event brings: the beginning of a quarter, the third month of idleness. In order of their days. */
  readonly signals?: readonly ClockEvent[]
  readonly applies: Applies
  readonly caseDates: CaseDates
}

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
  const timeline = timelineOf(subject, asOf)
  return definitions.flatMap(definition =>
    occurrencesOf(definition, timeline, subject.applies).map(occurrence =>
      evaluate(definition, occurrence, timeline, subject.caseDates, calendar, asOf),
    ),
  )
}

/** What happened up to a day, and what the days and measurements brought by themselves, before what happened on theirs. */
function timelineOf({ history, signals = [] }: DeadlineSubject, asOf: string): readonly Entry[] {
  const happened = history.map((event, index) => ({ ...event, index }))
  const brought = signals.flatMap(signal => {
    const index = history.findLastIndex(({ on }) => on < signal.on)
    return index < 0 ? [] : [{ ...signal, index, signal: true as const }]
  })
  const all = [...brought, ...happened].filter(({ on }) => on <= asOf)
  const inOrder = brought.length === 0 ? all : all.toSorted((a, b) => compareText(a.on, b.on))
  return inOrder.map((entry, position) => ({ ...entry, position }))
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
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
    calendar: calendarDaysBetween(from, to),
    ...(countsWorkingDays(definition) ? { working: take(workingDaysBetween(calendar, from, to)) } : {}),
  })
  const { start, end } = occurrence
  const followed = followedBy(occurrence, timeline)
  const { days } = definition
  const verdictOn = (run: Begun | undefined): Verdict => {
    if (run === undefined) return { state: 'missed', due: undefined }
    if ('hours' in days) return hourlyVerdict(definition, days.hours, run, followed, asOf, measure)
    const term = termOf({ ...definition, days }, run.start, followed, caseDates, calendar, take)
    return dailyVerdict(definition, run, term, asOf, measure)
  }
  const verdict = verdictOn(start && { ...occurrence, start })
  const { due, remaining, missedBy, ...others } = verdict
  return {
    definition,
    ...others,
    startEvent: start?.signal === true ? undefined : start?.index,
    start: start?.on,
    due: verdict.state === 'paused' ? undefined : due,
    remaining,
    endEvent: end?.index,
    missedBy,
    unpublishedYears: [...years].sort((a, b) => a - b),
  }
}

function dailyVerdict(
  definition: DeadlineDefinition,
  run: Begun,
  term: Term,
  asOf: string,
  measure: Measure,
): Verdict {
  const verdict =
    definition.direction === 'at-most'
      ? atMost(definition, run, term, asOf, measure)
      : atLeast(run, term, asOf, measure)
  return { ...verdict, due: term.due }
}

function followedBy({ start, end, voided }: Occurrence, timeline: readonly Entry[]): readonly Entry[] {
  const [first, last] = [start?.position ?? 0, (end ?? voided)?.position ?? Number.POSITIVE_INFINITY]
  return timeline.filter(({ position }) => first < position && position < last)
}

function atMost(
  definition: DeadlineDefinition,
  { start, end, voided }: Begun,
  { due, pausedOn }: Term,
  asOf: string,
  measure: Measure,
): Judged {
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
): Judged {
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
  if ('working' in threshold) return (remaining.working ?? 0) <= threshold.working
  if ('calendar' in threshold) return remaining.calendar <= threshold.calendar
  const daysOf = ({ working = 0, calendar }: Span) => ('working' in days ? working : calendar)
  return daysOf(remaining) <= Math.ceil((daysOf(whole()) * threshold.percent) / 100)
}

/** Months and agreed days need no calendar of holidays, and nothing of theirs waits until one is published. */
function countsWorkingDays({ days, dueSoon }: DeadlineDefinition): boolean {
  return 'working' in days || (dueSoon !== undefined && 'working' in dueSoon)
}
