import { poolOf } from '../model/pool.ts'
import type { Services } from './service-comparison.ts'

/** A line of services in a list over all zones. */
export interface ListedService {
  readonly zone: string
  readonly pool: string
  readonly item: string
  readonly from: string | undefined
  readonly to: string | undefined
  readonly quantity: number
}

/** A line before and after; a quantity is 0 where the line does not stand. */
export interface ServicePair extends Omit<ListedService, 'quantity'> {
  readonly before: number
  readonly after: number
}

/** Every line, zone by zone, in the order in which they are written. */
export function listedServices(zones: Services): readonly ListedService[] {
  return Object.entries(zones).flatMap(([zone, value]) =>
    value.services.map(({ item, quantity, from, to }) => ({
      zone,
      pool: poolOf(value),
      item,
      quantity,
      from,
      to,
    })),
  )
}

/**
 * Two lists side by side, by zone, each line in the first list's order, then what only the second has. Lines are the same
 * when all but the quantity is; whether the lists differ at all is for `compareServices` to say.
 */
export function pairServices(
  before: readonly ListedService[],
  after: readonly ListedService[],
): readonly ServicePair[] {
  const pairs = new Map<string, ServicePair>()
  const add = (service: ListedService, side: 'before' | 'after'): void => {
    const { quantity, ...line } = service
    const known = pairs.get(keyOf(line)) ?? { ...line, before: 0, after: 0 }
    pairs.set(keyOf(line), { ...known, [side]: known[side] + quantity })
  }
  for (const service of before) add(service, 'before')
  for (const service of after) add(service, 'after')
  return [...Map.groupBy(pairs.values(), ({ zone }) => zone).values()].flat()
}

function keyOf({ zone, pool, item, from, to }: Omit<ListedService, 'quantity'>): string {
  return [zone, pool, item, from, to].join('\n')
}
