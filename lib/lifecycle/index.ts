export { isKept, isOver, isTerminal, requestsServices, wayOut } from './lifecycle-graph.ts'
export { type Misfit, replay, type Step } from './replay.ts'
export { type Lifecycle, type Resources, resourcesIn, resourcesOf, stateOf } from './state.ts'
