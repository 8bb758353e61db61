import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import { addCalendarDays, addMonths } from '../clock/index.ts'
import type { Text } from '../finding/finding.ts'
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

/** Which regulation repeals another, and its first day. */
export interface Repeal {
  readonly by: string
  readonly since: string
}

/** Who in the catalogue repeals a regulation; one without a day in force repeals nothing yet. */
export function repealOf(
  { catalogue }: Surroundings,
  { metadata: { id } }: JurisdictionProfile,
): Repeal | undefined {
  for (const { value } of catalogue.jurisdictions.values()) {
    const { repeals = [], inForce, title } = value.regulation
    if (inForce !== undefined && repeals.some(({ jurisdiction }) => jurisdiction === id))
      return { by: title, since: inForce }
  }
  return undefined
}

/** Whether a regulation still asks for something that begins on a day: one that has ended, or was repealed, does not. */
export function isInForce(around: Surroundings, profile: JurisdictionProfile, day: string): boolean {
  const last = lastDayInForce(profile)
  const repealed = repealOf(around, profile)?.since
  return (last === undefined || day <= last) && (repealed === undefined || day < repealed)
}

export function repealInWords({ regulation }: JurisdictionProfile, { by, since }: Repeal): Text {
  return {
    zh: `《${regulation.title}》已由《${by}》自 ${since} 起废止`,
    en: `《${regulation.title}》 was repealed by 《${by}》 from ${since}`,
  }
}
