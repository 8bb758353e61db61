import { closest } from '../../finding/closest.ts'
import { finding, type Text } from '../../finding/finding.ts'
import { catalogueList } from '../../money/price-list.ts'
import { isKind, type ValidDocument } from '../document.ts'
import type { CatalogueRule } from './rule.ts'

export const priceListAdoption: CatalogueRule<'prices'> = {
  code: 'TY2222',
  severity: 'error',
  title: { zh: '沿用的价目表无从适用', en: 'an adopted price list that leads nowhere' },
  why: {
    zh: '沿用服务目录的写“catalogue”，沿用另一地区的写其标识，该地区须有自己的价目表；不得沿用自己的，也不得互相沿用。请改正，或为该地区建立 catalogue/prices/<地区>.yaml。',
    en: 'Write `catalogue` for what the items themselves say, else the id of a jurisdiction that has a list of its own; never one’s own, and never in a circle. Correct it, or give that jurisdiction its catalogue/prices/<jurisdiction>.yaml.',
  },
  *check(document, catalogue) {
    const adopted = adoptedLists(catalogue)
    const own = document.value.jurisdiction
    for (const [index, { list }] of (document.value.adopts ?? []).entries()) {
      const fault = faultOf(adopted, own, list)
      if (fault === undefined) continue
      const meant = adopted.has(list) ? undefined : closest(list, [catalogueList, ...adopted.keys()])
      yield finding(priceListAdoption, document.at(['adopts', index, 'list']), {
        message: fault,
        ...(meant !== undefined &&
          meant !== own && {
            fix: { message: { zh: `改为 ${meant}`, en: `write ${meant}` }, replacement: meant },
          }),
      })
    }
  },
}

/** By jurisdiction, the lists that it adopts at any time. */
function adoptedLists(catalogue: readonly ValidDocument[]): ReadonlyMap<string, readonly string[]> {
  const lists = catalogue.filter(document => isKind(document, 'prices'))
  return new Map(lists.map(({ value }) => [value.jurisdiction, (value.adopts ?? []).map(({ list }) => list)]))
}

function faultOf(
  adopted: ReadonlyMap<string, readonly string[]>,
  own: string,
  list: string,
): Text | undefined {
  if (list === catalogueList) return undefined
  if (!adopted.has(list)) return { zh: `没有 ${list} 的价目表`, en: `there is no price list of ${list}` }
  const reached = new Set([list])
  for (const next of reached) for (const further of adopted.get(next) ?? []) reached.add(further)
  return reached.has(own)
    ? { zh: `沿用 ${list} 又回到 ${own}`, en: `what ${list} adopts leads back to ${own}` }
    : undefined
}
