// Days as people write them: what no calendar has, and what nobody can mean, is a slip of the hand.
import { dayIn } from './day.ts'

/** No paper that a request can name is older, and no term reaches further. */
export const writtenYears = { first: 1950, last: 2199 } as const

/** Whether it is a day of the calendar in those years. */
export function isWrittenDay(text: string): boolean {
  const year = Number(text.slice(0, 4))
  return dayIn(text) !== undefined && year >= writtenYears.first && year <= writtenYears.last
}
