import { type Finding, sortFindings } from '../finding/finding.ts'
import type { Model, System } from '../model/model.ts'
import { type ExtractedModel, extractOf, type SystemExtract } from './across/extract.ts'
import { batchesOf } from './batches.ts'
import type { Rule } from './rule.ts'
import { addressPoolSizes } from './rules/address/address-pool-sizes.ts'
import { ipv6Missing } from './rules/address/ipv6-missing.ts'
import { networkMissing } from './rules/address/network-missing.ts'
import { networkNotCanonical } from './rules/address/network-not-canonical.ts'
import { networkOnPlatform } from './rules/address/network-on-platform.ts'
import { networkOutsidePools } from './rules/address/network-outside-pools.ts'
import { networkOverlap } from './rules/address/network-overlap.ts'
import { networkSize } from './rules/address/network-size.ts'
import { networkUnreadable } from './rules/address/network-unreadable.ts'
import { platformOverlap } from './rules/address/platform-overlap.ts'
import { capacityExceeded } from './rules/capacity/capacity-exceeded.ts'
import { itemNeedsApi } from './rules/catalogue/item-needs-api.ts'
import { mlpsAbovePlatform } from './rules/catalogue/mlps-above-platform.ts'
import { platformMlps } from './rules/catalogue/platform-mlps.ts'
import { priceEnds } from './rules/catalogue/price-ends.ts'
import { versionGap } from './rules/catalogue/version-gap.ts'
import { versionOverlap } from './rules/catalogue/version-overlap.ts'
import { volumeTypeConflict } from './rules/catalogue/volume-type-conflict.ts'
import { zonesShareCloud } from './rules/catalogue/zones-share-cloud.ts'
import { classifiedSystem } from './rules/history/classified-system.ts'
import { eventMisplaced } from './rules/history/event-misplaced.ts'
import { grantPresence } from './rules/history/grant-presence.ts'
import { grantZone } from './rules/history/grant-zone.ts'
import { historyFuture } from './rules/history/history-future.ts'
import { historyOrder } from './rules/history/history-order.ts'
import { requestDiffers } from './rules/history/request-differs.ts'
import { applyingUnit } from './rules/identity/applying-unit.ts'
import { calendarConflict } from './rules/identity/calendar-conflict.ts'
import { duplicateItem } from './rules/identity/duplicate-item.ts'
import { duplicatePlatformId } from './rules/identity/duplicate-platform-id.ts'
import { duplicateSystem } from './rules/identity/duplicate-system.ts'
import { duplicateUnit } from './rules/identity/duplicate-unit.ts'
import { jurisdictionUnknown } from './rules/identity/jurisdiction-unknown.ts'
import { unitUnknown } from './rules/identity/unit-unknown.ts'
import { abilityMissing } from './rules/papers/ability-missing.ts'
import { factMissing } from './rules/papers/fact-missing.ts'
import { paperAfterEvent } from './rules/papers/paper-after-event.ts'
import { paperFile } from './rules/papers/paper-file.ts'
import { paperInvalid } from './rules/papers/paper-invalid.ts'
import { paperMissing } from './rules/papers/paper-missing.ts'
import { papersOverdue } from './rules/papers/papers-overdue.ts'
import { reasonMissing } from './rules/papers/reason-missing.ts'
import { sourceNotAllowed } from './rules/papers/source-not-allowed.ts'
import { periodTooShort } from './rules/platform-change/period-too-short.ts'
import { platformChangeNotice } from './rules/platform-change/platform-change-notice.ts'
import { platformChangePapers } from './rules/platform-change/platform-change-papers.ts'
import { platformChangeUnapproved } from './rules/platform-change/platform-change-unapproved.ts'
import { assessmentOverdue } from './rules/scope/assessment-overdue.ts'
import { catalogueReviewOverdue } from './rules/scope/catalogue-review-overdue.ts'
import { commercialUse } from './rules/scope/commercial-use.ts'
import { contactStale } from './rules/scope/contact-stale.ts'
import { cryptographyOverdue } from './rules/scope/cryptography-overdue.ts'
import { dataAbroad } from './rules/scope/data-abroad.ts'
import { domesticPreferred } from './rules/scope/domestic-preferred.ts'
import { paperExpired } from './rules/scope/paper-expired.ts'
import { platformAssessmentMissing } from './rules/scope/platform-assessment-missing.ts'
import { purposeExcluded } from './rules/scope/purpose-excluded.ts'
import { regulationExpired } from './rules/scope/regulation-expired.ts'
import { unitCategoryExcluded } from './rules/scope/unit-category-excluded.ts'
import { datesReversed } from './rules/service/dates-reversed.ts'
import { itemMlpsFloor } from './rules/service/item-mlps-floor.ts'
import { itemNotInPool } from './rules/service/item-not-in-pool.ts'
import { itemNotOffered } from './rules/service/item-not-offered.ts'
import { itemNotValid } from './rules/service/item-not-valid.ts'
import { itemUnknown } from './rules/service/item-unknown.ts'
import { lineOutsideGrant } from './rules/service/line-outside-grant.ts'
import { lineRepeated } from './rules/service/line-repeated.ts'
import { poolUnknown } from './rules/service/pool-unknown.ts'
import { unitText } from './rules/service/unit-text.ts'
import { zoneForeign } from './rules/service/zone-foreign.ts'
import { exchangeZones } from './rules/traffic/exchange-zones.ts'
import { internetInExtranet } from './rules/traffic/internet-in-extranet.ts'
import { networkMeansInternet } from './rules/traffic/network-means-internet.ts'
import { peerInOtherZone } from './rules/traffic/peer-in-other-zone.ts'
import { peerIsSelf } from './rules/traffic/peer-is-self.ts'
import { peerNotInZone } from './rules/traffic/peer-not-in-zone.ts'
import { peerOneSided } from './rules/traffic/peer-one-sided.ts'
import { peerUnauthorised } from './rules/traffic/peer-unauthorised.ts'
import { peerUnknown } from './rules/traffic/peer-unknown.ts'
import { peerUnnamed } from './rules/traffic/peer-unnamed.ts'
import { portRange } from './rules/traffic/port-range.ts'
import { portsMissing } from './rules/traffic/ports-missing.ts'
import { portsWithIcmp } from './rules/traffic/ports-with-icmp.ts'
import { ruleShadowed } from './rules/traffic/rule-shadowed.ts'

export { type ExtractedModel, extractIn, type SystemExtract } from './across/extract.ts'
export { filedPapersOf } from './across/papers.ts'
export { batchesOf } from './batches.ts'
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
  readonly facts: ReadonlyMap<System, SystemExtract>
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
  const facts = new Map<System, SystemExtract>()
  for (const some of batchesOf(systems)) {
    const part: ExtractedModel = { ...model, units: [], systems: some, facts }
    const files = new Set(some.map(({ document }) => document.file))
    // What a rule says of the catalogue, it says each time.
    findings.push(...locally(part).filter(({ file }) => files.has(file)))
    for (const system of some) facts.set(system, extractOf(part, system))
  }
  return { findings, facts }
}

function locally(model: ExtractedModel): Finding[] {
  return rules.filter(({ local }) => local === true).flatMap(rule => [...rule.check(model)])
}

/** What the rules across systems find. */
export function checkAcross(model: ExtractedModel): readonly Finding[] {
  return rules.filter(({ local }) => local !== true).flatMap(rule => [...rule.check(model)])
}
