import {
  type CodeDefinition,
  type DataPath,
  type Finding,
  type Fix,
  fileStart,
  finding,
  type Range,
  type Related,
  type Text,
} from '../finding/finding.ts'
import { printable } from '../finding/printable.ts'
import type { LineIndex } from './lines.ts'

/** Something wrong between two UTF-16 offsets of a text, before lines and columns are known. */
export interface Problem {
  readonly code: CodeDefinition
  readonly start: number
  readonly end: number
  readonly message: Text
  readonly path?: DataPath
  readonly fix?: Fix
  /** An earlier stretch of the same file that explains it. */
  readonly related?: { readonly start: number; readonly end: number; readonly message: Text }
}

export function toFinding(file: string, lines: LineIndex, problem: Problem): Finding {
  const path = problem.path ?? []
  const related: Related[] = problem.related
    ? [
        {
          file,
          path,
          message: problem.related.message,
          range: lines.range(problem.related.start, problem.related.end),
        },
      ]
    : []
  const at = { file, path, range: lines.range(problem.start, problem.end) }
  return finding(problem.code, at, { message: problem.message, fix: problem.fix, related })
}

/** A finding about a file, or a folder, as a whole. */
export function fileFinding(
  code: CodeDefinition,
  file: string,
  message: Text,
  more: { readonly fix?: Fix; readonly related?: readonly Related[]; readonly range?: Range } = {},
): Finding {
  const at = { file, path: [], range: more.range ?? fileStart }
  return finding(code, at, { message, fix: more.fix, related: more.related ?? [] })
}

/** Text of strangers, fit for a message: nothing invisible, nothing that moves a cursor, and not long. */
export function shown(text: string, longest = 60): string {
  // A character has at most two code units; a name may be half a megabyte.
  const start = [...text.slice(0, longest * 2)].slice(0, longest).join('')
  return printable(start.length < text.length ? `${start}…` : text)
}

/** `U+202E`. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
