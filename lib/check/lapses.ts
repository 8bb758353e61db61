import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { Lapse } from '../change/rulings.ts'
import type { Finding, Location } from '../finding/finding.ts'
import { unitAddressOf } from '../model/address.ts'
import type { Model, System } from '../model/model.ts'
import { lastDayInForce, repealInWords, repealOf } from '../profile/validity.ts'
import { extracted } from './extract/extract.ts'
import { papersOverdue } from './rules/papers/papers-overdue.ts'
import { assessmentOverdue } from './rules/scope/assessment-overdue.ts'
import { contactStale, unitContactStale } from './rules/scope/contact-stale.ts'
import { cryptographyOverdue } from './rules/scope/cryptography-overdue.ts'
import { paperExpired } from './rules/scope/paper-expired.ts'
import { platformAssessmentMissing } from './rules/scope/platform-assessment-missing.ts'
import { itemNotValid } from './rules/service/item-not-valid.ts'
import { priceMissing } from './rules/service/price-missing.ts'

const ofSystems = [
  itemNotValid,
  priceMissing,
  assessmentOverdue,
  cryptographyOverdue,
  contactStale,
  paperExpired,
  papersOverdue,
]

/** What has lapsed on a day for a system: its own, its unit's, and what its regulation wants of the platform. */
export function lapsesOf(
  model: Model,
  profile: JurisdictionProfile,
  system: System,
  day: string,
): readonly Lapse[] {
  const then = extracted({ ...model, asOf: day })
  const unit = model.unitByAddress.get(unitAddressOf(system))
  const own = ofSystems.flatMap(rule => [...rule.check(then, system)])
  const units = unit === undefined ? [] : [...unitContactStale.check({ ...then, units: [unit] })]
  const platform = [...platformAssessmentMissing.check(then)].filter(({ article }) =>
    article?.startsWith(profile.regulation.articles),
  )
  return [
    ...regulationLapse(model, system, day),
    ...[...own, ...units, ...platform].filter(isBroughtByTime),
  ].map(({ message, article, ...at }) => ({ at, message, article }))
}

/** A contact that was never confirmed is owed by somebody, and no day has brought that. */
function isBroughtByTime({ severity, path }: Finding): boolean {
  // What is asked for names every item that a grant names, and once is enough.
  if (path[0] === 'history' && path.includes('grants')) return false
  return severity === 'warning' && (path[0] !== 'contacts' || path.at(-1) === 'confirmed')
}

function regulationLapse(
  model: Model,
  system: System,
  day: string,
): readonly (Location & Omit<Lapse, 'at'>)[] {
  const source = model.catalogue.jurisdictions.get(system.value.metadata.jurisdiction)
  if (source === undefined) return []
  const { title, validityArticle, validYears } = source.value.regulation
  const repeal = repealOf(model, source.value)
  if (repeal !== undefined && repeal.since <= day)
    return [
      {
        ...source.document.at(['regulation', 'title']),
        message: repealInWords(source.value, repeal),
        article: undefined,
      },
    ]
  const expires = lastDayInForce(source.value)
  if (expires === undefined || expires >= day) return []
  return [
    {
      ...source.document.at(['regulation', validYears === undefined ? 'expires' : 'validYears']),
      message: { zh: `《${title}》有效期至 ${expires}`, en: `《${title}》 expired on ${expires}` },
      article: validityArticle,
    },
  ]
}
