import type { FlavorSpec, ServiceItem } from '../../generated/types/service.ts'
import { canonicalJson } from './canonical-json.ts'

/**
 * Which of an item's sizes over time a size is, counted from 1 in order of their first day. Versions that only change
 * the price share an edition: their servers need no other flavor.
 */
export function editionOf(item: ServiceItem, flavor: FlavorSpec): number {
  const text = canonicalJson(flavor)
  const sizes = item.versions
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .flatMap(version =>
      version.delivery.flavor === undefined ? [] : [canonicalJson(version.delivery.flavor)],
    )
  return [...new Set(sizes)].indexOf(text) + 1
}
