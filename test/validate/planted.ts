import type { Finding, Range } from '../../lib/finding/finding.ts'
import { parseDocument, type SourceDocument } from '../../lib/read/index.ts'
import { validateKinds } from '../../lib/validate/check-document.ts'
import { composeSchemas } from '../../lib/validate/index.ts'
import { exampleFiles, placed, replaced } from '../example-repository.ts'

/** One text of an example file as a document. */
export function documentOf(file: string, text: string): SourceDocument {
  const { document, findings } = parseDocument(file, placed(file), new TextEncoder().encode(text))
  if (document === undefined) throw new Error(`${file} does not read: ${findings[0]?.message.en}`)
  return document
}

export const exampleDocuments: readonly SourceDocument[] = [...exampleFiles].map(([file, text]) =>
  documentOf(file, text),
)

export const exampleSchemas = composeSchemas(exampleDocuments)

/** What one file by itself has wrong, held against the schemas of the examples. */
export function mistakesOf(file: string, text: string): readonly Finding[] {
  const document = documentOf(file, text)
  return validateKinds([document], () => exampleSchemas, [document.kind]).findings
}

function offsetOf(text: string, { line, column }: Range['start']): number {
  const before = text.split('\n').slice(0, line - 1)
  return before.reduce((sum, part) => sum + part.length + 1, 0) + column - 1
}

/** The text that a finding's range covers. */
export function covered(text: string, { start, end }: Range): string {
  return text.slice(offsetOf(text, start), offsetOf(text, end))
}

/** The text with a finding's replacement in its place. */
export function mended(text: string, { range, fix }: Finding): string {
  if (fix?.replacement === undefined) throw new Error('the finding has no replacement')
  return text.slice(0, offsetOf(text, range.start)) + fix.replacement + text.slice(offsetOf(text, range.end))
}

/** The finding of a single mistake; a second finding would tell of the same mistake twice. */
export function onlyMistake(file: string, text: string): Finding {
  const [found, ...others] = mistakesOf(file, text)
  if (found === undefined) throw new Error('nothing is found')
  if (others.length > 0) throw new Error(`more is found: ${others.map(({ code }) => code).join()}`)
  return found
}

/** `before|text` of an example file, with something else written instead of the text, and what is found of it. */
export function planted(file: string, mark: string, wrong: string): { text: string; found: Finding } {
  const [before = '', right = ''] = mark.split('|')
  const text = replaced(file, before + right, before + wrong)
  return { text, found: onlyMistake(file, text) }
}
