import type { Belief } from '../../generated/types/platform.ts'
import type { CodeDefinition } from '../finding/finding.ts'
import type { Drift, DriftClass } from './drift.ts'
import type { Looked } from './looked.ts'

/** One class of drift, one file. */
export interface DriftKind {
  readonly class: DriftClass
  /** Of what a belief does not say; its breaches have the code of the belief. */
  readonly definition: CodeDefinition
  /** Kinds of beliefs that only holds who lets nobody do what nobody was granted: what breaks one opens something. */
  readonly openings: readonly Belief['kind'][]
  /** Other kinds of beliefs whose breaches are of the class. */
  readonly breaches: readonly Belief['kind'][]
  /** What neither beliefs nor the changes of resources of the class tell. */
  readonly beside?: (looked: Looked, definition: CodeDefinition) => Iterable<Drift>
}
