import type { FeeStandard, ServiceItem } from '../../generated/types/service.ts'
import { isInForce, type LineTerm } from '../entitlement/index.ts'
import type { Model } from '../model/model.ts'
import { versionOn } from '../model/version.ts'
import { parseAmount } from './amount.ts'

/** What so many of an item cost for one of its periods, in 0.0001 yuan. */
export interface Fee {
  readonly price: bigint
  readonly total: bigint
  readonly per: FeeStandard['per']
}

/** So many of an item. */
export interface Charged {
  readonly item: string
  readonly quantity: number
}

/** The standard that an item is charged by on a day: that of the version valid then. */
export function feeStandardOn(item: ServiceItem, day: string): FeeStandard | undefined {
  return versionOn(item, day)?.fee
}

/** The fee by the standard of a day; nothing for an item that the catalogue does not have, or has no version of then. */
export function feeOf(model: Model, { item, quantity }: Charged, day: string): Fee | undefined {
  const found = model.catalogue.items.get(item)
  const standard = found && feeStandardOn(found.value, day)
  if (standard === undefined) return undefined
  const price = parseAmount(standard.price)
  return { price, total: price * BigInt(quantity), per: standard.per }
}

/** The fees of those lines that are in force on a day: phased ones cost while they are there. */
export function feesOn(model: Model, lines: readonly (Charged & LineTerm)[], day: string): readonly Fee[] {
  return lines.filter(line => isInForce(line, day)).flatMap(line => feeOf(model, line, day) ?? [])
}

/** What the fees of one kind of period come to, in 0.0001 yuan. */
export function totalPer(fees: readonly Fee[], per: Fee['per']): bigint {
  return fees.filter(fee => fee.per === per).reduce((sum, fee) => sum + fee.total, 0n)
}
