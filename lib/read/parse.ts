import { createHash } from 'node:crypto'
import type { Finding } from '../finding/finding.ts'
import { decodeBytes } from './bytes.ts'
import { codes } from './codes.ts'
import type { DocumentKind, SourceDocument } from './document.ts'
import { limits } from './limits.ts'
import { lineIndex } from './lines.ts'
import { locate } from './locate.ts'
import { type Problem, shown, toFinding } from './problem.ts'
import { scan } from './scan.ts'
import { syntaxProblems } from './syntax.ts'
import { checkText } from './text.ts'
import { checkValue } from './value.ts'
import { compose } from './yaml.ts'

export interface ParseResult {
  /** Absent when anything is wrong. */
  readonly document?: SourceDocument
  readonly findings: readonly Finding[]
}

/** Reads one file's bytes; never throws. */
export function parseDocument(file: string, kind: DocumentKind, bytes: Uint8Array): ParseResult {
  const { value, findings } = parseValue(file, kind, bytes)
  if (findings.length > 0) return { findings }
  return { document: sourceDocument(file, kind, digestOf(bytes), bytes, value), findings }
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A document whose value is known already; its bytes are parsed again when a position is asked for. */
export function sourceDocument(
  file: string,
  kind: DocumentKind,
  digest: string,
  bytes: Uint8Array,
  value: unknown,
): SourceDocument {
  return { file, kind, digest, value, at: (path, part = 'value') => locate(file, digest, bytes, path, part) }
}

export interface ParsedValue {
  /** Meaningless when there are findings. */
  readonly value: unknown
  readonly findings: readonly Finding[]
}

export function parseValue(file: string, kind: DocumentKind, bytes: Uint8Array): ParsedValue {
  const { text, problem } = decodeBytes(kind, bytes)
  const { value, problems } = problem ? { value: undefined, problems: [problem] } : guarded(text)
  if (problems.length === 0) return { value, findings: [] }
  return { value: undefined, findings: toFindings(file, text, problems) }
}

interface Parsed {
  readonly value: unknown
  readonly problems: readonly Problem[]
}

/** The library throws plain errors for some inputs (`ReferenceError`, stack overflow); a file is never worth a crash. */
function guarded(text: string): Parsed {
  try {
    return parseText(text)
  } catch (error) {
    const reason = shown(error instanceof Error ? error.message : String(error))
    const message = { zh: `解析器意外失败：${reason}`, en: `the parser failed: ${reason}` }
    return { value: undefined, problems: [{ code: codes.parserFailure, start: 0, end: 0, message }] }
  }
}

/** Each stage only sees what the one before found clean: a broken text would only bring errors that follow from it. */
function parseText(text: string): Parsed {
  const characters = checkText(text)
  if (characters.length > 0) return { value: undefined, problems: characters }
  const { tokens, problems } = scan(text)
  if (problems.length > 0) return { value: undefined, problems }
  if (!tokens.some(token => token.type === 'document' && token.value))
    return { value: undefined, problems: [noContent] }
  const composed = compose(text, tokens)
  const errors = syntaxProblems(text, [...composed.errors, ...composed.warnings])
  if (errors.length > 0) return { value: undefined, problems: errors }
  return checkValue(text, composed)
}

const noContent: Problem = {
  code: codes.empty,
  start: 0,
  end: 0,
  message: { zh: '文件除注释外没有内容', en: 'the file holds nothing but comments' },
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
