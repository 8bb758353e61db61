import { finding } from '../../finding/finding.ts'
import { orderBounds } from '../../model/order-terms.ts'
import type { CatalogueRule } from './rule.ts'

export const orderTerms: CatalogueRule<'services'> = {
  code: 'TY2213',
  severity: 'error',
  title: { zh: '没有可申请的数量', en: 'terms of order that no quantity meets' },
  why: {
    zh: '起订量、上限与步长之间没有一个数量同时满足，这一项就无法申请。请核对三个数。',
    en: 'Nothing lies between the least and the most that is a multiple of the step, so that the item could never be asked for. Check the three.',
  },
  *check(document) {
    for (const [item, { versions }] of document.value.items.entries()) {
      for (const [version, { order }] of versions.entries()) {
        if (order === undefined || orderBounds(order) !== undefined) continue
        yield finding(orderTerms, document.at(['items', item, 'versions', version, 'order', 'most']), {
          message: {
            zh: `至多 ${order.most}，在此之内没有可申请的数量`,
            en: `at most ${order.most}, and no quantity up to that may be asked for`,
          },
        })
      }
    }
  },
}
