import type { PoolUse } from '../../lib/brief/index.ts'
import { type ExtractedModel, extractIn } from '../../lib/check/index.ts'
import { holdsOn, periodOf } from '../../lib/clock/period.ts'
import { availableOf, measures } from '../../lib/entitlement/index.ts'

/** What of each pool is granted on the model's day, and may be: of what it neither has nor has granted, nothing. */
export function poolUses(model: ExtractedModel): readonly PoolUse[] {
  const draws = model.systems
    .flatMap(system => extractIn(model, system).draws)
    .filter(({ from, until }) => holdsOn({ ...periodOf(from, undefined), until }, model.asOf))
  const byPool = Map.groupBy(draws, ({ zone, pool }) => `${zone} ${pool}`)
  const zones = Object.entries(model.catalogue.platform.value.zones)
  return zones.flatMap(([zone, { pools, reservePercent }]) =>
    Object.entries(pools).flatMap(([pool, { capacity }]) =>
      measures.map(measure => {
        const taken = byPool.get(`${zone} ${pool}`) ?? []
        const granted = taken.reduce((sum, { amounts }) => sum + (amounts[measure.key] ?? 0), 0)
        const available = availableOf(capacity, measure, reservePercent)
        return { zone, pool, measure: measure.name, granted: granted / measure.scale, available }
      }),
    ),
  )
}
