// A branch made of git's objects alone: what is checked out, its index and its files stay as they are.
import { gitCodes } from '../../lib/command-line/git-codes.ts'
import { finding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { type Checkout, callGit } from './call.ts'
import { commitNamed } from './evidence-branch.ts'
import { linesOf } from './lines.ts'
import { toolIdentity } from './tool-identity.ts'

export interface BranchContent {
  /** The full name of the commit that the branch begins at. */
  readonly base: string
  /** What files of that commit are to say, by their paths from the data's root. */
  readonly files: ReadonlyMap<string, string>
  readonly message: string
}

export interface WrittenBranch {
  /** Without `refs/heads/`. */
  readonly name: string
  readonly commit: string
  /** Whether it was there already, with the same content on the same commit. */
  readonly isKnown: boolean
}

/**
 * Writes a branch of one commit, under the first free of `stem`, `stem-2`, `stem-3` and so on. One that is there already
 * and holds the same, on the same commit, is left as it is.
 *
 * @throws Refusal where git does not take it
 */
export function writeBranch(
  checkout: Checkout,
  stem: string,
  { base, files, message }: BranchContent,
): WrittenBranch {
  const tree = treeWith(checkout, base, blobsOf(checkout, files))
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? stem : `${stem}-${number}`
    const tip = commitNamed(checkout, `refs/heads/${name}`)
    if (tip === undefined) {
      const commit = commitOf(checkout, tree, base, message)
      created(checkout, name, commit)
      return { name, commit, isKnown: false }
    }
    if (isSame(checkout, tip, tree, base)) return { name, commit: tip, isKnown: true }
  }
}

/** Contents under their paths from the root of what git holds. */
function blobsOf(checkout: Checkout, files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const prefix = linesOf(checkout, ['rev-parse', '--show-prefix'], '\n')[0] ?? ''
  return new Map(
    [...files].map(([file, text]) => [
      `${prefix}${file}`,
      written(checkout, ['hash-object', '-w', '--stdin'], text),
    ]),
  )
}

const entry = /^(\d{6}) (\w+) [0-9a-f]+\t(.+)$/s

/** The tree of a commit or a folder of it, with other contents under some paths that it has. */
function treeWith(checkout: Checkout, treeish: string, blobs: ReadonlyMap<string, string>): string {
  const below = Map.groupBy(blobs, ([path]) => path.split('/', 1)[0] ?? '')
  const lines = linesOf(checkout, ['ls-tree', '-z', '--full-tree', treeish], '\0').map(line => {
    const [, mode, type, name = ''] = entry.exec(line) ?? []
    const own = below.get(name)
    if (own === undefined) return line
    const deeper = new Map(own.map(([path, blob]) => [path.slice(name.length + 1), blob]))
    const [at, folder] = treeish.includes(':') ? [treeish, '/'] : [`${treeish}:`, '']
    const object = type === 'tree' ? treeWith(checkout, `${at}${folder}${name}`, deeper) : deeper.get('')
    return `${mode} ${type} ${object}\t${name}`
  })
  return written(checkout, ['mktree', '-z'], lines.map(line => `${line}\0`).join(''))
}

function commitOf(checkout: Checkout, tree: string, base: string, message: string): string {
  return written(checkout, [...toolIdentity, 'commit-tree', tree, '-p', base], message)
}

/** Only where nothing has that name by now: somebody else may have been first. */
function created(checkout: Checkout, name: string, commit: string): void {
  const none = '0'.repeat(commit.length)
  written(checkout, ['update-ref', '--no-deref', `refs/heads/${name}`, commit, none])
}

function isSame(checkout: Checkout, tip: string, tree: string, base: string): boolean {
  const [known, ...parents] = (linesOf(checkout, ['log', '-1', '--format=%T %P', tip], '\n')[0] ?? '').split(
    ' ',
  )
  return known === tree && parents.length === 1 && parents[0] === base
}

function written(checkout: Checkout, words: readonly string[], input = ''): string {
  const { status, stdout, stderr } = callGit(checkout, words, input)
  if (status === 0) return stdout.toString().trim()
  const { title, why } = gitCodes.branchNotWritten
  const shown = printable(stderr.split('\n')[0]?.slice(0, 200) ?? '')
  const message = { zh: `${title.zh}：${shown}`, en: `${title.en}: ${shown}` }
  throw new Refusal(
    finding(gitCodes.branchNotWritten, { machine: 'git' }, { message, fix: { message: why } }),
    'environment',
  )
}
