import { type Finding, sortFindings } from '../finding/finding.ts'
import type { Model } from '../model/model.ts'
import type { ChangeRule } from './rule.ts'
import { addressesStay } from './rules/addresses-stay.ts'
import { calendarStays } from './rules/calendar-stays.ts'
import { cloudsStay } from './rules/clouds-stay.ts'
import { decisionsAreRecorded } from './rules/decisions-are-recorded.ts'
import { deliveriesStay } from './rules/deliveries-stay.ts'
import { evidenceDayStays } from './rules/evidence-day-stays.ts'
import { exposureDayStays } from './rules/exposure-day-stays.ts'
import { feesStay } from './rules/fees-stay.ts'
import { grantedTiersStay } from './rules/granted-tiers-stay.ts'
import { grantedZonesStay } from './rules/granted-zones-stay.ts'
import { grantsSayWhatTheyOpen } from './rules/grants-say-what-they-open.ts'
import { grantsStandOnValidGround } from './rules/grants-stand-on-valid-ground.ts'
import { historyIsAppendOnly } from './rules/history-is-append-only.ts'
import { inheritedSaysWhatStood } from './rules/inherited-says-what-stood.ts'
import { itemsStay } from './rules/items-stay.ts'
import { openingsChangeByRequest } from './rules/openings-change-by-request.ts'
import { papersStay } from './rules/papers-stay.ts'
import { peopleStay } from './rules/people-stay.ts'
import { platformMeetsTheTarget } from './rules/platform-meets-the-target.ts'
import { platformStays } from './rules/platform-stays.ts'
import { profilesStay } from './rules/profiles-stay.ts'
import { recordsStay } from './rules/records-stay.ts'
import { removalFollowsTermination } from './rules/removal-follows-termination.ts'
import { servicesChangeByRequest } from './rules/services-change-by-request.ts'
import { unitsOfItemsStay } from './rules/units-of-items-stay.ts'
import { unitsStay } from './rules/units-stay.ts'
import { unitsTouched } from './rules/units-touched.ts'
import type { Rulings } from './rulings.ts'

export { type Difference, differencesOf } from '../entitlement/index.ts'
export type { Lapse, Rulings } from './rulings.ts'

export const changeRules: readonly ChangeRule[] = [
  historyIsAppendOnly,
  removalFollowsTermination,
  servicesChangeByRequest,
  addressesStay,
  grantedZonesStay,
  papersStay,
  feesStay,
  openingsChangeByRequest,
  grantsSayWhatTheyOpen,
  inheritedSaysWhatStood,
  grantsStandOnValidGround,
  platformMeetsTheTarget,
  cloudsStay,
  unitsTouched,
  exposureDayStays,
  unitsOfItemsStay,
  deliveriesStay,
  itemsStay,
  platformStays,
  profilesStay,
  calendarStays,
  unitsStay,
  recordsStay,
  peopleStay,
  evidenceDayStays,
  decisionsAreRecorded,
  grantedTiersStay,
]

/** What a change does that the repository's life does not allow. Findings of `head` alone are the checks' business. */
export function checkChange(base: Model, head: Model, rulings: Rulings): readonly Finding[] {
  return sortFindings(changeRules.flatMap(rule => [...rule.check(base, head, rulings)]))
}
