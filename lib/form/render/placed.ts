import type { Cell, Row } from '../document.ts'

/** A cell with where it begins and ends, in millimetres from the left. */
export interface PlacedCell {
  readonly cell: Cell
  readonly from: number
  readonly to: number
}

export interface PlacedRow {
  readonly row: Row
  readonly cells: readonly PlacedCell[]
}

interface Reaching {
  readonly place: PlacedCell
  /** In how many more rows it stands. */
  readonly rows: number
}

/** Where each cell of a table stands; cells that reach down from rows above keep their places free. */
export function placed(rows: readonly Row[]): readonly PlacedRow[] {
  let reaching: readonly Reaching[] = []
  return rows.map(row => {
    const taken = reaching.map(({ place }) => place)
    const cells: PlacedCell[] = []
    let from = 0
    for (const cell of row.cells) {
      from = skip(from, taken)
      const to = round(from + cell.width)
      cells.push({ cell, from, to })
      from = to
    }
    reaching = further([...reaching, ...cells.map(begun)])
    return { row, cells }
  })
}

/** The rows from `start` on as a table of their own: cells that reach down from above are there again. */
export function tableFrom(rows: readonly Row[], start: number): readonly Row[] {
  const [first, ...rest] = rows.slice(start)
  if (first === undefined) return []
  let above: readonly Reaching[] = []
  for (const { cells } of placed(rows.slice(0, start))) above = further([...above, ...cells.map(begun)])
  const own = placed(rows)[start]?.cells ?? []
  const again = above.map(({ place, rows }) => ({ ...place, cell: { ...place.cell, rows } }))
  const cells = [...again, ...own].toSorted((a, b) => a.from - b.from).map(({ cell }) => cell)
  return [{ ...first, cells }, ...rest]
}

/** The rows before `end` as a table of their own: cells that reach further down end with it. */
export function tableUntil(rows: readonly Row[], end: number): readonly Row[] {
  return rows.slice(0, end).map((row, index) => ({
    ...row,
    cells: row.cells.map(cell =>
      cell.rows === undefined ? cell : { ...cell, rows: Math.min(cell.rows, end - index) },
    ),
  }))
}

function begun(place: PlacedCell): Reaching {
  return { place, rows: place.cell.rows ?? 1 }
}

function further(reaching: readonly Reaching[]): readonly Reaching[] {
  return reaching.map(span => ({ ...span, rows: span.rows - 1 })).filter(({ rows }) => rows > 0)
}

/** The first free place at or after one. */
function skip(from: number, taken: readonly PlacedCell[]): number {
  const hit = taken.find(span => span.from <= from && from < span.to)
  return hit === undefined ? from : skip(hit.to, taken)
}

/** Sums of widths that are meant to meet do so to a hundredth of a millimetre. */
function round(value: number): number {
  return Math.round(value * 100) / 100
}
