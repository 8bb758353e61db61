import type { ReviewFact, Turn } from '../forge/facts.ts'
import type { SignerFault, StatementFault } from '../statement/index.ts'
import type { Review } from './review.ts'

/** Why a review of a forge is not even weighed against the steps. */
export type VoidReason =
  | Exclude<Turn['kind'], 'merge'>
  | 'after-merge'
  | 'unordered'
  | 'unknown-account'
  | 'no-content'

/** The same of a signed statement. */
export type VoidStatement =
  | StatementFault
  | SignerFault
  | 'other-repository'
  | 'other-target'
  | 'other-change'
  | 'future'
  | 'after-merge'
  | 'other-tree'

export interface VoidReview {
  /** As the forge has it; of a signed statement no more than its id. */
  readonly fact: Pick<ReviewFact, 'id'>
  readonly reason: VoidReason | VoidStatement
}

export interface Weighed {
  readonly reviews: readonly Review[]
  readonly void: readonly VoidReview[]
}
