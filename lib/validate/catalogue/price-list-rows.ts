import { addCalendarDays } from '../../clock/index.ts'
import { type DataPath, type Finding, finding } from '../../finding/finding.ts'
import type { SourceDocument } from '../../read/document.ts'
import type { CatalogueRule } from './rule.ts'

export const priceListRows: CatalogueRule<'prices'> = {
  code: 'TY2221',
  severity: 'error',
  title: { zh: '价目表中的一日有两种费用标准', en: 'a price list with two prices for one day' },
  why: {
    zh: '一个服务项在价目表中只列一次，各版本、各次沿用的日期不重叠，止日不早于起日；否则一日有两种费用标准，不知以何为准。请合并，或为在先的写明失效日（to）。',
    en: 'An item stands once in a price list, and neither its versions nor what is adopted overlap or end before they begin: else nobody knows which price counts. Join the two, or give the earlier one its last day (`to`).',
  },
  *check(document) {
    const { prices = [], adopts = [] } = document.value
    const listed = new Set<string>()
    for (const [index, { item, versions }] of prices.entries()) {
      if (listed.has(item))
        yield finding(priceListRows, document.at(['prices', index, 'item']), {
          message: { zh: `${item} 已在表中`, en: `${item} stands in the list already` },
        })
      listed.add(item)
      yield* overlaps(document, ['prices', index, 'versions'], versions)
    }
    yield* overlaps(document, ['adopts'], adopts)
  },
}

interface Dated {
  readonly from: string
  readonly to?: string
}

/** Of a list of dated rows, each that begins before the one before it has ended, or ends before it begins. */
function* overlaps(document: SourceDocument, path: DataPath, rows: readonly Dated[]): Generator<Finding> {
  const placed = rows.map((row, index) => ({ ...row, index })).toSorted((a, b) => (a.from < b.from ? -1 : 1))
  let free = ''
  for (const { from, to, index } of placed) {
    if (to !== undefined && to < from)
      yield finding(priceListRows, document.at([...path, index, 'to']), {
        message: { zh: `止于 ${to}，早于起日 ${from}`, en: `it ends on ${to}, before it begins, ${from}` },
      })
    if (from < free)
      yield finding(priceListRows, document.at([...path, index, 'from']), {
        message: {
          zh: `自 ${from} 起，而在先的一行${free === never ? '没有失效日' : `至 ${addCalendarDays(free, -1)} 仍有效`}`,
          en: `it begins on ${from}, and an earlier row ${free === never ? 'has no last day' : `holds until ${addCalendarDays(free, -1)}`}`,
        },
      })
    const end = to === undefined ? never : addCalendarDays(to, 1)
    if (end > free) free = end
  }
}

/** Later than any day. */
const never = '~'
