import type { Checkout } from './call.ts'
import { extentOf } from './extent.ts'
import { linesToldOf } from './lines.ts'

export interface DepartedFiles {
  /** In order, relative to the data repository. */
  readonly files: readonly string[]
  /** Whether another clone may know of more: this one is shallow, or git did not answer. */
  readonly isPartial: boolean
}

/** Files below a folder that commits up to the one that is checked out once had, and that it has no more. */
export function departedFiles(checkout: Checkout, folder: string): DepartedFiles {
  const extent = extentOf(checkout)
  if (extent !== 'all') return { files: [], isPartial: extent === 'part' }
  const lies = linesToldOf(checkout, ['ls-tree', '-r', '-z', '--name-only', 'HEAD', '--', folder], '\0')
  const removed = linesToldOf(checkout, [...removals, '--', folder], '\0')
  if (lies === undefined || removed === undefined) return { files: [], isPartial: true }
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
