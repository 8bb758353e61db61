import { profileOf } from '../../../entitlement/end-of-life.ts'
import { finding } from '../../../finding/finding.ts'
import { place, text } from '../../place.ts'
import type { Rule } from '../../rule.ts'

export const commercialUse: Rule = {
  code: 'TY4103',
  local: true,
  severity: 'error',
  title: text(
    '政务云资源不得用于商业用途或第三方应用。',
    'The resources serve no commercial or third-party use.',
  ),
  why: text(
    '资源用途单一是资产管理的要求；将商业或第三方应用部署到别处。',
    'One purpose keeps the assets clear. Run commercial or third-party applications elsewhere.',
  ),
  articles: ['JQ-15'],
  *check(model) {
    for (const system of model.systems) {
      const ban = profileOf(model, system)?.scope?.commercialUse
      if (ban === undefined || system.value.commercialUse !== true) continue
      yield finding(commercialUse, place(system, 'commercialUse'), {
        article: ban.article,
        message: text(
          '系统标明有商业用途或第三方应用',
          'the system is marked for commercial or third-party use',
        ),
      })
    }
  },
}
