import { finding } from '../../finding/finding.ts'
import type { CatalogueRule } from './rule.ts'

const parts = ['flavor', 'volume', 'address', 'quota'] as const

export const deliveryParts: CatalogueRule<'services'> = {
  kind: 'services',
  code: 'TY2201',
  severity: 'error',
  title: { zh: '交付方式与所写内容不一致', en: 'a delivery that does not say what its kind needs' },
  why: {
    zh: 'delivery.by 决定如何交付：写 flavor 就须给出 flavor，写 manual 则不得给出规格。请补写对应的一节，删去其余的。',
    en: '`by` decides how an item is delivered: `flavor` needs the part `flavor`, `manual` needs none. Add the part that belongs to it and remove the others.',
  },
  *check(document) {
    for (const [item, { versions }] of document.value.items.entries()) {
      for (const [version, { delivery }] of versions.entries()) {
        const path = ['items', item, 'versions', version, 'delivery']
        for (const part of parts) {
          const wanted = delivery.by === part
          const given = delivery[part] !== undefined
          if (wanted === given) continue
          const at = given ? document.at([...path, part], 'key') : document.at([...path, 'by'])
          yield finding(deliveryParts, at, {
            message: wanted
              ? {
                  zh: `交付方式为 ${part}，但没有写 ${part}`,
                  en: `delivered by ${part}, and no ${part} is given`,
                }
              : {
                  zh: `交付方式为 ${delivery.by}，不应写 ${part}`,
                  en: `delivered by ${delivery.by}, so ${part} does not belong here`,
                },
          })
        }
      }
    }
  },
}
