import type { Language } from '../../lib/finding/finding.ts'
import { deadlineStanding } from '../../lib/profile/deadline-words.ts'
import { routineName } from '../../lib/profile/routine-words.ts'
import { dueOf, type StatusRow } from '../../lib/profile/status-filter.ts'
import { roleTerm } from '../../lib/term/index.ts'
import type { RoutineRow } from './routine-lines.ts'
import { csvText, tableText } from './table.ts'

const heads = {
  zh: ['系统', '名称', '状态', '自', '到期', '办理方', '下一步'],
  en: ['system', 'name', 'state', 'since', 'due', 'actor', 'next'],
} as const

/** One line of the table: a system, or a period of a routine, which goes by its jurisdiction. */
export interface StatusLine {
  readonly due: string | undefined
  readonly cells: readonly string[]
}

export function systemLine({ system, outlook }: StatusRow): StatusLine {
  const distinct = (texts: readonly (string | undefined)[]) =>
    [...new Set(texts.filter(text => text !== undefined))].join(' / ')
  const due = dueOf(outlook)
  return {
    due,
    cells: [
      system.address,
      system.value.metadata.name,
      outlook.name,
      outlook.since ?? '',
      due ?? '',
      distinct(outlook.steps.map(({ actor }) => actor)),
      distinct(outlook.steps.map(({ name }) => name)),
    ],
  }
}

export function routineTableLine({ profile, run }: RoutineRow, language: Language): StatusLine {
  const { deadline, period, routine } = run
  return {
    due: deadline.due,
    cells: [
      profile.metadata.id,
      profile.metadata.name[language],
      deadlineStanding(deadline)[language],
      period.first,
      deadline.due ?? '',
      roleTerm(profile, routine.responsible)[language],
      routineName(run)[language],
    ],
  }
}

/** The nearest first; what has no day comes last. */
export function byDue(lines: readonly StatusLine[]): readonly StatusLine[] {
  const last = '\uffff'
  return lines.toSorted((a, b) => {
    const [one, other] = [a.due ?? last, b.due ?? last]
    return one < other ? -1 : one > other ? 1 : 0
  })
}

/** In columns. */
export function statusTable(lines: readonly StatusLine[], language: Language): string {
  return tableText(
    heads[language],
    lines.map(({ cells }) => cells),
  )
}

export function statusCsv(lines: readonly StatusLine[], language: Language): string {
  return csvText(
    heads[language],
    lines.map(({ cells }) => cells),
  )
}
