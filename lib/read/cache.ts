// Values of files that were clean, by the digest of their bytes. Safe to delete at any time, and never needed: whatever
// is wrong with it only means that files are parsed again.
import { createHash, randomBytes } from 'node:crypto'
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import type { DocumentKind } from './document.ts'
import { readRegularFile } from './file.ts'
import { readerVersion } from './version.ts'

export interface Cache {
  get(kind: DocumentKind, digest: string): unknown
  put(kind: DocumentKind, digest: string, json: string): void
  /** Writes what is new. Failures (disk full, no permission) are nobody's problem. */
  save(): void
}

/** Few large files: ten thousand small ones would take longer to open than to parse. */
const shardCount = 64
/** A shard beyond it is not worth reading. */
const shardBytes = 64 * 1024 * 1024
/** Entries that a run did not use stay up to this size, or to the size of those it used: other repositories share them. */
const unusedBytes = 1024 * 1024
const dayMs = 24 * 60 * 60 * 1000
const staleVersionMs = 30 * dayMs
const staleTemporaryMs = dayMs

/**
 * `$XDG_CACHE_HOME/tenantry`, or `~/.cache/tenantry`. Undefined where there is no home.
 * @see https://specifications.freedesktop.org/basedir-spec/latest/
 */
export function defaultCacheDirectory(
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const { XDG_CACHE_HOME: cacheHome, HOME: home, LOCALAPPDATA: windows } = environment
  if (cacheHome !== undefined && isAbsolute(cacheHome)) return join(cacheHome, 'tenantry')
  if (windows !== undefined && isAbsolute(windows)) return join(windows, 'tenantry', 'cache')
  return home !== undefined && isAbsolute(home) ? join(home, '.cache', 'tenantry') : undefined
}

/** Whether a change to the repository could bring cache entries along: then they prove nothing. */
export function liesInside(directory: string, root: string): boolean {
  const path = relative(root, realPathOf(resolve(directory)))
  return path === '' || !(path === '..' || /^\.\.[/\\]/.test(path) || isAbsolute(path))
}

/** Resolves links in the part of a path that exists. */
function realPathOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const parent = dirname(path)
    return parent === path ? path : join(realPathOf(parent), basename(path))
  }
}

export function openCache(directory: string, version: string = readerVersion()): Cache {
  const folder = join(directory, 'read', version)
  const shards = new Map<number, Shard>()
  const shardOf = (digest: string): Shard => {
    const index = Number.parseInt(digest.slice(0, 2), 16) % shardCount
    const found = shards.get(index)
    if (found) return found
    const path = join(folder, `${index.toString().padStart(2, '0')}.jsonl`)
    const shard = { path, entries: readShard(path, version, folder), used: new Set<string>(), changed: false }
    shards.set(index, shard)
    return shard
  }
  return {
    get: (kind, digest) => use(shardOf(digest), keyOf(kind, digest)),
    put: (kind, digest, json) => add(shardOf(digest), keyOf(kind, digest), json),
    save: () => save(directory, folder, version, [...shards.values()]),
  }
}

/** Kinds have limits of their own, so that the same bytes may be clean as one and too large as another. */
function keyOf(kind: DocumentKind, digest: string): string {
  return `${kind}:${digest}`
}

interface Shard {
  readonly path: string
  readonly entries: Map<string, string>
  readonly used: Set<string>
  changed: boolean
}

function use(shard: Shard, key: string): unknown {
  const json = shard.entries.get(key)
  if (json === undefined) return undefined
  shard.used.add(key)
  return JSON.parse(json)
}

function add(shard: Shard, key: string, json: string): void {
  shard.entries.set(key, json)
  shard.used.add(key)
  shard.changed = true
}

/** First line: version and digest of the rest. Then one entry a line: key, space, JSON. */
function readShard(path: string, version: string, folder: string): Map<string, string> {
  const entries = new Map<string, string>()
  if (!isOwn(folder)) return entries
  const content = readRegularFile(path, shardBytes)
  if (!('bytes' in content) || content.bytes.length > shardBytes) return entries
  const buffer = Buffer.from(content.bytes.buffer, content.bytes.byteOffset, content.bytes.byteLength)
  const headerEnd = buffer.indexOf('\n')
  if (headerEnd === -1) return entries
  const body = buffer.subarray(headerEnd + 1)
  if (buffer.toString('latin1', 0, headerEnd) !== header(version, body)) return entries
  const text = body.toString('utf8')
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start)
    const space = text.indexOf(' ', start)
    entries.set(text.slice(start, space), text.slice(space + 1, end))
    start = end + 1
  }
  return entries
}

/** On a shared machine, a folder that another user can write to may hold entries that another user wrote. */
function isOwn(folder: string): boolean {
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

function header(version: string, body: Uint8Array): string {
  return `tenantry read cache ${version} ${createHash('sha256').update(body).digest('hex')}`
}

function save(directory: string, folder: string, version: string, shards: readonly Shard[]): void {
  const changed = shards.filter(shard => shard.changed)
  if (changed.length === 0) return
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (!isOwn(folder)) return
    for (const shard of changed) writeShard(shard, version)
    sweep(join(directory, 'read'), version)
  } catch {
    // See the top of this file.
  }
}

/** Of two runs that write one shard at a time the later wins; what the other added is parsed once more. */
function writeShard(shard: Shard, version: string): void {
  const used = [...shard.used].map(key => line(key, shard.entries.get(key) ?? ''))
  const usedBytes = used.reduce((sum, text) => sum + text.length, 0)
  const kept: string[] = []
  let room = Math.max(usedBytes, unusedBytes)
  for (const [key, json] of shard.entries) {
    if (shard.used.has(key)) continue
    room -= key.length + json.length
    if (room < 0) break
    kept.push(line(key, json))
  }
  // The most recently used come first, so that the oldest fall off the end.
  const body = Buffer.from([...used, ...kept].join(''))
  const temporary = `${shard.path}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`
  writeFileSync(temporary, Buffer.concat([Buffer.from(`${header(version, body)}\n`), body]), {
    mode: 0o600,
    flag: 'wx',
  })
  renameSync(temporary, shard.path)
}

function line(key: string, json: string): string {
  return `${key} ${json}\n`
}

/** Drops versions nobody has written for a month, and what killed runs left behind. */
function sweep(folder: string, version: string): void {
  const now = Date.now()
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (name !== version && isOlder(path, now - staleVersionMs))
      rmSync(path, { recursive: true, force: true })
  }
  for (const name of readdirSync(join(folder, version))) {
    const path = join(folder, version, name)
    if (name.endsWith('.tmp') && isOlder(path, now - staleTemporaryMs)) rmSync(path, { force: true })
  }
}

function isOlder(path: string, time: number): boolean {
  const status = statusOf(path)
  return status !== undefined && status.mtimeMs < time
}
