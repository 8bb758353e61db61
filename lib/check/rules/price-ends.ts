import { finding } from '../../finding/finding.ts'
import { grantedLinesOf } from '../lines.ts'
import { place, related, text } from '../place.ts'
import type { Rule } from '../rule.ts'

export const priceEnds: Rule = {
  code: 'TY3603',
  severity: 'warning',
  title: text('仍在使用的服务项将没有费用标准。', 'An item that is in use will have no fee standard.'),
  why: text(
    '最后一个版本失效后无从计费；由主管部门补充其后的版本，或在此之前办理变更。',
    'After its last version nothing can be billed. Have the authority add the next version, or change the grants before then.',
  ),
  *check(model) {
    const open = grantedLinesOf(model).filter(({ current, span }) => current && span.until === undefined)
    const users = Map.groupBy(open, use => use.line.item)
    for (const [id, uses] of users) {
      const item = model.catalogue.items.get(id)
      const last = item?.value.versions
        .map((version, index) => ({ ...version, index }))
        .toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
      if (item === undefined || last?.to === undefined || last.to < model.asOf) continue
      const [first] = uses
      yield finding(priceEnds, place(item, 'versions', last.index, 'to'), {
        message: text(
          `${item.value.name.zh}在 ${last.to} 之后没有费用标准，仍有 ${uses.length} 项授予`,
          `${item.value.name.en} has no fee after ${last.to}, and ${uses.length} grants of it go on`,
        ),
        related:
          first === undefined
            ? []
            : [related(place(first.system, ...first.path, 'item'), '其中一项授予', 'one of the grants')],
      })
    }
  },
}
