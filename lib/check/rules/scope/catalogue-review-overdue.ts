import { addMonths } from '../../../clock/index.ts'
import { finding } from '../../../finding/finding.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const catalogueReviewOverdue: RepositoryRule = {
  code: 'TY4109',
  severity: 'warning',
  title: text('服务目录超过调整周期。', 'The service catalogue is due for its review.'),
  why: text(
    '主管部门每年根据需求、技术和市场调整服务目录；调整后更新 platform.yaml 的 catalogueReviewed。',
    'The authority reviews the catalogue every year. Review it, then update catalogueReviewed in platform.yaml.',
  ),
  articles: ['XS-11'],
  *check(model) {
    const { platform, jurisdictions } = model.catalogue
    const reviewed = platform.value.catalogueReviewed
    for (const profile of jurisdictions.values()) {
      const rule = profile.value.catalogueReview
      if (rule === undefined) continue
      if (reviewed !== undefined && addMonths(reviewed, rule.months) >= model.asOf) continue
      yield finding(
        catalogueReviewOverdue,
        place(platform, reviewed === undefined ? 'kind' : 'catalogueReviewed'),
        {
          article: rule.article,
          message: text(
            `${profile.value.metadata.name.zh}要求每 ${rule.months} 个月调整一次服务目录，${reviewed === undefined ? '至今没有调整记录' : `最近一次为 ${reviewed}`}`,
            `${profile.value.metadata.name.en} wants the catalogue reviewed every ${rule.months} months; ${reviewed === undefined ? 'no review is recorded' : `the last was on ${reviewed}`}`,
          ),
        },
      )
    }
  },
}
