import { hash } from 'node:crypto'
import type { Finding } from '../finding/finding.ts'
import { knownVersions, type Versions } from '../version/index.ts'
import { decodeBytes } from './bytes.ts'
import { codes } from './codes.ts'
import type { DocumentKind, SourceDocument } from './document.ts'
import { fastValue } from './fast-parser.ts'
import { fullValue } from './full-parser.ts'
import { withSlips } from './full-width/problems.ts'
import { limits } from './limits.ts'
import { lineIndex } from './lines.ts'
import { locate } from './locate.ts'
import { type Problem, shown, toFinding } from './problem.ts'
import { checkText } from './text.ts'
import type { CheckedValue } from './value.ts'
import { freshValues, valueCache } from './value-cache.ts'

export interface ParseResult {
  /** Absent when anything is wrong. */
  readonly document?: SourceDocument
  readonly findings: readonly Finding[]
}

/** Reads one file's bytes; never throws. */
export function parseDocument(file: string, kind: DocumentKind, bytes: Uint8Array): ParseResult {
  return parseFile({ file, kind, bytes, digest: digestOf(bytes) })
}

/** @param versions the forms that the file may have; its value and places are those of the newest */
export function parseFile(source: SourceFile, versions: Versions = knownVersions): ParseResult {
  const { text, value, problems } = checkedValue(source, versions)
  if (problems.length > 0) return { findings: toFindings(source.file, text, problems) }
  return { document: documentOf(source, versions, { value }), findings: [] }
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

/** A document that is known to be clean: it is parsed when its value is asked for. */
export function unreadDocument(source: SourceFile): SourceDocument {
  return documentOf(source, knownVersions)
}

interface Read {
  readonly value: unknown
}

/**
 * A document of a clean file. Its bytes are parsed again when a position is asked for. The values of systems, of which
 * there may be very many, are not kept all at once either: one that was let go is parsed again.
 */
function documentOf(source: SourceFile, versions: Versions, known?: Read): SourceDocument {
  const { file, kind, digest, bytes } = source
  let held: Read | undefined
  const hold = (read: Read, cache: typeof valueCache): Read => {
    held = read
    if (kind === 'system')
      cache.hold(() => {
        held = undefined
      })
    return read
  }
  if (known !== undefined) hold(known, freshValues)
  return {
    file,
    kind,
    digest,
    get text() {
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
    },
    get value() {
      return (held ?? hold(readAgain(source, versions), valueCache)).value
    },
    at: (path, part = 'value') => locate({ file, digest, bytes, versions }, path, part),
  }
}

function readAgain(source: SourceFile, versions: Versions): Read {
  const { value, problems } = checkedValue(source, versions)
  if (problems.length > 0) throw new TypeError(`${source.file} was taken for clean and is not`)
  return { value }
}

function checkedValue(
  { kind, bytes }: SourceFile,
  versions: Versions,
): CheckedValue & { readonly text: string } {
  const { text, problem } = decodeBytes(kind, bytes)
  if (problem !== undefined) return { text, value: undefined, problems: [problem] }
  return { text, ...guarded(text, versions) }
}

/** The library throws plain errors for some inputs (`ReferenceError`, stack overflow); a file is never worth a crash. */
function guarded(text: string, versions: Versions): CheckedValue {
  try {
    return parseText(text, versions)
  } catch (error) {
    const reason = shown(error instanceof Error ? error.message : String(error))
    const message = { zh: `解析器意外失败：${reason}`, en: `the parser failed: ${reason}` }
    return { value: undefined, problems: [{ code: codes.parserFailure, start: 0, end: 0, message }] }
  }
}

/** Each stage only sees what the one before found clean: a broken text would only bring errors that follow from it. */
function parseText(text: string, versions: Versions): CheckedValue {
  const characters = checkText(text)
  if (characters.length > 0) return { value: undefined, problems: characters }
  const fast = fastValue(text)
  if (fast !== undefined && versions.ageOf(fast) === undefined) return { value: fast, problems: [] }
  const full = fullValue(text, versions)
  if (full.problems.length === 0) return full
  return {
    value: undefined,
    problems: withSlips(text, full.problems, trial => fullValue(trial, versions).problems),
  }
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
