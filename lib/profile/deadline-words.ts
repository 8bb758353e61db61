import type { DeadlineDefinition } from '../../generated/types/deadline.ts'
import type { Deadline, DeadlineState, Span } from '../clock/index.ts'
import type { Text } from '../finding/finding.ts'
import { inMonthAndDay } from '../term/index.ts'

/** How a deadline stands, as an office says it: what was done late is told from what is still owed. */
export function deadlineStanding({ state, definition, endEvent }: Deadline): Text {
  const isPeriod = definition.direction !== 'at-most'
  if (state === 'missed' && isPeriod) return { zh: '期限未满', en: 'too early' }
  if (state === 'missed' && endEvent !== undefined) return { zh: '逾期办结', en: 'done late' }
  if (state === 'waiting' && !isPeriod) return { zh: '应办，期限未定', en: 'owed, no day agreed' }
  if (state === 'met' && isPeriod) return { zh: '期限已满', en: 'period over' }
  return standings[state]
}

const standings: Readonly<Record<DeadlineState, Text>> = {
  running: { zh: '办理中', en: 'running' },
  'due-soon': { zh: '临近到期', en: 'due soon' },
  met: { zh: '按期办结', en: 'done in time' },
  missed: { zh: '已逾期', en: 'overdue' },
  paused: { zh: '中止', en: 'paused' },
  waiting: { zh: '等待期满', en: 'waiting' },
  lapsed: { zh: '已终结', en: 'lapsed' },
}

/**
 * Its last day, when it was done, and how many days that leaves or is late, counted as the term itself is: `2024-11-10
 * （逾期 743 天）`, `2024-03-11（3月20日办结，逾期 7 个工作日）`. Empty while there is no day.
 */
export function deadlineInWords(deadline: Deadline, history: readonly { readonly on: string }[]): Text {
  const { dueAt, endEvent } = deadline
  const due = deadline.due === undefined || dueAt === undefined ? deadline.due : `${deadline.due} ${dueAt}`
  const on = endEvent === undefined ? undefined : history[endEvent]?.on
  const distance = distanceInWords(deadline)
  const parts = [
    ...(on === undefined ? [] : [doneOn(deadline, on)]),
    ...(distance === undefined ? [] : [distance]),
  ]
  if (due === undefined)
    return { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') }
  if (parts.length === 0) return { zh: due, en: due }
  return {
    zh: `${due}（${parts.map(({ zh }) => zh).join('，')}）`,
    en: `${due} (${parts.map(({ en }) => en).join(', ')})`,
  }
}

function doneOn({ due }: Deadline, on: string): Text {
  const isSameYear = due === undefined || due.slice(0, 4) === on.slice(0, 4)
  return { zh: `${isSameYear ? inMonthAndDay(on) : on}办结`, en: `done on ${on}` }
}

/** How far off its day is, or how long ago it was, counted as the term itself is: `尚余 13 个工作日`, `逾期 743 天`. */
export function distanceInWords({ definition, remaining, missedBy }: Deadline): Text | undefined {
  const span = missedBy ?? remaining
  if (span === undefined) return undefined
  const { zh, en } = lengthInWords(definition, span)
  if (missedBy === undefined) return { zh: `尚余 ${zh}`, en: `${en} left` }
  return definition.direction === 'at-most'
    ? { zh: `逾期 ${zh}`, en: `${en} late` }
    : { zh: `提前 ${zh}`, en: `${en} too early` }
}

function lengthInWords({ days }: DeadlineDefinition, { hours = 0, working = 0, calendar }: Span): Text {
  if ('hours' in days) return { zh: `${hours} 小时`, en: counted(hours, 'hour') }
  if ('working' in days) return { zh: `${working} 个工作日`, en: counted(working, 'working day') }
  return { zh: `${calendar} 天`, en: counted(calendar, 'day') }
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
