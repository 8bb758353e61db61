const dayMilliseconds = 86_400_000

// Ten thousand systems share a few thousand days, and the engine takes a microsecond for each.
const days = new Map<string, number>()
const dates = new Map<number, string>()

/**
 * A day as a number: days since 1970-01-01 in the Gregorian calendar. Whole days have no time zone, so nothing here
 * depends on the machine's.
 *
 * @throws RangeError when the text is no date of the form `YYYY-MM-DD`, such as 2025-02-30.
 */
export function dayOf(date: string): number {
  const day = dayIn(date)
  if (day === undefined) throw new RangeError(`Not a date: ${date}`)
  return day
}

/** The same; undefined for what no calendar has, and for another form. */
export function dayIn(date: string): number | undefined {
  const known = days.get(date)
  if (known !== undefined) return known
  const day = Date.parse(`${date}T00:00:00Z`) / dayMilliseconds
  // The engine's parser turns 30 February into 2 March instead of refusing it.
  if (!Number.isInteger(day) || dateOf(day) !== date) return undefined
  days.set(date, day)
  return day
}

export function dateOf(day: number): string {
  const known = dates.get(day)
  if (known !== undefined) return known
  const date = new Date(day * dayMilliseconds).toISOString().replace(/T.*/, '')
  dates.set(day, date)
  return date
}

export function yearOf(day: number): number {
  return new Date(day * dayMilliseconds).getUTCFullYear()
}

/** Saturday or Sunday. */
export function isWeekend(day: number): boolean {
  const weekday = new Date(day * dayMilliseconds).getUTCDay()
  return weekday === 0 || weekday === 6
}

/** The day `count` days after a date; before it when negative. */
export function addCalendarDays(date: string, count: number): string {
  return dateOf(dayOf(date) + count)
}

/**
 * The corresponding day `count` months later; where the month has no such day, its last
 * (民法典第二百零二条: 没有对应日的，月末日为期间的最后一日).
 */
export function addMonths(date: string, count: number): string {
  const start = new Date(dayOf(date) * dayMilliseconds)
  const months = start.getUTCMonth() + count
  const end = new Date(start)
  end.setUTCMonth(months, 1)
  const lastOfMonth = new Date(end)
  lastOfMonth.setUTCMonth(lastOfMonth.getUTCMonth() + 1, 0)
  end.setUTCDate(Math.min(start.getUTCDate(), lastOfMonth.getUTCDate()))
  return dateOf(end.getTime() / dayMilliseconds)
}

/** How many days `to` lies after `from`; negative when before. */
export function calendarDaysBetween(from: string, to: string): number {
  return dayOf(to) - dayOf(from)
}

/**
 * The first day with a month and a day that is no earlier than a date. 29 February is the 28th where the year has none,
 * as the last day of its month (民法典第二百零二条).
 */
export function nextDayOfYear(
  date: string,
  { month, day }: { readonly month: number; readonly day: number },
): string {
  const year = yearOf(dayOf(date))
  const inYear = (of: number): string => {
    const first = `${String(of).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`
    return addCalendarDays(first, Math.min(day, daysInMonth(first)) - 1)
  }
  const own = inYear(year)
  return own < date ? inYear(year + 1) : own
}

function daysInMonth(first: string): number {
  return calendarDaysBetween(first, addMonths(first, 1))
}
