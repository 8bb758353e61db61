import { isInForce, type LineTerm } from '../entitlement/index.ts'
import { amountInFen } from './amount.ts'
import {
  type BillingPeriod,
  billingPeriods,
  type Charge,
  chargesOf,
  rateScale,
  totalOf,
  unitPriceOf,
} from './charge.ts'
import { feeStandardOn, type Pricing } from './price-list.ts'

/** What so many of an item cost: all lines of it in a system on one day together, for tiers count over them all. */
export interface Fee {
  readonly item: string
  readonly quantity: number
  /** How many lines it is of. */
  readonly lines: number
  /** Empty where the jurisdiction has no fee standard for the day. */
  readonly charges: readonly ChargeFee[]
}

/** What one charge of an item comes to. */
export interface ChargeFee {
  readonly charge: Charge
  readonly per: BillingPeriod | undefined
  /** In `1/rateScale` yuan, where each unit costs the same. */
  readonly price: bigint | undefined
  /** For one period, in `1/rateScale` yuan, exactly; undefined while no price is agreed. */
  readonly total: bigint | undefined
}

/** So many of an item. */
export interface Charged {
  readonly item: string
  readonly quantity: number
}

/** What fees come to. */
export interface FeeTotals {
  /** For each period that something is paid for, from the longest, in 0.0001 yuan and whole fen. */
  readonly amounts: readonly { readonly per: BillingPeriod; readonly amount: bigint }[]
  /** How many lines are not, or not wholly, in the amounts: nothing is agreed, or there is no fee standard. */
  readonly unpriced: number
}

/** What so many of an item cost by the standard of a day. */
export function feeOf(pricing: Pricing, { item, quantity }: Charged, day: string): Fee {
  const standard = feeStandardOn(pricing, item, day)
  const charges = standard === undefined ? [] : chargesOf(standard)
  return { item, quantity, lines: 1, charges: charges.map(charge => chargeFee(charge, BigInt(quantity))) }
}

function chargeFee(charge: Charge, quantity: bigint): ChargeFee {
  return {
    charge,
    per: charge.rate.per,
    price: unitPriceOf(charge, quantity),
    total: totalOf(charge, quantity),
  }
}

/**
 * The fees of a system's lines that are in force on a day, one an item, in the order in which items first appear: phased
 * lines cost while they are there, and how a quantity is spread over lines and zones makes no difference.
 */
export function feesOn(
  pricing: Pricing,
  lines: readonly (Charged & LineTerm)[],
  day: string,
): readonly Fee[] {
  const inForce = lines.filter(line => isInForce(line, day))
  return [...Map.groupBy(inForce, ({ item }) => item)].map(([item, same]) => ({
    ...feeOf(pricing, { item, quantity: same.reduce((sum, { quantity }) => sum + quantity, 0) }, day),
    lines: same.length,
  }))
}

/** Adds up exactly and rounds each sum once, half a fen upwards. */
export function totalsOf(fees: readonly Fee[]): FeeTotals {
  const charges = fees.flatMap(fee => fee.charges)
  const amounts = billingPeriods.flatMap(per => {
    const totals = charges.flatMap(charge => (charge.per === per ? (charge.total ?? []) : []))
    return totals.length === 0 ? [] : [{ per, amount: inFen(totals.reduce((sum, total) => sum + total, 0n)) }]
  })
  const unpriced = fees.filter(
    ({ charges }) => charges.length === 0 || charges.some(({ total }) => total === undefined),
  )
  return { amounts, unpriced: unpriced.reduce((sum, { lines }) => sum + lines, 0) }
}

/** What the fees of one kind of period come to, in 0.0001 yuan and whole fen. */
export function totalPer({ amounts }: FeeTotals, per: BillingPeriod): bigint {
  return amounts.find(entry => entry.per === per)?.amount ?? 0n
}

/** An amount in `1/rateScale` yuan as one in 0.0001 yuan, rounded to fen. */
export function inFen(exact: bigint): bigint {
  return amountInFen(exact, rateScale)
}
