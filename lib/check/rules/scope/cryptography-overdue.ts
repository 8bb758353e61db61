import { addMonths } from '../../../clock/index.ts'
import { profileOf } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { resourcesOf } from '../../../lifecycle/index.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const cryptographyOverdue: SystemRule = {
  code: 'TY4107',
  severity: 'warning',
  title: text('商用密码应用安全性评估已超过周期。', 'The assessment of commercial cryptography is overdue.'),
  why: text(
    '密码应用须定期评估；完成评估后更新 cryptography.assessed。',
    'The use of cryptography is assessed regularly. Assess, then update cryptography.assessed.',
  ),
  articles: ['NW-3.7', 'DT-23', 'XS-34'],
  *check(surroundings, system) {
    const profile = profileOf(surroundings, system)
    const rule = profile?.cryptography
    const assessed = system.value.cryptography?.assessed
    if (profile === undefined || rule === undefined || assessed === undefined) return
    if (system.value.mlps.level < rule.mlpsAtLeast) return
    if (resourcesOf(profile, system.value, surroundings.asOf) !== 'formal') return
    const due = addMonths(assessed, rule.months)
    if (due >= surroundings.asOf) return
    yield finding(cryptographyOverdue, place(system, 'cryptography', 'assessed'), {
      article: rule.article,
      message: text(
        `商用密码应用安全性评估最迟应于 ${due} 完成（${rule.basis}）`,
        `the assessment of commercial cryptography was due by ${due}`,
      ),
    })
  },
}
