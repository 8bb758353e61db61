// Which paths of a working tree git holds or ignores.

import type { AskGit, HeldByGit } from '../../lib/read/index.ts'
import { gitRootOf } from '../../lib/read/inside.ts'
import { type Checkout, tryGit } from './call.ts'

/** Of paths on one command line: each may have four kilobytes, and all together one megabyte or so. */
const chunk = 200

/** Asks git about paths from the data's root; where no git is, nothing is held or ignored. */
export function askGitOf(checkout: Checkout): AskGit {
  return paths => (gitRootOf(checkout.root) !== undefined ? heldOf(checkout, paths) : none)
}

const none: HeldByGit = { tracked: new Set(), ignored: new Set() }

function heldOf(checkout: Checkout, paths: readonly string[]): HeldByGit | 'silent' {
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
  const called = tryGit(checkout, words, input)
  const hasAnswered = called?.status === 0 || (called?.status === 1 && words[0] === 'check-ignore')
  if (!hasAnswered) return undefined
  const answer = called.stdout.toString()
  return answer.split('\0').filter(name => name !== '')
}
