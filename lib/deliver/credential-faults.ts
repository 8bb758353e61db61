import { calendarDaysBetween } from '../clock/day.ts'
import { dayInChina } from '../clock/instant.ts'
import { type CloudPlace, type Finding, finding, type Text } from '../finding/finding.ts'
import { credentialCodes as codes } from './credential-codes.ts'

/** What Keystone says of the application credential that an account acts by. */
export interface ApplicationCredential {
  readonly cloud: string
  readonly id: string
  /** Whether it may make or delete none itself, nor lend its roles. */
  readonly isRestricted: boolean
  /** Whether only the calls that it names may be made by it. */
  readonly hasAccessRules: boolean
  /** The instant of its end, in UTC; null without one, and undefined where nobody may read it. */
  readonly expiresAt: string | null | undefined
}

/** Within these a new one has to be made, handed over and tried. */
const noticeDays = 30

/**
 * What is too much of an application credential, or will soon be missing.
 *
 * @param today `YYYY-MM-DD`
 */
export function credentialFaults(
  { cloud, id, isRestricted, hasAccessRules, expiresAt }: ApplicationCredential,
  today: string,
): readonly Finding<CloudPlace>[] {
  const told = (definition: (typeof codes)[keyof typeof codes], detail: Text) => {
    const { title, why } = definition
    const message = { zh: `${title.zh}：${detail.zh}`, en: `${title.en}: ${detail.en}` }
    return finding<CloudPlace>(definition, { cloud }, { message, fix: { message: why } })
  }
  const asIs = { zh: id, en: id }
  const end = expiresAt ? dayInChina(expiresAt) : undefined
  return [
    ...(isRestricted ? [] : [told(codes.unrestricted, asIs)]),
    ...(hasAccessRules ? [] : [told(codes.withoutAccessRules, asIs)]),
    ...(expiresAt === null ? [told(codes.withoutEnd, asIs)] : []),
    ...(end !== undefined && calendarDaysBetween(today, end) <= noticeDays
      ? [told(codes.endsSoon, { zh: `${id}，${end} 到期`, en: `${id} ends on ${end}` })]
      : []),
  ]
}
