import { holdsOn, intersectPeriods, isEmptyPeriod, type Period, periodOf } from '../clock/period.ts'

/** A row of the people table that counts for some days; `to` is the last of them. */
export interface Term {
  readonly from: string
  readonly to?: string
}

export function daysOf({ from, to }: Term): Period {
  return periodOf(from, to)
}

export function countsOn(term: Term, day: string): boolean {
  return holdsOn(daysOf(term), day)
}

/** The days that two rows share, where there is any. */
export function sharedDays(a: Term, b: Term): Period | undefined {
  const shared = intersectPeriods(daysOf(a), daysOf(b))
  return isEmptyPeriod(shared) ? undefined : shared
}

/** Whether every day of a row is one of another's. */
export function liesWithin(inner: Term, outer: Term): boolean {
  const [a, b] = [daysOf(inner), daysOf(outer)]
  return b.from <= a.from && (b.until === undefined || (a.until !== undefined && a.until <= b.until))
}
