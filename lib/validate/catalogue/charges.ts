import type { PriceList } from '../../../generated/types/prices.ts'
import type { Charge, FeeStandard, ServiceCatalogue } from '../../../generated/types/service.ts'
import type { DataPath } from '../../finding/finding.ts'

/** A fee standard with its place in the document. */
export interface PlacedFee {
  readonly fee: FeeStandard
  readonly path: DataPath
}

/** A charge as it is written, short or in a list, with its place in the document. */
export interface PlacedCharge {
  readonly charge: Charge
  readonly path: DataPath
}

/** Every fee standard of a file of items or of a price list. */
export function* feesIn(value: ServiceCatalogue | PriceList): Generator<PlacedFee> {
  const [key, rows] =
    'items' in value ? (['items', value.items] as const) : (['prices', value.prices ?? []] as const)
  for (const [row, { versions }] of rows.entries()) {
    for (const [version, { fee }] of versions.entries())
      if (fee !== undefined) yield { fee, path: [key, row, 'versions', version, 'fee'] }
  }
}

/** Every charge of every fee standard of a file; of a standard that is written in both ways, those of the list. */
export function* chargesIn(value: ServiceCatalogue | PriceList): Generator<PlacedCharge> {
  for (const { fee, path } of feesIn(value)) {
    const { charges, basis: _, ...single } = fee
    if (charges === undefined) yield { charge: single, path }
    for (const [index, charge] of (charges ?? []).entries())
      yield { charge, path: [...path, 'charges', index] }
  }
}
