import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { Lapse } from '../change/rulings.ts'
import type { Finding } from '../finding/finding.ts'
import { unitAddressOf } from '../model/address.ts'
import type { Model, Sourced, System } from '../model/model.ts'
import { lastDayInForce, repealInWords, repealOf } from '../profile/validity.ts'
import { extracted } from './extract/extract.ts'
import { platformMlps } from './rules/catalogue/platform-mlps.ts'
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

// Of a repository that has only the system’s own unit and regulation.
const ofRepository = [unitContactStale, platformMlps, platformAssessmentMissing]

/** What has lapsed on a day for a system: its own, its unit's, and what its regulation wants of the platform. */
export function lapsesOf(model: Model, system: System, day: string): readonly Lapse[] {
  const { jurisdiction } = system.value.metadata
  const regulation = model.catalogue.jurisdictions.get(jurisdiction)
  if (regulation === undefined) return []
  const then = extracted({ ...model, asOf: day })
  const unit = model.unitByAddress.get(unitAddressOf(system))
  const around = {
    ...then,
    units: unit === undefined ? [] : [unit],
    catalogue: { ...then.catalogue, jurisdictions: new Map([[jurisdiction, regulation]]) },
  }
  const found = [
    ...ofSystems.flatMap(rule => [...rule.check(then, system)]),
    ...ofRepository.flatMap(rule => [...rule.check(around)]),
  ]
  return [
    ...regulationLapse(model, regulation, day),
    ...found.filter(isBroughtByTime).map(({ message, article, ...at }) => ({ at, message, article })),
  ]
}

/** A contact that was never confirmed is owed by somebody, and no day has brought that. */
function isBroughtByTime({ severity, path }: Finding): boolean {
  // What is asked for names every item that a grant names, and once is enough.
  if (path[2] === 'grants') return false
  return severity === 'warning' && (path[0] !== 'contacts' || path.at(-1) === 'confirmed')
}

function regulationLapse(
  model: Model,
  { value: profile, document }: Sourced<JurisdictionProfile>,
  day: string,
): readonly Lapse[] {
  const { title, validityArticle, validYears } = profile.regulation
  const repeal = repealOf(model, profile)
  if (repeal !== undefined && repeal.since <= day) {
    const message = repealInWords(profile, repeal)
    return [{ at: document.at(['regulation', 'title']), message, article: undefined }]
  }
  const expires = lastDayInForce(profile)
  if (expires === undefined || expires >= day) return []
  return [
    {
      at: document.at(['regulation', validYears === undefined ? 'expires' : 'validYears']),
      message: { zh: `《${title}》有效期至 ${expires}`, en: `《${title}》 expired on ${expires}` },
      article: validityArticle,
    },
  ]
}
