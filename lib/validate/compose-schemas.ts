import { recent } from '../model/recent.ts'
import type { SourceDocument } from '../read/document.ts'
import { bundle, pruned } from './bundle.ts'
import { type Offer, offerOf } from './catalogue-choices.ts'
import {
  calendarSchema,
  formSchema,
  jurisdictionSchema,
  platformSchema,
  pricesSchema,
  routinesSchema,
  serviceSchema,
  utilisationSchema,
} from './composed/catalogue.ts'
import { systemSchema } from './composed/system.ts'
import { unitSchema } from './composed/unit.ts'
import type { JsonSchema } from './json-schema.ts'

/** By file name in `catalogue/schema/`. */
export type Schemas = ReadonlyMap<string, JsonSchema>

const composers: Readonly<Record<string, (offer: Offer) => JsonSchema>> = {
  'calendar.schema.json': composer(['jurisdictions'], calendarSchema),
  'form.schema.json': composer(['jurisdictions'], formSchema),
  'jurisdiction.schema.json': composer(['zones', 'jurisdictions'], jurisdictionSchema),
  'owners.schema.json': composer([], () => bundle('owners')),
  'people.schema.json': composer([], () => bundle('people')),
  'platform.schema.json': composer(['jurisdictions'], platformSchema),
  'prices.schema.json': composer(['jurisdictions', 'items'], pricesSchema),
  'ratification.schema.json': composer([], () => bundle('ratification')),
  'routines.schema.json': composer(['jurisdictions'], routinesSchema),
  'service.schema.json': composer(['zones', 'jurisdictions'], serviceSchema),
  'system.schema.json': composer(['zones', 'gateways', 'items', 'jurisdictions'], systemSchema),
  'unit.schema.json': composer(['jurisdictions'], unitSchema),
  'units.schema.json': composer([], () => bundle('units')),
  'utilisation.schema.json': composer(['zones', 'jurisdictions'], utilisationSchema),
}

/**
 * Composes a schema from the parts of the offer that it rests on, and gives the same one while these stay as they are: a
 * changed catalogue mostly leaves most schemas alone, and the base of a change has those of its head.
 */
function composer<Part extends keyof Offer>(
  parts: readonly Part[],
  compose: (offer: Pick<Offer, Part>) => JsonSchema,
): (offer: Offer) => JsonSchema {
  const composed = recent<JsonSchema>(4)
  return offer =>
    composed(JSON.stringify(parts.map(part => offer[part] ?? null)), () => pruned(compose(offer)))
}

/**
 * The schemas that a data repository's manifests are held against: the base schemas, closed to what its catalogue
 * offers. They depend on the catalogue alone. The using units are not in them: every new unit would make every open
 * request's schema stale.
 * @param documents the catalogue's documents, those with findings too; others are passed over
 * @param unread files of the catalogue that could not be read
 */
export function composeSchemas(
  documents: readonly SourceDocument[],
  unread: readonly string[] = [],
): Schemas {
  const offer = offerOf(documents, unread)
  return new Map(Object.entries(composers).map(([file, compose]) => [file, compose(offer)]))
}
