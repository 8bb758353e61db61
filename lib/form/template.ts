import { type Line, type Span, words } from './document.ts'
import { readFact } from './facts/index.ts'
import type { Subject } from './subject.ts'

/** A template taken apart: words as they are, and references to facts. */
export type Piece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'fact'; readonly reference: string }

/** Takes a template apart. A brace without its partner is words; a rule reports it. */
export function piecesOf(template: string): readonly Piece[] {
  return template
    .split(/(\{[^{}]*\})/)
    .filter(piece => piece !== '')
    .map(piece =>
      /^\{[^{}]*\}$/.test(piece)
        ? { kind: 'fact', reference: piece.slice(1, -1) }
        : { kind: 'words', text: piece },
    )
}

/** A template's lines for a subject: a fact of several lines makes several. */
export function fill(template: string, subject: Subject): readonly Line[] {
  const lines: Span[][] = [[]]
  const add = (span: Span): void => void lines.at(-1)?.push(span)
  for (const piece of piecesOf(template)) {
    const reading = piece.kind === 'fact' ? readFact(piece.reference, subject) : undefined
    if (reading !== undefined && reading.value === undefined) {
      add({ kind: 'blank', label: reading.label, shape: reading.shape })
      continue
    }
    const text = piece.kind === 'words' ? piece.text : (reading?.value?.text ?? '')
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([])
      if (part !== '') add(words(part))
    }
  }
  return lines
}

/** A template that stands in one line whatever its facts hold. */
export function fillLine(template: string, subject: Subject): Line {
  return fill(template, subject).flatMap((line, index) => (index === 0 ? line : [words('；'), ...line]))
}
