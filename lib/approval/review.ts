/** One review as the forge recorded it. Names in commits are free text and never become one of these. */
export interface Review {
  /** The forge's own; some count in one sequence, some name an object, and so it is text. */
  readonly id: string
  /** Whoever gave it, as the people table knows them: an account's name can come to belong to somebody else. */
  readonly person: string
  readonly account: 'person' | 'bot'
  readonly decision: 'approve' | 'refuse' | 'comment' | 'dismissed'
  /** When it was given, an ISO 8601 instant in UTC. */
  readonly at: string
  /** Fingerprint of what the reviewer saw; a review of anything else is void. */
  readonly content: string
  /**
   * Whether it was signed by a key of that person's own.
   * @default - only clicked in a forge
   */
  readonly isSigned?: true
}

/** The change that the reviews are about. */
export interface ReviewedChange {
  /** Everybody who has a part in it: who opened it, who committed and who pushed what it now holds. */
  readonly authors: ReadonlySet<string>
  /** Fingerprint of the change as it stands now. */
  readonly content: string
  /** The roles of each person, by the target branch's own table. */
  readonly roles: ReadonlyMap<string, readonly string[]>
  /**
   * The roles that whoever gave a review had on its day.
   * @default those of the table
   */
  readonly rolesWhen?: (review: Review) => readonly string[]
}

/** Why a review does not count. */
export type IgnoredReason =
  | 'comment'
  | 'dismissed'
  | 'bot'
  | 'author'
  | 'other-content'
  | 'no-role'
  | 'no-role-then'
  | 'conflicting-roles'
  | 'withdrawn'
  | 'out-of-turn'
  | 'counted-already'
  | 'not-signed'

export interface IgnoredReview {
  readonly review: Review
  readonly reason: IgnoredReason
}

/**
 * In the order in which they were given. Forges write whole seconds, and two reviews of one second are in the order of
 * their ids: as numbers where both are, for `9` comes before `10`.
 */
export function inTime(reviews: readonly Review[]): readonly Review[] {
  return reviews.toSorted((a, b) => compareText(a.at, b.at) || compareIds(a.id, b.id))
}

const digits = /^[0-9]+$/

function compareIds(a: string, b: string): number {
  if (!digits.test(a) || !digits.test(b)) return compareText(a, b)
  const [first, second] = [BigInt(a), BigInt(b)]
  return first === second ? 0 : first < second ? -1 : 1
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
