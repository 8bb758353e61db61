import { dayInChina } from '../clock/instant.ts'
import type { ChangeFacts } from '../forge/facts.ts'
import {
  type ReadStatement,
  type ReviewStatement,
  readStatement,
  type SignedStatement,
  signerFault,
} from '../statement/index.ts'
import type { Review } from './review.ts'
import type { VoidReview, VoidStatement, Weighed } from './void.ts'
import type { Scales } from './weigh.ts'

export interface StatementScales extends Scales {
  /** Commit of the target branch on which content is judged. */
  readonly base: string
  /** The day of the decision, `YYYY-MM-DD`. */
  readonly day: string
}

const mark = 'sha256:'

/** By what a statement is known among reviews: no forge counts like this. */
export function statementId(digest: string): string {
  return `${mark}${digest}`
}

/** Whether a review of this id is a signed statement. */
export function isStatement(id: string): boolean {
  return id.startsWith(mark)
}

/**
 * Signed statements about a change as reviews of people. What a forge knows of its timeline has no say: the statement names
 * target and content itself, so that no push, draft or other target comes between them.
 */
export function weighStatements(
  facts: ChangeFacts,
  statements: readonly SignedStatement[],
  scales: StatementScales,
): Weighed {
  const reviews: Review[] = []
  const empty: VoidReview[] = []
  for (const read of readOnce(statements)) {
    const result = weighOne(facts, read, scales)
    if (typeof result === 'string') empty.push({ fact: { id: statementId(read.digest) }, reason: result })
    else reviews.push(result)
  }
  return { reviews, void: empty }
}

/** A text has many signatures that hold, and is one statement whichever comes with it. */
function readOnce(statements: readonly SignedStatement[]): readonly ReadStatement[] {
  return [...new Map(statements.map(readStatement).map(read => [read.digest, read])).values()]
}

function weighOne(
  facts: ChangeFacts,
  read: ReadStatement,
  { forge, people, contentOf, base, day }: StatementScales,
): Review | VoidStatement {
  if (read.statement === undefined) return read.fault
  if (read.key === undefined) return read.fault ?? 'unsigned'
  const { statement, key } = read
  const misfit = misfitOf(facts, statement, forge) ?? signerFault(people, key, statement, day)
  if (misfit !== undefined) return misfit
  const { person, at, verdict, head, tree } = statement
  if (dayInChina(at) > day) return 'future'
  // It has no place in the forge's order, and of the second of the merge nobody knows which came first.
  if (facts.merge !== undefined && at >= facts.merge.at) return 'after-merge'
  // Where the target branch has moved on, what counts is what the commit makes of it by now, as of any other review.
  const made = contentOf(head)
  if (statement.base === base && made !== undefined && made !== tree) return 'other-tree'
  return {
    id: statementId(read.digest),
    person,
    account: 'person',
    decision: verdict === 'approved' ? 'approve' : 'refuse',
    at,
    content: made ?? tree,
    isSigned: true,
  }
}

function misfitOf(
  facts: ChangeFacts,
  { repository, target, change, ...statement }: ReviewStatement,
  forge: string,
): VoidStatement | undefined {
  if (statement.forge !== forge || repository !== facts.repository) return 'other-repository'
  if (target !== facts.target) return 'other-target'
  return change !== null && change !== facts.number ? 'other-change' : undefined
}
