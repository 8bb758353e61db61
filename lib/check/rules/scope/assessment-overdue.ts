import { addMonths } from '../../../clock/index.ts'
import { profileOf } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { resourcesOf } from '../../../lifecycle/index.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const assessmentOverdue: SystemRule = {
  code: 'TY4106',
  severity: 'warning',
  title: text('系统的等级保护测评已超过周期。', 'The MLPS assessment of a system is overdue.'),
  why: text(
    '使用单位须按等级保护的要求定期测评；完成测评后更新 mlps.assessed，并登记测评报告。',
    'The unit has its systems assessed at the interval of their level. Assess, then update mlps.assessed and enter the report.',
  ),
  articles: ['NW-3.5', 'DT-21', 'XS-34'],
  *check(surroundings, system) {
    const profile = profileOf(surroundings, system)
    const { level, assessed } = system.value.mlps
    const period = profile?.mlps?.periodic?.find(one => one.level === level)
    if (profile === undefined || period === undefined || assessed === undefined) return
    if (resourcesOf(profile, system.value, surroundings.asOf) !== 'formal') return
    const due = addMonths(assessed, period.months)
    if (due >= surroundings.asOf) return
    yield finding(assessmentOverdue, place(system, 'mlps', 'assessed'), {
      article: period.article,
      message: text(
        `等保${level}级系统每 ${period.months} 个月测评一次（${period.basis}），最迟应于 ${due} 完成`,
        `a system of level ${level} is assessed every ${period.months} months; the next was due by ${due}`,
      ),
    })
  },
}
