import { addMonths } from '../../../clock/index.ts'
import { profileOf } from '../../../entitlement/end-of-life.ts'
import { finding } from '../../../finding/finding.ts'
import { resourcesOf } from '../../../lifecycle/index.ts'
import { place, text } from '../../place.ts'
import type { Rule } from '../../rule.ts'

export const cryptographyOverdue: Rule = {
  code: 'TY4107',
  local: true,
  severity: 'warning',
  title: text('商用密码应用安全性评估已超过周期。', 'The assessment of commercial cryptography is overdue.'),
  why: text(
    '密码应用须定期评估；完成评估后更新 cryptography.assessed。',
    'The use of cryptography is assessed regularly. Assess, then update cryptography.assessed.',
  ),
  articles: ['NW-3.7', 'DT-23', 'XS-34'],
  *check(model) {
    for (const system of model.systems) {
      const profile = profileOf(model, system)
      const rule = profile?.cryptography
      const assessed = system.value.cryptography?.assessed
      if (profile === undefined || rule === undefined || assessed === undefined) continue
      if (system.value.mlps.level < rule.mlpsAtLeast) continue
      if (resourcesOf(profile, system.value, model.asOf) !== 'formal') continue
      const due = addMonths(assessed, rule.months)
      if (due >= model.asOf) continue
      yield finding(cryptographyOverdue, place(system, 'cryptography', 'assessed'), {
        article: rule.article,
        message: text(
          `密码应用安全性评估应于 ${due} 前完成（${rule.basis}）`,
          `the assessment was due by ${due}`,
        ),
      })
    }
  },
}
