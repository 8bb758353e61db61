import type { Charge } from '../../../generated/types/service.ts'
import { type DataPath, type Finding, finding } from '../../finding/finding.ts'
import { parseAmount } from '../../money/amount.ts'
import { chargeOf, isFactor, type Rate, rateScale } from '../../money/charge.ts'
import { exactPrice } from '../../money/words.ts'
import type { SourceDocument } from '../../read/document.ts'
import { chargesIn } from './charges.ts'
import type { CatalogueRule } from './rule.ts'

export const feeBounds: CatalogueRule<'services' | 'prices'> = {
  code: 'TY2212',
  severity: 'error',
  title: { zh: '折扣、限价或合计的界限不符', en: 'a discount, a ceiling or bounds that do not agree' },
  why: {
    zh: '折扣系数大于 0、至多为 1；折后的价格不得高于限价；最低收费不得高于封顶。请核对依据文件。',
    en: 'The factor of a discount is above 0 and at most 1, and no price lies above its ceiling once the discount is off; the least that is charged is not above the most. Check the papers that they rest on.',
  },
  *check(document) {
    for (const { charge, path } of chargesIn(document.value)) {
      yield* badFactor(document, charge, path)
      yield* lowCeiling(document, charge, path)
      yield* crossedBounds(document, charge, path)
    }
  },
}

function* badFactor(document: SourceDocument, { discount }: Charge, path: DataPath): Generator<Finding> {
  if (discount === undefined || isFactor(parseAmount(discount.factor))) return
  yield finding(feeBounds, document.at([...path, 'discount', 'factor']), {
    message: {
      zh: `折扣系数为 ${discount.factor}，须大于 0、至多为 1；八五折写 "0.85"`,
      en: `the factor is ${discount.factor}, and must be above 0 and at most 1; 15 % off is "0.85"`,
    },
  })
}

function* lowCeiling(document: SourceDocument, charge: Charge, path: DataPath): Generator<Finding> {
  const { ceiling } = charge
  const highest = highestPrice(charge)
  if (ceiling === undefined || highest <= parseAmount(ceiling) * (rateScale / 10_000n)) return
  yield finding(feeBounds, document.at([...path, 'ceiling']), {
    message: {
      zh: `限价 ${ceiling} 低于价格 ${exactPrice(highest)}`,
      en: `the ceiling, ${ceiling}, is below the price, ${exactPrice(highest)}`,
    },
  })
}

function* crossedBounds(document: SourceDocument, charge: Charge, path: DataPath): Generator<Finding> {
  const { least, most } = charge.total ?? {}
  if (least === undefined || most === undefined || parseAmount(least) <= parseAmount(most)) return
  yield finding(feeBounds, document.at([...path, 'total', 'most']), {
    message: {
      zh: `封顶 ${most} 低于最低收费 ${least}`,
      en: `the most, ${most}, is below the least, ${least}`,
    },
  })
}

/** In `1/rateScale` yuan, with the discount off; 0 without a price. */
function highestPrice(charge: Charge): bigint {
  return pricesOf(chargeOf(charge).rate).reduce((highest, price) => (price > highest ? price : highest), 0n)
}

function pricesOf(rate: Rate): readonly bigint[] {
  if (rate.kind === 'open') return []
  return rate.kind === 'flat' ? [rate.price] : rate.tiers.map(({ price }) => price)
}
