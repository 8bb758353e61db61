import type { Language } from '../../lib/finding/finding.ts'
import { displayWidth } from '../../lib/finding/printable.ts'
import { dueOf, type StatusRow } from '../../lib/profile/status-filter.ts'

const heads = {
  zh: ['系统', '名称', '状态', '自', '到期', '办理方', '下一步'],
  en: ['system', 'name', 'state', 'since', 'due', 'actor', 'next'],
} as const

function cellsOf({ system, outlook }: StatusRow): readonly string[] {
  const distinct = (texts: readonly (string | undefined)[]) =>
    [...new Set(texts.filter(text => text !== undefined))].join(' / ')
  return [
    system.address,
    system.value.metadata.name,
    outlook.name,
    outlook.since ?? '',
    dueOf(outlook) ?? '',
    distinct(outlook.steps.map(({ actor }) => actor)),
    distinct(outlook.steps.map(({ name }) => name)),
  ]
}

/** One line a system, in columns. */
export function statusTable(rows: readonly StatusRow[], language: Language): string {
  const lines = [heads[language], ...rows.map(cellsOf)]
  const widths = heads[language].map((_, column) =>
    Math.max(...lines.map(cells => displayWidth(cells[column] ?? ''))),
  )
  const padded = (cell: string, column: number) =>
    cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell)))
  return lines.map(cells => `${cells.map(padded).join('  ').trimEnd()}\n`).join('')
}

/** As spreadsheets read it: with a mark that says UTF-8, CRLF, and no cell that they would take for a formula. */
export function statusCsv(rows: readonly StatusRow[], language: Language): string {
  const lines = [heads[language], ...rows.map(cellsOf)]
  return `\ufeff${lines.map(cells => `${cells.map(csvCell).join(',')}\r\n`).join('')}`
}

function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
