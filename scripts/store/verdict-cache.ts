import { hash } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { SystemExtract } from '../../lib/check/index.ts'
import type { RecordedAnswer } from '../../lib/evidence/index.ts'
import { unitAddressOf } from '../../lib/model/address.ts'
import type { SourceFile } from '../../lib/read/index.ts'
import {
  type Against,
  answersOf,
  isShared,
  type Known,
  type LookedSystem,
  type Looks,
  passingOver,
} from '../../lib/repository/index.ts'
import { codeVersion } from './code-version.ts'
import { type CachePlace, storeOf } from './directory.ts'
import { type Cache, openCache } from './shards.ts'

/** On which day a repository is looked at, and which day it really is: some verdicts change with either. */
export interface VerdictDays {
  readonly today: string
  readonly actualToday: string
}

/**
 * What earlier runs found out: which files have nothing wrong with them that could be found by looking at them alone, and
 * the extracts of the systems among them. A verdict is kept under everything that it rests on: the tool, its libraries
 * and the runtime, the day, the whole catalogue, the file itself with its unit's, and what evidence decided on it.
 */
export interface VerdictCache extends Known {
  readonly keepCatalogue: () => void
  readonly keep: (source: SourceFile, extract?: SystemExtract, answers?: readonly RecordedAnswer[]) => void
  /** Whether these texts are what the catalogue's schemas should be, by file name. */
  readonly areCurrent: (committed: ReadonlyMap<string, string>) => boolean
  readonly keepCurrent: (committed: ReadonlyMap<string, string>) => void
  readonly save: () => void
}

const nothing: VerdictCache = {
  isCatalogueClean: () => false,
  isClean: () => false,
  extractOf: () => undefined,
  keepCatalogue: () => {},
  keep: () => {},
  areCurrent: () => false,
  keepCurrent: () => {},
  save: () => {},
}

export function openVerdictCache(
  { today, actualToday, ...place }: CachePlace & VerdictDays,
  files: readonly SourceFile[],
): VerdictCache {
  const store = storeOf(place)
  if (store === undefined) return nothing
  const version = digestOf([codeVersion(), today, actualToday, ...files.filter(isShared).map(lineOf)])
  return verdictsIn(openCache(join(store.directory, 'verdicts'), version.slice(0, 32), store.key), files)
}

function verdictsIn(cache: Cache, files: readonly SourceFile[]): VerdictCache {
  const units = new Map(files.filter(({ kind }) => kind === 'unit').map(unit => [unit.file, unit.digest]))
  const keys = new Map<string, string>()
  const keyOf = (source: SourceFile, answers: readonly RecordedAnswer[] = []): string => {
    const key = keys.get(source.file) ?? digestOf([lineOf(source), units.get(unitFileOf(source)) ?? ''])
    keys.set(source.file, key)
    return answers.length === 0 ? key : digestOf([key, JSON.stringify(answers)])
  }
  const put = (key: string, value: unknown): void => {
    if (!cache.has(key)) cache.put(key, JSON.stringify(value))
  }
  return {
    isCatalogueClean: () => cache.has(catalogueKey),
    isClean: (source, answers) => cache.has(keyOf(source, answers)),
    extractOf: (system, answers) => {
      const extract = cache.get(keyOf(system, answers))
      return isExtract(extract) ? extract : undefined
    },
    keepCatalogue: () => put(catalogueKey, true),
    keep: (source, extract, answers) => put(keyOf(source, answers), extract ?? true),
    areCurrent: committed => cache.has(committedKey(committed)),
    keepCurrent: committed => put(committedKey(committed), true),
    save: () => cache.save(),
  }
}

/** Looks that pass over what earlier runs found clean, and keep what they find clean themselves. */
export function remembering(cache: VerdictCache, looks: Looks): Looks {
  const skipping = passingOver(cache, looks)
  // Of a catalogue that could not be read whole, not even what is lacking is known by the bytes that are there.
  let isWhole = false
  return {
    catalogue: repository => {
      const looked = skipping.catalogue(repository)
      isWhole = looked.findings.length === 0
      if (isWhole) cache.keepCatalogue()
      return looked
    },
    unit: (source, schemas) => {
      const looked = skipping.unit(source, schemas)
      if (isWhole && looked.document !== undefined && looked.findings.length === 0) cache.keep(source)
      return looked
    },
    around: skipping.around,
    systems: (sources, against) => {
      const all = skipping.systems(sources, against)
      for (const [index, source] of sources.entries()) {
        const looked = all[index]
        if (looked === undefined || !isWhole || !isClean(looked)) continue
        if (hasOwnUnit(source, looked, against))
          cache.keep(source, looked.extract, answersOf(against, source))
      }
      return all
    },
  }
}

/** Without an extract nobody has looked at it with the rules. */
function isClean({ findings, extract }: LookedSystem): boolean {
  return extract !== undefined && findings.ofForm.length === 0 && findings.ofRules.length === 0
}

/** Whether a system's unit is the one that its path says: a verdict is kept under that one's bytes. */
function hasOwnUnit(source: SourceFile, { system }: LookedSystem, { around }: Against): boolean {
  if (system === undefined) return false
  return around?.unitByAddress.get(unitAddressOf(system))?.document.file === unitFileOf(source)
}

/** Nobody but this version of the tool wrote the entry, see `openCacheFolder`. */
function isExtract(value: unknown): value is SystemExtract {
  return typeof value === 'object' && value !== null && 'draws' in value
}

const catalogueKey = digestOf(['catalogue'])

function committedKey(committed: ReadonlyMap<string, string>): string {
  return digestOf(['committed schemas', ...[...committed].flat()])
}

/** The file of the unit that a system belongs to, or its own for a unit. */
function unitFileOf({ file }: SourceFile): string {
  return `${dirname(file)}/unit.yaml`
}

function lineOf({ file, digest }: SourceFile): string {
  return `${file} ${digest}`
}

function digestOf(parts: readonly string[]): string {
  return hash('sha256', JSON.stringify(parts))
}
