import { type Cell, lineText, type Part, type Row } from '../document.ts'
import { emWidth } from '../width.ts'
import { pointsToMillimetres } from './typography.ts'

/** How closely a form is set. */
export interface Density {
  /** In points. */
  readonly size: number
  readonly linePoints: number
  /** The least height of a row, in millimetres. */
  readonly rowHeight: number
}

/** Left and right padding of a cell together, and over and under its text together, in millimetres. */
export const padding = { sides: 3, ends: 1.2 } as const

export const noteLinePoints = 15

const partiesHeight = 30
const noteEms = 42

/** How high a part that is no table is, in millimetres. */
export function textHeightOf(part: Exclude<Part, { readonly kind: 'table' }>): number {
  if (part.kind === 'parties') return partiesHeight
  const lines = Math.ceil(emWidth(lineText(part.line)) / noteEms)
  return Math.max(lines, 1) * pointsToMillimetres(noteLinePoints)
}

/** How high each row of a table is at least, in millimetres. */
export function rowHeights(rows: readonly Row[], density: Density): ReadonlyMap<Row, number> {
  const heights = new Map(rows.map(row => [row, rowHeight(row, density)]))
  for (const [index, row] of rows.entries()) {
    for (const cell of row.cells)
      stretchFor(cell, rows.slice(index, index + (cell.rows ?? 1)), heights, density)
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
