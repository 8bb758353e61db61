import type { Form } from '../../generated/types/form.ts'
import { addCalendarDays } from '../clock/day.ts'
import { chineseNumeral } from './numeral.ts'

export type ReportingPeriodKind = NonNullable<Form['period']>

/** A month, quarter or year; both days count. */
export interface ReportingPeriod {
  /** `2025-09`, `2025-Q3` or `2025`. */
  readonly id: string
  readonly name: string
  readonly from: string
  readonly to: string
}

const monthsIn: Readonly<Record<ReportingPeriodKind, number>> = { month: 1, quarter: 3, year: 12 }

const patterns: Readonly<Record<ReportingPeriodKind, RegExp>> = {
  month: /^(?<year>\d{4})-(?<part>0[1-9]|1[0-2])$/,
  quarter: /^(?<year>\d{4})-Q(?<part>[1-4])$/,
  year: /^(?<year>\d{4})$/,
}

/** What a period of a kind looks like on the command line. */
export const periodExamples: Readonly<Record<ReportingPeriodKind, string>> = {
  month: '2025-09',
  quarter: '2025-Q3',
  year: '2025',
}

/** The period of a kind that a text such as `2025-Q3` names, or nothing. */
export function parsePeriod(kind: ReportingPeriodKind, text: string): ReportingPeriod | undefined {
  const groups = patterns[kind].exec(text)?.groups
  if (groups?.year === undefined) return undefined
  return periodAt(kind, Number(groups.year), Number(groups.part ?? '1'))
}

/** The last period of a kind that was over before a day: what is being reported on that day. */
export function lastPeriodBefore(kind: ReportingPeriodKind, date: string): ReportingPeriod {
  const [year = 0, month = 1] = date.split('-').map(Number)
  const part = Math.ceil(month / monthsIn[kind])
  const parts = 12 / monthsIn[kind]
  return part > 1 ? periodAt(kind, year, part - 1) : periodAt(kind, year - 1, parts)
}

function periodAt(kind: ReportingPeriodKind, year: number, part: number): ReportingPeriod {
  const first = (part - 1) * monthsIn[kind] + 1
  const next = first + monthsIn[kind]
  const day = (month: number): string =>
    `${year + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-01`
  const names: Readonly<Record<ReportingPeriodKind, readonly [string, string]>> = {
    month: [`${year}-${String(part).padStart(2, '0')}`, `${year}年${part}月`],
    quarter: [`${year}-Q${part}`, `${year}年第${chineseNumeral(part)}季度`],
    year: [`${year}`, `${year}年`],
  }
  const [id, name] = names[kind]
  return { id, name, from: day(first), to: addCalendarDays(day(next), -1) }
}
