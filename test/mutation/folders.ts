import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A folder that is mutated, and the folders whose tests answer for it. */
export interface Folder {
  readonly folder: string
  /** The likeliest to fail first. */
  readonly tests: readonly string[]
  /** Whether each surviving mutant needs an entry in `explained.yaml`. */
  readonly explained?: boolean
}

export const root = join(import.meta.dirname, '..', '..')

const file = join(import.meta.dirname, 'folders.json')

/** In the order in which they are mutated. */
export const folders: readonly Folder[] = read()

function read(): readonly Folder[] {
  const list: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (!Array.isArray(list) || !list.every(isFolder)) throw new Error(`${file} holds no list of folders`)
  return list
}

/** The folder that a file is in. */
export function folderOf(path: string): Folder | undefined {
  return folders.find(({ folder }) => path.startsWith(`${folder}/`))
}

function isFolder(value: unknown): value is Folder {
  if (typeof value !== 'object' || value === null) return false
  if (!('folder' in value && 'tests' in value)) return false
  return typeof value.folder === 'string' && Array.isArray(value.tests)
}
