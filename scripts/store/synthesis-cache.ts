// Texts of stacks by the digest of what they are made from. Safe to delete at any time, and never needed: whatever is
// wrong with it only means that a stack is made again.
import { createHash, randomBytes } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { canonicalJson } from '../../lib/desired-state/index.ts'
import type { StackJob } from '../../stacks/job.ts'
import type { SynthesisCache } from '../../stacks/synthesis-cache.ts'
import { synthesisVersion } from './synthesis-version.ts'

const staleMs = 30 * 24 * 60 * 60 * 1000

/**
 * A repository could bring entries along, and then a change to it would be believed without a proof. So there is no
 * cache in one.
 */
function liesInRepository(directory: string): boolean {
  for (let folder = directory; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git')) || existsSync(join(folder, 'catalogue/platform.yaml'))) return true
    if (folder === dirname(folder)) return false
  }
}

/** One file a stack, under the stack's name: it holds the last text alone, so that the cache does not grow with time. */
export function openSynthesisCache(
  directory: string | undefined,
  version: () => string = synthesisVersion,
): SynthesisCache | undefined {
  if (directory === undefined) return undefined
  return openedIn(directory, version())
}

function openedIn(directory: string, version: string): SynthesisCache | undefined {
  const folder = join(directory, 'synth', version)
  if (!prepare(folder)) return undefined
  removeStale(join(directory, 'synth'), version)
  const pathOf = (job: StackJob) => join(folder, `${job.name}.json`)
  return {
    get: job => readEntry(pathOf(job), keyOf(job)),
    put: (job, bytes) => writeEntry(pathOf(job), keyOf(job), bytes),
  }
}

/** On a shared machine, a folder that another user can write to may hold entries that another user wrote. */
function prepare(folder: string): boolean {
  try {
    if (liesInRepository(resolve(folder))) return false
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (liesInRepository(realpathSync(folder))) return false
    const status = lstatSync(folder)
    const user = process.getuid?.()
    return (
      status.isDirectory() && (user === undefined || (status.uid === user && (status.mode & 0o022) === 0))
    )
  } catch {
    return false
  }
}

const keys = new WeakMap<StackJob, string>()

function keyOf(job: StackJob): string {
  const known = keys.get(job)
  if (known !== undefined) return known
  const key = digest(canonicalJson(job))
  keys.set(job, key)
  return key
}

/** First line: the key, and the digest of the rest. */
function readEntry(path: string, key: string): Uint8Array | undefined {
  const content = readBytes(path)
  const headerEnd = content.indexOf('\n')
  const bytes = content.subarray(headerEnd + 1)
  const isWhole = headerEnd !== -1 && content.toString('latin1', 0, headerEnd) === header(key, bytes)
  return isWhole ? bytes : undefined
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}

function writeEntry(path: string, key: string, bytes: Uint8Array): void {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    writeFileSync(temporary, Buffer.concat([Buffer.from(`${header(key, bytes)}\n`), bytes]), {
      mode: 0o600,
      flag: 'wx',
    })
    renameSync(temporary, path)
  } catch {
    rmSync(temporary, { force: true })
  }
}

function header(key: string, bytes: Uint8Array): string {
  return `${key} ${digest(bytes)}`
}

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Other versions of the tool may be in use beside this one; those that nobody used for a month are not. */
function removeStale(folder: string, version: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name)
      if (name === version || Date.now() - lstatSync(path).mtimeMs < staleMs) continue
      rmSync(path, { recursive: true, force: true })
    }
  } catch {
    // See the top of this file.
  }
}
