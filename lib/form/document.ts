// A form filled in, before it has fonts and sizes: what `render` turns into an office document.

import type { Remark } from './remarks.ts'

/** Words; `emphasis` where a heading or a label wants them to stand out. */
export interface TextSpan {
  readonly kind: 'text'
  readonly text: string
  readonly emphasis?: true
}

/** A place that nothing is known for: `line` to write on, `date` with its 年月日, `cell` a whole empty table cell. */
export interface BlankSpan {
  readonly kind: 'blank'
  readonly label: string
  readonly shape: 'line' | 'date' | 'cell'
}

export interface BoxSpan {
  readonly kind: 'box'
  readonly ticked: boolean
}

/** Where somebody signs or seals; `of` says for what. */
export interface SignatureSpan {
  readonly kind: 'signature'
  readonly text: string
  readonly of: string
}

export type Span = TextSpan | BlankSpan | BoxSpan | SignatureSpan

/** The content of one paragraph. */
export type Line = readonly Span[]

export type ParagraphStyle =
  | 'addressee'
  | 'heading'
  | 'subheading'
  | 'body'
  | 'article'
  | 'annotation'
  | 'note'
  | 'attachment'
  | 'sender'
  | 'date'
  | 'spacer'

export interface ParagraphPart {
  readonly kind: 'paragraph'
  readonly style: ParagraphStyle
  readonly line: Line
  /** `attachment`: what stands before the text, such as `附件：1.`. */
  readonly lead?: string
  /** `sender` and `date`: how far from the right edge it ends, in characters. */
  readonly indent?: number
  readonly keepNext?: true
}

export type CellKind =
  | 'label'
  | 'side'
  | 'heading'
  | 'head'
  | 'value'
  | 'centred'
  | 'number'
  | 'opinion'
  | 'signature'

/** Width in millimetres of a page whose text is `formWidth` wide; `rows` is how many rows a cell stands in. */
export interface Cell {
  readonly kind: CellKind
  readonly width: number
  readonly lines: readonly Line[]
  readonly rows?: number
  /** The side on which the cell has no border. */
  readonly open?: 'top' | 'bottom'
}

/** `height` is the least, in millimetres; rows with `grow` take what is left of the page, by its weight. */
export interface Row {
  readonly cells: readonly Cell[]
  readonly height?: number
  readonly grow?: number
  /** The heading row of the list that it stands in, repeated on every page that the list runs over to. */
  readonly head?: Row
  /** A part of the form begins with it, so that a page may end before it. */
  readonly begins?: true
  readonly keepNext?: true
}

export interface TablePart {
  readonly kind: 'table'
  readonly rows: readonly Row[]
}

/** Two or three parties side by side, without borders. */
export interface PartiesPart {
  readonly kind: 'parties'
  readonly columns: readonly (readonly Line[])[]
}

export type Part = ParagraphPart | TablePart | PartiesPart

export interface LetterheadText {
  readonly organ: string
  readonly number: Line
  readonly signer: Line | undefined
}

export interface FormDocument {
  readonly layout: 'form' | 'letter'
  readonly annex: string | undefined
  readonly letterhead: LetterheadText | undefined
  readonly title: readonly string[]
  readonly caption: Line | undefined
  readonly number: Line | undefined
  readonly parts: readonly Part[]
  /** What is not of the time that the form is about; the last parts say the same. */
  readonly remarks: readonly Remark[]
  /** What every blank is called, in the order of the page, each once. */
  readonly blanks: readonly string[]
  /** What has to be signed or sealed. */
  readonly signatures: readonly string[]
  readonly properties: { readonly title: string; readonly subject: string; readonly date: string }
}

/** How wide a form's text area is, in millimetres: what the cells of a row add up to. */
export const formWidth = 160

export function words(text: string): TextSpan {
  return { kind: 'text', text }
}

export function emphasis(text: string): TextSpan {
  return { kind: 'text', text, emphasis: true }
}

/** What a line reads as, boxes and blanks included: for measuring and for tests. */
export function lineText(line: Line): string {
  return line.map(spanText).join('')
}

const blankTexts = { line: '\u3000'.repeat(6), date: '\u3000\u3000年\u3000月\u3000日', cell: '' } as const

export function spanText(span: Span): string {
  if (span.kind === 'blank') return blankTexts[span.shape]
  if (span.kind === 'box') return span.ticked ? '☑' : '☐'
  return span.text
}
