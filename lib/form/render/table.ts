import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  type IBorderOptions,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { type CellKind, formWidth, type Line, lineText, type Row, type TablePart } from '../document.ts'
import { emWidth } from '../width.ts'
import { type Density, padding } from './heights.ts'
import { type PlacedCell, type PlacedRow, placed } from './placed.ts'
import { type RunStyle, runsOf } from './runs.ts'
import { faces, millimetres, points, pointsToMillimetres } from './typography.ts'

type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType]

interface CellLook {
  readonly align: Alignment
  readonly vertical: (typeof VerticalAlignTable)[keyof typeof VerticalAlignTable]
  readonly face: RunStyle['face']
  readonly bold?: true
}

const { CENTER, LEFT, RIGHT } = AlignmentType
const middle = VerticalAlignTable.CENTER

const looks: Readonly<Record<CellKind, CellLook>> = {
  label: { align: CENTER, vertical: middle, face: faces.table },
  side: { align: CENTER, vertical: middle, face: faces.table, bold: true },
  heading: { align: CENTER, vertical: middle, face: faces.table, bold: true },
  head: { align: CENTER, vertical: middle, face: faces.table, bold: true },
  value: { align: LEFT, vertical: middle, face: faces.body },
  centred: { align: CENTER, vertical: middle, face: faces.body },
  number: { align: RIGHT, vertical: middle, face: faces.body },
  opinion: { align: LEFT, vertical: VerticalAlignTable.TOP, face: faces.body },
  signature: { align: RIGHT, vertical: VerticalAlignTable.BOTTOM, face: faces.body },
}

const thin: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const outer: IBorderOptions = { style: BorderStyle.SINGLE, size: 8, color: '000000' }
const none: IBorderOptions = { style: BorderStyle.NIL }

export interface TableSetting {
  readonly density: Density
  /** The width of the page's text, in millimetres. */
  readonly width: number
  /** The height of each row in millimetres; without it, what its text needs. */
  readonly heights: ReadonlyMap<Row, number>
}

/** One table, on a grid of all the places where any of its rows is divided. */
export function renderTable(part: TablePart, setting: TableSetting): Table {
  const grid = gridOf(part.rows)
  const scale = setting.width / formWidth
  return new Table({
    rows: placed(part.rows).map(row => renderRow(row, grid, setting)),
    width: { size: millimetres(setting.width), type: WidthType.DXA },
    columnWidths: grid.slice(1).map((end, index) => millimetres((end - (grid[index] ?? 0)) * scale)),
    layout: TableLayoutType.FIXED,
    alignment: CENTER,
    margins: {
      top: millimetres(padding.ends / 2),
      bottom: millimetres(padding.ends / 2),
      left: millimetres(padding.sides / 2),
      right: millimetres(padding.sides / 2),
    },
    borders: {
      top: outer,
      bottom: outer,
      left: outer,
      right: outer,
      insideHorizontal: thin,
      insideVertical: thin,
    },
  })
}

function gridOf(rows: readonly Row[]): readonly number[] {
  const edges = placed(rows).flatMap(({ cells }) => cells.flatMap(({ from, to }) => [from, to]))
  return [...new Set([0, ...edges, formWidth])].toSorted((a, b) => a - b)
}

function renderRow({ row, cells }: PlacedRow, grid: readonly number[], setting: TableSetting): TableRow {
  const height = setting.heights.get(row) ?? Math.max(row.height ?? 0, setting.density.rowHeight)
  return new TableRow({
    children: cells.map(place => renderCell(place, grid, setting)),
    cantSplit: true,
    height: { value: millimetres(height), rule: HeightRule.ATLEAST },
  })
}

/** How far from the right a line ends that somebody signs on, in millimetres: room for a name, where the cell has it. */
function signingRoom(line: Line, width: number, size: number): number {
  if (!line.some(span => span.kind === 'signature')) return 0
  const text = emWidth(lineText(line)) * pointsToMillimetres(size)
  return Math.max(0, Math.min(mostSigningRoom, width - padding.sides - text - 1))
}

const mostSigningRoom = 34

function renderCell(
  { cell, from, to }: PlacedCell,
  grid: readonly number[],
  setting: TableSetting,
): TableCell {
  const { align, vertical, face, bold } = looks[cell.kind]
  const { size, linePoints } = setting.density
  const style: RunStyle = { face, size, ...(bold === true ? { bold } : {}) }
  const lines = cell.lines.length === 0 ? [[]] : cell.lines
  const span = grid.indexOf(to) - grid.indexOf(from)
  return new TableCell({
    children: lines.map(
      line =>
        new Paragraph({
          children: runsOf(line, style),
          alignment: align,
          // Spaces between Chinese and figures make dates and numbers of papers run over.
          autoSpaceEastAsianText: false,
          indent: { right: millimetres(signingRoom(line, cell.width, size)) },
          spacing: {
            line: points(linePoints),
            lineRule: LineRuleType.EXACT,
            // Words at the top of a high cell stand off its border.
            ...(vertical === VerticalAlignTable.TOP ? { before: points(4) } : {}),
          },
        }),
    ),
    verticalAlign: vertical,
    width: { size: millimetres(((to - from) * setting.width) / formWidth), type: WidthType.DXA },
    ...(span > 1 ? { columnSpan: span } : {}),
    ...(cell.rows === undefined || cell.rows === 1 ? {} : { rowSpan: cell.rows }),
    ...(cell.open === undefined ? {} : { borders: { [cell.open]: none } }),
  })
}
