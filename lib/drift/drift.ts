import type { PlanValue } from '../deliver/plan.ts'
import type { CloudPlace, DataPath, Finding, StackPlace } from '../finding/finding.ts'
import type { TouchedClass } from '../resource-types/index.ts'

/**
 * What has drifted:
 * - what somebody has touched, by what it is
 * - `unmanaged`: it lies where only our stacks put things, and no state has it
 * - `leaked`: a stack that the repository does not speak of
 * - `vanished`: a state has it, and no cloud
 */
export type DriftClass = TouchedClass | 'unmanaged' | 'leaked' | 'vanished'

/** One way in which manifest, state and cloud are not of one mind. */
export interface Drift {
  readonly class: DriftClass
  /** Whether it lets somebody do what nobody was granted. */
  readonly opens: boolean
  /**
   * Who has moved: somebody in the `cloud`; or the `repository`, where the cloud stands as it was applied and the manifest
   * asks for something else by now.
   */
  readonly moved: 'cloud' | 'repository'
  /** Names of the stacks that it concerns; none for what is a zone's as a whole. */
  readonly stacks: readonly string[]
  readonly values: readonly DriftedValue[]
  readonly finding: DriftFinding
}

export type DriftFinding = Finding<StackPlace> | Finding<CloudPlace>

/** One value of a resource on the three sides; undefined where a side has none. */
export interface DriftedValue {
  readonly path: DataPath
  readonly wanted: PlanValue | undefined
  readonly recorded: PlanValue | undefined
  readonly found: PlanValue | undefined
}
