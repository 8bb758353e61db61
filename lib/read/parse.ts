import { hash } from 'node:crypto'
import type { Finding } from '../finding/finding.ts'
import { decodeBytes } from './bytes.ts'
import { codes } from './codes.ts'
import type { DocumentKind, SourceDocument } from './document.ts'
import { fastValue } from './fast-parser.ts'
import { fullValue } from './full-parser.ts'
import { limits } from './limits.ts'
import { lineIndex } from './lines.ts'
import { locate } from './locate.ts'
import { type Problem, shown, toFinding } from './problem.ts'
import { checkText } from './text.ts'
import type { CheckedValue } from './value.ts'
import { valueCache } from './value-cache.ts'

export interface ParseResult {
  /** Absent when anything is wrong. */
  readonly document?: SourceDocument
  readonly findings: readonly Finding[]
}

/** Reads one file's bytes; never throws. */
export function parseDocument(file: string, kind: DocumentKind, bytes: Uint8Array): ParseResult {
  return parseFile({ file, kind, bytes, digest: digestOf(bytes) })
}

export function parseFile(source: SourceFile): ParseResult {
  const { text, problem } = decodeBytes(source.kind, source.bytes)
  const { value, problems } = problem ? { value: undefined, problems: [problem] } : guarded(text)
  if (problems.length > 0) return { findings: toFindings(source.file, text, problems) }
  return { document: sourceDocument(source, value), findings: [] }
}

export function digestOf(bytes: Uint8Array): string {
  return hash('sha256', bytes)
}

/** A file's bytes, and what they are. */
export interface SourceFile {
  /** Relative to the root, with `/`. */
  readonly file: string
  readonly kind: DocumentKind
  readonly bytes: Uint8Array
  /** sha256, in hex. */
  readonly digest: string
}

/** A document whose value is known already; its bytes are parsed again when a position is asked for. */
function sourceDocument({ file, kind, digest, bytes }: SourceFile, value: unknown): SourceDocument {
  return { file, kind, digest, value, at: (path, part = 'value') => locate(file, digest, bytes, path, part) }
}

/**
 * A document that is known to be clean: it is parsed when its value is asked for. The values of very many are not kept
 * all at once; one that was let go is parsed again.
 */
export function unreadDocument(source: SourceFile): SourceDocument {
  const { file, kind, digest, bytes } = source
  let document: SourceDocument | undefined
  const read = (): SourceDocument => {
    const parsed = parseFile(source).document
    if (parsed === undefined) throw new TypeError(`${file} was taken for clean and is not`)
    document = parsed
    valueCache.hold(() => {
      document = undefined
    })
    return parsed
  }
  return {
    file,
    kind,
    digest,
    get value() {
      return (document ?? read()).value
    },
    at: (path, part = 'value') => locate(file, digest, bytes, path, part),
  }
}

/** The library throws plain errors for some inputs (`ReferenceError`, stack overflow); a file is never worth a crash. */
function guarded(text: string): CheckedValue {
  try {
    return parseText(text)
  } catch (error) {
    const reason = shown(error instanceof Error ? error.message : String(error))
    const message = { zh: `解析器意外失败：${reason}`, en: `the parser failed: ${reason}` }
    return { value: undefined, problems: [{ code: codes.parserFailure, start: 0, end: 0, message }] }
  }
}

/** Each stage only sees what the one before found clean: a broken text would only bring errors that follow from it. */
function parseText(text: string): CheckedValue {
  const characters = checkText(text)
  if (characters.length > 0) return { value: undefined, problems: characters }
  const quick = fastValue(text)
  return quick === undefined ? fullValue(text) : { value: quick, problems: [] }
}

function toFindings(file: string, text: string, problems: readonly Problem[]): Finding[] {
  const lines = lineIndex(text)
  const sorted = problems.toSorted((a, b) => a.start - b.start)
  const findings = sorted.slice(0, limits.findingsPerFile).map(problem => toFinding(file, lines, problem))
  const left = sorted.slice(limits.findingsPerFile)
  const [next] = left
  if (!next) return findings
  const message = { zh: `另有 ${left.length} 个问题未列出`, en: `${left.length} more findings are not shown` }
  return [
    ...findings,
    toFinding(file, lines, { code: codes.moreFindings, start: next.start, end: next.end, message }),
  ]
}
