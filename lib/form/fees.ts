import { amountInFigures } from '../money/amount.ts'
import type { BillingPeriod } from '../money/charge.ts'
import { type ChargeFee, inFen } from '../money/fee.ts'
import { exactPrice, noPrice, periodUnits } from '../money/words.ts'

/** The standard of one charge in a narrow cell: `268.00/月`, `面议`, `限价350.00/月`, `分段计价/月`. */
export function standardText({ charge, per, price }: ChargeFee): string {
  const { rate, ceiling } = charge
  const behind = behindPrice(per)
  if (price !== undefined) {
    const most = ceiling === undefined ? '' : `\n（限价${figures(ceiling)}）`
    return `${exactPrice(price)}${behind}${most}`
  }
  if (rate.kind === 'graduated') return `分段计价${behind}`
  return ceiling === undefined ? `${noPrice.zh}${behind}` : `限价${figures(ceiling)}${behind}`
}

/** What one charge comes to: `536.00/月`, `面议`. */
export function totalText({ per, total }: ChargeFee): string {
  return total === undefined ? noPrice.zh : `${figures(inFen(total))}${behindPrice(per)}`
}

/** How many lines a total leaves out. */
export function unpricedNote(unpriced: number): string {
  return `${unpriced}项尚无价格`
}

function behindPrice(per: BillingPeriod | undefined): string {
  return per === undefined ? '' : `/${periodUnits[per].zh}`
}

/** Without the sign of the currency, which the head of the column says. */
function figures(amount: bigint): string {
  return amountInFigures(amount).slice(1)
}
