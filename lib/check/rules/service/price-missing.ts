import type { ServiceItem } from '../../../../generated/types/service.ts'
import { holdsOn, isEmptyPeriod } from '../../../clock/period.ts'
import { currentLinesIn, type LineUse } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { isLeftOut } from '../../../model/left-out.ts'
import { versionOn } from '../../../model/version.ts'
import { view } from '../../../model/view.ts'
import { feeStandardOn, type Pricing, priceTurningDays } from '../../../money/price-list.ts'
import { itemTerm } from '../../../term/index.ts'
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
      if (item === undefined || isEmptyPeriod(use.span)) continue
      // Without a version on the day it is not offered at all, and another rule says so.
      const pricing = { catalogue, jurisdiction }
      const day = daysOf(use, surroundings.asOf).find(one => isUnpriced(pricing, item.value, one))
      if (day === undefined) continue
      const list = catalogue.prices.get(jurisdiction)
      const name = itemTerm(surroundings, use.line.item)
      yield finding(priceMissing, place(system, ...use.path, 'item'), {
        severity: isBroughtByTime(pricing, use, day, surroundings.asOf) ? 'warning' : 'error',
        article: articleFor(priceMissing, surroundings, jurisdiction),
        message: text(
          `${name.zh}在 ${day} 没有本地区的费用标准`,
          `${name.en} has no price in this jurisdiction on ${day}`,
        ),
        related:
          list === undefined
            ? []
            : [related(place(list, 'jurisdiction'), '本地区的价目表', 'the jurisdiction’s price list')],
      })
    }
  },
}

/** The day of the decision, and of what is granted today too: a list may have ended, and its successor be late. */
function daysOf(use: LineUse, asOf: string): readonly string[] {
  const decided = decidedOn(use)
  return use.event === undefined || decided >= asOf || !holdsOn(use.span, asOf) ? [decided] : [decided, asOf]
}

/** What was right when it was decided, or had a price when it came into the manifest, stays: only a successor is late. */
function isBroughtByTime(pricing: Pricing, use: LineUse, day: string, asOf: string): boolean {
  const { event, line } = use
  if (event !== undefined) return day !== decidedOn(use)
  const hadPrice = priceTurningDays(pricing.catalogue, line.item).some(
    one => one < day && feeStandardOn(pricing, line.item, one) !== undefined,
  )
  return hadPrice && day === asOf && line.from !== asOf
}

const knownIn = view((_catalogue: Pricing['catalogue']) => new Map<string, boolean>())

/** Thousands of lines ask for the same item from the same day on. */
function isUnpriced(pricing: Pricing, item: ServiceItem, day: string): boolean {
  const known = knownIn(pricing.catalogue)
  const key = `${pricing.jurisdiction} ${item.id} ${day}`
  const told = known.get(key)
  if (told !== undefined) return told
  const unpriced = versionOn(item, day) !== undefined && feeStandardOn(pricing, item.id, day) === undefined
  known.set(key, unpriced)
  return unpriced
}
