import type { JurisdictionProfile, SizeTier } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent, ServiceLine, SystemManifest } from '../../generated/types/system.ts'
import { deliveredOn, growingDays, type Measure, measures } from '../entitlement/index.ts'
import type { DeliveredPart } from '../model/bundle.ts'
import type { Surroundings } from '../model/model.ts'
import { parseAmount } from '../money/amount.ts'
import type { BillingPeriod } from '../money/charge.ts'
import { feesOn, totalsOf } from '../money/fee.ts'
import { bindsOn } from './decisions.ts'

/** What an event grants, or else what the system asks for. */
interface Sized {
  readonly model: Surroundings
  readonly profile: JurisdictionProfile
  readonly system: SystemManifest
  readonly event: HistoryEvent | undefined
}

/**
 * Whether what is asked for (or granted by the event) reaches one of the profile's bounds on any day, such as DT-12's:
 * phases that follow one another are never there together.
 */
export function isLarge({ model, profile, system, event }: Sized): boolean {
  const { largeRequest } = profile
  if (largeRequest === undefined || event === undefined) return false
  if (!bindsOn(profile, largeRequest, event.on)) return false
  const lines = linesOf(system, event)
  const { items } = model.catalogue
  return growingDays(lines, event.on).some(day => reaches(largeRequest, deliveredOn(items, lines, day)))
}

/** The last of the profile's tiers of which any bound is reached on any day; undefined below all of them. */
export function sizeOf({ model, profile, system, event }: Sized): string | undefined {
  const { sizes = [] } = profile
  if (sizes.length === 0) return undefined
  const lines = linesOf(system, event)
  const { items } = model.catalogue
  const days = growingDays(lines, event?.on ?? model.asOf)
  return sizes.findLast(tier =>
    days.some(
      day =>
        reaches(tier, deliveredOn(items, lines, day)) || costs(tier, yearlyFee(model, system, lines, day)),
    ),
  )?.id
}

function linesOf({ zones }: SystemManifest, event: HistoryEvent | undefined): readonly ServiceLine[] {
  return Object.values(event?.grants ?? zones).flatMap(({ services }) => services)
}

type Bounds = { readonly [K in Measure['key']]?: number }

function reaches(bounds: Bounds, parts: readonly DeliveredPart[]): boolean {
  return measures.some(({ key, scale, of }) => {
    const bound = bounds[key]
    const amounts = parts.map(({ delivery, quantity }) => of(delivery, quantity))
    return bound !== undefined && amounts.reduce((sum, amount) => sum + amount, 0) >= bound * scale
  })
}

function costs({ monthlyFee }: SizeTier, fee: bigint): boolean {
  return monthlyFee !== undefined && fee >= parseAmount(monthlyFee) * 12n
}

const timesAYear: Readonly<Record<BillingPeriod, bigint>> = {
  once: 0n,
  year: 1n,
  quarter: 4n,
  month: 12n,
  day: 365n,
  hour: 8760n,
}

/** In 0.0001 yuan: a bound of a month is compared by the year, so that nothing is rounded. */
function yearlyFee(
  { catalogue }: Surroundings,
  { metadata: { jurisdiction } }: SystemManifest,
  lines: readonly ServiceLine[],
  day: string,
): bigint {
  const { amounts } = totalsOf(feesOn({ catalogue, jurisdiction }, lines, day))
  return amounts.reduce((sum, { per, amount }) => sum + amount * timesAYear[per], 0n)
}
