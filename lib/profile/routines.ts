import type { DeadlineDefinition } from '../../generated/types/deadline.ts'
import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { RoutineDefinition } from '../../generated/types/routine.ts'
import { type CalendarPeriod, periodAround, periodsFrom } from '../clock/calendar-period.ts'
import { nextDayOfYear } from '../clock/day.ts'
import {
  addCalendarDays,
  type Calendar,
  calendarOf,
  type Deadline,
  evaluateDeadlines,
} from '../clock/index.ts'
import type { Surroundings } from '../model/model.ts'
import { bindsOn } from './decisions.ts'
import { isInForce } from './validity.ts'

/** One period of what a jurisdiction owes again and again, as it stands at the end of a day. */
export interface RoutineRun {
  readonly routine: RoutineDefinition
  readonly period: CalendarPeriod
  readonly deadline: Deadline
  /** The day on which it was done. */
  readonly done: string | undefined
}

const open: ReadonlySet<Deadline['state']> = new Set(['running', 'due-soon', 'missed'])

/**
 * Every period of each routine that begins on or after the first day of the jurisdiction's records, and from whose first
 * day to its last the regulation holds; in order. None where nobody keeps records.
 */
export function routineRunsOf(model: Surroundings, profile: JurisdictionProfile): readonly RoutineRun[] {
  const records = model.catalogue.routines.get(profile.metadata.id)?.value
  if (records === undefined) return []
  const { inForce = '' } = profile.regulation
  const since = records.from > inForce ? records.from : inForce
  const calendar = calendarOf(model.catalogue.calendar?.value, profile.metadata.id)
  return (profile.routines ?? []).flatMap(routine =>
    periodsFrom(routine.every, since, model.asOf)
      .filter(({ first, last }) =>
        [first, last].every(day => bindsOn(profile, routine, day) && isInForce(model, profile, day)),
      )
      .map(period => {
        const record = records.done.findIndex(
          one => one.routine === routine.id && one.period === period.id && one.on <= model.asOf,
        )
        const done = records.done[record]?.on
        const deadline = deadlineOf(routine, period, done, calendar, model.asOf)
        return { routine, period, deadline, done }
      }),
  )
}

/** What is not done and still owed, overdue or not. */
export function openRoutinesOf(model: Surroundings, profile: JurisdictionProfile): readonly RoutineRun[] {
  return routineRunsOf(model, profile).filter(
    ({ deadline, done }) => done === undefined && open.has(deadline.state),
  )
}

function deadlineOf(
  routine: RoutineDefinition,
  period: CalendarPeriod,
  done: string | undefined,
  calendar: Calendar,
  asOf: string,
): Deadline {
  const { due, unpublishedYears } = lastDayOf(routine, period, calendar)
  const definition = definitionOf(routine, { agreed: true })
  const begun = { event: 'begun', on: period.first, ...(due && { until: due }) }
  const history = [begun, ...(done === undefined ? [] : [{ event: 'done', on: done }])]
  const [deadline] = evaluateDeadlines(
    [definition],
    { history, applies: () => true, caseDates: {} },
    calendar,
    asOf,
  )
  if (deadline === undefined)
    throw new TypeError(`${routine.id} of ${period.id} has begun and has no deadline`)
  return { ...deadline, unpublishedYears }
}

/** The last day of the period or of the next one, a day of its year, or so long after its end. */
function lastDayOf(
  routine: RoutineDefinition,
  { first, last }: CalendarPeriod,
  calendar: Calendar,
): Pick<Deadline, 'due' | 'unpublishedYears'> {
  const { every, within, by, days } = routine
  if (within === 'next-period')
    return { due: periodAround(every, addCalendarDays(last, 1)).last, unpublishedYears: [] }
  if (by !== undefined) return { due: nextDayOfYear(first, by), unpublishedYears: [] }
  if (days === undefined) return { due: last, unpublishedYears: [] }
  const subject = { history: [{ event: 'begun', on: last }], applies: () => true, caseDates: {} }
  const [after] = evaluateDeadlines([definitionOf(routine, days)], subject, calendar, last)
  return { due: after?.due, unpublishedYears: after?.unpublishedYears ?? [] }
}

function definitionOf(
  { id, name, article, basis, responsible }: RoutineDefinition,
  days: DeadlineDefinition['days'],
): DeadlineDefinition {
  const cited = { ...(article && { article }), ...(basis && { basis }) }
  return { id, name, ...cited, from: ['begun'], until: ['done'], days, direction: 'at-most', responsible }
}
