import { finding } from '../../../finding/finding.ts'
import { wordTerm } from '../../../term/index.ts'
import { groundIn } from '../../ground.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const platformAssessmentMissing: RepositoryRule = {
  code: 'TY4110',
  severity: 'error',
  title: text(
    '平台缺少法规要求的评估，或评估已过有效期。',
    'The platform lacks an assessment that the regulation wants, or it has run out.',
  ),
  why: text(
    '平台须通过密码应用、云计算服务安全、关键信息基础设施等评估；在 platform.yaml 的 assessments 中登记。评估到期后，该地区不再批准新的资源，已有的不受影响。',
    'The platform passes assessments of cryptography, cloud service and critical infrastructure. Enter them in platform.yaml. One that has run out stops new grants of the jurisdiction, and nothing that stands.',
  ),
  articles: ['NW-3.4', 'DT-20', 'XS-15.4'],
  *check(model) {
    const { platform, jurisdictions } = model.catalogue
    const passed = platform.value.assessments ?? []
    const held = passed.filter(({ until }) => until === undefined || until >= model.asOf)
    for (const profile of jurisdictions.values()) {
      const rule = profile.value.platformAssessments
      for (const kind of rule?.kinds ?? []) {
        if (held.some(assessment => assessment.kind === kind)) continue
        const { zh, en } = wordTerm(profile.value, 'assessments', kind)
        yield finding(platformAssessmentMissing, place(platform, 'kind'), {
          ...(rule === undefined ? {} : groundIn(model, profile.value, rule)),
          // That a day has passed stops nothing that stands; see the rules about changes.
          severity: passed.some(assessment => assessment.kind === kind) ? 'warning' : 'error',
          message: text(`平台没有在有效期内的${zh}`, `the platform has no valid ${en} assessment`),
        })
      }
    }
  },
}
