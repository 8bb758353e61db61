import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import type { FormDocument, Line, ParagraphPart, ParagraphStyle } from '../document.ts'
import { captionLinePoints, captionLines, titleLine } from './fit.ts'
import { noteLinePoints } from './heights.ts'
import { annexLinePoints, type LetterSpacing, letterTitleLine, organSize } from './letter.ts'
import { type RunStyle, runsOf, textRun } from './runs.ts'
import { characters, faces, letterLinePoints, millimetres, points, sizes, textWidth } from './typography.ts'

interface Look {
  readonly style: RunStyle
  readonly alignment: IParagraphOptions['alignment']
  /** First-line indent, in characters. */
  readonly firstLine: number
  readonly linePoints: number
}

const body: RunStyle = { face: faces.body, size: sizes.三号, emphasis: faces.heading }
const { BOTH, LEFT, RIGHT } = AlignmentType

function look(style: RunStyle, firstLine: number, alignment: Look['alignment'] = BOTH): Look {
  return { style, alignment, firstLine, linePoints: letterLinePoints }
}

const looks: Readonly<Record<ParagraphStyle, Look>> = {
  addressee: look(body, 0, LEFT),
  heading: look({ ...body, face: faces.heading }, 2),
  subheading: look({ ...body, face: faces.subheading }, 2),
  body: look(body, 2),
  article: look(body, 2),
  annotation: look(body, 2, LEFT),
  attachment: look(body, 0, LEFT),
  sender: look(body, 0, RIGHT),
  date: look(body, 0, RIGHT),
  spacer: look(body, 0, LEFT),
  note: {
    style: { face: faces.body, size: sizes.五号 },
    alignment: BOTH,
    firstLine: 0,
    linePoints: noteLinePoints,
  },
}

/** A paragraph of a letter, or a note under a form's table; `gap` is the height of a spacer, in points. */
export function renderParagraph(part: ParagraphPart, gap: number): Paragraph {
  const { style, alignment, firstLine, ...look } = looks[part.style]
  const linePoints = part.style === 'spacer' ? gap : look.linePoints
  const attachment = part.lead === undefined ? undefined : hanging(part.lead, style.size)
  const lead = part.lead === undefined ? [] : leadRuns(part.lead, style)
  return new Paragraph({
    children: [...lead, ...runsOf(part.line, style)],
    ...(alignment === undefined ? {} : { alignment }),
    spacing: { line: points(linePoints), lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    widowControl: true,
    ...(part.keepNext === true ? { keepNext: true } : {}),
    indent: attachment ?? {
      ...(firstLine === 0
        ? {}
        : { firstLine: characters(firstLine, style.size), firstLineChars: firstLine * 100 }),
      ...(part.indent === undefined ? {} : { right: characters(part.indent, style.size) }),
    },
  })
}

/** Names of enclosures stand under one another, whichever has the 附件 before its number. */
function hanging(lead: string, size: number): { readonly left: number; readonly hanging: number } {
  const numbered = lead.endsWith('.')
  const text = 2 + 3 + (numbered ? 1.25 : 0)
  const begin = lead.startsWith('附件') ? 2 : 5
  return { left: characters(text, size), hanging: characters(text - begin, size) }
}

function leadRuns(lead: string, style: RunStyle): readonly TextRun[] {
  if (!lead.endsWith('.')) return [textRun(lead, style)]
  const tab = new TextRun({ children: [new Tab()], font: style.face, size: style.size * 2 })
  return [textRun(lead, style), tab]
}

/** The next page; the paragraph itself is a hair's breadth high. */
export function pageBreak(): Paragraph {
  return new Paragraph({
    children: [],
    pageBreakBefore: true,
    spacing: { line: points(1), lineRule: LineRuleType.EXACT, before: 0, after: 0 },
  })
}

/** The title of a letter is 二号, of a form 小二; both in 小标宋. */
export const titleSizes = { letter: sizes.二号, form: sizes.小二 } as const

export function renderTitle(
  { title, layout, letterhead, annex }: FormDocument,
  spacing: LetterSpacing,
): readonly Paragraph[] {
  const isLetter = layout === 'letter'
  const line = isLetter ? letterTitleLine : (titleLine * 72) / 25.4
  const isFirst = letterhead === undefined && annex === undefined
  return title.map(
    (text, index) =>
      new Paragraph({
        children: [textRun(text, { face: faces.title, size: titleSizes[layout] })],
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: {
          line: points(line),
          lineRule: LineRuleType.EXACT,
          before: isLetter && index === 0 && !isFirst ? points(spacing.title.before) : 0,
          after: index === title.length - 1 ? points(isLetter ? spacing.title.after : 6) : 0,
        },
      }),
  )
}

export function renderAnnex(annex: string | undefined): readonly Paragraph[] {
  if (annex === undefined) return []
  return [
    new Paragraph({
      children: [textRun(annex, { face: faces.heading, size: sizes.四号 })],
      spacing: { line: points(annexLinePoints), lineRule: LineRuleType.EXACT },
      keepNext: true,
    }),
  ]
}

/** The line over a form's table: who fills it in on the left, its number on the right. */
export function renderCaption({ caption, number }: FormDocument): readonly Paragraph[] {
  if (caption === undefined && number === undefined) return []
  const style: RunStyle = { face: faces.body, size: sizes.小四 }
  return captionLines(caption ?? [], number ?? []).map(([left, right]) =>
    twoSided(left, right, { left: style, right: style }, captionLinePoints, textWidth('form')),
  )
}

function twoSided(
  left: Line,
  right: Line,
  styles: { readonly left: RunStyle; readonly right: RunStyle },
  linePoints: number,
  width: number,
): Paragraph {
  const tab = new TextRun({ children: [new Tab()] })
  const children: readonly ParagraphChild[] = [
    ...runsOf(left, styles.left),
    tab,
    ...runsOf(right, styles.right),
  ]
  return new Paragraph({
    children,
    keepNext: true,
    tabStops: [{ type: TabStopType.RIGHT, position: millimetres(width) }],
    spacing: { line: points(linePoints), lineRule: LineRuleType.EXACT },
  })
}

const red = 'FF0000'

/** 版头 (7.2): the sender's name in red, its number and, on letters upward, who signs; the red line under them. */
export function renderLetterhead({ letterhead }: FormDocument, spacing: LetterSpacing): readonly Paragraph[] {
  if (letterhead === undefined) return []
  const { organ, number, signer } = letterhead
  const width = textWidth('letter')
  const size = organSize(organ)
  const name = new Paragraph({
    children: [new TextRun({ text: organ, font: faces.title, size: size * 2, color: red })],
    alignment: AlignmentType.CENTER,
    spacing: {
      before: points(spacing.organ.before),
      after: points(spacing.organ.after),
      line: points(size * 1.3),
      lineRule: LineRuleType.EXACT,
    },
  })
  const style: RunStyle = { face: faces.body, size: sizes.三号 }
  const centred = signer === undefined
  const line = new Paragraph({
    children: centred
      ? runsOf(number, style)
      : [...runsOf(number, style), new TextRun({ children: [new Tab()] }), ...runsOf(signer, style)],
    ...(centred ? { alignment: AlignmentType.CENTER } : {}),
    indent: centred ? {} : { left: characters(1, sizes.三号), right: characters(1, sizes.三号) },
    tabStops: [{ type: TabStopType.RIGHT, position: millimetres(width) - characters(1, sizes.三号) }],
    spacing: { line: points(letterLinePoints), lineRule: LineRuleType.EXACT },
  })
  const rule = new Paragraph({
    children: [],
    border: { top: { style: BorderStyle.SINGLE, size: 12, color: red, space: 0 } },
    spacing: { before: millimetres(4), line: points(2), lineRule: LineRuleType.EXACT },
  })
  return [name, line, rule]
}
