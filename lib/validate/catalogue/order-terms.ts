import { type Finding, finding, type Location } from '../../finding/finding.ts'
import { orderBounds } from '../../model/order-terms.ts'
import type { CatalogueRule } from './rule.ts'

export const orderTerms: CatalogueRule<'services'> = {
  code: 'TY2213',
  severity: 'error',
  title: { zh: '没有可申请的数量', en: 'terms of order that no quantity meets' },
  why: {
    zh: '起订量、上限与步长之间没有一个数量同时满足，或者每一份至多选配的少于至少选配的，这一项就无法申请。请核对这些数。',
    en: 'Nothing lies between the least and the most that is a multiple of the step, or fewer may go with each than have to, so that the item could never be asked for. Check these figures.',
  },
  *check(document) {
    for (const [item, { versions }] of document.value.items.entries()) {
      for (const [version, { order }] of versions.entries()) {
        if (order === undefined) continue
        const path = ['items', item, 'versions', version, 'order'] as const
        if (orderBounds(order) === undefined) yield noQuantity(document.at([...path, 'most']), order.most)
        const { least = 1, most = least } = order.optionOf ?? {}
        if (most < least) yield noQuantity(document.at([...path, 'optionOf', 'most']), most)
      }
    }
  },
}

function noQuantity(at: Location, most: number | undefined): Finding {
  return finding(orderTerms, at, {
    message: {
      zh: `至多 ${most}，在此之内没有可申请的数量`,
      en: `at most ${most}, and no quantity up to that may be asked for`,
    },
  })
}
