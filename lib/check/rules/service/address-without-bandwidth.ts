import { holdsOn } from '../../../clock/period.ts'
import { type LineUse, measures } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { deliveredParts } from '../../../model/bundle.ts'
import type { Surroundings } from '../../../model/model.ts'
import { itemTerm, zoneTerm } from '../../../term/index.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'
import { type LineBeside, linesBeside, turningDays } from './beside.ts'

export const addressWithoutBandwidth: SystemRule = {
  code: 'TY3115',
  severity: 'error',
  title: text('申请了公网地址而没有带宽。', 'Addresses without bandwidth.'),
  why: text(
    '出口按带宽建立：一个分区内没有带宽，就没有出口网关，地址无从使用。在地址生效的每一天，同一分区须有带宽；另行申请带宽服务项，或改用含带宽的地址。',
    'An uplink is as wide as the bandwidth of its zone: without any there is no gateway, and no address can be used. On every day of an address its zone has bandwidth; ask for it beside the address, or for an address that includes it.',
  ),
  *check(surroundings, system) {
    const hasAddresses = (use: LineUse) => amount(surroundings, use, 'addresses') > 0
    for (const line of linesBeside(surroundings, system, hasAddresses)) {
      const one = line.use
      const day = firstDayWithout(surroundings, line)
      if (day === undefined) continue
      const zone = zoneTerm(surroundings, one.zone, system.value.metadata.jurisdiction)
      const item = itemTerm(surroundings, one.line.item)
      yield finding(addressWithoutBandwidth, place(system, ...one.path), {
        message: text(
          `${day} 起，${zone.zh}有${item.zh}而没有带宽`,
          `from ${day} the ${zone.en} has ${item.en} and no bandwidth`,
        ),
      })
    }
  },
}

function firstDayWithout(surroundings: Surroundings, line: LineBeside): string | undefined {
  const wide = line.beside.filter(use => amount(surroundings, use, 'bandwidthMbps') > 0)
  return turningDays(surroundings, line).find(day => !wide.some(use => holdsOn(use.span, day)))
}

function amount(
  { catalogue, asOf }: Surroundings,
  { line }: LineUse,
  key: 'addresses' | 'bandwidthMbps',
): number {
  const measure = measures.find(one => one.key === key)
  return deliveredParts(catalogue.items, line, asOf).reduce(
    (sum, { delivery, quantity }) => sum + (measure?.of(delivery, quantity) ?? 0),
    0,
  )
}
