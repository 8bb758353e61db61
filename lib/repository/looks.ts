import { checkSystem, extractOf, type SystemExtract } from '../check/index.ts'
import {
  type Around,
  addressByPath,
  composeSurroundings,
  composeSystem,
  type Days,
  pathFindings,
} from '../compose/index.ts'
import { type Answers, composedDocument, type RecordedAnswer } from '../evidence/index.ts'
import type { Finding } from '../finding/finding.ts'
import { lazily } from '../model/lazily.ts'
import type { System } from '../model/model.ts'
import {
  batchSize,
  parseFile,
  parseFiles,
  type RepositoryFiles,
  type SourceDocument,
  type SourceFile,
} from '../read/index.ts'
import {
  composeSchemas,
  isKind,
  type Schemas,
  type ValidDocument,
  validateCatalogue,
  validateTenants,
} from '../validate/index.ts'
import { teller } from './told.ts'

export interface LookedCatalogue {
  /** Those without findings of their form. */
  readonly documents: readonly ValidDocument[]
  readonly findings: readonly Finding[]
  /** What the tenants' files are held against. */
  readonly schemas: () => Schemas
  /** Files that are there, and that nobody could read: what they offer is unknown. */
  readonly unread: readonly string[]
}

export interface LookedUnit {
  /** Undefined with findings of its form. */
  readonly document: ValidDocument | undefined
  readonly findings: readonly Finding[]
}

export interface LookedSystem {
  /** Undefined with findings of its form. */
  readonly system: System | undefined
  readonly findings: {
    readonly ofForm: readonly Finding[]
    /** What the rules about one system find in it. */
    readonly ofRules: readonly Finding[]
  }
  /** What rules across systems need to know of it; only where rules were run. */
  readonly extract: SystemExtract | undefined
}

/** What a tenant's file is looked at against. */
export interface Against {
  readonly schemas: () => Schemas
  /** Undefined where rules are not to be run, or where nothing can be said without the platform. */
  readonly around: Around | undefined
  /** What evidence decided on requests of systems. */
  readonly answers: Answers
}

/** The looks at what lies in a repository, each a function of the bytes that it is given and of what it looks against. */
export interface Looks {
  /** At all of the catalogue at once. */
  readonly catalogue: (files: RepositoryFiles) => LookedCatalogue
  readonly unit: (source: SourceFile, schemas: () => Schemas) => LookedUnit
  /** At what catalogue and units say together on a day; undefined without a sound platform. */
  readonly around: (documents: readonly ValidDocument[], days: Days) => Around | undefined
  /** At each by itself; the answers stand in the order of the files. */
  readonly systems: (sources: readonly SourceFile[], against: Against) => readonly LookedSystem[]
}

/** read → validate → compose → check, with nothing known beforehand. */
export const plainLooks: Looks = {
  catalogue: lookAtCatalogue,
  unit: lookAtUnit,
  around: composeSurroundings,
  systems: lookAtSystems,
}

function lookAtCatalogue({ files, findings }: RepositoryFiles): LookedCatalogue {
  const read = parseFiles(files)
  const ofReading = [...findings, ...read.findings]
  const unread = unreadFiles(read.documents, ofReading)
  const schemas = lazily(() => composeSchemas(read.documents, unread))
  const valid = validateCatalogue(read.documents, schemas)
  return {
    documents: valid.documents,
    findings: [...ofReading, ...valid.findings, ...valid.documents.flatMap(pathFindings)],
    schemas,
    unread,
  }
}

function lookAtUnit(source: SourceFile, schemas: () => Schemas): LookedUnit {
  const { document, findings } = lookAtForm(source, schemas)
  return { document, findings: document === undefined ? findings : pathFindings(document) }
}

function lookAtSystems(sources: readonly SourceFile[], against: Against): readonly LookedSystem[] {
  const batches = Array.from({ length: Math.ceil(sources.length / batchSize) }, (_, index) =>
    sources.slice(index * batchSize, (index + 1) * batchSize),
  )
  const told = teller()
  return batches.flatMap(batch =>
    batch
      .map(source => lookAtForm(source, against.schemas, answersOf(against, source)))
      .map(form => lookAtSystem({ ...form, findings: told(form.findings) }, against)),
  )
}

function lookAtSystem({ document, findings }: LookedUnit, { around }: Against): LookedSystem {
  if (document === undefined || !isKind(document, 'system'))
    return { system: undefined, findings: { ofForm: findings, ofRules: [] }, extract: undefined }
  const system = composeSystem(document)
  return {
    system,
    findings: {
      ofForm: pathFindings(document),
      ofRules: around === undefined ? [] : checkSystem(around, system),
    },
    extract: around && extractOf(around, system),
  }
}

/** The answers to requests of the system that lies in a file. */
export function answersOf(
  { answers }: Pick<Against, 'answers'>,
  source: SourceFile,
): readonly RecordedAnswer[] {
  return answers.get(addressByPath(source)) ?? []
}

function lookAtForm(
  source: SourceFile,
  schemas: () => Schemas,
  answers: readonly RecordedAnswer[] = [],
): LookedUnit {
  const read = parseFile(source)
  if (read.document === undefined) return { document: undefined, findings: read.findings }
  const valid = validateTenants([composedDocument(read.document, answers)], schemas)
  return { document: valid.documents[0], findings: valid.findings }
}

/** What a broken file of the catalogue would have offered is unknown, and not simply absent. */
function unreadFiles(documents: readonly SourceDocument[], findings: readonly Finding[]): readonly string[] {
  const clean = new Set(documents.map(({ file }) => file))
  const broken = findings.map(({ file }) => file).filter(file => !clean.has(file))
  return [...new Set(broken)]
}
