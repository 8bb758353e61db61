import { poolName, zoneTerm } from '../../term/index.ts'
import type { PoolUse } from '../change.ts'
import { bracketed, number } from '../words.ts'
import type { SystemSection } from './section.ts'

/** Of every pool that the change takes from or gives back to, and of nothing else. */
export const capacity: SystemSection = {
  id: 'capacity',
  name: { zh: '资源池余量', en: 'what is left in the pools' },
  blocks: ({ planned, address, pools }) => {
    const jurisdiction = address.slice(0, address.indexOf('/'))
    const was = new Map(pools.before.map(use => [keyOf(use), use.granted]))
    const changed = pools.planned.filter(use => (was.get(keyOf(use)) ?? 0) !== use.granted)
    if (changed.length === 0) return []
    const rows = changed.map(use => {
      const { zone, pool, measure, granted, available } = use
      const place = bracketed(zoneTerm(planned, zone, jurisdiction), poolName(planned, zone, pool))
      const amounts = [was.get(keyOf(use)) ?? 0, granted, available, available - granted]
      return [place, measure, ...amounts.map(number)]
    })
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

function keyOf({ zone, pool, measure }: PoolUse): string {
  return `${zone} ${pool} ${measure.en}`
}
