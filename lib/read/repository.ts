import { realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Finding, sortFindings } from '../finding/finding.ts'
import { type Cache, liesInside, openCache } from './cache.ts'
import { codes } from './codes.ts'
import type { SourceDocument } from './document.ts'
import { readRegularFile, systemCode } from './file.ts'
import { byteLimit, limits } from './limits.ts'
import { digestOf, sourceDocument } from './parse.ts'
import { type ParsedFile, parseFiles, type ReadFile } from './pool.ts'
import { fileFinding, shown } from './problem.ts'
import { type FoundFile, notRegular, symbolicLink, unreadable, walk } from './walk.ts'

export interface ReadOptions {
  /**
   * Where values of clean files are kept between runs; must lie outside the repository.
   * @default - nothing is kept
   */
  readonly cacheDirectory?: string | undefined
  /**
   * Threads that parse when there are many files to parse; 0 parses in this thread.
   * @default one for each processor
   */
  readonly workers?: number | undefined
}

export interface Repository {
  /** Clean documents, in order of their files. */
  readonly documents: readonly SourceDocument[]
  readonly findings: readonly Finding[]
}

/** Reads a data repository. Whatever is wrong with it is a finding; only a fault of the tool itself throws. */
export async function readRepository(root: string, options: ReadOptions = {}): Promise<Repository> {
  const real = realRoot(root)
  if (typeof real !== 'string') return { documents: [], findings: [real.finding] }
  const found = walk(real)
  const { read, findings } = readFiles(real, found.files)
  const { cache, findings: cacheFindings } = cacheFor(real, options.cacheDirectory)
  const parsed = await parseFiles(read, cache, options.workers)
  cache?.save()
  return {
    documents: parsed.flatMap(document),
    findings: sortFindings([
      ...cacheFindings,
      ...found.findings,
      ...findings,
      ...parsed.flatMap(file => file.findings),
    ]),
  }
}

function document({ file, kind, digest, bytes, value, findings }: ParsedFile): SourceDocument[] {
  return findings.length > 0 ? [] : [sourceDocument(file, kind, digest, bytes, value)]
}

function cacheFor(root: string, directory: string | undefined): { cache?: Cache; findings: Finding[] } {
  if (directory === undefined) return { findings: [] }
  if (!liesInside(directory, root)) return { cache: openCache(directory), findings: [] }
  const message = {
    zh: `缓存目录“${shown(directory, 200)}”位于数据仓库之内，未启用`,
    en: `the cache directory “${shown(directory, 200)}” lies inside the repository and is not used`,
  }
  return { findings: [fileFinding(codes.cacheInside, '.', message)] }
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

function readFiles(root: string, files: readonly FoundFile[]): { read: ReadFile[]; findings: Finding[] } {
  const read: ReadFile[] = []
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
