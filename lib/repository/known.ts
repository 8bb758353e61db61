import type { SystemExtract } from '../check/index.ts'
import { addressByPath, composeSystem } from '../compose/index.ts'
import { composedDocument, type RecordedAnswer } from '../evidence/index.ts'
import { lazily } from '../model/lazily.ts'
import { parseFiles, type SourceFile, unreadDocument } from '../read/index.ts'
import { composeSchemas, isKind, validateCatalogue, validateTenants } from '../validate/index.ts'
import { answersOf, type LookedSystem, type Looks } from './looks.ts'

/** What is known of files from an earlier look at the same bytes, against the same catalogue, on the same day. */
export interface Known {
  /** Whether nothing is wrong with any file of the catalogue that could be found by looking at it alone. */
  readonly isCatalogueClean: (files: readonly SourceFile[]) => boolean
  /** Whether nothing is wrong with a unit, or a system with these answers, that could be found by looking at it alone. */
  readonly isClean: (source: SourceFile, answers?: readonly RecordedAnswer[]) => boolean
  readonly extractOf: (system: SourceFile, answers: readonly RecordedAnswer[]) => SystemExtract | undefined
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
    around: looks.around,
    systems: (sources, against) => {
      const clean = new Map(
        sources.flatMap(source => {
          const answers = answersOf(against, source)
          const looked = known.isClean(source, answers)
            ? cleanSystem(source, answers, known.extractOf(source, answers))
            : undefined
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

function cleanSystem(
  source: SourceFile,
  answers: readonly RecordedAnswer[],
  extract: SystemExtract | undefined,
): LookedSystem | undefined {
  const document = cleanDocument(source, answers)
  if (document === undefined || !isKind(document, 'system')) return undefined
  return {
    system: composeSystem(document, addressByPath(document)),
    findings: { ofForm: [], ofRules: [] },
    extract,
  }
}

const isClean = (): boolean => true

function cleanDocument(source: SourceFile, answers: readonly RecordedAnswer[] = []) {
  const document = composedDocument(unreadDocument(source), answers)
  return validateTenants([document], noSchemas, isClean).documents[0]
}

function noSchemas(): never {
  throw new TypeError('a clean document needs no schema')
}
