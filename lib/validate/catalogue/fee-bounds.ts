import type { Charge } from '../../../generated/types/service.ts'
import { finding } from '../../finding/finding.ts'
import { parseAmount } from '../../money/amount.ts'
import { chargeOf, isFactor, type Rate, rateScale } from '../../money/charge.ts'
import { exactPrice } from '../../money/words.ts'
import { chargesIn } from './charges.ts'
import type { CatalogueRule } from './rule.ts'

export const feeBounds: CatalogueRule<'services' | 'prices'> = {
  code: 'TY2212',
  severity: 'error',
  title: { zh: '折扣或限价与价格不符', en: 'a discount or a ceiling that does not agree with the price' },
  why: {
    zh: '折扣系数大于 0、至多为 1；折后的价格不得高于限价。请核对依据文件。',
    en: 'The factor of a discount is above 0 and at most 1, and no price lies above its ceiling once the discount is off. Check the papers that they rest on.',
  },
  *check(document) {
    for (const { charge, path } of chargesIn(document.value)) {
      const { discount, ceiling } = charge
      if (discount !== undefined && !isFactor(parseAmount(discount.factor)))
        yield finding(feeBounds, document.at([...path, 'discount', 'factor']), {
          message: {
            zh: `折扣系数为 ${discount.factor}，须大于 0、至多为 1；八五折写 "0.85"`,
            en: `the factor is ${discount.factor}, and must be above 0 and at most 1; 15 % off is "0.85"`,
          },
        })
      const highest = highestPrice(charge)
      if (ceiling === undefined || highest <= parseAmount(ceiling) * (rateScale / 10_000n)) continue
      yield finding(feeBounds, document.at([...path, 'ceiling']), {
        message: {
          zh: `限价 ${ceiling} 低于价格 ${exactPrice(highest)}`,
          en: `the ceiling, ${ceiling}, is below the price, ${exactPrice(highest)}`,
        },
      })
    }
  },
}

/** In `1/rateScale` yuan, with the discount off; 0 without a price. */
function highestPrice(charge: Charge): bigint {
  return pricesOf(chargeOf(charge).rate).reduce((highest, price) => (price > highest ? price : highest), 0n)
}

function pricesOf(rate: Rate): readonly bigint[] {
  if (rate.kind === 'open') return []
  return rate.kind === 'flat' ? [rate.price] : rate.tiers.map(({ price }) => price)
}
