export { isDedicated, usesDedicatedPool, usesSharedPool } from './dedicated-pool.ts'
export { deliveredOn, growingDays } from './delivered-on.ts'
export { hasEnded, profileOf } from './end-of-life.ts'
export {
  askedOpenings,
  type ExposureBasis,
  exposureBasisAfter,
  exposureBasisOf,
  statesExposure,
} from './exposure-basis.ts'
export { type GrantPeriod, grantPeriodsOf } from './grant-periods.ts'
export { type GrantedZone, grantIndexOn, grantsOn, isInForce, type LineTerm } from './grants.ts'
export { inheritedOpenings } from './inherited-openings.ts'
export { nextLineEnd } from './line-end.ts'
export { availableOf, type Measure, measures } from './measures.ts'
export { type GrantEnd, type PastGrants, pastGrantsOf } from './past-grants.ts'
export {
  compareServices,
  type Difference,
  differencesOf,
  type ItemDifference,
  type Services,
  type ZoneServices,
} from './service-comparison.ts'
export {
  currentLinesIn,
  grantedLinesIn,
  grantedLinesOf,
  type LineUse,
  linesIn,
  type ZoneUse,
  zoneUsesIn,
} from './service-lines.ts'
export {
  type ListedService,
  listedServices,
  pairServices,
  type ServicePair,
} from './service-list.ts'
export { settledGrant } from './settled-grant.ts'
export { type Standing, standingsOf } from './standing.ts'
