import { jurisdictionOf } from '../../model/address.ts'
import { poolName, zoneTerm } from '../../term/index.ts'
import { tableOf } from '../blocks.ts'
import type { Table } from '../brief.ts'
import type { PoolUse } from '../change.ts'
import { bracketed, number } from '../words.ts'
import type { SystemSection } from './section.ts'

/** Of every pool that the change takes from or gives back to, and of nothing else. */
export const capacity: SystemSection = {
  id: 'capacity',
  name: { zh: '资源池余量', en: 'what is left in the pools' },
  blocks: change => {
    const { planned, pools } = change
    const was = new Map(pools.before.map(use => [keyOf(use), use.granted]))
    const changed = pools.planned.filter(use => (was.get(keyOf(use)) ?? 0) !== use.granted)
    const rows = changed.map(use => {
      const { zone, pool, measure, granted, available } = use
      const place = bracketed(zoneTerm(planned, zone, jurisdictionOf(change)), poolName(planned, zone, pool))
      const amounts = [was.get(keyOf(use)) ?? 0, granted, available, available - granted]
      return [place, measure, ...amounts.map(number)]
    })
    return tableOf(columns, rows)
  },
}

const columns: Table['columns'] = [
  { zh: '资源池', en: 'pool' },
  { zh: '种类', en: 'of' },
  { zh: '已核定', en: 'granted now' },
  { zh: '批准后', en: 'once approved' },
  { zh: '可核定（已扣除预留）', en: 'may be granted (without the reserve)' },
  { zh: '余量', en: 'left' },
]

function keyOf({ zone, pool, measure }: PoolUse): string {
  return `${zone} ${pool} ${measure.en}`
}
