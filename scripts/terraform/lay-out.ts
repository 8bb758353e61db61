// Terraform loads whatever lies in its working directory. So each run makes it anew, and puts there what it has proven.
import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { textAt } from '../../lib/deliver/json.ts'
import { makeDirectory, readJson, type StackFiles, writeAtomically } from '../workspace/delivery-files.ts'
import { waitForOutliving } from './outliving.ts'
import type { Access } from './session.ts'

/** Makes a stack's working directory anew, with this configuration in it and nothing else that terraform would load. */
export async function layOut(
  { signal }: Pick<Access, 'signal'>,
  files: StackFiles,
  configuration: string | Uint8Array,
): Promise<void> {
  await waitForOutliving(files, signal)
  rmSync(files.directory, { recursive: true, force: true })
  makeDirectory(files.directory)
  makeDirectory(files.records)
  writeAtomically(files.configuration, configuration)
  const lock = keptInitialisation(files)?.lock
  if (lock === undefined) forgetInitialisation(files)
  else writeAtomically(lockIn(files), lock)
}

export function lockIn({ directory }: StackFiles): string {
  return join(directory, '.terraform.lock.hcl')
}

interface Initialisation {
  /** What it was made for. */
  readonly key: string
  readonly lock: string
}

/** What init has made earlier, if it lies there as init left it. */
export function keptInitialisation(files: StackFiles): Initialisation | undefined {
  const record = readJson(files.initialised)
  const [key, lock, listing] = ['key', 'lock', 'listing'].map(name => textAt(record, name))
  if (key === undefined || lock === undefined || listing !== listingOf(files.data)) return undefined
  return { key, lock }
}

export function keepInitialisation(files: StackFiles, key: string): void {
  const lock = readFileSync(lockIn(files), 'utf8')
  const record = { version: 1, key, lock, listing: listingOf(files.data) }
  writeAtomically(files.initialised, `${JSON.stringify(record, null, 2)}\n`)
}

export function forgetInitialisation(files: StackFiles): void {
  rmSync(files.initialised, { force: true })
  rmSync(files.data, { recursive: true, force: true })
}

/** What is larger is a provider, and terraform itself holds it against the lock file. */
const digestedBytes = 256 * 1024

/** Names every file and link below a folder, with what is in it. */
function listingOf(folder: string): string {
  const hash = createHash('sha256')
  for (const line of linesOf(folder)) hash.update(`${line}\n`)
  return hash.digest('hex')
}

function linesOf(folder: string): readonly string[] {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map(name => `${JSON.stringify(name)} ${contentOf(join(folder, name))}`)
}

function contentOf(path: string): string {
  const status = lstatSync(path)
  if (status.isSymbolicLink()) return `link ${JSON.stringify(readlinkSync(path))}`
  if (status.isDirectory()) return 'folder'
  if (!status.isFile()) return 'other'
  if (status.size > digestedBytes) return `file ${status.size}`
  return `file ${createHash('sha256').update(readFileSync(path)).digest('hex')}`
}
