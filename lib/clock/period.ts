import { addCalendarDays } from './day.ts'

/**
 * A stretch of days from `from` up to, but not including, `until`; open-ended without it. Days are `YYYY-MM-DD`, whose
 * text order is date order. A period that was always there begins with the empty text, which is before every day.
 */
export interface Period {
  readonly from: string
  readonly until: string | undefined
}

/** Written for "for ever"; no day of four digits comes after it. */
export const lastDay = '9999-12-31'

/** The period that manifests write with a last day that counts: `to`. */
export function periodOf(from: string | undefined, to: string | undefined): Period {
  return { from: from ?? '', until: to === undefined || to === lastDay ? undefined : addCalendarDays(to, 1) }
}

/** Whether a day is one of a period's: whether a line, a grant or a version is in force on it. */
export function holdsOn(
  { from, until }: { readonly from: string; readonly until?: string | undefined },
  day: string,
): boolean {
  return from <= day && (until === undefined || day < until)
}

/** Whether a period has no day at all. */
export function isEmptyPeriod({ from, until }: Period): boolean {
  return until !== undefined && until <= from
}

/** The days that two periods share; perhaps none. */
export function intersectPeriods(a: Period, b: Period): Period {
  return { from: a.from > b.from ? a.from : b.from, until: earlier(a.until, b.until) }
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a < b ? a : b
}

/** The days from `since` on, in order, on which there can be more than before: where a period begins, and `since` itself. */
export function beginningsFrom(periods: Iterable<Period>, since: string): readonly string[] {
  const days = new Set<string>()
  for (const { from, until } of periods) {
    const day = from > since ? from : since
    if (!isEmptyPeriod({ from: day, until })) days.add(day)
  }
  return [...days].sort()
}
