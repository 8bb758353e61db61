import type { CalendarWindow, YearlyWindow } from '../../generated/types/prohibition.ts'
import { addCalendarDays, nextDayOfYear } from './day.ts'

type DayOfYear = YearlyWindow['yearly']['from']

/**
 * Whether a day lies in a window of the calendar; its first and its last day do. One that ends before it begins goes on
 * into the next year or month.
 */
export function isWithin(window: CalendarWindow, day: string): boolean {
  if ('dates' in window) return window.dates.from <= day && day <= window.dates.to
  if ('yearly' in window) return isBetween(window.yearly, day, dayOfYearIn)
  return isBetween(window.monthly, day, dayOfMonthIn)
}

/** Whether a day lies in any of some windows. */
export function isWithinAny(windows: readonly CalendarWindow[], day: string): boolean {
  return windows.some(window => isWithin(window, day))
}

function isBetween<T>(
  { from, to }: { readonly from: T; readonly to: T },
  day: string,
  dayIn: (part: T, day: string) => string,
): boolean {
  const [first, last] = [dayIn(from, day), dayIn(to, day)]
  return first <= last ? first <= day && day <= last : first <= day || day <= last
}

/** The day of the same year; 29 February is the 28th where the year has none (民法典第二百零二条). */
function dayOfYearIn(part: DayOfYear, day: string): string {
  return nextDayOfYear(`${day.slice(0, 4)}-01-01`, part)
}

/** The day of the same month, or its last where it has no such day (民法典第二百零二条). */
function dayOfMonthIn(part: number, day: string): string {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))]
  return nextDayOfYear(`${year}-${day.slice(5, 7)}-01`, { month, day: part })
}

/** Long enough for every yearly window, with a leap day, to have come and gone. */
const searched = 8 * 366

/**
 * The first day from one on on which something holds that depends on windows; undefined where none comes within eight
 * years.
 */
export function firstDayOf(from: string, isFree: (day: string) => boolean): string | undefined {
  for (let day = from, looked = 0; looked < searched; looked += 1, day = addCalendarDays(day, 1))
    if (isFree(day)) return day
  return undefined
}
