import { type FormDocument, lineText, type ParagraphPart, type Part } from '../document.ts'
import { emWidth } from '../width.ts'
import { letterDensity } from './fit.ts'
import { rowHeights } from './heights.ts'
import { letterLinePoints, pointsToMillimetres, sizes, textHeight, textWidth } from './typography.ts'

/** The gaps of a letter, in points. */
export interface LetterSpacing {
  /** Over and under the sender's name in red. */
  readonly organ: { readonly before: number; readonly after: number }
  /** Over the title, under a letterhead; under the title. */
  readonly title: { readonly before: number; readonly after: number }
  /** Before the enclosures and the signature, a line. */
  readonly gap: number
}

/** From what 7.2 and 7.3 ask for to what they let a letter be closed up to, so that its last page is not nearly empty. */
const spacings: readonly [LetterSpacing, ...LetterSpacing[]] = [
  { organ: { before: 40, after: 30 }, title: { before: 56, after: 28 }, gap: 28 },
  { organ: { before: 30, after: 24 }, title: { before: 42, after: 28 }, gap: 22 },
  { organ: { before: 20, after: 20 }, title: { before: 28, after: 18 }, gap: 14 },
]

export const letterTitleLine = 32
export const annexLinePoints = 24

/** The widest spacing with which a letter takes the fewest pages. */
export function letterSpacing(document: FormDocument): LetterSpacing {
  const counts = spacings.map(spacing => pagesOf(document, spacing))
  const fewest = Math.min(...counts)
  return spacings[counts.indexOf(fewest)] ?? spacings[0]
}

const pointsPerMillimetre = 1 / pointsToMillimetres(1)

/** Size of the sender's name, in points: as large as one line takes. */
export function organSize(organ: string): number {
  return Math.min(44, Math.floor((textWidth('letter') * pointsPerMillimetre) / emWidth(organ)))
}

function headPoints({ letterhead, annex, title }: FormDocument, spacing: LetterSpacing): number {
  const above =
    letterhead === undefined
      ? 0
      : spacing.organ.before + spacing.organ.after + organSize(letterhead.organ) * 1.3 + letterLinePoints + 14
  const annexed = annex === undefined ? 0 : annexLinePoints
  const before = letterhead === undefined && annex === undefined ? 0 : spacing.title.before
  return above + annexed + before + title.length * letterTitleLine + spacing.title.after
}

/** How many pages a letter takes, as office programs break it: no lone lines, and what keeps with the next does. */
function pagesOf(document: FormDocument, spacing: LetterSpacing): number {
  const page = textHeight('letter') * pointsPerMillimetre
  let [pages, used] = [1, headPoints(document, spacing)]
  for (const block of blocksOf(document.parts)) {
    const height = block.reduce((sum, part) => sum + partPoints(part, spacing), 0)
    const last = block.at(-1)
    const own = last === undefined ? 0 : partPoints(last, spacing)
    const free = page - used - (height - own)
    if (own <= free) {
      used += height
      continue
    }
    pages += 1
    const kept = linesKept(last, free)
    used = kept === 0 ? height : own - kept * letterLinePoints
  }
  return pages
}

/** How many lines of a paragraph stay on a page that it does not fit on: none, or two at least on either page. */
function linesKept(part: Part | undefined, free: number): number {
  if (part?.kind !== 'paragraph') return 0
  const most = Math.min(Math.floor(free / letterLinePoints), linesOf(part) - 2)
  return most >= 2 ? most : 0
}

/** Parts with those that they keep with. */
function blocksOf(parts: readonly Part[]): readonly (readonly Part[])[] {
  const blocks: Part[][] = [[]]
  for (const part of parts) {
    blocks.at(-1)?.push(part)
    if (part.kind !== 'paragraph' || part.keepNext !== true) blocks.push([])
  }
  return blocks.filter(block => block.length > 0)
}

function partPoints(part: Part, { gap }: LetterSpacing): number {
  if (part.kind === 'table') {
    const heights = rowHeights(part.rows, letterDensity)
    return [...heights.values()].reduce((sum, height) => sum + height, 0) * pointsPerMillimetre
  }
  if (part.kind === 'parties') {
    return Math.max(...part.columns.map(column => column.length)) * letterLinePoints
  }
  return part.style === 'spacer' ? gap : linesOf(part) * letterLinePoints
}

/** Whole characters stand in a line; the first is indented by two of them. */
function linesOf({ line, lead = '' }: ParagraphPart): number {
  const ems = Math.floor((textWidth('letter') * pointsPerMillimetre) / sizes.三号)
  return Math.max(1, Math.ceil((emWidth(lead + lineText(line)) + 2) / ems))
}
