import type { ExtractedModel, SystemExtract } from '../check/index.ts'
import { type Days, withSystems } from '../compose/index.ts'
import type { Answers } from '../evidence/index.ts'
import type { Finding } from '../finding/finding.ts'
import type { Model, System } from '../model/model.ts'
import type { RepositoryFiles, SourceDocument, SourceFile } from '../read/index.ts'
import type { Schemas } from '../validate/index.ts'
import { type LookedSystem, type Looks, plainLooks } from './looks.ts'
import { teller } from './told.ts'

export interface Understood {
  /** What the clean documents say together; undefined where the catalogue is too broken to say anything. */
  readonly model: ExtractedModel | undefined
  /** The documents without findings of their form. */
  readonly documents: readonly SourceDocument[]
  /** Of their form, and of the rules about single systems. */
  readonly findings: readonly Finding[]
  /** Of the catalogue as it is. */
  readonly schemas: () => Schemas
  /** Whether every file of the catalogue could be read: without one, the schemas offer less. */
  readonly hasWholeCatalogue: boolean
}

export interface UnderstandOptions {
  /**
   * Whether systems are looked at with the rules.
   * @default true
   */
  readonly withRules?: boolean
  /** @default - nothing is known beforehand */
  readonly looks?: Looks
  /** @default - evidence decides nothing */
  readonly answers?: Answers
}

/** read → validate → compose → check of single systems, over files wherever they come from, one after the other. */
export function understand(
  { files, findings }: RepositoryFiles,
  days: Days,
  { withRules = true, looks = plainLooks, answers = new Map() }: UnderstandOptions = {},
): Understood {
  const catalogue = looks.catalogue({
    files: files.filter(isShared),
    findings: findings.filter(({ file }) => file.startsWith('catalogue/')),
  })
  const told = teller()
  const units = files
    .filter(({ kind }) => kind === 'unit')
    .map(source => {
      const unit = looks.unit(source, catalogue.schemas)
      return { ...unit, findings: told(unit.findings) }
    })
  const around = looks.around(
    [...catalogue.documents, ...units.flatMap(({ document }) => document ?? [])],
    days,
  )
  const against = {
    answers,
    schemas: catalogue.schemas,
    around: withRules && around ? { ...around, leftOut: new Set(catalogue.unread) } : undefined,
  }
  const manifests = files.filter(({ kind }) => kind === 'system')
  const systems = looks.systems(manifests, against)
  const documents = [
    ...catalogue.documents,
    ...units.flatMap(({ document }) => document ?? []),
    ...systems.flatMap(({ system }) => system?.document ?? []),
  ]
  const ofForm = [
    ...findings.filter(({ file }) => !file.startsWith('catalogue/')),
    ...catalogue.findings,
    ...units.flatMap(unit => unit.findings),
    ...systems.flatMap(system => system.findings.ofForm),
  ]
  const model = around && withSystems(around, inFileOrder(systems))
  return {
    model: model && {
      ...model,
      leftOut: filesLeftOut(documents, [
        ...ofForm.filter(({ severity }) => severity === 'error'),
        ...manifests.filter((_, index) => systems[index]?.system === undefined),
      ]),
      extracts: extractsOf(systems),
    },
    documents,
    findings: [...ofForm, ...systems.flatMap(system => system.findings.ofRules)],
    schemas: catalogue.schemas,
    hasWholeCatalogue: catalogue.unread.length === 0,
  }
}

/** Whether everything rests on a file. */
export function isShared({ kind }: Pick<SourceFile, 'kind'>): boolean {
  return kind !== 'unit' && kind !== 'system'
}

function inFileOrder(systems: readonly LookedSystem[]): readonly System[] {
  return systems
    .flatMap(({ system }) => system ?? [])
    .toSorted((a, b) => (a.document.file < b.document.file ? -1 : 1))
}

function extractsOf(systems: readonly LookedSystem[]): ReadonlyMap<System, SystemExtract> {
  return new Map(
    systems.flatMap(({ system, extract }) =>
      system === undefined || extract === undefined ? [] : [[system, extract] as const],
    ),
  )
}

/** The files and folders that are there, and of which no stage could make a document. */
function filesLeftOut(
  documents: readonly SourceDocument[],
  broken: readonly { readonly file: string }[],
): NonNullable<Model['leftOut']> {
  const files = broken.map(({ file }) => file).filter(isData)
  return new Set(files).difference(new Set(documents.map(({ file }) => file)))
}

/** What lies beside the data is never a part of it. */
function isData(file: string): boolean {
  return /^(?:catalogue|tenants)(?:\/|$)/.test(file)
}
