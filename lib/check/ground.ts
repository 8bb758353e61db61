import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { FindingDetails } from '../finding/finding.ts'
import type { Surroundings } from '../model/model.ts'
import { decisionBehind } from '../profile/decisions.ts'
import { partTerm, roleTerm } from '../term/index.ts'
import { place, related } from './place.ts'

/**
 * What a finding about a part of a profile rests on: the article, or, of what the text leaves open, the place of the
 * authority's decision, with who decided and on which paper.
 */
export function groundIn(
  { catalogue }: Pick<Surroundings, 'catalogue'>,
  profile: JurisdictionProfile,
  part: { readonly article?: string },
): Pick<FindingDetails, 'article' | 'related'> {
  const decision = decisionBehind(profile, part)
  const source = catalogue.jurisdictions.get(profile.metadata.id)
  if (decision?.decided === undefined || source === undefined) return { article: part.article }
  const index = profile.decisions?.indexOf(decision) ?? 0
  const { by, on, paper } = decision.decided
  const [who, what] = [roleTerm(profile, by), partTerm(decision)]
  return {
    related: [
      related(
        place(source, 'decisions', index, 'id'),
        `${who.zh}的决定“${what.zh}”：${paper}，${on}；条款没有规定`,
        `“${what.en}” was decided by the ${who.en} on ${on} in “${paper}”; no article asks for it`,
      ),
    ],
  }
}
