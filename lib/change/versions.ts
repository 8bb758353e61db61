// Whether an item comes to something else on days that are over.
import type { ItemVersion, ServiceItem } from '../../generated/types/service.ts'
import { holdsOn, type Period } from '../clock/period.ts'
import { grantedLinesOf, type LineUse } from '../entitlement/index.ts'
import type { CatalogueItem, Model } from '../model/model.ts'
import { sameData } from '../model/same-data.ts'

/** An item whose versions were changed, and the days on which anybody was granted it. */
export interface Reversioned {
  readonly before: CatalogueItem
  readonly after: CatalogueItem
  readonly spans: readonly Period[]
}

/**
 * The items that come to something else. One that is gone altogether is reported where it is used, and one that nobody was
 * granted means nothing.
 * @param granted what an item is granted with, by default itself alone: what a bundle holds, and the sizes of server that
 * cores may be used for, come to something in the cloud with it, and cost nothing by themselves
 */
export function reversionedItems(
  base: Model,
  head: Model,
  granted: (base: Model, item: string) => Iterable<string> = (_, item) => [item],
): readonly Reversioned[] {
  const changed = [...base.catalogue.items.values()].flatMap(before => {
    const after = head.catalogue.items.get(before.value.id)
    return after === undefined || sameData(before.value.versions, after.value.versions)
      ? []
      : [{ before, after }]
  })
  // Most changes leave the catalogue alone, and every grant of the repository is a lot to look at.
  if (changed.length === 0) return []
  const lines = grantedBy(base, granted)
  return changed.flatMap(pair => {
    const spans = (lines.get(pair.before.value.id) ?? []).map(use => use.span)
    return spans.length === 0 ? [] : [{ ...pair, spans }]
  })
}

/** The lines by each item that they grant. */
function grantedBy(base: Model, granted: (base: Model, item: string) => Iterable<string>) {
  const lines = new Map<string, LineUse[]>()
  for (const [item, uses] of Map.groupBy(grantedLinesOf(base), use => use.line.item))
    for (const reached of granted(base, item)) lines.set(reached, [...(lines.get(reached) ?? []), ...uses])
  return lines
}

/**
 * The first day before `asOf` on which a granted item comes to something else than before: one edit mostly changes all days
 * after it. On days for which the item said nothing before it may say what it likes.
 */
export function firstOtherDay(
  { before, after, spans }: Reversioned,
  asOf: string,
  comesTo: (item: ServiceItem, day: string) => unknown,
): string | undefined {
  return turningDays(before, after, spans)
    .filter(day => day < asOf && spans.some(span => holdsOn(span, day)))
    .find(day => {
      const was = comesTo(before.value, day)
      return was !== undefined && !sameData(was, comesTo(after.value, day))
    })
}

/** The days on which an item can begin to differ. None does by the end of a version: what stands goes on standing by it. */
function turningDays(before: CatalogueItem, after: CatalogueItem, spans: readonly Period[]): string[] {
  const begun = [...spans, ...before.value.versions, ...after.value.versions].map(({ from }) => from)
  return [...new Set(begun)].sort()
}

/** Where what a version delivers stands, or where one would stand. */
export function versionPlace({ document, path, value }: CatalogueItem, version: ItemVersion | undefined) {
  return version === undefined
    ? document.at([...path, 'versions'], 'key')
    : document.at([...path, 'versions', value.versions.indexOf(version), 'delivery'])
}
