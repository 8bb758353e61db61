import { type SourceCitation, testCitations } from '../../generated/citations.ts'
import type { Article } from '../../generated/types/jurisdiction.ts'
import type { CodeDefinition } from '../finding/finding.ts'
import type { Model } from '../model/model.ts'
import { formPlaces } from './form-places.ts'
import type { ArticleKind, Place } from './place.ts'
import { profilePlaces } from './profile-places.ts'
import { codePlaces, sourcePlaces } from './source-places.ts'
import { type Evidence, evidenceFor, isTestedProfile } from './tested.ts'

/**
 * How far an article is covered, each further than the one before it. `pending`: something that it asks for is done by
 * nothing. `cited`: for everything there is a place that says it does it. `tested`: a test took away what the article asks
 * in this jurisdiction and saw it refused, late or missing, or saw the thing done, for each of its kinds. `organisational`:
 * it asks nothing that a tool could do.
 */
export type Standing = 'pending' | 'cited' | 'tested' | 'organisational'

export interface CoveredArticle {
  readonly jurisdiction: string
  readonly article: Article
  readonly standing: Standing
  readonly places: readonly Place[]
  readonly evidence: Evidence
  /** Where tests name the article, whatever they show of it. */
  readonly tests: readonly SourceCitation[]
  /** The kinds that nothing does anything about yet; `org` never counts. */
  readonly pending: readonly ArticleKind[]
}

/** Each article of each profile with what does something about it, and what tests have seen of that. */
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
  return profiles.flatMap(profile => {
    const isTested = isTestedProfile(profile)
    return (profile.value.articles ?? []).map(article => {
      const own = places.get(article.id) ?? []
      const served = new Set(own.flatMap(place => place.kinds))
      const pending = article.kinds.filter(kind => kind !== 'org' && !served.has(kind))
      const evidence = isTested ? evidenceFor(article.id) : {}
      return {
        jurisdiction: profile.value.metadata.id,
        article,
        standing: standingOf(article, pending, evidence),
        places: own,
        evidence,
        tests: tests.get(article.id) ?? [],
        pending,
      }
    })
  })
}

function standingOf({ kinds }: Article, pending: readonly ArticleKind[], evidence: Evidence): Standing {
  if (kinds.every(kind => kind === 'org')) return 'organisational'
  if (pending.length > 0) return 'pending'
  return neededEvidence(kinds).every(kind => evidence[kind] !== undefined) ? 'tested' : 'cited'
}

/** A profile says what is asked for; whether that has an effect is seen by the other kinds, where there are any. */
function neededEvidence(kinds: readonly ArticleKind[]): readonly ArticleKind[] {
  const effects = kinds.filter(kind => kind !== 'org' && kind !== 'profile')
  return effects.length > 0 ? effects : ['profile']
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
