import type { ItemVersion, ServiceItem } from '../../generated/types/service.ts'
import { holdsOn, periodOf } from '../clock/period.ts'

/** The version of an item that is valid on a day, `from` and `to` both included; of several, the latest to begin. */
export function versionOn(item: ServiceItem, date: string): ItemVersion | undefined {
  return item.versions
    .filter(({ from, to }) => holdsOn(periodOf(from, to), date))
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
}
