import { realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Finding, sortFindings } from '../finding/finding.ts'
import { attributeFindings, attributesFile } from './attributes.ts'
import { codes } from './codes.ts'
import type { SourceDocument } from './document.ts'
import { readRegularFile, systemCode } from './file.ts'
import { byteLimit, limits } from './limits.ts'
import { digestOf, parseFile, type SourceFile, unreadDocument } from './parse.ts'
import { fileFinding, shown } from './problem.ts'
import { type FoundFile, notRegular, symbolicLink, unreadable, type WalkOptions, walk } from './walk.ts'

/** What lies in a repository, before anything is made of it. */
export interface RepositoryFiles {
  /** In order of their names. */
  readonly files: readonly SourceFile[]
  readonly findings: readonly Finding[]
}

export interface Repository {
  /** Clean documents, in order of their files. */
  readonly documents: readonly SourceDocument[]
  readonly findings: readonly Finding[]
}

/** Reads a data repository. Whatever is wrong with it is a finding; only a fault of the tool itself throws. */
export function readRepository(root: string, options: WalkOptions = {}): Repository {
  const { files, findings } = openRepository(root, options)
  const parsed = parseFiles(files)
  return { documents: parsed.documents, findings: sortFindings([...findings, ...parsed.findings]) }
}

/** Finds and reads the files, each within its limits. */
export function openRepository(root: string, options: WalkOptions = {}): RepositoryFiles {
  const real = realRoot(root)
  if (typeof real !== 'string') return { files: [], findings: [real.finding] }
  const found = walk(real, options)
  const { read, findings } = readFiles(real, found.files)
  const attributes = rootAttributes(real).filter(one => !found.findings.some(other => isSame(one, other)))
  return { files: read, findings: [...found.findings, ...findings, ...attributes] }
}

/** What is no file is told of once, however often somebody comes by it. */
function isSame(one: Finding, other: Finding): boolean {
  return one.code === other.code && one.file === other.file
}

function rootAttributes(root: string): readonly Finding[] {
  const content = readRegularFile(join(root, attributesFile), limits.catalogueBytes)
  if ('bytes' in content) return attributeFindings(content.bytes)
  return content.reason === 'ENOENT' ? [] : [refusal(attributesFile, content.refused, content.reason)]
}

/** @param isClean whether a file is known to be clean from an earlier look at the same bytes: it is not parsed for now */
export function parseFiles(
  files: readonly SourceFile[],
  isClean: (source: SourceFile) => boolean = () => false,
): Repository {
  const results = files.map(source =>
    isClean(source) ? { document: unreadDocument(source), findings: [] } : parseFile(source),
  )
  return {
    documents: results.flatMap(({ document }) => document ?? []),
    findings: results.flatMap(result => result.findings),
  }
}

/** The root may be a link: its user chose it. Nothing below it may. */
function realRoot(root: string): string | { readonly finding: Finding } {
  const missing = (reason: string) => ({
    finding: fileFinding(codes.rootMissing, '.', {
      zh: `数据仓库目录“${shown(root, 200)}”无法使用（${reason}）`,
      en: `the data repository “${shown(root, 200)}” cannot be used (${reason})`,
    }),
  })
  try {
    const real = realpathSync(root)
    return statSync(real).isDirectory() ? real : missing('ENOTDIR')
  } catch (error) {
    return missing(systemCode(error))
  }
}

function readFiles(root: string, files: readonly FoundFile[]): { read: SourceFile[]; findings: Finding[] } {
  const read: SourceFile[] = []
  const findings: Finding[] = []
  let total = 0
  for (const { file, kind } of files) {
    const content = readRegularFile(join(root, file), byteLimit(kind))
    if ('refused' in content) {
      findings.push(refusal(file, content.refused, content.reason))
      continue
    }
    total += content.bytes.length
    if (total > limits.repositoryBytes) return { read, findings: [...findings, tooLarge()] }
    read.push({ file, kind, bytes: content.bytes, digest: digestOf(content.bytes) })
  }
  return { read, findings }
}

function refusal(
  file: string,
  refused: 'unreadable' | 'not regular' | 'symbolic link',
  reason: string,
): Finding {
  if (refused === 'symbolic link') return symbolicLink(file)
  return refused === 'not regular' ? notRegular(file) : unreadable(file, reason)
}

function tooLarge(): Finding {
  return fileFinding(codes.repositoryTooLarge, '.', {
    zh: `申请文件合计超过上限 ${limits.repositoryBytes} 字节`,
    en: `the manifests have more than ${limits.repositoryBytes} bytes together`,
  })
}
