export { reachedWithoutAsking } from './asking.ts'
export { isDecision, wayToAnyOf, wayToApproval } from './decisions.ts'
export { firstRequest } from './first-request.ts'
export {
  canBeGranted,
  isKept,
  isOver,
  isTerminal,
  leadsOut,
  type Resources,
  requestsServices,
  resourcesIn,
  wayOut,
} from './lifecycle-graph.ts'
export { type Barred, lockedState } from './locked.ts'
export {
  eventsFrom,
  type Misfit,
  type Position,
  positionAfter,
  replay,
  type Step,
  startOf,
} from './replay.ts'
export { requestsIn } from './requests.ts'
export { type Lifecycle, resourcesOf, stateOf } from './state.ts'
export { isUnderWay, isWaiting } from './under-way.ts'
