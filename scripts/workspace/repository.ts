import { statSync } from 'node:fs'
import { join } from 'node:path'
import {
  checkAcross,
  checkShared,
  type ExtractedModel,
  extractIn,
  type SystemExtract,
} from '../../lib/check/index.ts'
import { codes } from '../../lib/command-line/codes.ts'
import { type Finding, fileStart, finding, sortFindings } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { unitAddressOf } from '../../lib/model/address.ts'
import type { Model, System, Unit } from '../../lib/model/model.ts'
import {
  openRepository,
  codes as readCodes,
  type SourceDocument,
  type SourceFile,
} from '../../lib/read/index.ts'
import { checkCommitted } from '../../lib/validate/index.ts'
import { liesInside } from '../store/directory.ts'
import { openVerdictCache, unitFileOf, type VerdictCache } from '../store/verdict-cache.ts'
import { CommandError, type Context } from '../terminal/command.ts'
import { committedSchemas } from './committed-schemas.ts'
import { paperDigests } from './paper-digests.ts'
import { understand } from './understand.ts'

export interface LoadOptions {
  /**
   * Whether the rules are run over the model.
   * @default true
   */
  readonly check?: boolean
}

export interface LoadedRepository {
  /** What the clean documents say together; undefined where the catalogue is too broken to say anything. */
  readonly model: ExtractedModel | undefined
  /** The documents without findings of their form. */
  readonly documents: readonly SourceDocument[]
  /** What lies in the repository, whatever is wrong with it. */
  readonly sources: readonly SourceFile[]
  /** Everything found by every stage, in reading order. */
  readonly findings: readonly Finding[]
  /** Every file that was looked at, broken ones too. */
  readonly files: readonly string[]
}

/** read → validate → compose → check, all findings of all files in one go. Throws a `CommandError` outside a data repository. */
export function loadRepository(context: Context, options: LoadOptions = {}): LoadedRepository {
  requireRepository(context)
  const opened = openRepository(context.root)
  const settled = openVerdictCache(context, opened.files)
  const withRules = options.check !== false
  const understood = understand(context, opened, { isClean: settled.isClean, withRules })
  const committed = committedSchemas(context.root)
  // With part of the catalogue unread, every schema would differ for that reason alone.
  const areCurrent = !understood.hasWholeCatalogue || settled.areCurrent(committed)
  const ofForm = [
    ...cacheFindings(context),
    ...understood.findings.ofForm,
    ...(areCurrent ? [] : checkCommitted(understood.schemas(), committed)),
  ]
  const model = understood.model && {
    ...understood.model,
    facts: extractsBy(
      understood.model,
      document => settled.extractOf(document) ?? understood.facts.get(document.file),
    ),
  }
  const rules = withRules && model !== undefined ? model : undefined
  const ofRules = rules === undefined ? [] : [...understood.findings.ofRules, ...checkShared(rules)]
  if (rules !== undefined) remember(settled, rules, { committed, findings: [...ofForm, ...ofRules] })
  const across = rules === undefined ? [] : acrossFindings(context, rules)
  const findings = sortFindings([...ofForm, ...ofRules, ...across])
  return {
    model,
    documents: understood.documents,
    sources: opened.files,
    findings,
    files: filesOf(opened.files, findings),
  }
}

function extractsBy(
  { systems }: Model,
  extractOf: (document: SourceDocument) => SystemExtract | undefined,
): ReadonlyMap<System, SystemExtract> {
  const known = systems.flatMap(system => {
    const facts = extractOf(system.document)
    return facts === undefined ? [] : [[system, facts] as const]
  })
  return new Map(known)
}

interface Found {
  readonly findings: readonly Finding[]
  readonly committed: ReadonlyMap<string, string>
}

/** Keeps the verdict on every unit and system in which nothing was found. */
function remember(settled: VerdictCache, model: ExtractedModel, { findings, committed }: Found): void {
  const faulty = new Set(findings.map(({ file }) => file))
  const isClean = ({ document }: Unit | System): boolean => !faulty.has(document.file)
  settled.remember({
    catalogueIsClean: ![...faulty].some(file => file.startsWith('catalogue/')),
    committed,
    units: model.units.filter(isClean).map(({ document }) => document),
    systems: model.systems
      .filter(system => isClean(system) && hasOwnUnit(model, system))
      .map(system => [system.document, extractIn(model, system)]),
  })
}

function acrossFindings({ root }: Context, model: ExtractedModel): readonly Finding[] {
  return checkAcross({ ...model, paperDigests: paperDigests(root, model) })
}

/** Whether a system's unit is the one that its path says: a verdict is kept under that one's bytes. */
function hasOwnUnit({ unitByAddress }: Model, system: System): boolean {
  return unitByAddress.get(unitAddressOf(system))?.document.file === unitFileOf(system.document)
}

function cacheFindings({ cacheDirectory, root }: Context): Finding[] {
  if (cacheDirectory === undefined || !liesInside(cacheDirectory, root)) return []
  const shown = printable(cacheDirectory)
  const message = {
    zh: `缓存目录“${shown}”位于数据仓库之内，未启用`,
    en: `the cache directory “${shown}” lies inside the repository and is not used`,
  }
  return [finding(readCodes.cacheInside, { file: '.', range: fileStart, path: [] }, { message })]
}

function filesOf(sources: readonly SourceFile[], findings: readonly Finding[]): string[] {
  const files = new Set(sources.map(({ file }) => file))
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
