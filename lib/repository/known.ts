import type { SystemExtract } from '../check/index.ts'
import { addressByPath, composeSystem } from '../compose/index.ts'
import { lazily } from '../model/lazily.ts'
import { parseFiles, type SourceFile, unreadDocument } from '../read/index.ts'
import { composeSchemas, isKind, validateCatalogue, validateTenants } from '../validate/index.ts'
import type { LookedSystem, Looks } from './looks.ts'

/** What is known of files from an earlier look at the same bytes, against the same catalogue, on the same day. */
export interface Known {
  /** Whether nothing is wrong with any file of the catalogue that could be found by looking at it alone. */
  readonly isCatalogueClean: (files: readonly SourceFile[]) => boolean
  /** Whether nothing is wrong with a unit or a system that could be found by looking at it alone. */
  readonly isClean: (source: SourceFile) => boolean
  readonly extractOf: (system: SourceFile) => SystemExtract | undefined
}

/** Looks that pass over what is known to be clean: it is not even parsed before somebody asks for its value. */
export function passingOver(known: Known, looks: Looks): Looks {
  return {
    catalogue: repository => {
      const { files, findings } = repository
      if (findings.length > 0 || !known.isCatalogueClean(files)) return looks.catalogue(repository)
      const { documents } = parseFiles(files, isClean)
      const schemas = lazily(() => composeSchemas(documents, []))
      return {
        documents: validateCatalogue(documents, schemas, isClean).documents,
        findings: [],
        schemas,
        unread: [],
      }
    },
    unit: (source, schemas) => {
      if (!known.isClean(source)) return looks.unit(source, schemas)
      return { document: cleanDocument(source), findings: [] }
    },
    systems: (sources, against) => {
      const clean = new Map(
        sources.flatMap(source => {
          const looked = known.isClean(source) ? cleanSystem(source, known.extractOf(source)) : undefined
          return looked === undefined ? [] : [[source, looked] as const]
        }),
      )
      const others = sources.filter(source => !clean.has(source))
      const looked = looks.systems(others, against)
      const found = new Map(others.map((source, index) => [source, looked[index]]))
      return sources.flatMap(source => clean.get(source) ?? found.get(source) ?? [])
    },
  }
}

function cleanSystem(source: SourceFile, extract: SystemExtract | undefined): LookedSystem | undefined {
  const document = cleanDocument(source)
  if (document === undefined || !isKind(document, 'system')) return undefined
  return {
    system: composeSystem(document, addressByPath(document)),
    findings: { ofForm: [], ofRules: [] },
    extract,
  }
}

const isClean = (): boolean => true

function cleanDocument(source: SourceFile) {
  return validateTenants([unreadDocument(source)], noSchemas, isClean).documents[0]
}

function noSchemas(): never {
  throw new TypeError('a clean document needs no schema')
}
