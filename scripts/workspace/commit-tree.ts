import { rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { codes } from '../../lib/deliver/codes.ts'
import { finding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { makeFolder } from '../files/folder.ts'
import { scratchDirectory } from '../files/scratch-directory.ts'
import type { Checkout } from '../git/call.ts'
import { contentsOf, entriesAt, type TreeEntry } from '../git/objects.ts'
import { commitOf } from '../git/refs.ts'

/** No paper of this size is read, see `paperDigests`. */
const mostBytes = 64 * 1024 * 1024

export interface CommitTree {
  readonly commit: string
  /** Absolute path of a directory of its own, outside the checkout. */
  readonly directory: string
}

/**
 * Writes the files of the checked-out commit into a fresh directory, does something with it, and takes it away. Every
 * reader then finds exactly what was committed, links and odd names too.
 *
 * @throws Refusal where there is no commit, or not all of it.
 */
export async function withCommitTree<T>(
  checkout: Checkout,
  work: (tree: CommitTree) => Promise<T>,
): Promise<T> {
  const commit = headOf(checkout)
  const directory = scratchDirectory('commit')
  try {
    fill(directory, checkout, commit)
    return await work({ commit, directory })
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

function headOf(checkout: Checkout): string {
  try {
    return commitOf(checkout, 'HEAD')
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'usage') throw error
    const { title, why } = codes.noCommit
    const root = printable(checkout.root)
    const said = { zh: `${title.zh}：${root}`, en: `${title.en}: ${root}` }
    const at = { machine: checkout.root }
    throw new Refusal(finding(codes.noCommit, at, { message: said, fix: { message: why } }), 'usage', error)
  }
}

function fill(directory: string, checkout: Checkout, commit: string): void {
  const files = filesOf(checkout, commit).filter(({ bytes }) => bytes <= mostBytes)
  const odd = files.find(file => !isPlain(file))
  if (odd !== undefined) throw broken(odd.file)
  // Links last: a tree that somebody made by hand may hold a link and a folder of one name, and nothing may go through it.
  const ordered = ['file', 'link'].flatMap(wanted => files.filter(({ kind }) => kind === wanted))
  for (const [file, bytes] of contentsOf(checkout, ordered)) {
    if (bytes === undefined) throw broken(file.file)
    place(directory, file, bytes)
  }
}

/** All files and links. @throws Refusal for what has no content here, as a submodule. */
function filesOf(checkout: Checkout, commit: string) {
  const entries = entriesAt(checkout, commit, { sized: true })
  if (entries === undefined) throw broken('.')
  return entries.map(entry => {
    const { kind, bytes } = entry
    if (kind === 'other' || bytes === undefined) throw broken(entry.file)
    return { ...entry, bytes }
  })
}

/** Git itself checks out no such path, but a tree that somebody made by hand can hold one. */
function isPlain({ file }: TreeEntry): boolean {
  return file.split('/').every(part => !['', '.', '..'].includes(part) && part.toLowerCase() !== '.git')
}

function place(directory: string, { file, kind }: TreeEntry, bytes: Uint8Array): void {
  const path = join(directory, file)
  try {
    makeFolder(dirname(path))
    if (kind === 'link') symlinkSync(Buffer.from(bytes).toString(), path)
    else writeFileSync(path, bytes, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    const isTaken =
      error instanceof Error && 'code' in error && ['EEXIST', 'ENOTDIR'].includes(String(error.code))
    throw isTaken ? broken(file) : error
  }
}

function broken(file: string): Refusal {
  const { title, why } = codes.brokenCommit
  const shown = printable(file)
  const message = { zh: `${title.zh}：${shown}`, en: `${title.en}: ${shown}` }
  return new Refusal(
    finding(codes.brokenCommit, { machine: file }, { message, fix: { message: why } }),
    'environment',
  )
}
