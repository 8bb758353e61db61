import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import { addCalendarDays, addMonths } from '../clock/index.ts'
import type { Surroundings } from '../model/model.ts'

/**
 * The last day of a regulation, or undefined where the text has none. A period of years (有效期3年) ends with the day
 * before the same date: what is in force from 2023-04-10 for three years is so until 2026-04-09.
 */
export function lastDayInForce({ regulation }: JurisdictionProfile): string | undefined {
  const { inForce, validYears, expires } = regulation
  if (validYears === undefined || inForce === undefined) return expires
  return addCalendarDays(addMonths(inForce, 12 * validYears), -1)
}

/** The regulation in the catalogue that repeals another, and from which day; one without a day in force repeals nothing yet. */
export function repealOf(
  { catalogue }: Surroundings,
  { metadata: { id } }: JurisdictionProfile,
): { readonly by: string; readonly since: string } | undefined {
  for (const { value } of catalogue.jurisdictions.values()) {
    const { repeals = [], inForce, title } = value.regulation
    if (inForce !== undefined && repeals.some(({ jurisdiction }) => jurisdiction === id))
      return { by: title, since: inForce }
  }
  return undefined
}
