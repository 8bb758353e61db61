import { beginningsFrom, holdsOn } from '../../../clock/period.ts'
import { type LineQuota, quotaOfLines } from '../../../desired-state/line-quota.ts'
import { currentLinesIn, type LineUse } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import type { Surroundings } from '../../../model/model.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

/** A signed integer of 32 bits: columns of quotas in Nova, Cinder, Neutron and Designate, and `max_kbps` of Neutron's QoS. */
const int32 = 2 ** 31 - 1

/** `MAX_QUOTA` in Octavia's common/constants.py. */
const mostOfLoadBalancer = 2_000_000_000

export const quotaBeyondCloud: SystemRule = {
  code: 'TY3303',
  severity: 'error',
  title: text('数量折算后超出云能记下的最大值。', 'A quantity comes to more than a cloud can count.'),
  why: text(
    '云的配额和带宽是 32 位整数，至多 2147483647（负载均衡 2000000000）；更大的值会被拒绝。请核对数量和换算。',
    'Quotas and bandwidths of a cloud are integers of 32 bits, 2147483647 at most (of load balancing 2000000000); it refuses more. Check the quantity and the conversion.',
  ),
  *check(surroundings, system) {
    const uses = currentLinesIn(surroundings, system)
    for (const lines of Map.groupBy(uses, ({ zone, event }) => `${zone} ${event}`).values()) {
      if (excessOf(surroundings, lines) === undefined) continue
      const days = beginningsFrom(
        lines.map(({ span }) => span),
        surroundings.asOf,
      )
      const found = days.flatMap(day => crossingOf(surroundings, lines, day) ?? [])
      for (const [line, { amount, limit }] of new Map(found))
        yield finding(quotaBeyondCloud, place(system, ...line.path, 'quantity'), {
          message: text(
            `合计 ${amount}，超过 ${limit}`,
            `together this comes to ${amount}, more than ${limit}`,
          ),
        })
    }
  },
}

/** The line that crosses the border on a day. */
function crossingOf(
  surroundings: Surroundings,
  lines: readonly LineUse[],
  day: string,
): readonly [LineUse, Excess][] | undefined {
  const then = lines.filter(({ span }) => holdsOn(span, day))
  for (const [index, line] of then.entries()) {
    const excess = excessOf(surroundings, then.slice(0, index + 1))
    if (excess !== undefined) return [[line, excess]]
  }
  return undefined
}

interface Excess {
  readonly amount: number
  readonly limit: number
}

/** What some lines come to in the quotas that a stack would set, where a cloud does not count so far. */
function excessOf({ catalogue, asOf }: Surroundings, lines: readonly LineUse[]): Excess | undefined {
  const written = lines.map(({ line }) => line)
  return amountsOf(quotaOfLines(written, catalogue.items, asOf)).find(({ amount, limit }) => amount > limit)
}

function amountsOf({ quota, bandwidthKbps }: LineQuota): readonly Excess[] {
  const { compute, blockStorage, network, loadBalancer, dns, objectStorage } = quota
  return [
    { amount: bandwidthKbps, limit: int32 },
    // Of object storage gibibytes: Swift reads bytes from a text, and 2^61 of them at the most.
    ...[compute, blockStorage, network, dns, objectStorage].map(limits => ({
      amount: largestIn(limits),
      limit: int32,
    })),
    { amount: largestIn(loadBalancer), limit: mostOfLoadBalancer },
  ]
}

function largestIn(limits: object | undefined): number {
  const numbers = Object.values(limits ?? {}).map(value => (typeof value === 'number' ? value : 0))
  return Math.max(0, ...numbers)
}
