import type { Text } from '../finding/finding.ts'
import type { Model } from '../model/model.ts'

/** A repository at two times: two commits on one day, or one commit on two days. */
export interface Sides {
  readonly before: Model
  readonly after: Model
}

/** One way in which what a repository says has changed. Layout, order and comments say nothing. */
export interface Difference {
  /** The address of a system or unit, or the id of a part of the catalogue. */
  readonly subject: string
  readonly message: Text
}

/** What can differ, one kind a file. */
export interface DifferenceKind {
  readonly id: string
  readonly name: Text
  readonly find: (sides: Sides) => Iterable<Difference>
}
