import { listedServices, pairServices, type ServicePair } from '../../entitlement/index.ts'
import type { Text } from '../../finding/finding.ts'
import { itemNames } from '../../summary/system-summary.ts'
import { poolName, zoneTerm } from '../../term/index.ts'
import type { Block } from '../brief.ts'
import { heldServices } from '../holdings.ts'
import { bracketed, number, same } from '../words.ts'
import type { SystemSection } from './section.ts'

export const services: SystemSection = {
  id: 'services',
  name: { zh: '资源（现有 → 批准后）', en: 'services (now → once approved)' },
  blocks: ({ before, planned, address, had }) => {
    const [was, is] = [heldServices(before, had), heldServices(planned, planned.systemByAddress.get(address))]
    const pairs = pairServices(listedServices(was), listedServices(is))
    const changed = pairs.filter(pair => pair.before !== pair.after)
    if (changed.length === 0) return pairs.length === 0 ? [] : [unchanged]
    const jurisdiction = address.slice(0, address.indexOf('/'))
    return [
      {
        kind: 'table',
        columns: [
          { zh: '分区', en: 'zone' },
          { zh: '服务', en: 'service' },
          { zh: '现有', en: 'now' },
          { zh: '批准后', en: 'once approved' },
          { zh: '单位', en: 'unit' },
          { zh: '期限', en: 'term' },
        ],
        rows: changed.map(pair => {
          const { name, unit } = itemNames(planned, pair.item)
          const zone = bracketed(
            zoneTerm(planned, pair.zone, jurisdiction),
            poolName(planned, pair.zone, pair.pool),
          )
          return [
            zone,
            bracketed(name, same(pair.item)),
            number(pair.before),
            number(pair.after),
            unit,
            termOf(pair),
          ]
        }),
      },
    ]
  },
}

const unchanged: Block = {
  kind: 'list',
  items: [{ zh: '核定的资源不变', en: 'what is granted stays the same' }],
}

function termOf({ from, to }: ServicePair): Text {
  if (from === undefined && to === undefined) return { zh: '', en: '' }
  return { zh: `${from ?? ''} 至 ${to ?? '长期'}`, en: `${from ?? ''} to ${to ?? 'no end'}` }
}
