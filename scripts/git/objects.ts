// Commits as git holds them: no checkout, no filter and no ignored file has a say. What git cannot give is a value here;
// whoever asks says what it means that it is lacking.
import { createHash } from 'node:crypto'
import { type Checkout, callGit } from './call.ts'

/** What a commit holds at a path. */
export interface TreeEntry {
  /** From the data's root. */
  readonly file: string
  readonly kind: 'file' | 'link' | 'other'
  /** The name that git has for the content. */
  readonly object: string
  /** Size of the content, where sizes were asked for and git has it. */
  readonly bytes?: number
}

export interface Sought {
  /** Files and folders, from the data's root. @default all */
  readonly at?: readonly string[]
  /** Git looks into each content for it. */
  readonly sized?: boolean
}

const entry = /^(\d{6}) (\w+) ([0-9a-f]+)(?: +(\S+))?\t(.+)$/s

/**
 * What a commit holds below the data's root, no folder but what lies in it. Undefined where git cannot list it.
 *
 * @param commit its full name
 */
export function entriesAt(
  checkout: Checkout,
  commit: string,
  { at = [''], sized = false }: Sought = {},
): readonly TreeEntry[] | undefined {
  const prefix = textOf(checkout, ['rev-parse', '--show-prefix'])?.replace(/\n$/, '')
  if (prefix === undefined) return undefined
  const paths = at.map(path => `${prefix}${path}`).filter(path => path !== '')
  const size = sized ? ['-l'] : []
  const words = ['ls-tree', '-r', '-z', ...size, '--full-tree', commit, '--', ...paths]
  return textOf(checkout, words)
    ?.split('\0')
    .flatMap(line => {
      const [, mode, type, object, bytes, path] = entry.exec(line) ?? []
      if (mode === undefined || object === undefined || path === undefined) return []
      const kind = type === 'blob' ? kindOf(mode) : 'other'
      const known = bytes !== undefined && /^\d+$/.test(bytes) ? { bytes: Number(bytes) } : {}
      return { file: path.slice(prefix.length), kind, object, ...known }
    })
}

function kindOf(mode: string): TreeEntry['kind'] {
  if (mode === '120000') return 'link'
  return mode.startsWith('100') ? 'file' : 'other'
}

function textOf(checkout: Checkout, words: readonly string[]): string | undefined {
  const { status, stdout } = callGit(checkout, words)
  return status === 0 ? stdout.toString() : undefined
}

/** So much at a time that papers of any number fit into memory. */
const batchBytes = 64 * 1024 * 1024

type Named = Pick<TreeEntry, 'object' | 'bytes'>

/** The contents of files, a batch at a time; undefined for one that is missing or is not what its name stands for. */
export function* contentsOf<T extends Named>(
  checkout: Checkout,
  files: readonly T[],
): Generator<readonly [T, Uint8Array | undefined]> {
  for (const batch of batches(files)) {
    const names = batch.map(({ object }) => `${object}\n`).join('')
    const contents = contentsIn(callGit(checkout, ['cat-file', '--batch'], names).stdout)
    for (const file of batch) {
      const bytes = contents.get(file.object)
      const isWhole = bytes !== undefined && objectId(bytes, file.object) === file.object
      yield [file, isWhole ? bytes : undefined]
    }
  }
}

function batches<T extends Named>(files: readonly T[]): readonly (readonly T[])[] {
  const all: T[][] = []
  let room = 0
  for (const file of files) {
    const { bytes = 0 } = file
    if (room < bytes || all.length === 0) {
      all.push([])
      room = batchBytes
    }
    all.at(-1)?.push(file)
    room -= bytes
  }
  return all
}

/**
 * What `cat-file --batch` writes: a line `<object> blob <size>` before each content, a line end after it; a line
 * `<object> missing` for what is not there.
 */
function contentsIn(output: Buffer): ReadonlyMap<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>()
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf('\n', at)
    if (end < 0) break
    const [object = '', type, size] = output.subarray(at, end).toString().split(' ')
    at = end + 1
    if (type !== 'blob') continue
    const content = output.subarray(at, at + Number(size))
    if (content.length === Number(size)) contents.set(object, content)
    at += Number(size) + 1
  }
  return contents
}

/** The name that git would give some bytes, in the kind of names to which `like` belongs. */
export function objectId(bytes: Uint8Array, like: string, type: 'blob' | 'tree' = 'blob'): string {
  return createHash(like.length === 64 ? 'sha256' : 'sha1')
    .update(`${type} ${bytes.length}\0`)
    .update(bytes)
    .digest('hex')
}
