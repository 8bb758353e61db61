import type { DeadlineDefinition } from '../../generated/types/deadline.ts'
import { dayAndTime, earliest, endOf, hourlyTermOf, hoursBetween, latest, type Moment } from './hourly.ts'
import type { Begun, Entry } from './occurrence.ts'
import type { Judged, Measure, Span, Verdict } from './verdict.ts'

/** How a run of a deadline in hours stood at the end of a day. Kept only where it surely was: see `hourlyTermOf`. */
export function hourlyVerdict(
  definition: DeadlineDefinition,
  hours: number,
  run: Begun,
  followed: readonly Entry[],
  asOf: string,
  measure: Measure,
): Verdict {
  const { start, end, voided } = run
  const { due, pausedAt } = hourlyTermOf(definition, hours, start, followed)
  const span: SpanOf = (from, to) => ({
    ...measure(dayAndTime(from).on, dayAndTime(to).on),
    hours: hoursBetween(from, to),
  })
  const judged = judgedOf(definition, run, { due, pausedAt }, endOf(asOf), span)
  const isTimed = [start, end ?? voided].every(entry => entry === undefined || entry.at !== undefined)
  return {
    ...judged,
    due: due === undefined ? undefined : dayAndTime(due).on,
    ...(due === undefined ? {} : { dueAt: dayAndTime(due).at }),
    ...(isTimed ? {} : { assumesTimes: true }),
  }
}

type SpanOf = (from: Moment, to: Moment) => Span

interface Reckoned {
  readonly due: Moment | undefined
  readonly pausedAt: Moment | undefined
}

function judgedOf(
  definition: DeadlineDefinition,
  { start, end, voided }: Begun,
  { due, pausedAt }: Reckoned,
  now: Moment,
  span: SpanOf,
): Judged {
  if (due === undefined) return { state: end === undefined ? 'waiting' : 'met' }
  if (definition.direction !== 'at-most') {
    if (end !== undefined) {
      const at = earliest(end)
      return at < due ? { state: 'missed', missedBy: span(at, due) } : { state: 'met' }
    }
    if (voided !== undefined) return { state: 'lapsed' }
    return now < due ? { state: 'waiting', remaining: span(now, due) } : { state: 'met' }
  }
  const stopped = end ?? voided
  const at = stopped === undefined ? now : latest(stopped)
  if (pausedAt === undefined && at > due) return { state: 'missed', missedBy: span(due, at) }
  if (end !== undefined) return { state: 'met' }
  if (voided !== undefined) return { state: 'lapsed' }
  if (pausedAt !== undefined) return { state: 'paused', remaining: span(pausedAt, due) }
  const remaining = span(now, due)
  const soon = isDueSoon(definition, remaining, hoursBetween(earliest(start), due))
  return { state: soon ? 'due-soon' : 'running', remaining }
}

function isDueSoon({ dueSoon }: DeadlineDefinition, remaining: Span, wholeHours: number): boolean {
  const threshold = dueSoon ?? { percent: 20 }
  if ('working' in threshold) return (remaining.working ?? 0) <= threshold.working
  if ('calendar' in threshold) return remaining.calendar <= threshold.calendar
  return (remaining.hours ?? 0) <= Math.ceil((wholeHours * threshold.percent) / 100)
}
