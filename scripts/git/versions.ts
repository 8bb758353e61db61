import type { Checkout } from './call.ts'
import { extentOf } from './extent.ts'
import { linesToldOf } from './lines.ts'
import { contentsOf } from './objects.ts'

/** What the commits up to the one that is checked out had in a place. */
export interface Versions {
  /** The newest first, none twice in a row; under other names the file is not looked for. */
  readonly contents: readonly Uint8Array[]
  /** Whether more may be known elsewhere: the clone is shallow or lacks contents, or git did not answer. */
  readonly isPartial: boolean
}

const unknown: Versions = { contents: [], isPartial: true }
const touching = ['--literal-pathspecs', 'rev-list', '--max-count=2000', 'HEAD', '--']

/**
 * Every version of a file. At the edge of a shallow clone a commit seems to have brought all that came before it, so that
 * nothing is told from one.
 */
export function versionsOf(checkout: Checkout, file: string): Versions {
  const extent = extentOf(checkout)
  if (extent !== 'all') return { contents: [], isPartial: extent === 'part' }
  const prefix = linesToldOf(checkout, ['rev-parse', '--show-prefix'], '\n')
  const commits = linesToldOf(checkout, [...touching, file], '\n')
  if (prefix === undefined || commits === undefined) return unknown
  const asked = commits.map(commit => `${commit}:${prefix[0] ?? ''}${file}\n`).join('')
  const told = linesToldOf(checkout, ['cat-file', '--batch-check'], '\n', asked)
  if (told === undefined) return unknown
  const blobs = told.flatMap(line => {
    const [, object, size] = /^([0-9a-f]+) blob (\d+)$/.exec(line) ?? []
    return object === undefined ? [] : [{ object, bytes: Number(size) }]
  })
  const distinct = blobs.filter(({ object }, index) => object !== blobs[index - 1]?.object)
  const contents = [...contentsOf(checkout, distinct)].map(([, bytes]) => bytes)
  const known = contents.filter(bytes => bytes !== undefined)
  return { contents: known, isPartial: known.length < contents.length }
}
