import type { Deadline, DeadlineState } from '../../lib/clock/index.ts'
import type { Language } from '../../lib/finding/finding.ts'
import { entryOf } from '../../lib/model/entry.ts'
import type { Model, System } from '../../lib/model/model.ts'
import { groundOf } from '../../lib/profile/decisions.ts'

/** One deadline in one line: its state, name, last day, what is left, who acts, and the article. */
export function deadlineLine(language: Language, model: Model, system: System, deadline: Deadline): string {
  const { definition, state, due, dueAt, assumesTimes, remaining, missedBy, unpublishedYears } = deadline
  const profile = model.catalogue.jurisdictions.get(system.value.metadata.jurisdiction)?.value
  const role = entryOf(profile?.roles, definition.responsible)?.name ?? definition.responsible
  const words = labels[language]
  const rests = profile === undefined ? (definition.article ?? '') : groundOf(profile, definition)
  const ground = rests === '' ? '' : `  ${rests}`
  const left = remaining === undefined ? '' : words.left(remaining.working)
  const late = missedBy === undefined ? '' : words.late(missedBy.working, missedBy.calendar)
  const doubt = unpublishedYears.length === 0 ? '' : words.doubt(unpublishedYears.join('、'))
  return `[${words.states[state]}] ${definition.name}${due === undefined ? '' : words.due(dueAt === undefined ? due : `${due} ${dueAt}`)}${left}${late}  ${role}${ground}${doubt}${assumesTimes === true ? words.assumed : ''}`
}

export const deadlineStates: Readonly<Record<Language, Readonly<Record<DeadlineState, string>>>> = {
  zh: {
    running: '办理中',
    'due-soon': '临近到期',
    met: '按期完成',
    missed: '已逾期',
    paused: '中止',
    waiting: '等待期满',
    lapsed: '已终结',
  },
  en: {
    running: 'running',
    'due-soon': 'due soon',
    met: 'met',
    missed: 'missed',
    paused: 'paused',
    waiting: 'waiting',
    lapsed: 'lapsed',
  },
}

const labels = {
  zh: {
    states: deadlineStates.zh,
    due: (date: string) => `  ${date}`,
    left: (days: number) => `（尚余 ${days} 个工作日）`,
    late: (working: number, calendar: number) => `（超期 ${working} 个工作日，${calendar} 个自然日）`,
    doubt: (years: string) => `  ※ ${years} 年放假安排尚未公布，日期为暂定`,
    assumed: '  ※ 环节没有写明时刻（at），从严计算',
  },
  en: {
    states: deadlineStates.en,
    due: (date: string) => `  ${date}`,
    left: (days: number) => ` (${days} working days left)`,
    late: (working: number, calendar: number) => ` (late by ${working} working, ${calendar} calendar days)`,
    doubt: (years: string) => `  * the calendar of ${years} is not published: provisional`,
    assumed: '  * a time of day (at) is not stated: counted strictly',
  },
} as const
