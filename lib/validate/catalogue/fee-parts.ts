import type { Charge } from '../../../generated/types/service.ts'
import { type DataPath, type Finding, finding, type Text } from '../../finding/finding.ts'
import type { SourceDocument } from '../../read/document.ts'
import { chargesIn, feesIn, type PlacedFee } from './charges.ts'
import type { CatalogueRule } from './rule.ts'

/** The ways to say what is paid, of which a charge has one. */
const ways = ['price', 'tiers', 'negotiated'] as const

export const feeParts: CatalogueRule<'services' | 'prices'> = {
  code: 'TY2210',
  severity: 'error',
  title: { zh: '费用标准没有写清付多少', en: 'a fee standard that does not say what is paid' },
  why: {
    zh: '一项收费写 price、tiers、negotiated（面议）之一，或只写 ceiling（限价，尚未议定）；有价格的须写 per。有几项收费时都写在 charges 里，不与直接写的混用；没有价格的不写 discount、total。',
    en: 'A charge has one of `price`, `tiers` and `negotiated`, or a `ceiling` alone while nothing is agreed; what has a price has a period, `per`. Several charges all stand under `charges`, none beside it; without a price there is no `discount` and no `total`.',
  },
  *check(document) {
    for (const { charge, path } of chargesIn(document.value)) yield* faultsOf(document, charge, path)
    for (const placed of feesIn(document.value)) yield* mixed(document, placed)
  },
}

function* faultsOf(document: SourceDocument, charge: Charge, path: DataPath): Generator<Finding> {
  const given = ways.filter(way => charge[way] !== undefined)
  const [way, ...others] = given
  const say = (message: Text, key?: keyof Charge) =>
    key === undefined
      ? finding(feeParts, document.at(path), { message })
      : finding(feeParts, document.at([...path, key], 'key'), { message })
  if (way === undefined && charge.ceiling === undefined) yield say(nothing)
  for (const other of others)
    yield say(
      { zh: `已写 ${way}，不应再写 ${other}`, en: `it has ${way}, so ${other} does not belong here` },
      other,
    )
  const isPriced = way === 'price' || way === 'tiers'
  if (isPriced && charge.per === undefined) yield say(noPeriod, way)
  if (!isPriced && charge.discount !== undefined) yield say(nothingToTakeOff, 'discount')
  if (!isPriced && charge.total !== undefined) yield say(nothingToBound, 'total')
}

const nothing: Text = {
  zh: '没有写 price、tiers、negotiated 或 ceiling；尚无价格的写 negotiated: true',
  en: 'none of price, tiers, negotiated and ceiling is given; where there is no price yet, write negotiated: true',
}

const noPeriod: Text = {
  zh: '没有写计费周期 per，如 month、year、once',
  en: 'no period, `per`, is given, such as month, year or once',
}

const nothingToTakeOff: Text = {
  zh: '没有价格，折扣无从计算',
  en: 'there is no price that a discount could be taken off',
}

const nothingToBound: Text = {
  zh: '没有价格，合计的下限、上限无从适用',
  en: 'there is no price whose sum could be bounded',
}

/** A charge that is written beside the list: nobody could tell whether it is one of them. */
function* mixed(document: SourceDocument, { fee, path }: PlacedFee): Generator<Finding> {
  if (fee.charges === undefined) return
  for (const key of Object.keys(fee)) {
    if (key === 'charges' || key === 'basis') continue
    yield finding(feeParts, document.at([...path, key], 'key'), {
      message: {
        zh: `已列 charges，${key} 须写在其中一项里`,
        en: `with charges, ${key} belongs to one of them`,
      },
    })
  }
}
