// Whose price it is: an item is the same everywhere, and each jurisdiction says for itself what it costs.
import type { PriceVersion } from '../../generated/types/prices.ts'
import type { FeeStandard } from '../../generated/types/service.ts'
import { holdsOn, periodOf } from '../clock/period.ts'
import type { DataPath } from '../finding/finding.ts'
import type { Catalogue, PriceListDocument } from '../model/model.ts'
import { versionOn } from '../model/version.ts'
import { view } from '../model/view.ts'
import type { SourceDocument } from '../read/document.ts'

/** The list that stands in the catalogue beside the items themselves. */
export const catalogueList = 'catalogue'

/** Whose prices are meant. */
export interface Pricing {
  readonly catalogue: Pick<Catalogue, 'items' | 'prices'>
  readonly jurisdiction: string
}

/** A fee standard, and where it is written. */
export interface PlacedStandard {
  readonly fee: FeeStandard
  readonly document: SourceDocument
  readonly path: DataPath
}

interface Row {
  readonly index: number
  readonly versions: readonly PriceVersion[]
}

const rowsOf = view(
  (list: PriceListDocument): ReadonlyMap<string, Row> =>
    new Map(
      (list.value.prices ?? [])
        .map(({ item, versions }, index) => [item, { index, versions }] as const)
        // Of two with one item, the first counts; a rule reports the other.
        .toReversed(),
    ),
)

/**
 * The standard that an item is charged by in a jurisdiction on a day: its own, else that of the list which it adopts on the
 * day; the catalogue's where it has no list. Undefined where none of them has a price for the day.
 */
export function placedStandardOn(pricing: Pricing, item: string, day: string): PlacedStandard | undefined {
  const asked = new Set([pricing.jurisdiction])
  // Grows as lists are followed; one that leads back to an earlier one ends it.
  for (const list of asked) {
    const prices = list === catalogueList ? undefined : pricing.catalogue.prices.get(list)
    if (prices === undefined) return catalogueStandardOn(pricing, item, day)
    const own = ownStandardOn(prices, item, day)
    if (own !== undefined) return own
    const adopted = latestOn(prices.value.adopts ?? [], day)
    if (adopted !== undefined) asked.add(adopted.list)
  }
  return undefined
}

/** What the catalogue itself says that an item costs on a day. */
function catalogueStandardOn({ catalogue }: Pricing, item: string, day: string): PlacedStandard | undefined {
  const found = catalogue.items.get(item)
  const version = found && versionOn(found.value, day)
  if (found === undefined || version?.fee === undefined) return undefined
  const index = found.value.versions.indexOf(version)
  return { fee: version.fee, document: found.document, path: [...found.path, 'versions', index, 'fee'] }
}

function ownStandardOn(prices: PriceListDocument, item: string, day: string): PlacedStandard | undefined {
  const row = rowsOf(prices).get(item)
  const version = row && latestOn(row.versions, day)
  if (row === undefined || version === undefined) return undefined
  const path = ['prices', row.index, 'versions', row.versions.indexOf(version), 'fee']
  return { fee: version.fee, document: prices.document, path }
}

interface Dated {
  readonly from: string
  readonly to?: string
}

function latestOn<T extends Dated>(dated: readonly T[], day: string): T | undefined {
  return dated
    .filter(({ from, to }) => holdsOn(periodOf(from, to), day))
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
}

/** Whether a jurisdiction goes by a list, its own or one that it adopts at any time, itself or through another. */
export function goesBy({ catalogue, jurisdiction }: Pricing, list: string): boolean {
  const followed = new Set([jurisdiction])
  for (const one of followed) {
    const prices = one === catalogueList ? undefined : catalogue.prices.get(one)
    if (prices === undefined) followed.add(catalogueList)
    for (const adopted of prices?.value.adopts ?? []) followed.add(adopted.list)
  }
  return followed.has(list)
}

/** The standard by which an item is charged in a jurisdiction on a day. */
export function feeStandardOn(pricing: Pricing, item: string, day: string): FeeStandard | undefined {
  return placedStandardOn(pricing, item, day)?.fee
}

/** The days on which what an item costs anywhere can begin to differ. */
export function priceTurningDays(catalogue: Pricing['catalogue'], item: string): readonly string[] {
  const lists = [...catalogue.prices.values()].flatMap(prices => [
    ...(rowsOf(prices).get(item)?.versions ?? []),
    ...(prices.value.adopts ?? []),
  ])
  const dated: readonly Dated[] = [...(catalogue.items.get(item)?.value.versions ?? []), ...lists]
  return dated.flatMap(({ from, to }) => {
    const { until } = periodOf(from, to)
    return until === undefined ? [from] : [from, until]
  })
}
