import type { CodeDefinition, Text } from '../../finding/finding.ts'
import type { Given } from '../grant.ts'
import type { IsolationModel, Origin } from '../model.ts'
import type { Reachability } from '../reachability.ts'
import type { Packet } from '../traffic-set.ts'

/** What is, and what should be. */
export interface World {
  readonly model: IsolationModel
  readonly given: Given
  readonly reachability: Reachability
}

/** One thing that breaks a belief. */
export interface Breach {
  /** The projects that it concerns, by their ids. */
  readonly projects: readonly string[]
  readonly origin: Origin
  readonly message: Text
  /** A packet that passes and should not. */
  readonly packet?: Packet
  /** What else lets it pass. */
  readonly others?: readonly Origin[]
}

/** One kind of belief, one file. Which beliefs hold where, and by which article, is said in the catalogue. */
export interface BeliefKind {
  /** Of its breaches. */
  readonly definition: CodeDefinition
  /** Why it holds where it does. */
  readonly reason: Text
  /** The projects that it says something of, by their ids; of none, it is true of nothing. */
  readonly subjects: (world: World) => Iterable<string>
  readonly breaches: (world: World) => Iterable<Breach>
}

/** The projects of all systems. */
export function systemsIn({ given }: World): Iterable<string> {
  return given.projects.keys()
}
