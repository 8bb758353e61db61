import type { Delivery } from '../../generated/types/service.ts'
import type { CatalogueItem } from './model.ts'
import { deliveredVersionOn } from './version.ts'

/**
 * How many servers so many units of an item are enough for: one each for a size of server, and for cores that are granted
 * by themselves as many as there can be of the smallest size that may be used.
 */
export function serversOf(
  { flavor, flavors = [], quota }: Delivery,
  quantity: number,
  items: ReadonlyMap<string, CatalogueItem>,
  date: string,
): number {
  if (flavor !== undefined) return quantity
  const sizes = flavors.flatMap(id => {
    const item = items.get(id)?.value
    return (item && deliveredVersionOn(item, date)?.delivery.flavor?.vcpus) ?? []
  })
  return sizes.length === 0 ? 0 : Math.floor((quantity * (quota?.vcpus ?? 0)) / Math.min(...sizes))
}
