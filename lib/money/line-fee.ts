import { isInForce, type LineTerm } from '../entitlement/index.ts'
import { countsTogether } from './charge.ts'
import { type Charged, type ChargeFee, feeOf, feesOn } from './fee.ts'
import type { Pricing } from './price-list.ts'

/** What is shown beside one line of a list. */
export interface LineFee<Line> {
  readonly line: Line
  readonly charges: readonly ChargeFee[]
  /** The line at which the fee of this one is counted: tiers and bounds count over all lines of an item, and have no share in it. */
  readonly paidWith: Line | undefined
}

/**
 * The fees of a list line by line, by the standards of a day. A line with a single price shows what it comes to, in force
 * or not; where tiers or bounds count over several lines in force on the day, the first shows the fee of them all.
 */
export function lineFees<Line extends Charged & LineTerm>(
  pricing: Pricing,
  lines: readonly Line[],
  day: string,
): readonly LineFee<Line>[] {
  const inForce = lines.filter(line => isInForce(line, day))
  const first = new Map(inForce.toReversed().map(line => [line.item, line]))
  const shared = new Map(feesOn(pricing, lines, day).map(fee => [fee.item, fee]))
  return lines.map(line => {
    const own = feeOf(pricing, line, day)
    const counted = first.get(line.item)
    const isShared = own.charges.some(({ charge }) => countsTogether(charge)) && isInForce(line, day)
    if (!isShared || counted === undefined) return { line, charges: own.charges, paidWith: undefined }
    const charges = shared.get(line.item)?.charges ?? own.charges
    return { line, charges, paidWith: counted === line ? undefined : counted }
  })
}
