import { profileOf } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const commercialUse: SystemRule = {
  code: 'TY4103',
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
  *check(surroundings, system) {
    const ban = profileOf(surroundings, system)?.scope?.commercialUse
    if (ban === undefined || system.value.commercialUse !== true) return
    yield finding(commercialUse, place(system, 'commercialUse'), {
      article: ban.article,
      message: text(
        '系统标明有商业用途或第三方应用',
        'the system is marked for commercial or third-party use',
      ),
    })
  },
}
