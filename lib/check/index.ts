import { type Finding, sortFindings } from '../finding/finding.ts'
import type { Model, System } from '../model/model.ts'
import { type FactualModel, factsOf, type SystemFacts } from './across/facts.ts'
import { portionsOf } from './portions.ts'
import type { Rule } from './rule.ts'
import { abilityMissing } from './rules/ability-missing.ts'
import { addressPoolSizes } from './rules/address-pool-sizes.ts'
import { applyingUnit } from './rules/applying-unit.ts'
import { assessmentOverdue } from './rules/assessment-overdue.ts'
import { calendarConflict } from './rules/calendar-conflict.ts'
import { capacityExceeded } from './rules/capacity-exceeded.ts'
import { catalogueReviewOverdue } from './rules/catalogue-review-overdue.ts'
import { classifiedSystem } from './rules/classified-system.ts'
import { commercialUse } from './rules/commercial-use.ts'
import { contactStale } from './rules/contact-stale.ts'
import { cryptographyOverdue } from './rules/cryptography-overdue.ts'
import { dataAbroad } from './rules/data-abroad.ts'
import { datesReversed } from './rules/dates-reversed.ts'
import { domesticPreferred } from './rules/domestic-preferred.ts'
import { duplicateItem } from './rules/duplicate-item.ts'
import { duplicatePlatformId } from './rules/duplicate-platform-id.ts'
import { duplicateSystem } from './rules/duplicate-system.ts'
import { duplicateUnit } from './rules/duplicate-unit.ts'
import { eventMisplaced } from './rules/event-misplaced.ts'
import { exchangeZones } from './rules/exchange-zones.ts'
import { factMissing } from './rules/fact-missing.ts'
import { grantPresence } from './rules/grant-presence.ts'
import { grantZone } from './rules/grant-zone.ts'
import { historyFuture } from './rules/history-future.ts'
import { historyOrder } from './rules/history-order.ts'
import { internetInExtranet } from './rules/internet-in-extranet.ts'
import { ipv6Missing } from './rules/ipv6-missing.ts'
import { itemMlpsFloor } from './rules/item-mlps-floor.ts'
import { itemNeedsApi } from './rules/item-needs-api.ts'
import { itemNotInPool } from './rules/item-not-in-pool.ts'
import { itemNotOffered } from './rules/item-not-offered.ts'
import { itemNotValid } from './rules/item-not-valid.ts'
import { itemUnknown } from './rules/item-unknown.ts'
import { jurisdictionUnknown } from './rules/jurisdiction-unknown.ts'
import { lineOutsideGrant } from './rules/line-outside-grant.ts'
import { lineRepeated } from './rules/line-repeated.ts'
import { mlpsAbovePlatform } from './rules/mlps-above-platform.ts'
import { networkMeansInternet } from './rules/network-means-internet.ts'
import { networkMissing } from './rules/network-missing.ts'
import { networkNotCanonical } from './rules/network-not-canonical.ts'
import { networkOnPlatform } from './rules/network-on-platform.ts'
import { networkOutsidePools } from './rules/network-outside-pools.ts'
import { networkOverlap } from './rules/network-overlap.ts'
import { networkSize } from './rules/network-size.ts'
import { networkUnreadable } from './rules/network-unreadable.ts'
import { paperAfterEvent } from './rules/paper-after-event.ts'
import { paperExpired } from './rules/paper-expired.ts'
import { paperFile } from './rules/paper-file.ts'
import { paperInvalid } from './rules/paper-invalid.ts'
import { paperMissing } from './rules/paper-missing.ts'
import { papersOverdue } from './rules/papers-overdue.ts'
import { peerInOtherZone } from './rules/peer-in-other-zone.ts'
import { peerIsSelf } from './rules/peer-is-self.ts'
import { peerNotInZone } from './rules/peer-not-in-zone.ts'
import { peerOneSided } from './rules/peer-one-sided.ts'
import { peerUnauthorised } from './rules/peer-unauthorised.ts'
import { peerUnknown } from './rules/peer-unknown.ts'
import { peerUnnamed } from './rules/peer-unnamed.ts'
import { periodTooShort } from './rules/period-too-short.ts'
import { platformAssessmentMissing } from './rules/platform-assessment-missing.ts'
import { platformChangeNotice } from './rules/platform-change-notice.ts'
import { platformChangePapers } from './rules/platform-change-papers.ts'
import { platformChangeUnapproved } from './rules/platform-change-unapproved.ts'
import { platformMlps } from './rules/platform-mlps.ts'
import { platformOverlap } from './rules/platform-overlap.ts'
import { poolUnknown } from './rules/pool-unknown.ts'
import { portRange } from './rules/port-range.ts'
import { portsMissing } from './rules/ports-missing.ts'
import { portsWithIcmp } from './rules/ports-with-icmp.ts'
import { priceEnds } from './rules/price-ends.ts'
import { purposeExcluded } from './rules/purpose-excluded.ts'
import { reasonMissing } from './rules/reason-missing.ts'
import { regulationExpired } from './rules/regulation-expired.ts'
import { requestDiffers } from './rules/request-differs.ts'
import { ruleShadowed } from './rules/rule-shadowed.ts'
import { sourceNotAllowed } from './rules/source-not-allowed.ts'
import { unitCategoryExcluded } from './rules/unit-category-excluded.ts'
import { unitText } from './rules/unit-text.ts'
import { unitUnknown } from './rules/unit-unknown.ts'
import { versionGap } from './rules/version-gap.ts'
import { versionOverlap } from './rules/version-overlap.ts'
import { volumeTypeConflict } from './rules/volume-type-conflict.ts'
import { zoneForeign } from './rules/zone-foreign.ts'
import { zonesShareCloud } from './rules/zones-share-cloud.ts'

export { type FactualModel, factsIn, type SystemFacts } from './across/facts.ts'
export { filedPapersOf } from './across/papers.ts'
export { portionsOf } from './portions.ts'
export type { Rule } from './rule.ts'

/** Every rule over the model, by code. */
export const rules: readonly Rule[] = [
  // TY30xx: identities
  duplicateUnit,
  duplicateSystem,
  duplicateItem,
  duplicatePlatformId,
  unitUnknown,
  jurisdictionUnknown,
  applyingUnit,
  calendarConflict,
  // TY31xx: zones, pools and service lines
  zoneForeign,
  itemUnknown,
  itemNotOffered,
  poolUnknown,
  itemNotInPool,
  itemMlpsFloor,
  itemNotValid,
  unitText,
  datesReversed,
  lineRepeated,
  lineOutsideGrant,
  // TY32xx: addresses
  networkUnreadable,
  networkNotCanonical,
  networkOutsidePools,
  networkSize,
  networkOverlap,
  networkOnPlatform,
  platformOverlap,
  networkMissing,
  ipv6Missing,
  addressPoolSizes,
  // TY33xx: capacity
  capacityExceeded,
  // TY34xx: traffic
  peerUnknown,
  peerNotInZone,
  peerUnauthorised,
  internetInExtranet,
  networkMeansInternet,
  portsMissing,
  portsWithIcmp,
  portRange,
  ruleShadowed,
  peerUnnamed,
  peerInOtherZone,
  peerOneSided,
  exchangeZones,
  peerIsSelf,
  // TY35xx: histories
  historyOrder,
  historyFuture,
  eventMisplaced,
  grantPresence,
  grantZone,
  requestDiffers,
  classifiedSystem,
  // TY36xx: the catalogue
  versionOverlap,
  versionGap,
  priceEnds,
  itemNeedsApi,
  zonesShareCloud,
  volumeTypeConflict,
  platformMlps,
  mlpsAbovePlatform,
  // TY41xx: scope and standing of the regulation
  unitCategoryExcluded,
  purposeExcluded,
  commercialUse,
  dataAbroad,
  regulationExpired,
  assessmentOverdue,
  cryptographyOverdue,
  contactStale,
  catalogueReviewOverdue,
  platformAssessmentMissing,
  domesticPreferred,
  paperExpired,
  // TY42xx: papers and facts
  paperMissing,
  paperInvalid,
  factMissing,
  reasonMissing,
  abilityMissing,
  papersOverdue,
  paperAfterEvent,
  sourceNotAllowed,
  paperFile,
  // TY43xx: periods and changes to the platform
  periodTooShort,
  platformChangePapers,
  platformChangeUnapproved,
  platformChangeNotice,
]

export interface Checked {
  readonly findings: readonly Finding[]
  readonly facts: ReadonlyMap<System, SystemFacts>
}

/** What all rules find, in reading order. */
export function checkModel(model: Model): readonly Finding[] {
  const { findings, facts } = checkSystems(model, model.systems)
  return sortFindings([...checkShared(model), ...findings, ...checkAcross({ ...model, facts })])
}

/** What the local rules find in the catalogue and in units. */
export function checkShared(model: Model): readonly Finding[] {
  return locally({ ...model, systems: [], facts: new Map() })
}

/** What the local rules find in some of a model's systems, and what rules across systems need to know of these. */
export function checkSystems(model: Model, systems: readonly System[]): Checked {
  const findings: Finding[] = []
  const facts = new Map<System, SystemFacts>()
  for (const some of portionsOf(systems)) {
    const part: FactualModel = { ...model, units: [], systems: some, facts }
    const files = new Set(some.map(({ document }) => document.file))
    // What a rule says of the catalogue, it says each time.
    findings.push(...locally(part).filter(({ file }) => files.has(file)))
    for (const system of some) facts.set(system, factsOf(part, system))
  }
  return { findings, facts }
}

function locally(model: FactualModel): Finding[] {
  return rules.filter(({ local }) => local === true).flatMap(rule => [...rule.check(model)])
}

/** What the rules across systems find. */
export function checkAcross(model: FactualModel): readonly Finding[] {
  return rules.filter(({ local }) => local !== true).flatMap(rule => [...rule.check(model)])
}
