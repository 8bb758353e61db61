/** One review event as the forge recorded it. Names in commits are free text and never become one of these. */
export interface Review {
  readonly id: number
  /** Account name in the forge. */
  readonly person: string
  readonly account: 'person' | 'bot'
  readonly decision: 'approve' | 'refuse' | 'comment' | 'dismissed'
  /** When it was given, an ISO 8601 instant in UTC. */
  readonly at: string
  /** Fingerprint of what the reviewer saw; a review of anything else is void. */
  readonly content: string
}

/** The change that the reviews are about. */
export interface ReviewedChange {
  readonly author: string
  /** Fingerprint of the change as it stands now. */
  readonly content: string
  /** The roles of each account, by the target branch's own table. */
  readonly roles: ReadonlyMap<string, readonly string[]>
}

/** Why a review does not count. */
export type IgnoredReason =
  | 'comment'
  | 'dismissed'
  | 'bot'
  | 'author'
  | 'other-content'
  | 'no-role'
  | 'conflicting-roles'
  | 'withdrawn'
  | 'out-of-turn'
  | 'counted-already'

export interface IgnoredReview {
  readonly review: Review
  readonly reason: IgnoredReason
}
