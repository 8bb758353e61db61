import type { ItemVersion, ServiceItem } from '../../generated/types/service.ts'
import { holdsOn, isEmptyPeriod, type Period, periodOf } from '../clock/period.ts'

/**
 * The version by which an item is delivered on a day: the one that is valid, else the last to begin before it. Its
 * successor may be late, and what stands goes on standing; only the price is missing.
 */
export function deliveredVersionOn(item: ServiceItem, date: string): ItemVersion | undefined {
  const begun = item.versions.filter(({ from }) => from <= date)
  return versionOn(item, date) ?? begun.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
}

/** The version of an item that is valid on a day, `from` and `to` both included; of several, the latest to begin. */
export function versionOn(item: ServiceItem, date: string): ItemVersion | undefined {
  return item.versions
    .filter(({ from, to }) => holdsOn(periodOf(from, to), date))
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
}

/** The first day of a span on which no version is valid. */
export function firstDayWithoutVersion(item: ServiceItem, span: Period): string | undefined {
  const versions = item.versions.map(({ from, to }) => periodOf(from, to))
  let day = span.from
  for (const { from, until } of versions.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (from > day) break
    if (until === undefined) return undefined
    if (until > day) day = until
  }
  return isEmptyPeriod({ from: day, until: span.until }) ? undefined : day
}
