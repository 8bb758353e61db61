import { currentLinesIn, type LineUse } from '../../../entitlement/index.ts'
import { type DataPath, finding } from '../../../finding/finding.ts'
import { gibOf, kbpsOf } from '../../../model/conversion.ts'
import type { Surroundings } from '../../../model/model.ts'
import { deliveredVersionOn } from '../../../model/version.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

/** A signed integer of 32 bits: columns of quotas in Nova, Cinder and Neutron, and `max_kbps` of Neutron's QoS. */
const most = 2 ** 31 - 1

export const quotaBeyondCloud: SystemRule = {
  code: 'TY3303',
  severity: 'error',
  title: text('数量折算后超出云能记下的最大值。', 'A quantity comes to more than a cloud can count.'),
  why: text(
    '云的配额和带宽是 32 位整数，至多 2147483647；更大的值会被拒绝。请核对数量和换算。',
    'Quotas and bandwidths of a cloud are integers of 32 bits, 2147483647 at most; it refuses more. Check the quantity and the conversion.',
  ),
  *check(surroundings, system) {
    const sums = new Map<string, number>()
    for (const use of currentLinesIn(surroundings, system)) {
      for (const [kind, amount] of amountsOf(surroundings, use)) {
        const key = `${use.zone} ${use.event} ${kind}`
        const before = sums.get(key) ?? 0
        sums.set(key, before + amount)
        // The line that crosses the border, once.
        if (before > most || before + amount <= most) continue
        yield finding(quotaBeyondCloud, place(system, ...quantityOf(use)), {
          message: text(
            `合计 ${before + amount}，超过 ${most}`,
            `together this comes to ${before + amount}, more than ${most}`,
          ),
        })
      }
    }
  },
}

function quantityOf({ path }: LineUse): DataPath {
  return [...path, 'quantity']
}

function amountsOf({ catalogue, asOf }: Surroundings, { line }: LineUse): readonly [string, number][] {
  const item = catalogue.items.get(line.item)?.value
  const delivery = item && deliveredVersionOn(item, asOf)?.delivery
  if (delivery === undefined) return []
  const { flavor, volume, address, quota } = delivery
  const { quantity } = line
  const amounts: readonly [string, number][] = [
    ['memory', (flavor?.ramMib ?? 0) * quantity],
    ['volumes', volume === undefined ? 0 : gibOf(volume, quantity)],
    ['bandwidth', address === undefined ? 0 : kbpsOf(address, quantity)],
    ...Object.entries(quota ?? {}).map(([key, amount]): [string, number] => [key, amount * quantity]),
  ]
  return amounts.filter(([, amount]) => amount > 0)
}
