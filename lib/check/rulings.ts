import type { Rulings } from '../change/rulings.ts'
import type { Finding } from '../finding/finding.ts'
import type { Model } from '../model/model.ts'
import { extracted } from './extract/extract.ts'
import { lapsesOf } from './lapses.ts'
import { platformMlps } from './rules/catalogue/platform-mlps.ts'
import { platformAssessmentMissing } from './rules/scope/platform-assessment-missing.ts'

/** What these rules say, for those about changes. */
export const rulings: Rulings = { lapsesOf, platformShortcomings }

function platformShortcomings(model: Model): readonly Finding[] {
  const asked = extracted(model)
  return [platformMlps, platformAssessmentMissing]
    .flatMap(rule => [...rule.check(asked)])
    .filter(({ severity }) => severity === 'error')
}
