import type { ItemVersion, ServiceItem } from '../../generated/types/service.ts'
import { holdsOn, periodOf } from '../clock/period.ts'

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
