import type { Charge, ServiceCatalogue } from '../../../generated/types/service.ts'
import type { DataPath } from '../../finding/finding.ts'

/** A charge as it is written, short or in a list, with its place in the document. */
export interface PlacedCharge {
  readonly charge: Charge
  readonly path: DataPath
}

/** Every charge of every fee standard of a file; of a standard that is written in both ways, those of the list. */
export function* chargesIn({ items }: ServiceCatalogue): Generator<PlacedCharge> {
  for (const [item, { versions }] of items.entries()) {
    for (const [version, { fee }] of versions.entries()) {
      const path = ['items', item, 'versions', version, 'fee']
      const { charges, basis: _, ...single } = fee
      if (charges === undefined) yield { charge: single, path }
      for (const [index, charge] of (charges ?? []).entries())
        yield { charge, path: [...path, 'charges', index] }
    }
  }
}
