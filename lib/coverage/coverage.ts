import { type SourceCitation, testCitations } from '../../generated/citations.ts'
import type { Article } from '../../generated/types/jurisdiction.ts'
import type { CodeDefinition } from '../finding/finding.ts'
import type { Model } from '../model/model.ts'
import { formPlaces } from './form-places.ts'
import type { ArticleKind, Place } from './place.ts'
import { profilePlaces } from './profile-places.ts'
import { codePlaces, sourcePlaces } from './source-places.ts'

export interface CoveredArticle {
  readonly jurisdiction: string
  readonly article: Article
  readonly places: readonly Place[]
  readonly tests: readonly SourceCitation[]
  /** The kinds that nothing does anything about yet; `org` never counts. */
  readonly pending: readonly ArticleKind[]
}

/** Each article of each profile with what does something about it, computed from the citations alone. */
export function coverageOf(model: Model, definitions: readonly CodeDefinition[]): readonly CoveredArticle[] {
  const profiles = [...model.catalogue.jurisdictions.values()]
  const all = [
    ...profiles.flatMap(profilePlaces),
    ...formPlaces(model),
    ...codePlaces(definitions),
    ...sourcePlaces(),
  ]
  const places = Map.groupBy(all, place => place.article)
  const tests = Map.groupBy(testCitations, citation => citation.article)
  return profiles.flatMap(profile =>
    (profile.value.articles ?? []).map(article => {
      const own = places.get(article.id) ?? []
      const served = new Set(own.flatMap(place => place.kinds))
      return {
        jurisdiction: profile.value.metadata.id,
        article,
        places: own,
        tests: tests.get(article.id) ?? [],
        pending: article.kinds.filter(kind => kind !== 'org' && !served.has(kind)),
      }
    }),
  )
}

/** Articles cited somewhere that no profile lists: a slip of the pen, or a text that is not in the catalogue. */
export function strayCitations(model: Model, definitions: readonly CodeDefinition[]): readonly Place[] {
  const profiles = [...model.catalogue.jurisdictions.values()]
  const known = new Set(
    profiles.flatMap(profile => (profile.value.articles ?? []).map(article => article.id)),
  )
  const prefixes = new Set(profiles.map(profile => profile.value.regulation.articles))
  const all = [
    ...profiles.flatMap(profilePlaces),
    ...formPlaces(model),
    ...codePlaces(definitions),
    ...sourcePlaces(),
  ]
  return all.filter(({ article }) => prefixes.has(article.slice(0, 2)) && !known.has(article))
}
