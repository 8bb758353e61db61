import type { Bilingual, FeeStandard, Charge as WrittenCharge } from '../../generated/types/service.ts'
import { parseAmount } from './amount.ts'
import { tierFaults } from './tiers.ts'

/** How long the price of a charge lasts; `once` is paid a single time. */
export type BillingPeriod = NonNullable<WrittenCharge['per']>

/** From the longest: the order in which totals are said. */
export const billingPeriods: readonly BillingPeriod[] = ['once', 'year', 'quarter', 'month', 'day', 'hour']

/**
 * One charge of a fee standard, however it is written. Prices are in `1/rateScale` yuan for one unit of measure and one
 * period, with the discount taken off; the ceiling is as it stands in the catalogue, in 0.0001 yuan.
 */
export interface Charge {
  readonly name: Bilingual | undefined
  readonly rate: Rate
  readonly ceiling: bigint | undefined
  /** Of what a system pays in a period, in `1/rateScale` yuan. */
  readonly total: Bounds
  readonly discount: WrittenCharge['discount']
}

export interface Bounds {
  readonly least?: bigint
  readonly most?: bigint
}

export type Rate =
  | { readonly kind: 'flat'; readonly per: BillingPeriod; readonly price: bigint }
  /** `graduated`: each part of a quantity at the price of its tier. `volume`: all of it at the price of the tier reached. */
  | {
      readonly kind: 'graduated' | 'volume'
      readonly per: BillingPeriod
      readonly tiers: readonly PriceTier[]
    }
  /** 面议, or a ceiling alone: nothing is agreed yet. */
  | { readonly kind: 'open'; readonly per: BillingPeriod | undefined }

export interface PriceTier {
  /** The last unit of the tier; undefined for the last tier. */
  readonly upTo: bigint | undefined
  readonly price: bigint
}

/** A price has four decimals at most and a factor four more: their product is whole in this part of a yuan. */
export const rateScale = 100_000_000n

const factorScale = 10_000n
/** An amount is in 0.0001 yuan. */
const amountScale = rateScale / 10_000n

/** What a fee standard charges, one by one, whether it is written short or as a list. */
export function chargesOf({ charges, basis: _, ...single }: FeeStandard): readonly Charge[] {
  return (charges ?? [single]).map(chargeOf)
}

/** One of them, as it is written. */
export function chargeOf(written: WrittenCharge): Charge {
  const { name, ceiling, total = {}, discount } = written
  const bound = (key: keyof Bounds) => {
    const text = total[key]
    return text === undefined ? {} : { [key]: parseAmount(text) * amountScale }
  }
  return {
    name,
    rate: rateOf(written),
    ceiling: ceiling === undefined ? undefined : parseAmount(ceiling),
    total: { ...bound('least'), ...bound('most') },
    discount,
  }
}

/**
 * What cannot be charged is an open charge: without a price, or with tiers or a discount that a rule of the catalogue
 * refuses.
 */
function rateOf({ per, price, tiers, discount }: WrittenCharge): Rate {
  const factor = discount === undefined ? factorScale : parseAmount(discount.factor)
  const isPayable = per !== undefined && isFactor(factor)
  const paid = (text: string): bigint => parseAmount(text) * factor
  if (isPayable && price !== undefined) return { kind: 'flat', per, price: paid(price) }
  if (!isPayable || tiers === undefined || tierFaults(tiers.steps).length > 0) return { kind: 'open', per }
  const steps = tiers.steps.map(({ upTo, price }) => ({
    upTo: upTo === undefined ? undefined : BigInt(upTo),
    price: paid(price),
  }))
  return { kind: tiers.by, per, tiers: steps }
}

/** Whether a discount's factor, in 0.0001, takes something off, and not all. */
export function isFactor(factor: bigint): boolean {
  return factor > 0n && factor <= factorScale
}

/** What so many units come to in one period, in `1/rateScale` yuan; undefined while no price is agreed. */
export function totalOf(charge: Charge, quantity: bigint): bigint | undefined {
  const total = unboundedTotal(charge.rate, quantity)
  return total === undefined || quantity === 0n ? total : within(charge.total, total)
}

/** What each unit costs where all cost the same. */
export function unitPriceOf({ rate, total }: Charge, quantity: bigint): bigint | undefined {
  const price = commonPrice(rate, quantity)
  return price !== undefined && within(total, price * quantity) === price * quantity ? price : undefined
}

/** Whether what many units cost is not many times what one costs: then it has to be counted over all of them together. */
export function countsTogether({ rate, total }: Charge): boolean {
  return rate.kind === 'graduated' || rate.kind === 'volume' || Object.keys(total).length > 0
}

function within({ least, most }: Bounds, total: bigint): bigint {
  const raised = least !== undefined && total < least ? least : total
  return most !== undefined && raised > most ? most : raised
}

function unboundedTotal(rate: Rate, quantity: bigint): bigint | undefined {
  if (rate.kind === 'open') return undefined
  if (rate.kind === 'flat') return rate.price * quantity
  if (rate.kind === 'volume') return quantity * reachedTier(rate.tiers, quantity).price
  return graduatedTotal(rate.tiers, quantity)
}

function commonPrice(rate: Rate, quantity: bigint): bigint | undefined {
  if (rate.kind === 'flat') return rate.price
  return rate.kind === 'volume' ? reachedTier(rate.tiers, quantity).price : undefined
}

function reachedTier(tiers: readonly PriceTier[], quantity: bigint): PriceTier {
  const reached = tiers.find(({ upTo }) => upTo === undefined || quantity <= upTo)
  if (reached === undefined) throw new TypeError('tiers without an open end are no rate')
  return reached
}

function graduatedTotal(tiers: readonly PriceTier[], quantity: bigint): bigint {
  let total = 0n
  let counted = 0n
  for (const { upTo, price } of tiers) {
    const last = upTo === undefined || quantity < upTo ? quantity : upTo
    total += (last - counted) * price
    counted = last
  }
  return total
}
