import { gitRootOf } from '../../lib/read/inside.ts'
import { type Checkout, tryGit } from './call.ts'

export interface DepartedFiles {
  /** In order, relative to the data repository. */
  readonly files: readonly string[]
  /** Whether another clone may know of more: this one is shallow, or git did not answer. */
  readonly isPartial: boolean
}

/** Files below a folder that commits up to the one that is checked out once had, and that it has no more. */
export function departedFiles(checkout: Checkout, folder: string): DepartedFiles {
  if (gitRootOf(checkout.root) === undefined) return { files: [], isPartial: false }
  const shallow = namesOf(checkout, ['rev-parse', '--is-shallow-repository'], '\n')
  const lies = namesOf(checkout, ['ls-tree', '-r', '-z', '--name-only', 'HEAD', '--', folder])
  const removed = namesOf(checkout, [...removals, '--', folder])
  if (shallow?.[0] !== 'false' || lies === undefined || removed === undefined)
    return { files: [], isPartial: true }
  const standing = new Set(lies)
  return { files: [...new Set(removed)].filter(file => !standing.has(file)).sort(), isPartial: false }
}

/** A file that was moved has departed from where it was; one may go in a merge alone. */
const removals = [
  '--literal-pathspecs',
  'log',
  '-z',
  '--format=',
  '--name-only',
  '--no-renames',
  '--diff-filter=D',
  '--diff-merges=first-parent',
  '--relative',
  'HEAD',
]

function namesOf(
  checkout: Checkout,
  words: readonly string[],
  separator = '\0',
): readonly string[] | undefined {
  const called = tryGit(checkout, words, '')
  if (called?.status !== 0) return undefined
  return called.stdout
    .toString()
    .split(separator)
    .filter(name => name !== '')
}
