import { openCacheFolder } from './cache-folder.ts'

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
/** Entries that a run did not use stay up to this size, or to the size of those it used: other repositories share them. */
const unusedBytes = 1024 * 1024
/** A version is of one day and one catalogue: most never come back. */
const staleVersionMs = 3 * 24 * 60 * 60 * 1000

/** An entry of any other version does not exist for this one. */
export function openCache(directory: string, version: string, secret: Uint8Array): Cache {
  const folder = openCacheFolder(directory, version, secret)
  const shards = new Map<number, Shard>()
  const shardOf = (key: string): Shard => {
    const index = Number.parseInt(key.slice(0, 2), 16) % shardCount
    const found = shards.get(index)
    if (found) return found
    const name = `${index.toString().padStart(2, '0')}.jsonl`
    const entries = entriesIn(folder.read(name, version))
    const shard = { name, entries, used: new Set<string>(), changed: false }
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
    save: () => {
      const changed = [...shards.values()].filter(shard => shard.changed)
      // Of two runs that write one shard at a time the later wins; what the other added is found out once more.
      for (const shard of changed) folder.write(shard.name, version, bodyOf(shard))
      if (changed.length > 0) folder.sweep(staleVersionMs)
    },
  }
}

interface Shard {
  readonly name: string
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

/** One entry a line: key, space, JSON. */
function entriesIn(body: Buffer | undefined): Map<string, string> {
  const entries = new Map<string, string>()
  const text = body?.toString('utf8') ?? ''
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start)
    const space = text.indexOf(' ', start)
    entries.set(text.slice(start, space), text.slice(space + 1, end))
    start = end + 1
  }
  return entries
}

/** The most recently used come first, so that the oldest fall off the end. */
function bodyOf(shard: Shard): Uint8Array {
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
  return Buffer.from([...used, ...kept].join(''))
}

function line(key: string, json: string): string {
  return `${key} ${json}\n`
}
