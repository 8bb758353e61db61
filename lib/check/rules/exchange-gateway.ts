import { finding } from '../../finding/finding.ts'
import { articleFor } from '../article.ts'
import { place, text } from '../place.ts'
import type { Rule } from '../rule.ts'
import { meant } from '../words.ts'

export const exchangeGateway: Rule = {
  code: 'TY3413',
  severity: 'error',
  articles: ['XS-15.2', 'ZJ-24'],
  title: text('平台没有登记所写的交换网关。', 'The platform has no such gateway.'),
  why: text(
    '跨区交换只能经平台登记的交换网关进行。',
    'What crosses zones goes through a gateway that the platform declares, and no other way.',
  ),
  *check(model) {
    const known = (model.catalogue.platform.value.gateways ?? []).map(({ id }) => id)
    for (const system of model.systems) {
      for (const [index, { through }] of (system.value.exchange ?? []).entries()) {
        if (known.includes(through)) continue
        yield finding(exchangeGateway, place(system, 'exchange', index, 'through'), {
          article: articleFor(exchangeGateway, model, system.value.metadata.jurisdiction),
          message: text(`平台没有交换网关 ${through}`, `the platform has no gateway ${through}`),
          fix: meant(through, known),
        })
      }
    }
  },
}
