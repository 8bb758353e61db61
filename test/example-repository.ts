import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  checkRepository,
  checkSystem,
  type ExtractedModel,
  extractOf,
  type SystemExtract,
} from '../lib/check/index.ts'
import { composeModel } from '../lib/compose/index.ts'
import { type Finding, type Position, sortFindings } from '../lib/finding/finding.ts'
import { lazily } from '../lib/model/lazily.ts'
import type { Model, System } from '../lib/model/model.ts'
import { type DocumentKind, kindOf, parseDocument, type SourceDocument } from '../lib/read/index.ts'
import { schemaFiles } from '../lib/validate/document.ts'
import {
  composeSchemas,
  type IsClean,
  type Schemas,
  type Validated,
  type ValidDocument,
  validateCatalogue,
  validateTenants,
} from '../lib/validate/index.ts'
import type { JsonSchema } from '../lib/validate/json-schema.ts'
import { packageRoot } from '../scripts/workspace/package-root.ts'

/** New texts of files of the example repository; undefined takes the file away. */
export type Files = ReadonlyMap<string, string | undefined>

export interface Loaded {
  readonly model: Model
  /** The same as rules look at it. */
  readonly extracted: ExtractedModel
  /** What every stage and all rules find. */
  readonly findings: readonly Finding[]
  readonly files: ReadonlyMap<string, string>
}

/** The day on which the example repository is looked at in tests. */
export const exampleDay = '2026-11-23'

export const exampleFiles: ReadonlyMap<string, string> = new Map(
  ['catalogue', 'tenants'].flatMap(folder =>
    readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
      .map(name => `${folder}/${name}`)
      .filter(file => kindOf(file) !== undefined)
      .sort()
      .map(file => [file, readFileSync(join(packageRoot, file), 'utf8')] as const),
  ),
)

export function exampleText(file: string): string {
  const text = exampleFiles.get(file)
  if (text === undefined) throw new Error(`the examples have no ${file}`)
  return text
}

/** The examples name no files of papers; a test that does names one that is not there. */
const paperDigests: ReadonlyMap<string, string> = new Map()

/** What a forge reads, and no manifest. */
export function isCodeOwners(file: string): boolean {
  return file.endsWith('CODEOWNERS')
}

function codeOwnersAmong(changes: Files): ReadonlyMap<string, string> {
  return new Map(
    [...changes].flatMap(([file, text]) =>
      text !== undefined && isCodeOwners(file) ? [[file, text] as const] : [],
    ),
  )
}

const unchanged = new Map<string, Loaded>()

/** The example repository with some files changed, through every stage; everything in memory. */
export function loaded(changes: Files = new Map(), day: string = exampleDay): Loaded {
  if (changes.size > 0) return loadedAnew(changes, day)
  const known = unchanged.get(day) ?? loadedAnew(changes, day)
  unchanged.set(day, known)
  return known
}

interface ValidRepository {
  readonly files: ReadonlyMap<string, string>
  readonly documents: readonly ValidDocument[]
  readonly leftOut: ReadonlySet<string>
  readonly findings: readonly Finding[]
}

const validated = new WeakMap<Files, ValidRepository>()

/** Whatever the day: the same changes are often looked at on many. */
function validatedOnce(changes: Files): ValidRepository {
  const known = validated.get(changes) ?? validatedAnew(changes)
  validated.set(changes, known)
  return known
}

function validatedAnew(changes: Files): ValidRepository {
  const files = new Map(exampleFiles)
  for (const [file, text] of changes) {
    if (text === undefined) files.delete(file)
    else if (!isCodeOwners(file)) files.set(file, text)
  }
  const parsed = [...files].map(([file, text]) => parsedOnce(file, text))
  const documents = parsed.flatMap(({ document }) => document ?? [])
  const unread = [...files.keys()].filter(file => !documents.some(document => document.file === file))
  const { catalogue, schemas } = catalogueOf(changes, documents, unread)
  const tenants = validateTenants(documents, () => schemas, knownToFit(schemas))
  learnt(schemas, tenants)
  const valid = [...catalogue.documents, ...tenants.documents]
  return {
    files,
    documents: valid,
    leftOut: new Set(files.keys()).difference(new Set(valid.map(({ file }) => file))),
    findings: [...parsed.flatMap(({ findings: read }) => read), ...catalogue.findings, ...tenants.findings],
  }
}

function loadedAnew(changes: Files, day: string): Loaded {
  const { files, documents, leftOut, findings: ofForm } = validatedOnce(changes)
  const { model, findings } = composeModel(documents, day)
  if (model === undefined) throw new Error('the platform file is broken')
  const whole = { ...model, codeOwners: codeOwnersAmong(changes) }
  const systems = lookedAt({ ...whole, leftOut, paperDigests }, changes)
  const extracted = extractedOf({ ...whole, leftOut, paperDigests }, systems)
  // Many tests ask for the model alone, or for what one rule finds, and no other has to run for it.
  const found = lazily(() =>
    sortFindings([
      ...ofForm,
      ...findings,
      ...[...systems.values()].flatMap(ofSystem => ofSystem.findings()),
      ...checkRepository(extracted),
    ]),
  )
  return {
    model: whole,
    extracted,
    get findings() {
      return found()
    },
    files,
  }
}

interface LookedAt {
  readonly findings: () => readonly Finding[]
  readonly extract: () => SystemExtract
}

/** What is known of each of the example's own systems on a day, by its bytes, where nothing around them is changed. */
const unchangedSystems = new Map<string, Map<string, LookedAt>>()

/** A system is not looked at again where neither it nor anything around it is changed. */
function lookedAt(model: Model, changes: Files): ReadonlyMap<System, LookedAt> {
  const isAsEver = model.leftOut?.size === 0 && changes.keys().every(file => isSystemOrNoData(file))
  const known = isAsEver ? knownOn(model.asOf) : new Map<string, LookedAt>()
  return new Map(model.systems.map(system => [system, lookedAtOnce(model, system, known)]))
}

function extractedOf(model: Model, systems: ReadonlyMap<System, LookedAt>): ExtractedModel {
  const extracts = lazily(() => new Map([...systems].map(([system, { extract }]) => [system, extract()])))
  return {
    ...model,
    get extracts() {
      return extracts()
    },
  }
}

function isSystemOrNoData(file: string): boolean {
  const kind = kindOf(file)
  return kind === undefined || kind === 'system'
}

function knownOn(day: string): Map<string, LookedAt> {
  const known = unchangedSystems.get(day) ?? new Map<string, LookedAt>()
  unchangedSystems.set(day, known)
  return known
}

function lookedAtOnce(model: Model, system: System, known: Map<string, LookedAt>): LookedAt {
  const { file, text, digest } = system.document
  const key = `${file} ${digest}`
  const found = known.get(key) ?? {
    findings: lazily(() => checkSystem(model, system)),
    extract: lazily(() => extractOf(model, system)),
  }
  if (exampleFiles.get(file) === text) known.set(key, found)
  return found
}

/** The documents that fit a schema: most are the same in every test, and most schemas stay what they were. */
const fitting = new WeakMap<JsonSchema, WeakSet<SourceDocument>>()

function knownToFit(schemas: Schemas): IsClean {
  return document => fittingOf(schemas, document)?.has(document) === true
}

function learnt(schemas: Schemas, { documents }: Validated): void {
  for (const document of documents) fittingOf(schemas, document)?.add(document)
}

function fittingOf(schemas: Schemas, { kind }: SourceDocument): WeakSet<SourceDocument> | undefined {
  const schema = schemas.get(schemaFiles[kind])
  if (schema === undefined) return undefined
  const known = fitting.get(schema) ?? new WeakSet<SourceDocument>()
  fitting.set(schema, known)
  return known
}

interface CheckedCatalogue {
  readonly catalogue: Validated
  readonly schemas: Schemas
}

let unchangedCatalogue: CheckedCatalogue | undefined

/** Most tests leave the catalogue alone, and what it says of itself then stays the same. */
function catalogueOf(
  changes: Files,
  documents: readonly SourceDocument[],
  unread: readonly string[],
): CheckedCatalogue {
  const checkedAnew = (): CheckedCatalogue => {
    const schemas = composeSchemas(documents, unread)
    const catalogue = validateCatalogue(documents, () => schemas, knownToFit(schemas))
    learnt(schemas, catalogue)
    return { catalogue, schemas }
  }
  if (changes.keys().some(file => file.startsWith('catalogue/'))) return checkedAnew()
  unchangedCatalogue ??= checkedAnew()
  return unchangedCatalogue
}

const parsedTexts = new Map<string, ReturnType<typeof parseDocument>>()

/** Most files are the same in every test. */
function parsedOnce(file: string, text: string): ReturnType<typeof parseDocument> {
  const key = `${file}\n${text}`
  const known = parsedTexts.get(key) ?? parseDocument(file, placed(file), new TextEncoder().encode(text))
  parsedTexts.set(key, known)
  return known
}

export function placed(file: string): DocumentKind {
  const kind = kindOf(file)
  if (kind === undefined) throw new Error(`${file} is no place of a data repository`)
  return kind
}

/** Replaces one text in a file of the examples, which must hold it exactly as written. */
export function replaced(file: string, before: string, after: string): string {
  const text = exampleText(file)
  if (!text.includes(before)) throw new Error(`${file} does not hold ${before}`)
  return text.replace(before, () => after)
}

/** The position at which a marked text begins: `before|at` means the place right after `before`. */
export function positionOf(text: string, mark: string): Position {
  const [before = '', at = ''] = mark.split('|')
  const start = text.indexOf(before + at)
  if (start < 0 || text.indexOf(before + at, start + 1) >= 0)
    throw new Error(`not exactly one place reads ${mark}`)
  const lines = text.slice(0, start + before.length).split('\n')
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}
