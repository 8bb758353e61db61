import { addCalendarDays } from './day.ts'

/**
 * A stretch of days from `from` up to, but not including, `until`; open-ended without it. Days are `YYYY-MM-DD`, whose
 * text order is date order.
 */
export interface Period {
  readonly from: string
  readonly until: string | undefined
}

/** The span that manifests write with a last day that counts: `to`. */
export function periodOf(from: string, to: string | undefined): Period {
  return { from, until: to === undefined ? undefined : addCalendarDays(to, 1) }
}

/** Whether a span has no day at all. */
export function isEmptyPeriod({ from, until }: Period): boolean {
  return until !== undefined && until <= from
}

/** The days that two spans share; perhaps none. */
export function intersectPeriods(a: Period, b: Period): Period {
  return { from: a.from > b.from ? a.from : b.from, until: earlier(a.until, b.until) }
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a < b ? a : b
}
