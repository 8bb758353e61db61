import type { PlannedShortage } from '../../lib/brief/index.ts'
import { articleFor } from '../../lib/check/article.ts'
import { type Shortage, shortagesOf } from '../../lib/check/extract/capacity.ts'
import { capacityExceeded } from '../../lib/check/rules/capacity/capacity-exceeded.ts'
import { jurisdictionOf } from '../../lib/model/address.ts'
import type { ExtractedSides } from './extracted-sides.ts'

/** Where pools would have granted more than they may, were all granted that is asked for: what they have, the rules find. */
export function plannedShortages(
  { after, planned }: Pick<ExtractedSides, 'after' | 'planned'>,
  waiting: ReadonlySet<string>,
): readonly PlannedShortage[] {
  if (waiting.size === 0) return []
  const known = new Set([...shortagesOf(after)].map(keyOf))
  return [...shortagesOf(planned)]
    .filter(shortage => !known.has(keyOf(shortage)))
    .flatMap(({ zone, pool, measure, day, used, available, holders }) =>
      [...new Set(holders.map(({ system }) => system.address))]
        .filter(address => waiting.has(address))
        .map(address => ({
          address,
          zone,
          pool,
          measure: measure.name,
          day,
          used,
          available,
          code: capacityExceeded.code,
          article: articleFor(capacityExceeded, planned, jurisdictionOf({ address })),
        })),
    )
}

function keyOf({ zone, pool, measure }: Shortage): string {
  return `${zone} ${pool} ${measure.key}`
}
