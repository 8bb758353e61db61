import type { Capacity } from '../../generated/types/platform.ts'
import { availableOf, type LineUse, type Measure, measures } from '../entitlement/index.ts'
import type { Text } from '../finding/finding.ts'
import { deliveredParts } from '../model/bundle.ts'
import type { Model } from '../model/model.ts'

export interface ZoneSummary {
  readonly id: string
  readonly name: Text
  readonly cloud: string
  readonly region: string
  readonly pools: readonly PoolSummary[]
}

export interface PoolSummary {
  readonly id: string
  readonly name: Text
  /** Only what the pool has, or has granted. */
  readonly uses: readonly CapacityUse[]
}

/** Amounts in the measure's unit; `available` is the capacity less the zone's reserve. */
export interface CapacityUse {
  readonly measure: Text
  readonly granted: number
  readonly available: number
  readonly capacity: number
}

/** What each pool has and what of it is granted by some lines. */
export function zoneSummaries(model: Model, lines: readonly LineUse[]): readonly ZoneSummary[] {
  const { zones } = model.catalogue.platform.value
  const byPool = Map.groupBy(lines, ({ zone, pool }) => `${zone} ${pool}`)
  return Object.entries(zones).map(([id, { name, cloud, region, pools, reservePercent }]) => ({
    id,
    name,
    cloud,
    region,
    pools: Object.entries(pools).map(([pool, { name, capacity }]) => ({
      id: pool,
      name,
      uses: capacityUses(model, byPool.get(`${id} ${pool}`) ?? [], capacity, reservePercent),
    })),
  }))
}

function capacityUses(
  model: Model,
  lines: readonly LineUse[],
  capacity: Capacity,
  reservePercent: number,
): CapacityUse[] {
  return measures.flatMap(measure => {
    const whole = capacity[measure.key] ?? 0
    const granted = lines.reduce((sum, use) => sum + amountOf(model, use, measure), 0) / measure.scale
    if (granted === 0 && whole === 0) return []
    return [
      {
        measure: measure.name,
        granted,
        capacity: whole,
        available: availableOf(capacity, measure, reservePercent),
      },
    ]
  })
}

function amountOf(model: Model, { line }: LineUse, measure: Measure): number {
  const parts = deliveredParts(model.catalogue.items, line, model.asOf)
  return parts.reduce((sum, { delivery, quantity }) => sum + measure.of(delivery, quantity), 0)
}
