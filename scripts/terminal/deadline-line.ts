import type { Deadline } from '../../lib/clock/index.ts'
import type { Language } from '../../lib/finding/finding.ts'
import type { Model, System } from '../../lib/model/model.ts'
import { deadlineInWords, deadlineStanding } from '../../lib/profile/deadline-words.ts'
import { groundTerm } from '../../lib/profile/decisions.ts'
import { partTerm, roleTerm } from '../../lib/term/index.ts'

/** One deadline in one line: its state, name, last day, what is left, who acts, and what it rests on. */
export function deadlineLine(language: Language, model: Model, system: System, deadline: Deadline): string {
  const { definition, assumesTimes, unpublishedYears } = deadline
  const profile = model.catalogue.jurisdictions.get(system.value.metadata.jurisdiction)?.value
  if (profile === undefined) return ''
  const years = unpublishedYears.join('、')
  return [
    `[${deadlineStanding(deadline)[language]}] ${partTerm(definition)[language]}`,
    deadlineInWords(deadline, system.value.history)[language],
    roleTerm(profile, definition.responsible)[language],
    groundTerm(profile, definition)[language],
    ...(years === '' ? [] : [provisional[language](years)]),
    ...(assumesTimes === true ? [assumed[language]] : []),
  ]
    .filter(part => part !== '')
    .join('  ')
}

/** Said of a day that rests on a year whose calendar is not out yet. */
export const provisional = {
  zh: (years: string) => `※ ${years} 年放假安排尚未公布，日期为暂定`,
  en: (years: string) => `* the calendar of ${years} is not published: provisional`,
} as const

const assumed = {
  zh: '※ 环节没有写明时刻（at），从严计算',
  en: '* a time of day (`at`) is not stated: counted strictly',
} as const
