// One way to write each manifest: indentation, blanks, quotes, ends of lines. What it says stays, and so do comments.
import { isDeepStrictEqual } from 'node:util'
import { CST, type Document, isSeq, Lexer, parseDocument, visit } from 'yaml'
import type { Finding } from '../finding/finding.ts'
import type { DocumentKind } from '../read/index.ts'
import { digestOf, parseFile } from '../read/index.ts'
import type { Versions } from '../version/index.ts'

export interface Formatted {
  readonly text: string
}

/** Why a file stays as it is: what is wrong with it, or that nobody could prove that it says the same. */
export type NotFormatted = { readonly findings: readonly Finding[] } | 'unproven'

/**
 * The text of a manifest as it is to be written: two blanks a level, `{ a: 1 }` and `[1, 2]`, double quotes where there
 * are any, one empty line at most, LF and one at the end, no byte order mark. Long lines stay long.
 *
 * Taken only where the reader finds the same values and the same comments in it, and formats it to itself.
 *
 * @param versions in whose newest form it is to be written; it stays in its own where they are left out
 */
export function formatted(
  file: string,
  kind: DocumentKind,
  bytes: Uint8Array,
  versions?: Versions,
): Formatted | NotFormatted {
  const text = withPlainLines(bytes)
  const before = read(file, kind, text, versions)
  if (before.document === undefined) return { findings: before.findings }
  const laidOut = layout(text, versions)
  const after = read(file, kind, laidOut, versions)
  // Another form may have its parts in another order, and their comments with them.
  const comments = (of: string) => (versions === undefined ? commentsOf(of) : commentsOf(of).toSorted())
  const isSame =
    isDeepStrictEqual(after.document?.value, before.document.value) &&
    isDeepStrictEqual(comments(laidOut), comments(text)) &&
    layout(laidOut) === laidOut
  return isSame ? { text: laidOut } : 'unproven'
}

function read(file: string, kind: DocumentKind, text: string, versions?: Versions) {
  const bytes = Buffer.from(text)
  return parseFile({ file, kind, bytes, digest: digestOf(bytes) }, versions)
}

/** Without the mark and the line ends of Windows. Bytes that are no UTF-8 are left to the reader, which refuses them. */
function withPlainLines(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
}

function layout(text: string, versions?: Versions): string {
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    stringKeys: true,
    prettyErrors: false,
  })
  versions?.upgrade(document)
  visit(document, {
    Scalar: (_, scalar) => {
      if (scalar.type === 'QUOTE_SINGLE' && /^[^"\\]*$/.test(String(scalar.value)))
        scalar.type = 'QUOTE_DOUBLE'
    },
  })
  const whole = document.toString({ lineWidth: 0, indent: 2, indentSeq: true, flowCollectionPadding: true })
  return withoutListPadding(whole)
}

/** The library pads both kinds of brackets or none. */
function withoutListPadding(text: string): string {
  const gaps: (readonly [number, number])[] = []
  const document: Document = parseDocument(text, { prettyErrors: false })
  visit(document, {
    Collection: (_, node) => {
      if (!isSeq(node) || node.flow !== true || !node.range) return
      const [start, end] = node.range
      const inner = text.slice(start + 1, end - 1)
      if (inner.includes('\n')) return
      gaps.push([start + 1, start + 1 + inner.length - inner.trimStart().length])
      gaps.push([end - 1 - (inner.length - inner.trimEnd().length), end - 1])
    },
  })
  return gaps
    .toSorted((a, b) => b[0] - a[0])
    .reduce((before, [from, to]) => before.slice(0, from) + before.slice(Math.max(from, to)), text)
}

function commentsOf(text: string): readonly string[] {
  return [...new Lexer().lex(text)].filter(piece => CST.tokenType(piece) === 'comment')
}
