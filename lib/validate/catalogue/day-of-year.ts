import type { DayOfYear } from '../../../generated/types/deadline.ts'
import type { Text } from '../../finding/finding.ts'

const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** What is wrong with a day that no year has; 29 February is a day of some. */
export function unrealDay({ month, day }: DayOfYear): Text | undefined {
  if (day <= (longest[month - 1] ?? 0)) return undefined
  return { zh: `没有${month}月${day}日`, en: `month ${month} has no day ${day}` }
}
