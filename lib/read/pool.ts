// Parses many files: those that the cache knows not at all, few in this thread, many in a pool of threads.
import { availableParallelism } from 'node:os'
import { extname, join } from 'node:path'
import { Tinypool } from 'tinypool'
import type { Finding } from '../finding/finding.ts'
import { packed, parseItems, type WorkItem, type WorkResult } from './batch.ts'
import type { Cache } from './cache.ts'
import type { DocumentKind } from './document.ts'

export interface ReadFile extends WorkItem {
  readonly kind: DocumentKind
  readonly digest: string
}

export interface ParsedFile extends ReadFile {
  /** Meaningless when there are findings. */
  readonly value: unknown
  readonly findings: readonly Finding[]
}

/** Below it, starting threads takes longer than they save. */
const fewFiles = 200
/** Small enough to keep all threads busy to the end, large enough to make messages rare. */
const batchFiles = 32
/** Trees of nodes die young: more room only delays collecting them, 300 MB worse and no faster over 10,000 files. */
const youngMb = 16

/** Gives every file back, in the order given. */
export async function parseFiles(
  files: readonly ReadFile[],
  cache: Cache | undefined,
  workers: number = availableParallelism(),
): Promise<ParsedFile[]> {
  const known = new Map<ReadFile, ParsedFile>()
  for (const file of files) {
    const value = cache?.get(file.kind, file.digest)
    if (value !== undefined) known.set(file, { ...file, value, findings: [] })
  }
  const unknown = files.filter(file => !known.has(file))
  const results =
    workers > 0 && unknown.length >= fewFiles ? await inPool(unknown, workers) : parseItems(unknown)
  unknown.forEach((file, index) => {
    const { json, findings = [] } = results[index] ?? {}
    if (json !== undefined) cache?.put(file.kind, file.digest, json)
    known.set(file, { ...file, value: json === undefined ? undefined : JSON.parse(json), findings })
  })
  return files.flatMap(file => known.get(file) ?? [])
}

async function inPool(files: readonly ReadFile[], workers: number): Promise<WorkResult[]> {
  const pool = new Tinypool({
    // The sources run as they are under a TypeScript-aware Node, and compiled elsewhere.
    filename: join(import.meta.dirname, `worker${extname(import.meta.filename)}`),
    minThreads: workers,
    maxThreads: workers,
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: youngMb },
  })
  try {
    const batches: Promise<WorkResult[]>[] = []
    for (let start = 0; start < files.length; start += batchFiles) {
      const batch = packed(files.slice(start, start + batchFiles))
      batches.push(pool.run(batch, { transferList: [batch.bytes.buffer] }))
    }
    return (await Promise.all(batches)).flat()
  } finally {
    await pool.destroy()
  }
}
