import type { CalendarPeriod, Every } from '../clock/calendar-period.ts'
import type { Text } from '../finding/finding.ts'
import { partTerm } from '../term/index.ts'
import type { RoutineRun } from './routines.ts'

/** 发布安全公告（2026年9月）. */
export function routineName({ routine, period }: RoutineRun): Text {
  const [name, of] = [partTerm(routine), periodInWords(routine, period)]
  return { zh: `${name.zh}（${of.zh}）`, en: `${name.en} (${of.en})` }
}

/** A period as an office says it: 2026年9月, 2026年第三季度, 2026年下半年, 2026年. */
export function periodInWords({ every }: { readonly every: Every }, { id, first }: CalendarPeriod): Text {
  const [year, month] = [first.slice(0, 4), Number(first.slice(5, 7))]
  return { zh: `${year}年${partNames[every](month)}`, en: id }
}

const partNames: Readonly<Record<Every, (month: number) => string>> = {
  month: month => `${month}月`,
  quarter: month => `第${'一二三四'[Math.floor(month / 3)]}季度`,
  'half-year': month => (month < 7 ? '上半年' : '下半年'),
  year: () => '',
}
