import { gitRootOf } from '../../lib/read/inside.ts'
import { type Checkout, tryGit } from './call.ts'
import { contentsOf } from './objects.ts'

/** What the commits up to the one that is checked out had in a place. */
export interface Versions {
  /** The newest first, none twice in a row; under other names the file is not looked for. */
  readonly contents: readonly Uint8Array[]
  /** Whether more may be known elsewhere: the clone is shallow, or lacks contents. */
  readonly isPartial: boolean
}

const nothing: Versions = { contents: [], isPartial: false }
const mostCommits = 2000

/**
 * Every version of a file. At the edge of a shallow clone a commit seems to have brought all that came before it, so that
 * nothing is told from one.
 */
export function versionsOf(checkout: Checkout, file: string): Versions {
  if (gitRootOf(checkout.root) === undefined) return nothing
  const [shallow] = linesOf(checkout, ['rev-parse', '--is-shallow-repository'])
  if (shallow === 'true') return { contents: [], isPartial: true }
  const [prefix = ''] = linesOf(checkout, ['rev-parse', '--show-prefix'])
  const commits = linesOf(checkout, [
    '--literal-pathspecs',
    'rev-list',
    `--max-count=${mostCommits}`,
    'HEAD',
    '--',
    file,
  ])
  const asked = commits.map(commit => `${commit}:${prefix}${file}\n`).join('')
  const blobs = linesOf(checkout, ['cat-file', '--batch-check'], asked).flatMap(line => {
    const [, object, size] = /^([0-9a-f]+) blob (\d+)$/.exec(line) ?? []
    return object === undefined ? [] : [{ object, bytes: Number(size) }]
  })
  const distinct = blobs.filter(({ object }, index) => object !== blobs[index - 1]?.object)
  const contents = [...contentsOf(checkout, distinct)].map(([, bytes]) => bytes)
  const known = contents.filter(bytes => bytes !== undefined)
  return { contents: known, isPartial: known.length < contents.length }
}

function linesOf(checkout: Checkout, words: readonly string[], input = ''): readonly string[] {
  const called = tryGit(checkout, words, input)
  if (called?.status !== 0) return []
  return called.stdout.toString().split('\n').slice(0, -1)
}
