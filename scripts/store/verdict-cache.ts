import { hash } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { SystemExtract } from '../../lib/check/index.ts'
import type { DocumentKind } from '../../lib/read/index.ts'
import type { Context } from '../terminal/command.ts'
import { codeVersion } from './code-version.ts'
import { liesInside } from './directory.ts'
import { type Cache, openCache } from './shards.ts'

/** A file's name and what its bytes are, as of a `SourceFile` or of a document. */
export interface Digested {
  readonly file: string
  readonly kind: DocumentKind
  readonly digest: string
}

/**
 * What earlier runs settled: which files have nothing wrong with them that could be found by looking at them alone, and
 * the facts of the systems among them. A verdict is kept under everything that it rests on: the tool, its libraries and
 * the runtime, the day, the whole catalogue, and the file itself with its unit's.
 */
export interface VerdictCache {
  readonly isClean: (source: Digested) => boolean
  readonly extractOf: (system: Digested) => SystemExtract | undefined
  /** Whether these texts are what the catalogue's schemas should be, by file name. */
  readonly areCurrent: (committed: ReadonlyMap<string, string>) => boolean
  readonly remember: (found: Outcome) => void
}

export interface Outcome {
  /** Nothing was found in any file of the catalogue: without that, no other verdict is worth keeping. */
  readonly catalogueIsClean: boolean
  readonly committed: ReadonlyMap<string, string> | undefined
  readonly units: Iterable<Digested>
  readonly systems: Iterable<readonly [Digested, SystemExtract]>
}

const nothing: VerdictCache = {
  isClean: () => false,
  extractOf: () => undefined,
  areCurrent: () => false,
  remember: () => {},
}

export function openVerdictCache(
  { cacheDirectory, root, today, actualToday }: Context,
  files: readonly Digested[],
): VerdictCache {
  if (cacheDirectory === undefined || liesInside(cacheDirectory, root)) return nothing
  const version = digestOf([codeVersion(), today, actualToday, ...files.filter(isShared).map(lineOf)])
  return verdictCacheIn(openCache(join(cacheDirectory, 'settled'), version.slice(0, 32)), files)
}

function verdictCacheIn(cache: Cache, files: readonly Digested[]): VerdictCache {
  const units = new Map(files.filter(({ kind }) => kind === 'unit').map(unit => [unit.file, unit.digest]))
  const keys = new Map<string, string>()
  const keyOf = (source: Digested): string => {
    if (isShared(source)) return catalogueKey
    const key = keys.get(source.file) ?? digestOf([lineOf(source), units.get(unitFileOf(source)) ?? ''])
    keys.set(source.file, key)
    return key
  }
  const put = (key: string, value: unknown): void => {
    if (!cache.has(key)) cache.put(key, JSON.stringify(value))
  }
  return {
    isClean: source => cache.has(keyOf(source)),
    extractOf: system => {
      const facts = cache.get(keyOf(system))
      return isExtract(facts) ? facts : undefined
    },
    areCurrent: committed => cache.has(committedKey(committed)),
    remember: found => {
      if (!found.catalogueIsClean) return
      put(catalogueKey, true)
      if (found.committed !== undefined) put(committedKey(found.committed), true)
      for (const unit of found.units) put(keyOf(unit), true)
      for (const [system, facts] of found.systems) put(keyOf(system), facts)
      cache.save()
    },
  }
}

/** Nobody but this version of the tool wrote the entry, see `openCache`. */
function isExtract(value: unknown): value is SystemExtract {
  return typeof value === 'object' && value !== null && 'draws' in value
}

const catalogueKey = digestOf(['catalogue'])

function committedKey(committed: ReadonlyMap<string, string>): string {
  return digestOf(['committed schemas', ...[...committed].flat()])
}

/** The file of the unit that a system belongs to, or its own for a unit. */
export function unitFileOf({ file }: Digested): string {
  return `${dirname(file)}/unit.yaml`
}

/** Whether every verdict rests on a file. */
export function isShared({ kind }: Digested): boolean {
  return kind !== 'unit' && kind !== 'system'
}

function lineOf({ file, digest }: Digested): string {
  return `${file} ${digest}`
}

function digestOf(parts: readonly string[]): string {
  return hash('sha256', JSON.stringify(parts))
}
