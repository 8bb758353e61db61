import { createHash } from 'node:crypto'
import { canonicalText } from '../evidence/canonical.ts'

export const statementSchema = 'tenantry-review/v1'

/** The namespace of the signatures: one made for a record, a commit or anything else does not pass for one of these. */
export const statementNamespace = 'tenantry-review-v1'

export const statementVerdicts = ['approved', 'refused'] as const

/**
 * What somebody in office says of one content of a change, over their own name. Forges say who clicked, and whoever
 * administers one can click for anybody; nobody but its owner can sign by a key.
 */
export interface ReviewStatement {
  readonly schema: typeof statementSchema
  /** The forge's address and the repository's number there, as evidence has them. */
  readonly forge: string
  readonly repository: number
  /** The branch that the change is to come to, by its short name. */
  readonly target: string
  /** Commit of the target branch that was looked at, commit of the change, and the tree that a merge of the two makes. */
  readonly base: string
  readonly head: string
  readonly tree: string
  /** The change's number in the forge; null where it had none yet. */
  readonly change: number | null
  readonly person: string
  readonly verdict: (typeof statementVerdicts)[number]
  /** sha256 of the file with the reason, which is kept apart and salted, so that it can be taken away; null without one. */
  readonly reason: string | null
  /** When, an ISO 8601 instant in UTC: the signer's own word. */
  readonly at: string
}

/** The text of a statement, which is signed, with a line end for whoever looks at it. */
export function statementText(statement: ReviewStatement): string {
  return `${canonicalText(statement)}\n`
}

export function digestOfStatement(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** A statement as it is kept: its exact text, and the armoured signature of it. */
export interface SignedStatement {
  readonly text: string
  readonly signature: string
}

/** What a reason is kept as, beside its statement: without the salt nobody can try what it may have been. */
export function reasonText(reason: { readonly salt: string; readonly text: string }): string {
  return `${canonicalText(reason)}\n`
}
