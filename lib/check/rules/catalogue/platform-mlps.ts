import { finding } from '../../../finding/finding.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const platformMlps: RepositoryRule = {
  code: 'TY3607',
  severity: 'error',
  title: text(
    '平台的等级保护级别低于法规要求。',
    'The MLPS level of the platform is below what the regulation wants.',
  ),
  why: text(
    '政务云平台须按等级保护三级或以上要求防护；完成相应级别的定级备案后更新 platform.yaml。',
    'The platform is protected at level 3 or above. File it at that level, then update platform.yaml.',
  ),
  articles: ['NW-3.4', 'DT-20', 'XS-15.4'],
  *check(model) {
    const { platform, jurisdictions } = model.catalogue
    for (const { value: profile } of jurisdictions.values()) {
      const floor = profile.mlps?.platformFloor
      if (floor === undefined || platform.value.mlps.level >= floor.level) continue
      yield finding(platformMlps, place(platform, 'mlps', 'level'), {
        article: floor.article,
        message: text(
          `${profile.metadata.name.zh}要求不低于${floor.level}级，平台为${platform.value.mlps.level}级`,
          `${profile.metadata.name.en} wants level ${floor.level}, the platform has ${platform.value.mlps.level}`,
        ),
      })
    }
  },
}
