import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { Text } from '../finding/finding.ts'
import { citedGround } from '../profile/decisions.ts'
import { empty } from './words.ts'

/** What a part of a regulation rests on, by title and number; empty where there is none, or it says nothing. */
export function groundIn(
  profile: JurisdictionProfile | undefined,
  part: { readonly article?: string } | undefined,
): Text {
  return profile === undefined || part === undefined ? empty : citedGround(profile, part)
}
