import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { Text } from '../../lib/finding/finding.ts'
import type { System } from '../../lib/model/model.ts'
import { citationIn, roleTerm } from '../../lib/term/index.ts'

// The one vocabulary of all answers for programs: what has an id and a name has both, apart.

/** `{ id, name: { zh, en } }`. */
export function term(id: string, name: Text) {
  return { id, name }
}

/** A system by its address, `<jurisdiction>/<unit>/<system>`, and its name, which is Chinese. */
export function systemData({ address, value }: System) {
  return { system: address, name: value.metadata.name }
}

export function roleData(profile: JurisdictionProfile, role: string) {
  return term(role, roleTerm(profile, role))
}

/** What a part of a profile rests on: an article, or whose decision it is; nothing of what nobody laid down. */
export function groundData(
  profile: JurisdictionProfile,
  article: string | undefined,
  decided: string | undefined,
) {
  if (article !== undefined) return { article: term(article, citationIn(profile, article)) }
  return decided === undefined ? {} : { decided }
}
