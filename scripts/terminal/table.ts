import { displayWidth } from '../../lib/finding/printable.ts'

type Line = readonly string[]

/** In columns, as wide as what stands in them. */
export function tableText(heads: Line, rows: readonly Line[]): string {
  const lines = [heads, ...rows]
  const widths = heads.map((_, column) =>
    lines.reduce((width, cells) => Math.max(width, displayWidth(cells[column] ?? '')), 0),
  )
  const padded = (cell: string, column: number) =>
    cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell)))
  return lines.map(cells => `${cells.map(padded).join('  ').trimEnd()}\n`).join('')
}

/** As spreadsheets read it: with a mark that says UTF-8, CRLF, and no cell that they would take for a formula. */
export function csvText(heads: Line, rows: readonly Line[]): string {
  return `\ufeff${[heads, ...rows].map(cells => `${cells.map(csvCell).join(',')}\r\n`).join('')}`
}

function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
