import { type Cell, type CellKind, formWidth, type Line, type Row, type Span, words } from '../document.ts'

export function cell(kind: CellKind, width: number, ...lines: readonly (Line | string)[]): Cell {
  const split = (line: Line | string): readonly Line[] =>
    typeof line === 'string' ? line.split('\n').map(part => [words(part)]) : [line]
  return { kind, width, lines: lines.flatMap(split) }
}

/** A cell that holds what is known, or else is left empty and counted as a blank. */
export function known(kind: CellKind, width: number, text: string | undefined, label: string): Cell {
  const blank: Span = { kind: 'blank', label, shape: 'cell' }
  return cell(kind, width, text === undefined || text === '' ? [blank] : text)
}

/** The line across the page that names a part of a form. */
export function headingRow(heading: string | undefined): readonly Row[] {
  return heading === undefined
    ? []
    : [{ cells: [cell('heading', formWidth, heading)], keepNext: true, begins: true }]
}

/** A column of a list. */
export interface Column<T> {
  /** Its heading, of several lines perhaps. */
  readonly head: string
  /** In millimetres when `fixed`, else its share of what the fixed columns leave. */
  readonly width: number
  readonly fixed?: true
  readonly kind: CellKind
  /** The cell's words; a list's own number comes as `index`. */
  readonly text: (item: T, index: number) => string | undefined
  /** What an empty cell is called when it is to be filled in; without it, empty is an answer. */
  readonly blank?: string
}

/** The number of a line in its list. */
export const serialColumn = { head: '序号', width: 12, fixed: true, kind: 'centred' } as const

/** Columns stretched to the form's width, in proportion. */
function stretched<T>(columns: readonly Column<T>[]): readonly Column<T>[] {
  const widthOf = (fixed: boolean): number =>
    columns.filter(column => (column.fixed ?? false) === fixed).reduce((sum, { width }) => sum + width, 0)
  const [room, shares] = [formWidth - widthOf(true), widthOf(false)]
  return columns.map(column =>
    column.fixed === true ? column : { ...column, width: (column.width * room) / shares },
  )
}

/** A list with its heading row, which is repeated where the list runs over to another page. */
export function listRows<T>(columns: readonly Column<T>[], items: readonly T[]): readonly Row[] {
  const shaped = stretched(columns)
  const head: Row = {
    cells: shaped.map(column => cell('head', column.width, column.head)),
    keepNext: true,
  }
  const rows = items.map((item, index): Row => {
    const cells = shaped.map(column => {
      const text = column.text(item, index)
      if (column.blank !== undefined) return known(column.kind, column.width, text, column.blank)
      return cell(column.kind, column.width, text ?? '')
    })
    return { cells, head }
  })
  return [head, ...rows]
}

/** Joins the neighbouring cells of a column that say the same, such as the zone of several services. */
export function merged(rows: readonly Row[], column: number, keys: readonly string[]): readonly Row[] {
  return rows.map((row, index) => {
    const key = keys[index]
    const target = row.cells[column]
    if (target === undefined || key === undefined) return row
    if (index > 0 && keys[index - 1] === key) return { ...row, cells: row.cells.toSpliced(column, 1) }
    const end = keys.findIndex((other, at) => at > index && other !== key)
    const span = (end === -1 ? keys.length : end) - index
    return span === 1 ? row : { ...row, cells: row.cells.with(column, { ...target, rows: span }) }
  })
}
