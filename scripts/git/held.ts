// Which paths of a working tree git holds or ignores.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Refusal } from '../../lib/finding/refusal.ts'
import type { AskGit, HeldByGit } from '../../lib/read/index.ts'
import { type Checkout, callGit } from './call.ts'

/** Of paths on one command line: each may have four kilobytes, and all together one megabyte or so. */
const chunk = 200

/** Asks git about paths from the data's root; where no git is, nothing is held or ignored. */
export function askGitOf(checkout: Checkout): AskGit {
  return paths => (isInGit(checkout.root) ? heldOf(checkout, paths) : none)
}

const none: HeldByGit = { tracked: new Set(), ignored: new Set() }

/** Whether a folder lies in a git repository, to judge by its parents. */
export function isInGit(root: string): boolean {
  for (let directory = root; ; directory = dirname(directory)) {
    if (existsSync(join(directory, '.git'))) return true
    if (directory === dirname(directory)) return false
  }
}

function heldOf(checkout: Checkout, paths: readonly string[]): HeldByGit | 'silent' {
  try {
    const listed = chunksOf(paths).map(some =>
      names(checkout, ['--literal-pathspecs', 'ls-files', '-z', '--cached', '--', ...some]),
    )
    if (listed.includes(undefined)) return 'silent'
    // Without the dot a name that begins with a colon would be a pattern; this command knows no other way to say so.
    const asked = paths.map(path => `./${path}\0`).join('')
    const ignored = names(checkout, ['check-ignore', '-z', '--stdin'], asked)?.map(path => path.slice(2))
    if (ignored === undefined) return 'silent'
    const files = listed.flatMap(some => some ?? [])
    return { tracked: new Set(files.flatMap(withParents)), ignored: new Set(ignored) }
  } catch (error) {
    // A git that ends before it has read everything leaves a broken pipe.
    if (error instanceof Refusal || (error instanceof Error && 'code' in error)) return 'silent'
    throw error
  }
}

function chunksOf(paths: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(paths.length / chunk)
  return Array.from({ length: count }, (_, index) => paths.slice(index * chunk, (index + 1) * chunk))
}

/** A file, and every folder that it lies in. */
function withParents(file: string): readonly string[] {
  const parts = file.split('/')
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** What git answers, by zero bytes; undefined where it could not say. To end with 1 is `check-ignore`'s “none”. */
function names(checkout: Checkout, words: readonly string[], input = ''): readonly string[] | undefined {
  const { status, stdout } = callGit(checkout, words, input)
  const hasAnswered = status === 0 || (status === 1 && words[0] === 'check-ignore')
  return hasAnswered
    ? stdout
        .toString()
        .split('\0')
        .filter(name => name !== '')
    : undefined
}
