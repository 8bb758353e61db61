import { statSync } from 'node:fs'
import { join } from 'node:path'
import { checkRepository, type ExtractedModel } from '../../lib/check/index.ts'
import { codes } from '../../lib/command-line/codes.ts'
import { type Decisions, ratificationFindings } from '../../lib/evidence/index.ts'
import { type Finding, fileStart, finding, sortFindings } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import {
  openRepository,
  type RepositoryFiles,
  codes as readCodes,
  type SourceDocument,
  type SourceFile,
  type WalkOptions,
} from '../../lib/read/index.ts'
import { plainLooks, type Understood, understand } from '../../lib/repository/index.ts'
import { cited } from '../../lib/term/index.ts'
import { checkCommitted } from '../../lib/validate/index.ts'
import type { Checkout } from '../git/call.ts'
import { askGitOf } from '../git/held.ts'
import { type CachePlace, usableDirectory } from '../store/directory.ts'
import { openVerdictCache, remembering, type VerdictCache, type VerdictDays } from '../store/verdict-cache.ts'
import { cloneFindings } from './clone-findings.ts'
import { codeOwnersIn } from './code-owners.ts'
import { committedSchemas } from './committed-schemas.ts'
import { decisionsAt, type EvidencePlace, evidenceMark } from './decisions.ts'
import { templateFindings } from './form-template.ts'
import { tellingOf } from './long-look.ts'
import { isPackageRoot } from './package-root.ts'
import { paperDigests } from './paper-digests.ts'
import { pinFindings } from './version-pin.ts'

/** A data repository on the disk, and the day on which it is looked at. */
export type RepositoryPlace = CachePlace & VerdictDays & EvidencePlace

export interface LoadOptions {
  /**
   * Whether the rules are run over the model.
   * @default true
   */
  readonly check?: boolean
  /**
   * What evidence decides.
   * @default - what the evidence of the repository says
   */
  readonly decisions?: Decisions
  /**
   * Whether the records have a say of their own in the day from which evidence decides: where something goes to the clouds, or
   * is approved, what came to the branch without an approval does not move it. Git is asked for them then.
   * @default false
   */
  readonly byRecords?: boolean
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
  /** What evidence decided on requests, which the histories of the model have. */
  readonly decisions: Decisions
}

/**
 * read → validate → compose → check, all findings of all files in one go.
 *
 * @throws Refusal outside a data repository, and where evidence decides and cannot be believed
 */
export function loadRepository(place: RepositoryPlace, options: LoadOptions = {}): LoadedRepository {
  requireRepository(place)
  const opened = openRepository(place.root, walkOptions(place))
  return tellingOf(place, opened.files, () => lookedAt(place, opened, options))
}

function lookedAt(
  place: RepositoryPlace,
  opened: RepositoryFiles,
  { check = true, decisions: given, byRecords = false }: LoadOptions,
): LoadedRepository {
  const decisions = given ?? decisionsAt(place, opened.files, byRecords)
  const cache = openVerdictCache(place, opened.files)
  const understood = understand(
    opened,
    { asOf: place.today, today: place.actualToday },
    { withRules: check, looks: remembering(cache, plainLooks), answers: decisions.answers },
  )
  const { documents, hasWholeCatalogue } = understood
  const evidence = evidenceMark(place, decisions)
  const model = understood.model && { ...understood.model, ...(evidence && { evidence }) }
  const found = sortFindings([
    ...cacheFindings(place),
    ...pinFindings(place.root),
    ...cloneFindings(place, opened.findings),
    ...understood.findings,
    // Where evidence does not decide, nobody knows its records.
    ...(decisions.number > 0 ? ratificationFindings(model?.catalogue.ratifications ?? [], decisions) : []),
    ...committedFindings(place, understood, cache),
    ...(check && model !== undefined ? repositoryFindings(place, model) : []),
    ...(check && model !== undefined && hasWholeCatalogue ? templateFindings(place.root, model) : []),
  ])
  cache.save()
  const findings = model === undefined ? found : cited(found, model.catalogue)
  return {
    model,
    documents,
    sources: opened.files,
    findings,
    files: filesOf(opened.files, findings),
    decisions,
  }
}

/** What git holds of what has no place, and whether the repository is the tool's own. */
export function walkOptions(place: Checkout): WalkOptions {
  return { askGit: askGitOf(place), isTool: isPackageRoot(place.root) }
}

/** With part of the catalogue unread, every schema would differ for that reason alone. */
function committedFindings(
  { root }: RepositoryPlace,
  { schemas, hasWholeCatalogue }: Understood,
  cache: VerdictCache,
): readonly Finding[] {
  const committed = committedSchemas(root)
  if (!hasWholeCatalogue || cache.areCurrent(committed)) return []
  const findings = checkCommitted(schemas(), committed)
  if (findings.length === 0) cache.keepCurrent(committed)
  return findings
}

function repositoryFindings({ root }: RepositoryPlace, model: ExtractedModel): readonly Finding[] {
  // The tool's own repository has owners of its own: its map is an example.
  const codeOwners = isPackageRoot(root) ? {} : { codeOwners: codeOwnersIn(root) }
  return checkRepository({ ...model, paperDigests: paperDigests(root, model), ...codeOwners })
}

function cacheFindings(place: RepositoryPlace): Finding[] {
  const { cacheDirectory } = place
  if (cacheDirectory === undefined || usableDirectory(place) !== undefined) return []
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
export function requireRepository({ root: path }: Pick<RepositoryPlace, 'root'>): void {
  if (statSync(join(path, 'catalogue'), { throwIfNoEntry: false })?.isDirectory() === true) return
  const root = printable(path)
  const message = {
    zh: `${root} 不是数据仓库：缺少 catalogue/；请用 --root 指定，或用 tenantry init DIR 新建`,
    en: `${root} is no data repository: it has no catalogue/; name one with --root, or make one with \`tenantry init DIR\``,
  }
  throw new Refusal(finding(codes.notARepository, { machine: root }, { message }), 'usage')
}
