// Finds the files of a data repository without opening any.
import { type Dirent, lstatSync, readdirSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import { closest, distance } from 'fastest-levenshtein'
import type { Finding, Fix } from '../finding/finding.ts'
import { attributeCodes } from './attribute-codes.ts'
import { isAttributes } from './attributes.ts'
import { deviceName, unclearName } from './clear-name.ts'
import { codes } from './codes.ts'
import type { DocumentKind } from './document.ts'
import { systemCode } from './file.ts'
import {
  type AskGit,
  editorFile,
  type Foreign,
  foreignFindings,
  machineFile,
  outputFolder,
  withoutGit,
} from './foreign.ts'
import { type ForeignName, foreignName, isGitFolder, isOutput, originalNames } from './foreign-names.ts'
import { limits } from './limits.ts'
import { editorFolder, type FileRole, type Folder, places, rootPlace } from './places.ts'
import { fileFinding, shown } from './problem.ts'

export interface FoundFile {
  /** Relative to the root, with `/`. */
  readonly file: string
  readonly kind: DocumentKind
}

export interface Walk {
  readonly files: readonly FoundFile[]
  readonly findings: readonly Finding[]
}

interface Progress {
  readonly root: string
  readonly files: FoundFile[]
  readonly findings: Finding[]
  readonly foreign: Foreign[]
  entries: number
}

export interface WalkOptions {
  /** Asked once, and only where something has no place. */
  readonly askGit?: AskGit
  /**
   * Whether the root is that of the running tool itself, with its own catalogue: who can change files there can change
   * the tool. No data repository can claim it.
   */
  readonly isTool?: boolean
}

/** `root` is an existing directory, with its own links resolved. */
export function walk(root: string, { askGit = withoutGit, isTool = false }: WalkOptions = {}): Walk {
  const progress: Progress = { root, files: [], findings: [], foreign: [], entries: 0 }
  for (const [name, folder] of Object.entries(places(limits.papersDepth))) walkTop(name, folder, progress)
  if (!isTool) walkRoot(progress)
  if (progress.entries > limits.entries) progress.findings.push(tooMany())
  if (misplaced(progress) > limits.treeFindings) progress.findings.push(tooManyMisplaced('.'))
  const { files } = progress
  const findings = [...progress.findings, ...foreignFindings(progress.foreign, askGit)]
  return {
    files: files.sort((a, b) => (a.file < b.file ? -1 : 1)),
    findings: [...findings, ...missing(findings, files)],
  }
}

function misplaced({ findings, foreign }: Progress): number {
  return findings.length + foreign.length
}

export function tooManyMisplaced(at: string): Finding {
  return fileFinding(codes.tooManyMisplaced, at, {
    zh: `超过 ${limits.treeFindings} 个文件放错位置或者无法读取，其余未检查`,
    en: `more than ${limits.treeFindings} files are misplaced or broken; the rest was not looked at`,
  })
}

/** What lies beside `catalogue/` and `tenants/`. */
function walkRoot(progress: Progress): void {
  const entries = list('.', progress).filter(
    ({ name }) => name !== 'catalogue' && name !== 'tenants' && name !== '.git',
  )
  visitAll('.', entries, rootPlace, progress)
}

function tooMany(): Finding {
  return fileFinding(codes.tooManyEntries, '.', {
    zh: `文件和文件夹超过上限 ${limits.entries} 个`,
    en: `more than ${limits.entries} files and folders`,
  })
}

function walkTop(name: string, folder: Folder, progress: Progress): void {
  const status = statusOf(name, progress)
  if (!status) return
  if (status.isSymbolicLink()) progress.findings.push(symbolicLink(name))
  else if (!status.isDirectory()) progress.findings.push(notRegular(name))
  else walkFolder(name, folder, progress)
}

function statusOf(name: string, progress: Progress): Stats | undefined {
  try {
    return lstatSync(join(progress.root, name), { throwIfNoEntry: false })
  } catch (error) {
    progress.findings.push(unreadable(name, systemCode(error)))
    return undefined
  }
}

function walkFolder(path: string, folder: Folder, progress: Progress): void {
  const entries = list(path, progress)
  const isGit = folder.level !== undefined && isGitFolder(entries.map(({ name }) => name))
  if (isGit) progress.foreign.push(machineFile(path))
  else visitAll(path, entries, folder, progress)
}

function visitAll(path: string, entries: readonly Dirent[], folder: Folder, progress: Progress): void {
  const collided = collisions(path, entries, folder, progress)
  for (const entry of entries) {
    progress.entries += 1
    if (progress.entries > limits.entries || misplaced(progress) > limits.treeFindings) return
    if (!collided.has(entry.name)) visit(path, entry, folder, progress)
  }
}

function list(path: string, progress: Progress): Dirent[] {
  try {
    const entries = readdirSync(join(progress.root, path), { withFileTypes: true })
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    progress.findings.push(unreadable(path, systemCode(error)))
    return []
  }
}

export function unreadable(path: string, reason: string): Finding {
  return fileFinding(codes.unreadable, shown(path, 300), {
    zh: `无法读取（${reason}）`,
    en: `cannot be read (${reason})`,
  })
}

export function symbolicLink(path: string): Finding {
  return fileFinding(codes.symbolicLink, shown(path, 300), {
    zh: '不允许符号链接',
    en: 'a symbolic link is not allowed',
  })
}

export function notRegular(path: string): Finding {
  return fileFinding(codes.notRegular, shown(path, 300), {
    zh: '此处应为普通文件或文件夹',
    en: 'neither the file nor the folder that belongs here',
  })
}

/**
 * Names that a case-insensitive or a normalising file system takes for one. Of each such group one stays, the one that
 * belongs there if any does; gives the others.
 */
function collisions(
  path: string,
  entries: readonly Dirent[],
  folder: Folder,
  progress: Progress,
): ReadonlySet<string> {
  const others = new Set<string>()
  for (const group of Map.groupBy(entries, ({ name }) => folded(name)).values()) {
    if (group.length === 1) continue
    const names = group.map(({ name }) => name)
    const stays = names.find(name => folder.file(name) ?? folder.folder(name)) ?? names[0] ?? ''
    for (const name of names) {
      if (name === stays) continue
      others.add(name)
      progress.findings.push(collision(path, name, stays))
    }
  }
  return others
}

/** Upper case first: it also unites what lower case keeps apart, such as `ß` and `SS`. */
function folded(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')
}

function collision(path: string, name: string, other: string): Finding {
  const message = {
    zh: `与“${shown(other)}”仅大小写或 Unicode 形式不同`,
    en: `differs from “${shown(other)}” only in case or Unicode form`,
  }
  return fileFinding(codes.collision, shown(below(path, name), 300), message)
}

function below(path: string, name: string): string {
  return path === '.' ? name : `${path}/${name}`
}

function visit(path: string, entry: Dirent, folder: Folder, progress: Progress): void {
  const file = below(path, entry.name)
  const foreign = isManifest(entry, folder) ? undefined : foreignAt(file, path, entry, folder)
  if (foreign !== undefined) progress.foreign.push(foreign)
  else if (entry.isSymbolicLink()) progress.findings.push(symbolicLink(file))
  else if (isUnclear(file, entry.name, folder, progress)) return
  else if (entry.isFile()) visitFile(file, entry.name, folder, progress)
  else if (entry.isDirectory()) visitFolder(file, entry.name, folder, progress)
  else progress.findings.push(notRegular(file))
}

/** Where names follow a rule, whatever does not is told of as misplaced. */
function isUnclear(file: string, name: string, { level }: Folder, progress: Progress): boolean {
  const message = level === undefined ? deviceName(name) : unclearName(name)
  if (message === undefined) return false
  progress.foreign.push(misplacedAt(file, fileFinding(codes.unclearName, shown(file, 300), message)))
  return true
}

/**
 * A unit may have a system `clouds` or `secure`: what lies at the place of a manifest is read as one and as nothing else,
 * and no program looks for its settings there.
 */
function isManifest(entry: Dirent, folder: Folder): boolean {
  return entry.isFile() && isManifestName(entry.name, folder)
}

function isManifestName(name: string, folder: Folder): boolean {
  const role = folder.file(name)
  return role !== undefined && isKind(role)
}

/** Whatever it is, a folder or a link too: only the name counts. */
function foreignAt(file: string, path: string, entry: Dirent, folder: Folder): Foreign | undefined {
  if (path === '.' && isOutput(entry.name)) return entry.isSymbolicLink() ? undefined : outputFolder(file)
  if (path === '.' && entry.name === editorFolder && entry.isDirectory()) return undefined
  const kind =
    path === editorFolder && rootPlace.folder(path)?.file(entry.name) === undefined
      ? 'editor'
      : kindByName(entry.name, folder)
  if (kind === 'machine') return machineFile(file)
  return kind === 'editor' ? editorFile(file) : undefined
}

/** An editor's copy of a password holds the password; one of a manifest is of a manifest, whatever it is called. */
function kindByName(name: string, folder: Folder): ForeignName | undefined {
  const kind = foreignName(name)
  if (kind !== 'editor') return kind
  const isOfMachine = originalNames(name).some(
    original => foreignName(original) === 'machine' && !isManifestName(original, folder),
  )
  return isOfMachine ? 'machine' : 'editor'
}

function visitFile(file: string, name: string, folder: Folder, progress: Progress): void {
  if (isAttributes(name) && file.includes('/')) {
    progress.findings.push(nestedAttributes(file))
    return
  }
  const role = folder.file(name)
  if (role === undefined) progress.foreign.push(misplacedAt(file, unexpectedFile(file, name, folder)))
  else if (isKind(role)) progress.files.push({ file, kind: role })
}

function nestedAttributes(file: string): Finding {
  const message = { zh: '此处不得有 .gitattributes', en: 'no .gitattributes may stand here' }
  return fileFinding(attributeCodes.nested, shown(file, 300), message)
}

function isKind(role: FileRole): role is DocumentKind {
  return role !== 'beside'
}

function visitFolder(file: string, name: string, folder: Folder, progress: Progress): void {
  const next = folder.folder(name)
  if (next) walkFolder(file, next, progress)
  else if (folder.file(name) !== undefined && folder.level === undefined)
    progress.findings.push(notRegular(file))
  else progress.foreign.push(misplacedAt(file, unexpectedFolder(file, name, folder)))
}

function misplacedAt(path: string, finding: Finding): Foreign {
  return { path, finding, when: 'not ignored' }
}

function unexpectedFile(file: string, name: string, folder: Folder): Finding {
  const at = shown(file, 300)
  const yaml = name.replace(/\.ya?ml$/i, '.yaml')
  if (yaml !== name && folder.file(yaml) !== undefined) {
    const fix = rename(yaml)
    return fileFinding(
      codes.extension,
      at,
      { zh: '扩展名应为 .yaml', en: 'the extension must be .yaml' },
      { fix },
    )
  }
  if (folder.named === 'file' && name.endsWith('.yaml')) {
    return fileFinding(codes.name, at, {
      zh: `名称“${shown(name)}”不符合规定`,
      en: `the name “${shown(name)}” does not follow the rule`,
    })
  }
  const message = { zh: '此处不应有该文件', en: 'no such file is expected here' }
  return fileFinding(codes.unexpectedFile, at, message, suggestion(name, folder))
}

function unexpectedFolder(file: string, name: string, folder: Folder): Finding {
  const at = shown(file, 300)
  if (folder.named === 'folder') {
    return fileFinding(codes.name, at, {
      zh: `名称“${shown(name)}”不符合规定`,
      en: `the name “${shown(name)}” does not follow the rule`,
    })
  }
  const message = { zh: '此处不应有该文件夹', en: 'no such folder is expected here' }
  return fileFinding(codes.unexpectedFolder, at, message, suggestion(name, folder))
}

function rename(name: string): Fix {
  return { message: { zh: `改名为 ${name}`, en: `rename it to ${name}` } }
}

function suggestion(name: string, folder: Folder): { readonly fix?: Fix } {
  if (folder.known.length === 0 || name.length > 100) return {}
  const nearest = closest(name, [...folder.known])
  return distance(name, nearest) <= Math.min(3, name.length / 2) ? { fix: rename(nearest) } : {}
}

/** What every catalogue has. Not reported where a finding already says why it could not be seen. */
function missing(findings: readonly Finding[], files: readonly FoundFile[]): Finding[] {
  const kinds = new Set(files.map(({ kind }) => kind))
  const required = [
    { kind: 'platform', file: 'catalogue/platform.yaml' },
    { kind: 'services', file: 'catalogue/services' },
    { kind: 'jurisdiction', file: 'catalogue/jurisdictions' },
  ] as const
  return required
    .filter(({ kind, file }) => !kinds.has(kind) && !findings.some(found => covers(found.file, file)))
    .map(({ file }) => {
      const message = file.endsWith('.yaml')
        ? { zh: `缺少 ${file}`, en: `${file} is missing` }
        : { zh: `${file}/ 下没有任何 .yaml 文件`, en: `${file}/ holds no .yaml file` }
      return fileFinding(codes.required, file, message)
    })
}

function covers(found: string, file: string): boolean {
  return found === file || file.startsWith(`${found}/`) || found.startsWith(`${file}/`)
}
