import type { CodeDefinition } from '../finding/finding.ts'
import type { Surroundings } from '../model/model.ts'

/**
 * The article by which a code binds a jurisdiction: of those that the definition lists, the one whose ID begins with the
 * profile's prefix. A jurisdiction whose regulation is silent gets none.
 */
export function articleFor(
  definition: CodeDefinition,
  model: Surroundings,
  jurisdiction: string,
): string | undefined {
  const prefix = model.catalogue.jurisdictions.get(jurisdiction)?.value.regulation.articles
  return prefix === undefined ? undefined : definition.articles?.find(article => article.startsWith(prefix))
}

/** For findings about what all jurisdictions share: the first listed article that binds one of those present. */
export function sharedArticle(definition: CodeDefinition, model: Surroundings): string | undefined {
  const profiles = [...model.catalogue.jurisdictions.values()]
  const prefixes = profiles.map(profile => profile.value.regulation.articles)
  return definition.articles?.find(article => prefixes.some(prefix => article.startsWith(prefix)))
}
