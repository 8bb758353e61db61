// Questions about very many commits, each asked of git in one call.
import { type Checkout, callGit } from './call.ts'
import { historyBroken } from './history-broken.ts'
import { type MergedTree, mergedTree, refuseDrivers } from './merged-tree.ts'

/** The trees of those commits that git has. @throws Refusal where git cannot be asked */
export function treesOf(checkout: Checkout, commits: readonly string[]): ReadonlyMap<string, string> {
  if (commits.length === 0) return new Map()
  const words = ['cat-file', '--batch-check=%(objectname)']
  const { status, stdout, stderr } = callGit(checkout, words, commits.map(one => `${one}^{tree}\n`).join(''))
  if (status !== 0) throw historyBroken(words, stderr)
  const lines = stdout.toString().split('\n')
  return new Map(
    commits.flatMap((commit, index) => {
      const tree = lines[index] ?? ''
      return objectName.test(tree) ? [[commit, tree] as const] : []
    }),
  )
}

const objectName = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

export interface Merge {
  readonly ours: string
  readonly theirs: string
}

/** What each merge makes, in their order. Git has all the commits. @throws Refusal as `mergedTree` does */
export function mergedTrees(checkout: Checkout, merges: readonly Merge[]): readonly MergedTree[] {
  if (merges.length === 0) return []
  refuseDrivers(checkout)
  const words = [
    '-c',
    'merge.renormalize=false',
    'merge-tree',
    '--write-tree',
    '--stdin',
    '-z',
    '--no-messages',
  ]
  const input = merges.map(({ ours, theirs }) => `${ours} ${theirs}\n`).join('')
  const { status, stdout } = callGit(checkout, words, input)
  const made = status === 0 ? answersIn(stdout.toString()) : []
  // It stops at the first two that have no history in common.
  return made.length === merges.length
    ? made
    : merges.map(({ ours, theirs }) => mergedTree(checkout, ours, theirs))
}

/** Of each merge its state, 1 where it is clean, its tree, the places of a conflict, and an empty field. */
function answersIn(output: string): readonly MergedTree[] {
  const made: MergedTree[] = []
  const fields = output.split('\0')
  for (let at = 0; at + 1 < fields.length; at += 1) {
    const [state, tree = ''] = [fields[at], fields[at + 1]]
    made.push(state === '1' && objectName.test(tree) ? { tree } : 'conflict')
    at = fields.indexOf('', at + 2)
    if (at < 0) break
  }
  return made
}
