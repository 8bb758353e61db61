import { type IFontAttributesProperties, TextRun, UnderlineType } from 'docx'
import type { BlankSpan, Line, Span } from '../document.ts'
import { faces } from './typography.ts'

export interface RunStyle {
  readonly face: IFontAttributesProperties
  /** In points. */
  readonly size: number
  /** The face that words with emphasis are set in; bold where there is none. */
  readonly emphasis?: IFontAttributesProperties
  readonly bold?: boolean
}

/** The runs of a line. Docx counts sizes in half points. */
export function runsOf(line: Line, style: RunStyle): readonly TextRun[] {
  return line.flatMap(span => spanRuns(span, style))
}

function spanRuns(span: Span, style: RunStyle): readonly TextRun[] {
  if (span.kind === 'box') return [boxRun(span.ticked ? '☑' : '☐', style)]
  if (span.kind === 'blank') return blankRuns(span, style)
  if (span.kind === 'text' && span.emphasis === true) {
    const { emphasis } = style
    return textRuns(
      span.text,
      emphasis === undefined ? { ...style, bold: true } : { ...style, face: emphasis },
    )
  }
  return textRuns(span.text, style)
}

/** Words with tick boxes among them: the boxes are set in a face that has them. */
function textRuns(text: string, style: RunStyle): readonly TextRun[] {
  return text
    .split(/([☐☑])/)
    .filter(piece => piece !== '')
    .map(piece => (/^[☐☑]$/.test(piece) ? boxRun(piece, style) : textRun(piece, style)))
}

export function textRun(text: string, { face, size, bold }: RunStyle): TextRun {
  return new TextRun({ text, font: face, size: size * 2, ...(bold === true ? { bold } : {}) })
}

function boxRun(text: string, { size }: RunStyle): TextRun {
  return new TextRun({ text, font: faces.box, size: size * 2 })
}

/** Spaces that no line ends with: at the end of a line, others hang over the margin and their underline is lost. */
const lineBlank = '\u00a0'.repeat(16)

/** A blank is a line to write on; a date keeps its 年月日; a cell is a blank by itself. */
function blankRuns({ shape }: BlankSpan, style: RunStyle): readonly TextRun[] {
  if (shape === 'cell') return []
  if (shape === 'line') return [underlined(lineBlank, style)]
  return (
    [
      ['\u00a0'.repeat(6), '年'],
      ['\u00a0'.repeat(4), '月'],
      ['\u00a0'.repeat(4), '日'],
    ] as const
  ).flatMap(([gap, unit]) => [underlined(gap, style), textRun(unit, style)])
}

function underlined(text: string, { face, size }: RunStyle): TextRun {
  return new TextRun({ text, font: face, size: size * 2, underline: { type: UnderlineType.SINGLE } })
}
