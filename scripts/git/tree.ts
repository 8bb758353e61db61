// A commit's files, as git holds them: no checkout, no filter and no ignored file has a say.
import { type Checkout, callGit } from './call.ts'
import { contentsIn, objectId } from './objects.ts'

/** A file or link of a commit. */
export interface TreeFile {
  /** From the data's root. */
  readonly file: string
  readonly kind: 'file' | 'link'
  /** The name that git has for the content. */
  readonly object: string
  readonly bytes: number
}

const entry = /^(100\d{3}|120000) blob ([0-9a-f]+) +(\d+)\t(.+)$/s

/**
 * All files and links of a commit below the data's root.
 *
 * @throws BrokenObject for a content that is not there, as that of a submodule
 */
export function treeAt(checkout: Checkout, commit: string): readonly TreeFile[] {
  const prefix = textOf(checkout, ['rev-parse', '--show-prefix']).replace(/\n$/, '')
  const words = ['ls-tree', '-r', '-l', '-z', '--full-tree', commit, '--', ...(prefix === '' ? [] : [prefix])]
  return textOf(checkout, words)
    .split('\0')
    .filter(line => line !== '')
    .map(line => {
      const [, mode, object, bytes, path] = entry.exec(line) ?? []
      // Git writes `BAD` for the size of what it does not have.
      if (object === undefined || path === undefined) throw new BrokenObject(line.replace(/^.*\t/s, ''))
      const kind = mode === '120000' ? 'link' : 'file'
      return { file: path.slice(prefix.length), kind, object, bytes: Number(bytes) }
    })
}

function textOf(checkout: Checkout, words: readonly string[]): string {
  const { status, stdout } = callGit(checkout, words)
  if (status !== 0) throw new BrokenObject('.')
  return stdout.toString()
}

/** So much at a time that papers of any number fit into memory. */
const batchBytes = 64 * 1024 * 1024

/**
 * The contents of files, a batch at a time.
 *
 * @throws Error for a content that is missing or is not the one that its name stands for
 */
export function* contentsOf(
  checkout: Checkout,
  files: readonly TreeFile[],
): Generator<readonly [TreeFile, Uint8Array]> {
  for (const batch of batches(files)) {
    const names = batch.map(({ object }) => `${object}\n`).join('')
    const contents = contentsIn(callGit(checkout, ['cat-file', '--batch'], names).stdout)
    for (const file of batch) {
      const bytes = contents.get(file.object)
      if (bytes === undefined || objectId(bytes, file.object) !== file.object)
        throw new BrokenObject(file.file)
      yield [file, bytes]
    }
  }
}

/** An object that git cannot give, as in a partial clone, or that is damaged. */
export class BrokenObject extends Error {
  /** The file that needs it. */
  readonly file: string

  constructor(file: string) {
    super(`git does not have the content of ${file}`)
    this.name = 'BrokenObject'
    this.file = file
  }
}

function batches(files: readonly TreeFile[]): readonly (readonly TreeFile[])[] {
  const all: TreeFile[][] = []
  let room = 0
  for (const file of files) {
    if (room < file.bytes || all.length === 0) {
      all.push([])
      room = batchBytes
    }
    all.at(-1)?.push(file)
    room -= file.bytes
  }
  return all
}
