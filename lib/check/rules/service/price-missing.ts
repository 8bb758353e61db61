import { isEmptyPeriod } from '../../../clock/period.ts'
import { currentLinesIn } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { isLeftOut } from '../../../model/left-out.ts'
import { versionOn } from '../../../model/version.ts'
import { feeStandardOn } from '../../../money/price-list.ts'
import { articleFor } from '../../article.ts'
import { decidedOn } from '../../decided-on.ts'
import { place, related, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const priceMissing: SystemRule = {
  code: 'TY3116',
  severity: 'error',
  articles: ['NW-1.5', 'DT-7', 'XS-11'],
  title: text('服务项在本地区没有费用标准。', 'The item has no price in this jurisdiction.'),
  why: text(
    '费用标准由各地区自定，或沿用服务目录、另一地区的，按授予或申请之日判断。请有权制定费用标准的部门在 catalogue/prices/<地区>.yaml 中补列（面议的写 negotiated: true），或改用有费用标准的服务项。',
    'Each jurisdiction sets its own prices, or adopts those of the catalogue or of another; the day of the grant or the request decides. Have whoever sets the prices add one to catalogue/prices/<jurisdiction>.yaml (`negotiated: true` where it is still to be agreed), or choose an item that has one.',
  ),
  *check(surroundings, system) {
    const { catalogue } = surroundings
    const { jurisdiction } = system.value.metadata
    if (isLeftOut(surroundings, `catalogue/prices/${jurisdiction}.yaml`)) return
    for (const use of currentLinesIn(surroundings, system)) {
      const item = catalogue.items.get(use.line.item)
      const day = decidedOn(use)
      // Without a version on the day it is not offered at all, and another rule says so.
      if (item === undefined || isEmptyPeriod(use.span) || versionOn(item.value, day) === undefined) continue
      if (feeStandardOn({ catalogue, jurisdiction }, use.line.item, day) !== undefined) continue
      const list = catalogue.prices.get(jurisdiction)
      yield finding(priceMissing, place(system, ...use.path, 'item'), {
        article: articleFor(priceMissing, surroundings, jurisdiction),
        message: text(
          `${item.value.name.zh}（${use.line.item}）在 ${day} 没有本地区的费用标准`,
          `${item.value.name.en} (${use.line.item}) has no price in ${jurisdiction} on ${day}`,
        ),
        related:
          list === undefined
            ? []
            : [related(place(list, 'jurisdiction'), '本地区的价目表', 'the jurisdiction’s price list')],
      })
    }
  },
}
