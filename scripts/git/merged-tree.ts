import { gitCodes } from '../../lib/command-line/git-codes.ts'
import { finding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { type Checkout, callGit } from './call.ts'
import { historyBroken } from './history-broken.ts'
import { linesOf } from './lines.ts'
import { ownSettings } from './own-settings.ts'

/** What a merge of two commits would be. */
export type MergedTree =
  | { readonly tree: string }
  /** Both sides have changed the same place, or they have no history in common. */
  | 'conflict'

/** Whether git has a commit, by its full name. */
export function hasCommit(checkout: Checkout, commit: string): boolean {
  return callGit(checkout, ['cat-file', '-e', `${commit}^{commit}`]).status === 0
}

/**
 * The tree that a merge of `theirs` into `ours` makes; nothing is checked out. Needs git 2.38.
 *
 * @throws Refusal where git cannot tell: an object of either is missing, or git is too old
 */
export function mergedTree(checkout: Checkout, ours: string, theirs: string): MergedTree {
  refuseDrivers(checkout)
  const words = ['merge-tree', '--write-tree', '--no-messages', ours, theirs]
  // Filters of the repository would run over what is merged.
  const { status, stdout, stderr } = callGit(checkout, ['-c', 'merge.renormalize=false', ...words])
  const [tree = ''] = stdout.toString().split('\n')
  // Of a conflict it tells the tree too, with marks in it; without one it could not even begin.
  if (status === 0 && objectName.test(tree)) return { tree }
  if ((status === 1 && objectName.test(tree)) || /refusing to merge unrelated histories/.test(stderr))
    return 'conflict'
  throw historyBroken(words, stderr)
}

/** What a program of the repository's own makes of a conflict is nothing that a forge would have made. */
export function refuseDrivers(checkout: Checkout): void {
  const [driver] = ownSettings(checkout, '^merge\\..*\\.driver$')?.keys() ?? ['merge.*.driver']
  if (driver === undefined) return
  const { title, why } = gitCodes.mergeDriver
  const shown = printable(driver)
  const message = { zh: `${title.zh}：${shown}`, en: `${title.en}: ${shown}` }
  throw new Refusal(
    finding(gitCodes.mergeDriver, { machine: driver }, { message, fix: { message: why } }),
    'environment',
  )
}

const objectName = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

/**
 * The paths that differ between two trees or commits, from the data's root; those outside of it begin with `/`.
 *
 * @throws Refusal where git cannot tell
 */
export function changedPaths(checkout: Checkout, before: string, after: string): readonly string[] {
  const prefix = linesOf(checkout, ['rev-parse', '--show-prefix'], '\n')[0] ?? ''
  const words = ['diff-tree', '-r', '--no-renames', '--name-only', '-z', before, after]
  return linesOf(checkout, words, '\0').map(path =>
    path.startsWith(prefix) ? path.slice(prefix.length) : `/${path}`,
  )
}
