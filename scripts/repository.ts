import { statSync } from 'node:fs'
import { join } from 'node:path'
import { checkModel } from '../lib/check/index.ts'
import { composeModel } from '../lib/compose/index.ts'
import { type Finding, sortFindings } from '../lib/finding/finding.ts'
import { printable } from '../lib/finding/printable.ts'
import type { Model } from '../lib/model/model.ts'
import { type Repository, readRepository, type SourceDocument } from '../lib/read/index.ts'
import { codes } from '../lib/usage/codes.ts'
import { checkCommitted, composeSchemas, validateCatalogue, validateTenants } from '../lib/validate/index.ts'
import { CommandError, type Context } from './command.ts'
import { committedSchemas } from './committed-schemas.ts'
import { paperDigests } from './paper-digests.ts'
import { settledSystems } from './settled-systems.ts'

export interface LoadOptions {
  /**
   * Whether the rules are run over the model.
   * @default true
   */
  readonly check?: boolean
}

export interface LoadedRepository {
  /** What the clean documents say together; undefined where the catalogue is too broken to say anything. */
  readonly model: Model | undefined
  /** The documents without findings of their form. */
  readonly documents: readonly SourceDocument[]
  /** Everything found by every stage, in reading order. */
  readonly findings: readonly Finding[]
  /** Every file that was looked at, broken ones too. */
  readonly files: readonly string[]
}

/** read → validate → compose → check, all findings of all files in one go. Throws a `CommandError` outside a data repository. */
export async function loadRepository(context: Context, options: LoadOptions = {}): Promise<LoadedRepository> {
  requireRepository(context)
  const read = await readRepository(context.root, { cacheDirectory: context.cacheDirectory })
  const unread = unreadCatalogue(read)
  const catalogue = validateCatalogue(read.documents, unread)
  const schemas = composeSchemas(read.documents, unread)
  const tenants = validateTenants(read.documents, schemas)
  const documents = [...catalogue.documents, ...tenants.documents]
  const leftOut = filesLeftOut(documents, [read, catalogue, tenants])
  const composed = composeModel(documents, context.today, context.actualToday)
  const checked = options.check === false ? [] : checkedOnce(context, composed.model, documents, leftOut)
  const findings = sortFindings([
    ...read.findings,
    ...catalogue.findings,
    ...tenants.findings,
    // With part of the catalogue unread, every schema would differ for that reason alone.
    ...(unread.length > 0 ? [] : checkCommitted(schemas, committedSchemas(context.root))),
    ...composed.findings,
    ...checked,
  ])
  return { model: composed.model, documents, findings, files: filesOf(read.documents, findings) }
}

/** Local rules pass over the systems that an earlier run found clean, and that are still what they were. */
function checkedOnce(
  { root, cacheDirectory }: Context,
  model: Model | undefined,
  documents: readonly SourceDocument[],
  leftOut: ReadonlySet<string>,
): readonly Finding[] {
  if (model === undefined) return []
  const settled = settledSystems(cacheDirectory, root, model, documents)
  const { findings, clean } = checkModel(
    { ...model, leftOut, paperDigests: paperDigests(root, model) },
    settled.known,
  )
  settled.remember(clean)
  return findings
}

/** The files that are there, and of which no stage could make a document. */
function filesLeftOut(
  documents: readonly SourceDocument[],
  stages: readonly { readonly findings: readonly Finding[] }[],
): ReadonlySet<string> {
  const found = new Set(stages.flatMap(({ findings }) => findings.map(({ file }) => file)))
  return found.difference(new Set(documents.map(({ file }) => file)))
}

/** What a broken file of the catalogue would have offered is unknown, and not simply absent. */
function unreadCatalogue({ documents, findings }: Repository): string[] {
  const clean = new Set(documents.map(document => document.file))
  const broken = findings
    .map(finding => finding.file)
    .filter(file => file.startsWith('catalogue/') && !clean.has(file))
  return [...new Set(broken)]
}

function filesOf(documents: readonly SourceDocument[], findings: readonly Finding[]): string[] {
  const files = new Set(documents.map(document => document.file))
  for (const finding of findings) if (finding.file !== '.') files.add(finding.file)
  return [...files].sort()
}

/** Without a catalogue nothing can be said about any tenant: more likely the wrong directory than a broken repository. */
export function requireRepository(context: Context): void {
  if (statSync(join(context.root, 'catalogue'), { throwIfNoEntry: false })?.isDirectory() === true) return
  const root = printable(context.root)
  throw new CommandError(codes.notARepository.code, {
    zh: `${root} 不是数据仓库：缺少 catalogue/；请用 --root 指定，或用 tenantry init DIR 新建`,
    en: `${root} is no data repository: it has no catalogue/; name one with --root, or make one with \`tenantry init DIR\``,
  })
}
