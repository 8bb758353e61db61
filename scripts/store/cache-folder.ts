// What earlier runs found out, under what it rests on. Safe to delete at any time, and never needed: whatever is wrong
// with it only means that the work is done again.
import { createHmac, randomBytes } from 'node:crypto'
import { lstatSync, mkdirSync, readdirSync, renameSync, rmSync, type Stats, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readRegularFile } from '../../lib/read/file.ts'

/** The files of one version of the tool; one that any other version wrote does not exist for it. */
export interface CacheFolder {
  /** What was written under a name with the same seal; undefined for anything cut off, changed or foreign. */
  readonly read: (name: string, seal: string) => Buffer | undefined
  /** Whole or not at all. Failures (disk full, no permission) are nobody's problem. */
  readonly write: (name: string, seal: string, body: Uint8Array) => void
  /** Removes versions that nobody wrote for so long, and what killed runs left behind. */
  readonly sweep: (staleMs: number) => void
}

/** Beyond it, a file is not worth reading. */
const mostBytes = 64 * 1024 * 1024
const staleTemporaryMs = 24 * 60 * 60 * 1000

/**
 * @param directory of one kind of things, in which each version has a folder
 * @param secret what this user's runs seal with: whatever anybody else wrote does not exist for them
 */
export function openCacheFolder(directory: string, version: string, secret: Uint8Array): CacheFolder {
  const folder = join(directory, version)
  let trusted: boolean | undefined
  const isTrusted = (): boolean => {
    trusted ??= isOwn(folder)
    return trusted
  }
  const headerOf = (name: string, seal: string, body: Uint8Array): string => {
    const about = [basename(directory), version, name, seal].join(' ')
    const proof = createHmac('sha256', secret).update(`${about}\n`).update(body).digest('hex')
    return `tenantry cache ${seal} ${proof}`
  }
  return {
    read: (name, seal) =>
      isTrusted() ? sealedBody(join(folder, name), body => headerOf(name, seal, body)) : undefined,
    write: (name, seal, body) =>
      forgiving(() => {
        if (trusted !== true) {
          mkdirSync(folder, { recursive: true, mode: 0o700 })
          trusted = isOwn(folder)
        }
        if (trusted) writeSealed(join(folder, name), headerOf(name, seal, body), body)
      }),
    sweep: staleMs => forgiving(() => sweep(directory, version, staleMs)),
  }
}

/** On a shared machine, a folder that another user can write to may hold files that another user wrote. */
export function isOwn(folder: string): boolean {
  const status = statusOf(folder)
  if (!status?.isDirectory()) return false
  const user = process.getuid?.()
  return user === undefined || (status.uid === user && (status.mode & 0o022) === 0)
}

function statusOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/** First line: the seal, and the proof of it and the rest. */
function sealedBody(path: string, headerOf: (body: Uint8Array) => string): Buffer | undefined {
  const content = readRegularFile(path, mostBytes)
  if (!('bytes' in content) || content.bytes.length > mostBytes) return undefined
  const buffer = Buffer.from(content.bytes.buffer, content.bytes.byteOffset, content.bytes.byteLength)
  const headerEnd = buffer.indexOf('\n')
  if (headerEnd === -1) return undefined
  const body = buffer.subarray(headerEnd + 1)
  return buffer.toString('latin1', 0, headerEnd) === headerOf(body) ? body : undefined
}

function writeSealed(path: string, header: string, body: Uint8Array): void {
  const temporary = `${path}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`
  try {
    writeFileSync(temporary, Buffer.concat([Buffer.from(`${header}\n`), body]), {
      mode: 0o600,
      flag: 'wx',
    })
    renameSync(temporary, path)
  } catch {
    rmSync(temporary, { force: true })
  }
}

function sweep(directory: string, version: string, staleMs: number): void {
  const now = Date.now()
  for (const name of readdirSync(directory)) {
    const path = join(directory, name)
    if (name !== version && isOlder(path, now - staleMs)) rmSync(path, { recursive: true, force: true })
  }
  for (const name of readdirSync(join(directory, version))) {
    const path = join(directory, version, name)
    if (name.endsWith('.tmp') && isOlder(path, now - staleTemporaryMs)) rmSync(path, { force: true })
  }
}

function isOlder(path: string, time: number): boolean {
  const status = statusOf(path)
  return status !== undefined && status.mtimeMs < time
}

function forgiving(action: () => void): void {
  try {
    action()
  } catch {
    // See the top of this file.
  }
}
