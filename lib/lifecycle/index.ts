export { type GrantedZone, grantIndexOn, grantsOn, isInForce, sharedPool } from './grants.ts'
export { type Holding, holdingsOf } from './holdings.ts'
export { isKept, isOver } from './prospect.ts'
export { type Lifecycle, type Misfit, type Resources, resourcesOf, stateOf } from './state.ts'
