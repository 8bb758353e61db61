import { listedServices, pairServices, type ServicePair } from '../../entitlement/index.ts'
import type { Text } from '../../finding/finding.ts'
import { jurisdictionOf } from '../../model/address.ts'
import { itemNames } from '../../summary/system-summary.ts'
import { poolName, zoneTerm } from '../../term/index.ts'
import { listOf, tableOf } from '../blocks.ts'
import type { Table } from '../brief.ts'
import type { SystemChange } from '../change.ts'
import { heldBeforeAndAfter } from '../holdings.ts'
import { bracketed, empty, number, same } from '../words.ts'
import type { SystemSection } from './section.ts'

export const services: SystemSection = {
  id: 'services',
  name: { zh: '资源（现有 → 批准后）', en: 'services (now → once approved)' },
  blocks: change => {
    const [was, is] = heldBeforeAndAfter(change)
    const pairs = pairServices(listedServices(was), listedServices(is))
    const changed = pairs.filter(pair => pair.before !== pair.after)
    if (pairs.length > 0 && changed.length === 0) return listOf([unchanged])
    return tableOf(
      columns,
      changed.map(pair => rowOf(change, pair)),
    )
  },
}

const unchanged: Text = { zh: '核定的资源不变', en: 'what is granted stays the same' }

const columns: Table['columns'] = [
  { zh: '分区', en: 'zone' },
  { zh: '服务', en: 'service' },
  { zh: '现有', en: 'now' },
  { zh: '批准后', en: 'once approved' },
  { zh: '单位', en: 'unit' },
  { zh: '期限', en: 'term' },
]

function rowOf(change: SystemChange, pair: ServicePair): readonly Text[] {
  const { planned } = change
  const { zone, pool, item, before, after } = pair
  const { name, unit } = itemNames(planned, item)
  const place = bracketed(zoneTerm(planned, zone, jurisdictionOf(change)), poolName(planned, zone, pool))
  return [place, bracketed(name, same(item)), number(before), number(after), unit, termOf(pair)]
}

function termOf({ from, to }: ServicePair): Text {
  if (from === undefined && to === undefined) return empty
  if (to === undefined) return { zh: `自 ${from} 起`, en: `from ${from}` }
  return from === undefined
    ? { zh: `至 ${to}`, en: `until ${to}` }
    : { zh: `${from} 至 ${to}`, en: `${from} to ${to}` }
}
