import type { BillingStart, FreePeriod, JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'
import { addCalendarDays, addMonths } from '../clock/index.ts'

/** The first day that is charged, where the event that starts billing falls on a day. */
export function firstChargedDay({ day = 'event' }: Pick<BillingStart, 'day'>, on: string): string {
  return starts[day](on)
}

const starts: Readonly<Record<NonNullable<BillingStart['day']>, (on: string) => string>> = {
  event: on => on,
  'next-day': on => addCalendarDays(on, 1),
  'next-month': on => addMonths(firstOfMonth(on), 1),
  'next-quarter': on => addMonths(firstOfQuarter(on), 3),
}

function firstOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`
}

function firstOfQuarter(day: string): string {
  const month = Number(day.slice(5, 7))
  return addMonths(firstOfMonth(day), -((month - 1) % 3))
}

/** Since when a system is charged, by its history up to a day. */
export interface ChargedDays {
  /** The first charged day. */
  readonly from: string
  /** The first day that is paid for: `from` where nothing is free. */
  readonly paidFrom: string
  /** The day on which charging ended, which is free; undefined while it goes on. */
  readonly until: string | undefined
}

/**
 * Undefined where billing has not begun, or where the profile says nothing of it. What is asked again after an end begins
 * anew, and gets its free months again.
 *
 * @param free the free periods that hold of the system
 */
export function chargedDaysOf(
  { billing }: Pick<JurisdictionProfile, 'billing'>,
  history: readonly HistoryEvent[],
  free: readonly FreePeriod[],
  asOf: string,
): ChargedDays | undefined {
  const { starts: start, ends } = billing ?? {}
  if (start === undefined) return undefined
  let charged: Omit<ChargedDays, 'paidFrom'> | undefined
  for (const { event, on } of history.filter(one => one.on <= asOf)) {
    if (event === start.event && (charged === undefined || charged.until !== undefined))
      charged = { from: firstChargedDay(start, on), until: undefined }
    else if (event === ends?.event && charged?.until === undefined && charged !== undefined)
      charged = { from: charged.from, until: on }
  }
  const months = Math.max(0, ...free.map(period => period.months ?? 0))
  return charged && { ...charged, paidFrom: addMonths(charged.from, months) }
}
