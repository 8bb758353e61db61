import type { ServiceItem } from '../../../../generated/types/service.ts'
import { isEmptyPeriod, type Period, periodOf } from '../../../clock/period.ts'
import { type LineUse, linesIn } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { firstDayWithoutVersion } from '../../../model/version.ts'
import { itemTerm } from '../../../term/index.ts'
import { articleFor } from '../../article.ts'
import { place, related, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const itemNotValid: SystemRule = {
  code: 'TY3108',
  severity: 'error',
  articles: ['DT-11a', 'XS-11'],
  title: text(
    '服务项在所涉日期没有有效版本。',
    'The item has no valid version on a day that the line covers.',
  ),
  why: text(
    '费用标准和交付方式取自服务项当日有效的版本。授予期间的每一天，以及申请的当天，都须有有效版本；须改用有效的服务项、缩短期限，或由主管部门补充版本。',
    'Fee and delivery come from the version that is valid on the day. Every day of a grant, and today for what is asked for, needs one: choose a valid item, shorten the line, or have the authority add a version.',
  ),
  *check(surroundings, system) {
    for (const use of linesIn(surroundings, system)) {
      const item = surroundings.catalogue.items.get(use.line.item)
      if (item === undefined || (use.event === undefined && !use.current) || isEmptyPeriod(use.span)) continue
      const day = firstDayWithout(item.value, daysOf(use, surroundings.asOf))
      if (day === undefined) continue
      const name = itemTerm(surroundings, use.line.item)
      yield finding(itemNotValid, place(use.system, ...use.path, 'item'), {
        severity: isBroughtByTime(item.value, use, day, surroundings.asOf) ? 'warning' : 'error',
        article: articleFor(itemNotValid, surroundings, use.system.value.metadata.jurisdiction),
        message: text(`${name.zh}在 ${day} 没有有效版本`, `${name.en} has no valid version on ${day}`),
        related: [related(place(item, 'versions'), '该服务项的版本', "the item's versions")],
      })
    }
  },
}

/**
 * The days that must be covered. What is asked for: the day it would begin. What is granted without an end: up to today,
 * for the price of the future may still be set, and `price-ends` warns of it.
 */
function daysOf({ event, span, line }: LineUse, asOf: string): Period {
  if (event === undefined) return periodOf(span.from, span.from)
  if (line.to !== undefined || span.until !== undefined) return span
  return periodOf(span.from, span.from > asOf ? span.from : asOf)
}

/**
 * Whether all was well on the day of the decision, and only the successor of a version is late. A line that says its own
 * last day could have been held against the versions from the beginning.
 */
function isBroughtByTime(
  item: ServiceItem,
  { event, span, line }: LineUse,
  day: string,
  asOf: string,
): boolean {
  if (event !== undefined) return line.to === undefined && day > span.from
  const hasBegun = item.versions.some(({ from }) => from < day)
  return hasBegun && day === asOf && line.from !== asOf
}

const known = new WeakMap<ServiceItem, Map<string, string | undefined>>()

/** Thousands of lines ask for the same item over the same days. */
function firstDayWithout(item: ServiceItem, span: Period): string | undefined {
  const days = known.get(item) ?? new Map<string, string | undefined>()
  known.set(item, days)
  const key = `${span.from} ${span.until}`
  if (!days.has(key)) days.set(key, firstDayWithoutVersion(item, span))
  return days.get(key)
}
