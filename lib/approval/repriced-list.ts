import type { Model } from '../model/model.ts'
import { sameData } from '../model/same-data.ts'
import { catalogueList } from '../money/price-list.ts'

const ownList = /^catalogue\/prices\/([^/]+)\.yaml$/

/** Whether a file is the price list of a jurisdiction. */
export function isPriceList(file: string): boolean {
  return ownList.test(file)
}

/** The price list in which a file changes what is paid: a jurisdiction's own, or the catalogue's; undefined for none. */
export function repricedList(base: Model, head: Model, file: string): string | undefined {
  const own = ownList.exec(file)?.[1]
  if (own !== undefined) return own
  return sameData(feesIn(base, file), feesIn(head, file)) ? undefined : catalogueList
}

/** What the items of a file cost, by item and from when to when. */
function feesIn({ catalogue }: Model, file: string): unknown {
  const items = catalogue.allItems.filter(({ document }) => document.file === file)
  return items.map(({ value: { id, versions } }) => ({
    id,
    prices: versions.map(({ from, to, fee }) => ({ from, to, fee })),
  }))
}
