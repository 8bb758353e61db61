import { evidenceCodes as codes } from '../../lib/evidence/index.ts'
import { finding } from '../../lib/finding/finding.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import type { ChangeFacts } from '../../lib/forge/facts.ts'
import type { Checkout } from '../git/call.ts'
import { linesOf } from '../git/lines.ts'
import { hasCommit, mergedTree } from '../git/merged-tree.ts'

/** A piece of the target branch, from the commit before it to its last, and the change that it was the merge of. */
export interface Piece {
  readonly base: string
  readonly merge: string
  /** Undefined for what came without a change: a direct push. */
  readonly facts: ChangeFacts | undefined
}

/** What the forge knows of a commit of the target branch. */
export type ChangeAt = (commit: string) => Promise<ChangeFacts | undefined>

/**
 * The pieces of the target branch behind a commit of it. They lie end to end, so that nothing can come in between them: a
 * rebase leaves several commits of which the forge knows the last, and what was pushed beside a change is a piece of its own.
 *
 * @throws Refusal where the commit is not on the branch
 */
export async function piecesSince(
  checkout: Checkout,
  start: string,
  tip: string,
  changeAt: ChangeAt,
): Promise<readonly Piece[]> {
  const line = firstParentLine(checkout, tip)
  const from = line.indexOf(start)
  if (from < 0) throw notOnBranch(start)
  const pieces: Piece[] = []
  let base = start
  let waiting: string | undefined
  for (const merge of line.slice(from + 1)) {
    const facts = await changeAt(merge)
    if (facts === undefined) {
      waiting = merge
      continue
    }
    const isApart = waiting !== undefined && !isWhole(checkout, { base, merge, facts })
    if (waiting !== undefined && isApart && isWhole(checkout, { base: waiting, merge, facts })) {
      pieces.push({ base, merge: waiting, facts: undefined })
      base = waiting
    }
    pieces.push({ base, merge, facts })
    base = merge
    waiting = undefined
  }
  return waiting === undefined ? pieces : [...pieces, { base, merge: waiting, facts: undefined }]
}

/** The commits of a branch as it has come about, the oldest first. */
export function firstParentLine(checkout: Checkout, tip: string): readonly string[] {
  return linesOf(checkout, ['rev-list', '--first-parent', '--reverse', tip], '\n')
}

export function treeOf(checkout: Checkout, commit: string): string {
  const [tree = ''] = linesOf(checkout, ['rev-parse', '--verify', `${commit}^{tree}`], '\n')
  return tree
}

/** Whether something that was pushed to the change, merged from there, makes exactly this. */
function isWhole(
  checkout: Checkout,
  { base, merge, facts }: { readonly base: string; readonly merge: string; readonly facts: ChangeFacts },
): boolean {
  const tree = treeOf(checkout, merge)
  return facts.pushes.some(({ head }) => {
    const made = hasCommit(checkout, head) ? mergedTree(checkout, base, head) : 'conflict'
    return made !== 'conflict' && made.tree === tree
  })
}

function notOnBranch(commit: string): Refusal {
  const { title, why } = codes.commitMissing
  const short = commit.slice(0, 12)
  const message = { zh: `${title.zh}：${short}`, en: `${title.en}: ${short}` }
  return new Refusal(
    finding(codes.commitMissing, { record: short }, { message, fix: { message: why } }),
    'findings',
  )
}
