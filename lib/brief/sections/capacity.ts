import { holdsOn } from '../../clock/period.ts'
import { grantedLinesOf } from '../../entitlement/index.ts'
import type { Text } from '../../finding/finding.ts'
import type { Model } from '../../model/model.ts'
import { type CapacityUse, zoneSummaries } from '../../summary/capacity.ts'
import { zoneTerm } from '../../term/index.ts'
import { bracketed, number } from '../words.ts'
import type { SystemSection } from './section.ts'

/** Of every pool that the change takes from or gives back to, and of nothing else. */
export const capacity: SystemSection = {
  id: 'capacity',
  name: { zh: '资源池余量', en: 'what is left in the pools' },
  blocks: ({ before, planned, address }) => {
    const jurisdiction = address.slice(0, address.indexOf('/'))
    const was = new Map(usesIn(before, jurisdiction).map(use => [use.key, use.granted]))
    const rows = usesIn(planned, jurisdiction)
      .filter(({ key, granted }) => (was.get(key) ?? 0) !== granted)
      .map(({ key, place, measure, granted, available }) => [
        place,
        measure,
        number(was.get(key) ?? 0),
        number(granted),
        number(available),
        number(available - granted),
      ])
    if (rows.length === 0) return []
    return [
      {
        kind: 'table',
        columns: [
          { zh: '资源池', en: 'pool' },
          { zh: '种类', en: 'of' },
          { zh: '已核定', en: 'granted now' },
          { zh: '批准后', en: 'once approved' },
          { zh: '可核定（已扣除预留）', en: 'may be granted (without the reserve)' },
          { zh: '余量', en: 'left' },
        ],
        rows,
      },
    ]
  },
}

interface PlacedUse extends CapacityUse {
  readonly key: string
  readonly place: Text
}

function usesIn(model: Model, jurisdiction: string): readonly PlacedUse[] {
  const lines = grantedLinesOf(model).filter(use => holdsOn(use.span, model.asOf))
  return zoneSummaries(model, lines).flatMap(zone =>
    zone.pools.flatMap(pool =>
      pool.uses.map(use => ({
        ...use,
        key: `${zone.id} ${pool.id} ${use.measure.en}`,
        place: bracketed(zoneTerm(model, zone.id, jurisdiction), pool.name),
      })),
    ),
  )
}
