import type { Cell, FormDocument, Part, Row } from '../document.ts'
import { lineText } from '../document.ts'
import { emWidth } from '../width.ts'
import { pointsToMillimetres, sizes, textHeight } from './typography.ts'

/** How closely a form is set. */
export interface Density {
  /** In points. */
  readonly size: number
  readonly linePoints: number
  /** The least height of a row, in millimetres. */
  readonly rowHeight: number
}

/** From the roomiest to the closest; 五号 is the smallest that offices print. */
const densities: readonly Density[] = [
  { size: sizes.小四, linePoints: 18, rowHeight: 10 },
  { size: sizes.小四, linePoints: 18, rowHeight: 8.5 },
  { size: sizes.小四, linePoints: 16, rowHeight: 7.5 },
  { size: sizes.五号, linePoints: 14, rowHeight: 7 },
  { size: sizes.五号, linePoints: 13, rowHeight: 6.2 },
]

export const letterDensity: Density = { size: sizes.小四, linePoints: 18, rowHeight: 8.5 }

/** Left and right padding of a cell together, and what stands over and under its text, in millimetres. */
export const padding = { sides: 3, ends: 1.2 } as const

export const noteLinePoints = 15
export const titleLine = 12
const annexLine = 9
const captionLine = 9

/** The page is never filled to the last millimetre: programs measure text a little differently. */
const usable = 0.965

export interface Fitted {
  readonly density: Density
  /** Row heights in millimetres, in the order of the document's tables and rows. */
  readonly heights: ReadonlyMap<Row, number>
}

/** The roomiest setting with which a form takes the fewest pages, its growing rows filled up to the foot of the page. */
export function fitToPage(document: FormDocument): Fitted {
  const page = textHeight('form') * usable
  const tries = densities.map(density => {
    const heights = rowHeights(document.parts, density)
    const total = headHeight(document) + bodyHeight(document.parts, heights)
    return { density, heights, total, pages: Math.ceil(total / page) }
  })
  const fewest = Math.min(...tries.map(attempt => attempt.pages))
  const best = tries.find(attempt => attempt.pages === fewest)
  if (best === undefined) return { density: letterDensity, heights: new Map() }
  if (best.pages > 1) return best
  return { ...best, heights: grown(document.parts, best.heights, page - best.total) }
}

function headHeight({ annex, title, caption, number }: FormDocument): number {
  const captionHeight = caption === undefined && number === undefined ? 0 : captionLine
  return (annex === undefined ? 0 : annexLine) + title.length * titleLine + 5 + captionHeight
}

function bodyHeight(parts: readonly Part[], heights: ReadonlyMap<Row, number>): number {
  const partHeight = (part: Part): number => {
    if (part.kind === 'table') return part.rows.reduce((sum, row) => sum + (heights.get(row) ?? 0), 0)
    if (part.kind === 'parties') return 30
    const lines = Math.ceil(emWidth(lineText(part.line)) / 42)
    return Math.max(lines, 1) * pointsToMillimetres(noteLinePoints)
  }
  return parts.reduce((sum, part) => sum + partHeight(part), 0)
}

function rowHeights(parts: readonly Part[], density: Density): ReadonlyMap<Row, number> {
  const heights = new Map<Row, number>()
  for (const part of parts) {
    if (part.kind !== 'table') continue
    for (const row of part.rows) heights.set(row, rowHeight(row, density))
    for (const [index, row] of part.rows.entries()) {
      for (const cell of row.cells)
        stretchFor(cell, part.rows.slice(index, index + (cell.rows ?? 1)), heights, density)
    }
  }
  return heights
}

function cellHeight(cell: Cell, { size, linePoints }: Density): number {
  const ems = (cell.width - padding.sides) / pointsToMillimetres(size)
  const lines = cell.lines.reduce((sum, line) => sum + Math.max(1, wrappedLines(lineText(line), ems)), 0)
  return lines * pointsToMillimetres(linePoints) + padding.ends
}

/** A line holds whole characters only; Latin words break late, so that a little is lost. */
function wrappedLines(text: string, ems: number): number {
  return Math.ceil(emWidth(text) / Math.max(Math.floor(ems * 2) / 2 - 0.25, 1))
}

function rowHeight(row: Row, density: Density): number {
  const own = row.cells.filter(cell => (cell.rows ?? 1) === 1).map(cell => cellHeight(cell, density))
  return Math.max(row.height ?? density.rowHeight, ...own)
}

/** A cell down several rows that needs more than they have makes the last of them higher. */
function stretchFor(cell: Cell, rows: readonly Row[], heights: Map<Row, number>, density: Density): void {
  if (rows.length < 2) return
  const have = rows.reduce((sum, row) => sum + (heights.get(row) ?? 0), 0)
  const last = rows.at(-1)
  const lack = cellHeight(cell, density) - have
  if (last !== undefined && lack > 0) heights.set(last, (heights.get(last) ?? 0) + lack)
}

/** Growing rows take at most this much more, and other rows at most this share more: a short form need not fill its page. */
const most = { growing: 22, share: 0.25 } as const

function grown(
  parts: readonly Part[],
  heights: ReadonlyMap<Row, number>,
  spare: number,
): ReadonlyMap<Row, number> {
  const rows = parts.flatMap(part => (part.kind === 'table' ? part.rows : []))
  const weight = rows.reduce((sum, row) => sum + (row.grow ?? 0), 0)
  const each = weight === 0 ? 0 : Math.min(spare / weight, most.growing)
  const rest = spare - each * weight
  const still = rows.filter(row => row.grow === undefined)
  const total = still.reduce((sum, row) => sum + (heights.get(row) ?? 0), 0)
  const share = total === 0 ? 0 : Math.min(rest / total, most.share)
  return new Map(
    rows.map(row => {
      const height = heights.get(row) ?? 0
      return [row, row.grow === undefined ? height * (1 + share) : height + each * row.grow]
    }),
  )
}
