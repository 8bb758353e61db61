import type { DeadlineDays, DeadlineDefinition } from '../../generated/types/deadline.ts'
import {
  addWorkingDays,
  type Calendar,
  type Counted,
  workingDayFrom,
  workingDaysBetween,
} from './calendar.ts'
import { addCalendarDays, addMonths, calendarDaysBetween, nextDayOfYear } from './day.ts'
import type { Entry } from './occurrence.ts'

/** Deadlines in hours are reckoned by moments, see `hourlyTermOf`. */
type DailyDefinition = Omit<DeadlineDefinition, 'days'> & {
  readonly days: Exclude<DeadlineDays, { readonly hours: unknown }>
}

type CaseDate = Extract<DeadlineDays, { readonly caseDate: unknown }>['caseDate']

/**
 * Dates from a system's file that definitions refer to by `caseDate`: `construction-end` is 项目建设期's last day, `line-end`
 * that of the granted line that ends next.
 */
export type CaseDates = { readonly [K in CaseDate]?: string | undefined }

/** Unwraps a counted value and remembers the unpublished years that it rests on. */
export type Take = <T>(counted: Counted<T>) => T

export interface Term {
  /** The last day of an at-most period; the first day on which the end may come for the others. */
  readonly due: string | undefined
  /** Since when the period stands still. */
  readonly pausedOn: string | undefined
}

interface Reckoning extends Term {
  /** Decided by people instead of counted: such a date never moves for a holiday. */
  readonly decided: boolean
}

/** When a period ends that `start` began, with the pauses and extensions among the events that followed. */
export function termOf(
  definition: DailyDefinition,
  start: Entry,
  followed: readonly Entry[],
  caseDates: CaseDates,
  calendar: Calendar,
  take: Take,
): Term {
  const settle = (term: Reckoning) => settled(definition, term, calendar, take)
  const begun: Reckoning = { ...firstDue(definition, start, caseDates, calendar, take), pausedOn: undefined }
  const term = followed.reduce((term, entry) => {
    if (definition.extendedBy?.includes(entry.event)) return extended(term, entry, settle(term))
    if (definition.pausedBy?.includes(entry.event)) return paused(term, entry, settle(term))
    if (definition.resumedBy?.includes(entry.event)) return resumed(definition, term, entry, calendar, take)
    return term
  }, begun)
  return { due: settle(term), pausedOn: term.pausedOn }
}

function firstDue(
  { days, direction }: DailyDefinition,
  start: Entry,
  caseDates: CaseDates,
  calendar: Calendar,
  take: Take,
): { readonly due: string | undefined; readonly decided: boolean } {
  if ('agreed' in days) return { due: start.until, decided: true }
  if ('caseDate' in days) return { due: caseDates[days.caseDate], decided: true }
  if ('calendar' in days) return { due: addCalendarDays(start.on, days.calendar), decided: false }
  if ('months' in days) return { due: addMonths(start.on, days.months), decided: false }
  if ('years' in days) return { due: addMonths(start.on, 12 * days.years), decided: false }
  if ('sameDay' in days) return { due: start.on, decided: true }
  if ('yearly' in days) return { due: nextDayOfYear(start.on, days.yearly), decided: false }
  if (direction === 'ahead')
    return { due: dayAfterNotice(calendar, start.on, days.working, take), decided: false }
  return { due: take(addWorkingDays(calendar, start.on, days.working)), decided: false }
}

/**
 * 提前 n 个工作日 is counted back from the day that is announced, which is not counted itself: a notice of Wednesday is
 * three working days ahead of Saturday's work. So the day of the notice counts here, unlike at the start of a period.
 */
function dayAfterNotice(calendar: Calendar, notice: string, working: number, take: Take): string {
  return addCalendarDays(take(addWorkingDays(calendar, addCalendarDays(notice, -1), working)), 1)
}

/**
 * The due date after the rule for holidays, which is applied last: a pause shifts the days that were counted.
 *
 * Working days end on a working day by themselves. For calendar days and months the definition says it, because no rule
 * fits all. 民法典第二百零三条 and 民事诉讼法第八十五条 end a period on the first day after the holiday that its last day falls
 * on; both are about other matters (civil acts, lawsuits) and reach an administrative document only as the general
 * principle that an office takes nothing while it is closed. So `extend` suits an act owed to an office within a period;
 * `keep` suits a minimum period, whose end asks nothing of anybody. A date that was agreed or decided never moves
 * (民法典第二百零四条: 当事人另有约定的除外).
 */
function settled(
  { days }: DailyDefinition,
  { due, decided }: Reckoning,
  calendar: Calendar,
  take: Take,
): string | undefined {
  const movable = !decided && 'onHoliday' in days && days.onHoliday === 'extend'
  return movable && due !== undefined ? take(workingDayFrom(calendar, due)) : due
}

function extended(term: Reckoning, entry: Entry, due: string | undefined): Reckoning {
  const inTime = due === undefined || term.pausedOn !== undefined || entry.on <= due
  return entry.until === undefined || !inTime
    ? term
    : { due: entry.until, decided: true, pausedOn: undefined }
}

function paused(term: Reckoning, entry: Entry, due: string | undefined): Reckoning {
  const running = due !== undefined && term.pausedOn === undefined && entry.on <= due
  return running ? { ...term, pausedOn: entry.on } : term
}

/** What was left at the pause runs from the day after it was resumed. */
function resumed(
  { days }: DailyDefinition,
  term: Reckoning,
  entry: Entry,
  calendar: Calendar,
  take: Take,
): Reckoning {
  if (term.pausedOn === undefined || term.due === undefined) return term
  // A pause between the last day and the end of its holiday leaves no days.
  const left =
    'working' in days
      ? take(workingDaysBetween(calendar, term.pausedOn, term.due))
      : calendarDaysBetween(term.pausedOn, term.due)
  const add = (count: number) =>
    'working' in days ? take(addWorkingDays(calendar, entry.on, count)) : addCalendarDays(entry.on, count)
  return { ...term, due: add(Math.max(0, left)), pausedOn: undefined }
}
