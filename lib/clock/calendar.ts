// The data file of chinese-days, not its functions: those go through local time and answer for years they know nothing of.
import statutory from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import type { CalendarManifest } from '../../generated/types/calendar.ts'
import { dateOf, dayOf, isWeekend, yearOf } from './day.ts'
import { lawfulHolidaysOf } from './lawful-holidays.ts'

type DayKind = CalendarManifest['overrides'][number]['day']

/** Working days of one jurisdiction: the ordinary week, the statutory days that differ from it, and the overrides. */
export interface Calendar {
  readonly overrides: ReadonlyMap<number, DayKind>
  /** Years whose holidays and make-up working days are known in full. */
  readonly publishedYears: ReadonlySet<number>
}

/**
 * A value counted on the calendar. When it rests on days of years whose calendar is not published, the ordinary week
 * stood in for them: the value is provisional, and `unpublishedYears` names those years in order.
 */
export interface Counted<T> {
  readonly value: T
  readonly unpublishedYears: readonly number[]
}

const statutoryDays: ReadonlyMap<number, DayKind> = new Map<number, DayKind>([
  ...Object.keys(statutory.holidays).map(date => [dayOf(date), 'holiday'] as const),
  ...Object.keys(statutory.workdays).map(date => [dayOf(date), 'working'] as const),
])

/**
 * National Day is in every yearly notice, so a year is in the data when its 1 October is. Any entry at all would not do:
 * the notice for 2023 gave 2022-12-31 off, and another could do so in a year that has no notice of its own.
 */
const statutoryYears: readonly number[] = Object.keys(statutory.holidays)
  .filter(date => date.endsWith('-10-01'))
  .map(date => yearOf(dayOf(date)))

const lastStatutoryYear = Math.max(...statutoryYears)

/**
 * The calendar of one jurisdiction: the State Council's notices, then the overrides for everyone, then the
 * jurisdiction's own (such as the Dai new year of Xishuangbanna, 全国年节及纪念日放假办法 on festivals of minorities).
 */
export function calendarOf(manifest?: CalendarManifest, jurisdiction?: string): Calendar {
  const overrides = manifest?.overrides ?? []
  const overridesOf = (scope: string | undefined) =>
    overrides
      .filter(override => override.jurisdiction === scope)
      .map(({ on, day }) => [dayOf(on), day] as const)
  const own = jurisdiction === undefined ? [] : overridesOf(jurisdiction)
  return {
    overrides: new Map([...overridesOf(undefined), ...own]),
    publishedYears: new Set([...statutoryYears, ...(manifest?.published ?? []).map(({ year }) => year)]),
  }
}

export function isWorkingDay(calendar: Calendar, date: string): Counted<boolean> {
  const day = dayOf(date)
  return counted(calendar, works(calendar, day), day, day)
}

/**
 * The `count`-th working day after a date, or before it when negative. The date itself is never counted
 * (民法典第二百零一条: 开始的当日不计入，自下一日开始计算). A count of 0 gives the date itself, working or not.
 */
export function addWorkingDays(calendar: Calendar, date: string, count: number): Counted<string> {
  const start = dayOf(date)
  if (count === 0) return { value: date, unpublishedYears: [] }
  const step = Math.sign(count)
  let day = start
  for (let left = Math.abs(count); left > 0; ) {
    day += step
    if (works(calendar, day)) left -= 1
  }
  return counted(calendar, dateOf(day), Math.min(start + step, day), Math.max(start + step, day))
}

/** How many working days lie after `from` up to and with `to`; negative when `to` is the earlier. */
export function workingDaysBetween(calendar: Calendar, from: string, to: string): Counted<number> {
  const [first, last] = [dayOf(from), dayOf(to)]
  if (first === last) return { value: 0, unpublishedYears: [] }
  if (first > last) {
    const back = workingDaysBetween(calendar, to, from)
    // Not the minus sign alone, which would make -0 of 0.
    return { ...back, value: 0 - back.value }
  }
  let count = 0
  for (let day = first + 1; day <= last; day += 1) if (works(calendar, day)) count += 1
  return counted(calendar, count, first + 1, last)
}

/** The date itself when it is a working day, else the first working day after it. */
export function workingDayFrom(calendar: Calendar, date: string): Counted<string> {
  const start = dayOf(date)
  let day = start
  while (!works(calendar, day)) day += 1
  return counted(calendar, dateOf(day), start, day)
}

function works(calendar: Calendar, day: number): boolean {
  const kind = calendar.overrides.get(day) ?? statutoryDays.get(day)
  if (kind !== undefined) return kind === 'working'
  return !isWeekend(day) && !isOffByLaw(calendar, day)
}

/** Before its notice is out, a year to come has at least the days off that the law names; the notice settles the rest. */
function isOffByLaw({ publishedYears }: Calendar, day: number): boolean {
  const year = yearOf(day)
  return year > lastStatutoryYear && !publishedYears.has(year) && lawfulHolidaysOf(year).has(day)
}

function counted<T>(calendar: Calendar, value: T, first: number, last: number): Counted<T> {
  return { value, unpublishedYears: unpublishedYears(calendar, first, last) }
}

function unpublishedYears(calendar: Calendar, first: number, last: number): readonly number[] {
  const from = yearOf(first)
  const length = latestNoticeFor(last) - from + 1
  return Array.from({ length }, (_, index) => from + index).filter(year => !calendar.publishedYears.has(year))
}

/**
 * 29 to 31 December may be given off, or made working, by the notice for the year that follows, as in 2006, 2007, 2011,
 * 2018 and 2022; no notice has gone further back.
 */
function latestNoticeFor(day: number): number {
  return yearOf(day + 3)
}
