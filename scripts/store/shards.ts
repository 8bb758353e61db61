// What earlier runs found out, by the digest of all that it rests on. Safe to delete at any time, and never needed:
// whatever is wrong with it only means that the work is done again.
import { hash, randomBytes } from 'node:crypto'
import { lstatSync, mkdirSync, readdirSync, renameSync, rmSync, type Stats, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRegularFile } from '../../lib/read/file.ts'

/** Keys are digests, in hexadecimal. */
export interface Cache {
  has(key: string): boolean
  get(key: string): unknown
  put(key: string, json: string): void
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
/** A version is of one day and one catalogue: most never come back. */
const staleVersionMs = 3 * dayMs
const staleTemporaryMs = dayMs

/** An entry of any other version does not exist for this one. */
export function openCache(directory: string, version: string): Cache {
  const folder = join(directory, version)
  const shards = new Map<number, Shard>()
  const shardOf = (key: string): Shard => {
    const index = Number.parseInt(key.slice(0, 2), 16) % shardCount
    const found = shards.get(index)
    if (found) return found
    const path = join(folder, `${index.toString().padStart(2, '0')}.jsonl`)
    const shard = { path, entries: readShard(path, version, folder), used: new Set<string>(), changed: false }
    shards.set(index, shard)
    return shard
  }
  return {
    has: key => use(shardOf(key), key) !== undefined,
    get: key => {
      const json = use(shardOf(key), key)
      return json === undefined ? undefined : JSON.parse(json)
    },
    put: (key, json) => add(shardOf(key), key, json),
    save: () => save(directory, folder, version, [...shards.values()]),
  }
}

interface Shard {
  readonly path: string
  readonly entries: Map<string, string>
  readonly used: Set<string>
  changed: boolean
}

function use(shard: Shard, key: string): string | undefined {
  const json = shard.entries.get(key)
  if (json !== undefined) shard.used.add(key)
  return json
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
  return `tenantry cache ${version} ${hash('sha256', body)}`
}

function save(directory: string, folder: string, version: string, shards: readonly Shard[]): void {
  const changed = shards.filter(shard => shard.changed)
  if (changed.length === 0) return
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (!isOwn(folder)) return
    for (const shard of changed) writeShard(shard, version)
    sweep(directory, version)
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

/** Drops versions nobody has written for days, and what killed runs left behind. */
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
