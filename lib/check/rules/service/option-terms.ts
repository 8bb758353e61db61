import type { OrderTerms } from '../../../../generated/types/service.ts'
import type { Location } from '../../../finding/finding.ts'
import { heldItems, reachedFrom } from '../../../model/bundle.ts'
import type { Catalogue, Surroundings, System } from '../../../model/model.ts'
import { versionOn } from '../../../model/version.ts'
import { view } from '../../../model/view.ts'
import { decidedOn } from '../../decided-on.ts'
import { place } from '../../place.ts'
import { type LineBeside, linesBeside } from './beside.ts'

/** A line with terms of what goes beside it: its own, or those of an item that it holds as a bundle. */
export interface TiedLine extends LineBeside {
  readonly item: string
  readonly order: OrderTerms
  /** Where the catalogue says so. */
  readonly at: Location
}

/** What has terms of that kind, in any version, and the bundles that hold it. Most catalogues have none. */
const tiedItems = view((items: Catalogue['items']): ReadonlySet<string> => {
  const tied = [...items].filter(([, { value }]) =>
    value.versions.some(({ order }) => order && isTied(order)),
  )
  const ids = new Set(tied.map(([id]) => id))
  if (ids.size === 0) return ids
  return new Set(
    [...items.keys()].filter(id =>
      reachedFrom(items, id)
        .values()
        .some(one => ids.has(one)),
    ),
  )
})

function isTied({ optionOf, needs, excludes }: OrderTerms): boolean {
  return optionOf !== undefined || needs !== undefined || excludes !== undefined
}

/** The lines of a system that have such terms, once for each item; the version of the day of the grant or the request says them. */
export function tiedLines(surroundings: Surroundings, system: System): readonly TiedLine[] {
  const { items } = surroundings.catalogue
  const tied = tiedItems(items)
  if (tied.size === 0) return []
  return linesBeside(surroundings, system, ({ line }) => tied.has(line.item)).flatMap(({ use, beside }) => {
    const day = decidedOn(use)
    return heldItems(items, use.line, day).flatMap(({ item }) => {
      const known = items.get(item)
      const version = known && versionOn(known.value, day)
      if (known === undefined || version?.order === undefined || !isTied(version.order)) return []
      const at = place(known, 'versions', known.value.versions.indexOf(version), 'order')
      return [{ use, beside, item, order: version.order, at }]
    })
  })
}
