import { addCalendarDays } from '../clock/day.ts'
import type { Term } from './terms.ts'

/**
 * What a row says of the days before one: undefined where it says nothing of them. A row that goes on is one that reaches
 * the day before, so that to end it from then on says nothing else of the past.
 *
 * @param day `YYYY-MM-DD`
 */
export function pastOf<T extends Term>(row: T, day: string): T | undefined {
  if (row.from >= day) return undefined
  const last = addCalendarDays(day, -1)
  return { ...row, to: row.to === undefined || row.to > last ? last : row.to }
}
