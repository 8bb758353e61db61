import type { Language } from '../../lib/finding/finding.ts'
import { dueOf, type StatusRow } from '../../lib/profile/status-filter.ts'
import { csvText, tableText } from './table.ts'

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
  return tableText(heads[language], rows.map(cellsOf))
}

export function statusCsv(rows: readonly StatusRow[], language: Language): string {
  return csvText(heads[language], rows.map(cellsOf))
}
