import type { RuleGroup } from '../../rule.ts'
import { assessmentOverdue } from './assessment-overdue.ts'
import { catalogueReviewOverdue } from './catalogue-review-overdue.ts'
import { commercialUse } from './commercial-use.ts'
import { contactStale, unitContactStale } from './contact-stale.ts'
import { cryptographyOverdue } from './cryptography-overdue.ts'
import { dataAbroad } from './data-abroad.ts'
import { domesticPreferred } from './domestic-preferred.ts'
import { measurementAstray } from './measurement-astray.ts'
import { measurementOdd } from './measurement-odd.ts'
import { paperExpired } from './paper-expired.ts'
import { platformAssessmentMissing } from './platform-assessment-missing.ts'
import { purposeExcluded } from './purpose-excluded.ts'
import { regulationExpired } from './regulation-expired.ts'
import { regulationUnverified } from './regulation-unverified.ts'
import { unitCategoryExcluded } from './unit-category-excluded.ts'

export const scopeRules: RuleGroup = {
  systemRules: [
    purposeExcluded,
    commercialUse,
    dataAbroad,
    regulationExpired,
    assessmentOverdue,
    cryptographyOverdue,
    contactStale,
    domesticPreferred,
    paperExpired,
    measurementOdd,
  ],
  repositoryRules: [
    unitCategoryExcluded,
    unitContactStale,
    catalogueReviewOverdue,
    platformAssessmentMissing,
    regulationUnverified,
    measurementAstray,
  ],
}
