import { bundle } from '../bundle.ts'
import type { Offer } from '../catalogue-choices.ts'
import type { JsonSchema } from '../json-schema.ts'
import { amended, choiceOf, withRules } from './amend.ts'
import { withFacts } from './facts.ts'
import { ofJurisdiction, papersOffered } from './papers.ts'
import { withWords } from './words.ts'

/** A using unit's manifest, closed to the jurisdictions that have a profile. */
export function unitSchema({ jurisdictions }: Pick<Offer, 'jurisdictions'>): JsonSchema {
  const schema = amended(
    bundle('unit'),
    ['properties', 'metadata', 'properties', 'jurisdiction'],
    choiceOf(jurisdictions, 'jurisdiction'),
  )
  const worded = withFacts(withWords(schema, 'unit', jurisdictions), 'unit', jurisdictions)
  const rules = (jurisdictions ?? []).map(({ id, papers }) => ({
    ...ofJurisdiction({ const: id }),
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { type: 'object', properties: { papers: papersOffered(papers) } },
  }))
  return withRules(worded, rules)
}
