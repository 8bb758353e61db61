import { isEmptyPeriod } from '../../../clock/period.ts'
import { grantedLinesIn } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { itemTerm } from '../../../term/index.ts'
import { place, related, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const lineOutsideGrant: SystemRule = {
  code: 'TY3112',
  severity: 'warning',
  title: text(
    '授予的服务行在授予有效期内没有一天生效。',
    'A granted line is not in force on any day of its grant.',
  ),
  why: text(
    '授予自其环节的日期起生效，至下一次授予或退出为止；期间落在此外的服务行从不生效。请核对日期，或从下一次授予中删去。',
    'A grant holds from its event until the next grant or the end. A line whose period lies outside that never counts: check its dates, or leave it out of the next grant.',
  ),
  *check(surroundings, system) {
    for (const { line, path, event, span, current } of grantedLinesIn(surroundings, system)) {
      const reversed = line.from !== undefined && line.to !== undefined && line.from > line.to
      if (!current || reversed || event === undefined || !isEmptyPeriod(span)) continue
      const { zh, en } = itemTerm(surroundings, line.item)
      yield finding(lineOutsideGrant, place(system, ...path), {
        message: text(
          `${zh}的期间不在本次核定的有效期内，从不生效；请核对日期`,
          `the period of ${en} lies outside its grant, so that the line never counts; check its dates`,
        ),
        related: [related(place(system, 'history', event, 'on'), '核定日期', 'the date of the grant')],
      })
    }
  },
}
