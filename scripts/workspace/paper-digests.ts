import { createHash } from 'node:crypto'
import { lstatSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type ExtractedModel, filedPapersOf } from '../../lib/check/index.ts'
import { readRegularFile } from '../../lib/read/file.ts'

/** A scanned contract of some hundred pages. */
const mostBytes = 64 * 1024 * 1024

/** sha256 of every file that a paper names and that lies in the repository, without following links. */
export function paperDigests(root: string, model: ExtractedModel): ReadonlyMap<string, string> {
  const files = new Set(filedPapersOf(model).map(({ file }) => file))
  return new Map(
    [...files].flatMap(file => {
      const digest = digestOf(root, file)
      return digest === undefined ? [] : [[file, digest] as const]
    }),
  )
}

function digestOf(root: string, file: string): string | undefined {
  if (hasLink(root, file)) return undefined
  const content = readRegularFile(join(root, file), mostBytes)
  if (!('bytes' in content) || content.bytes.length > mostBytes) return undefined
  return createHash('sha256').update(content.bytes).digest('hex')
}

/** The schema keeps `..` and absolute paths out; a folder on the way could still be a link that leads away. */
function hasLink(root: string, file: string): boolean {
  for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
    if (lstatSync(join(root, folder), { throwIfNoEntry: false })?.isSymbolicLink() === true) return true
  }
  return false
}
