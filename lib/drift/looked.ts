import type { StackPlan } from '../deliver/plan.ts'
import type { Claim } from '../deliver/stack-status.ts'
import type { StateResource } from '../deliver/state.ts'
import type { UnmanagedObject } from '../deliver/unmanaged.ts'
import type { World } from '../isolation/beliefs/index.ts'
import type { HeldBelief } from '../isolation/judge.ts'

/** All that was looked at: what the repository wants, what the states have, and what is in the clouds. */
export interface Looked {
  /** The whole clouds of the zones that could be read, and what the repository gives there. */
  readonly world: World
  /** The beliefs of the catalogue, for their articles. */
  readonly beliefs: readonly HeldBelief[]
  /** Stacks that terraform was asked about, and could answer for. */
  readonly planned: ReadonlySet<string>
  /** What it says of those that it had something to tell of. */
  readonly plans: ReadonlyMap<string, StackPlan>
  readonly recorded: readonly RecordedStack[]
  readonly unmanaged: readonly UnmanagedObject[]
  /** Name of the cloud, in clouds.yaml, that a stack stands in. */
  readonly cloudOf: (stack: string) => string
}

/** A stack that has a state. */
export interface RecordedStack {
  readonly stack: string
  readonly claim: Claim
  readonly resources: readonly StateResource[]
}
