import type { ItemVersion } from '../../generated/types/service.ts'
import type { Surroundings } from './model.ts'

export interface LastVersion extends ItemVersion {
  /** Its place among the item's versions. */
  readonly index: number
}

/** The version of an item that begins last. */
export function lastVersionOf(model: Surroundings, item: string): LastVersion | undefined {
  return model.catalogue.items
    .get(item)
    ?.value.versions.map((version, index) => ({ ...version, index }))
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
}
