import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A folder that is mutated, and the tests that answer for it. */
export interface Folder {
  /** Without what lies in another entry's folder below it. */
  readonly folder: string
  /** Folders or files, the likeliest to fail first. */
  readonly tests: readonly string[]
  /** Whether each surviving mutant needs an entry in `explained.yaml`. */
  readonly explained?: boolean
}

export const root = join(import.meta.dirname, '..', '..')

const file = join(import.meta.dirname, 'folders.json')

/** In the order in which they are mutated. */
export const folders: readonly Folder[] = read()

/** What StrykerJS is to mutate of a folder. */
export function patternsOf({ folder }: Folder): readonly string[] {
  const inner = folders.filter(other => other.folder.startsWith(`${folder}/`))
  return [`${folder}/**/*.ts`, ...inner.map(other => `!${other.folder}/**`)]
}

/** The entry of a name, with or without `lib/`, and nothing else; those below it where the name itself has none. */
export function foldersNamed(name: string): readonly Folder[] {
  const bare = name.replace(/\/+$/, '')
  const path = bare === 'lib' || bare.startsWith('lib/') ? bare : `lib/${bare}`
  const entries = folders.filter(({ folder }) => folder === path)
  return entries.length > 0 ? entries : folders.filter(({ folder }) => folder.startsWith(`${path}/`))
}

function read(): readonly Folder[] {
  const list: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (!Array.isArray(list) || !list.every(isFolder)) throw new Error(`${file} holds no list of folders`)
  return list
}

/** The folder that a file is in, the innermost. */
export function folderOf(path: string): Folder | undefined {
  return folders
    .filter(({ folder }) => path.startsWith(`${folder}/`))
    .toSorted((a, b) => b.folder.length - a.folder.length)[0]
}

function isFolder(value: unknown): value is Folder {
  if (typeof value !== 'object' || value === null) return false
  if (!('folder' in value && 'tests' in value)) return false
  return typeof value.folder === 'string' && Array.isArray(value.tests)
}
