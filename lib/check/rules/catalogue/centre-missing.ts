import { finding } from '../../../finding/finding.ts'
import { centreTerms } from '../../../term/index.ts'
import { groundIn } from '../../ground.ts'
import { placeOfKey, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const centreMissing: RepositoryRule = {
  code: 'TY3614',
  severity: 'warning',
  title: text('平台缺少法规要求的中心。', 'The platform lacks a centre that the regulation asks for.'),
  why: text(
    '两地三中心等架构由主管部门会同服务商建设；建成后在 platform.yaml 的 sites 中登记。尚未建成不影响已有的系统，依靠该中心的服务项不能提供。',
    'Two sites and three centres are built by the authority and the provider. Enter a centre under `sites` of platform.yaml once it stands. Until then systems go on, and items that need it cannot be offered.',
  ),
  articles: ['XS-14a'],
  *check(model) {
    const { platform, jurisdictions } = model.catalogue
    const roles = new Set(platform.value.sites.map(({ role }) => role))
    for (const { value: profile } of jurisdictions.values()) {
      const { centres } = profile
      for (const role of centres?.roles ?? []) {
        if (roles.has(role)) continue
        const { zh, en } = centreTerms[role]
        yield finding(centreMissing, placeOfKey(platform, 'sites'), {
          ...(centres === undefined ? {} : groundIn(model, profile, centres)),
          message: text(
            `${profile.metadata.name.zh}要求平台有${zh}`,
            `${profile.metadata.name.en} asks for a ${en}`,
          ),
        })
      }
    }
  },
}
