import { addCalendarDays, addMonths } from './day.ts'

/** How often something comes again; periods begin with the year. */
export type Every = 'month' | 'quarter' | 'half-year' | 'year'

/** How many months such a period has. */
export const monthsIn: Readonly<Record<Every, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 }

/** One month, quarter, half-year or year of the calendar. */
export interface CalendarPeriod {
  /** `2026-09`, `2026-Q3`, `2026-H2`, `2026`. */
  readonly id: string
  readonly first: string
  readonly last: string
}

/** The period that a day lies in. */
export function periodAround(every: Every, day: string): CalendarPeriod {
  const months = monthsIn[every]
  const month = Number(day.slice(5, 7))
  const first = addMonths(`${day.slice(0, 7)}-01`, -((month - 1) % months))
  const last = addCalendarDays(addMonths(first, months), -1)
  return { id: idOf(every, first), first, last }
}

/** The period that an id names; undefined where it is none of that length. */
export function periodNamed(every: Every, id: string): CalendarPeriod | undefined {
  const [year = '', part = ''] = id.split('-')
  const nth = Number(part.replace(/^[QH]/, '') || '1')
  if (!/^\d{4}$/.test(year) || !(nth >= 1 && nth * monthsIn[every] <= 12)) return undefined
  const period = periodAround(every, addMonths(`${year}-01-01`, (nth - 1) * monthsIn[every]))
  return period.id === id ? period : undefined
}

/** The periods that begin on or after one day, and no later than another, in order. */
export function periodsFrom(every: Every, since: string, upTo: string): readonly CalendarPeriod[] {
  const periods: CalendarPeriod[] = []
  const around = periodAround(every, since)
  const start = around.first < since ? addCalendarDays(around.last, 1) : around.first
  for (let day = start; day <= upTo; day = addMonths(day, monthsIn[every]))
    periods.push(periodAround(every, day))
  return periods
}

function idOf(every: Every, first: string): string {
  const year = first.slice(0, 4)
  const nth = Math.ceil(Number(first.slice(5, 7)) / monthsIn[every])
  if (every === 'year') return year
  if (every === 'month') return first.slice(0, 7)
  return `${year}-${every === 'quarter' ? 'Q' : 'H'}${nth}`
}
