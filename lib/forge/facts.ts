/**
 * What a forge says of a change, whichever forge it is. Accounts are numbers: logins pass from one to another, and names and
 * addresses in commits are free text.
 */
export interface ChangeFacts {
  /** The repository's own number on its forge. */
  readonly repository: number
  readonly number: number
  /** The branch that it is to be merged into, by its short name. */
  readonly target: string
  /** Commit of the branch that is to be merged. */
  readonly head: string
  /** Commit of the target branch by now; of a merged change, whatever the forge has kept. */
  readonly targetTip: string
  readonly state: 'open' | 'closed' | 'merged'
  readonly isDraft: boolean
  /** Who opened it; undefined where the account is gone. */
  readonly opener: number | undefined
  readonly pushes: readonly Push[]
  /** What happened to the change, in order. */
  readonly turns: readonly Turn[]
  readonly reviews: readonly ReviewFact[]
  readonly merge: MergeFact | undefined
}

/** Every commit that somebody reviewed or pushed, once. */
export function commitsIn({ reviews, pushes }: Pick<ChangeFacts, 'reviews' | 'pushes'>): readonly string[] {
  const all = [...reviews.map(review => review.commit), ...pushes.map(push => push.head)]
  return [...new Set(all.flatMap(commit => commit ?? []))]
}

export interface Push {
  /** Undefined where the account is gone, or the forge does not say. */
  readonly account: number | undefined
  /** What the branch was after it. */
  readonly head: string
}

export interface Turn {
  /** Where it stands in the order of all that happened. */
  readonly place: number
  readonly kind: 'force-push' | 'retarget' | 'ready' | 'reopen' | 'merge'
}

export interface ReviewFact {
  /** The forge's own. */
  readonly id: string
  /** Undefined where the account is gone. */
  readonly account: number | undefined
  readonly state: 'approve' | 'refuse' | 'comment' | 'dismissed-approval' | 'dismissed-refusal'
  /** The commit that was looked at; undefined where the forge names none. */
  readonly commit: string | undefined
  /** When, an ISO 8601 instant in UTC. */
  readonly at: string
  /** Where it stands among the turns; undefined where the forge has lost that. */
  readonly place: number | undefined
}

export interface MergeFact {
  readonly account: number | undefined
  readonly commit: string
  readonly at: string
}
