// The key with which this user's runs seal what they keep. A cache that came from elsewhere, as one that a forge gave
// back to a runner, is sealed with another, and nothing in it is believed.
import { randomBytes } from 'node:crypto'
import { linkSync, lstatSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import { readRegularFile } from '../../lib/read/file.ts'
import { makeFolder } from '../files/folder.ts'
import { growingName, leftGrowing } from '../files/growing.ts'

/**
 * `$XDG_STATE_HOME/tenantry/cache.key`, or below `~/.local/state`: beside the state, and never where caches lie.
 * Undefined where there is no home.
 */
export function defaultKeyFile(
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const { XDG_STATE_HOME: states, HOME: home, LOCALAPPDATA: windows } = environment
  if (states !== undefined && isAbsolute(states)) return join(states, 'tenantry', name)
  if (windows !== undefined && isAbsolute(windows)) return join(windows, 'tenantry', name)
  return home !== undefined && isAbsolute(home) ? join(home, '.local/state/tenantry', name) : undefined
}

const name = 'cache.key'
const keyBytes = 32

/** The key, made where there is none yet. Undefined where it cannot be kept, or where somebody else could know it. */
export function cacheKeyIn(file: string): Uint8Array | undefined {
  try {
    return keyIn(file) ?? made(file)
  } catch {
    return undefined
  }
}

function keyIn(file: string): Uint8Array | undefined {
  if (!isOwn(dirname(file), 0o022) || !isOwn(file, 0o077)) return undefined
  const content = readRegularFile(file, keyBytes)
  return 'bytes' in content && content.bytes.length === keyBytes ? content.bytes : undefined
}

/** @param closed the rights that nobody else may have */
function isOwn(path: string, closed: number): boolean {
  const status = lstatSync(path, { throwIfNoEntry: false })
  const user = process.getuid?.()
  return status !== undefined && (user === undefined || (status.uid === user && (status.mode & closed) === 0))
}

/** A link is made at once or not at all: of two runs that make it at the same time, both read the same. */
function made(file: string): Uint8Array | undefined {
  makeFolder(dirname(file), 0o700)
  for (const left of leftGrowing(file)) rmSync(left, { force: true })
  const temporary = growingName(file)
  try {
    writeFileSync(temporary, randomBytes(keyBytes), { flag: 'wx', mode: 0o600 })
    linkSync(temporary, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(temporary, { force: true })
  }
  return keyIn(file)
}
