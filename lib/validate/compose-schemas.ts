import type { SourceDocument } from '../read/document.ts'
import { bundle, pruned } from './bundle.ts'
import { type Offer, offerOf } from './catalogue-choices.ts'
import {
  calendarSchema,
  formSchema,
  jurisdictionSchema,
  platformSchema,
  pricesSchema,
  serviceSchema,
} from './composed/catalogue.ts'
import { systemSchema } from './composed/system.ts'
import { unitSchema } from './composed/unit.ts'
import type { JsonSchema } from './json-schema.ts'

/** By file name in `catalogue/schema/`. */
export type Schemas = ReadonlyMap<string, JsonSchema>

const composers: Readonly<Record<string, (offer: Offer) => JsonSchema>> = {
  'calendar.schema.json': calendarSchema,
  'form.schema.json': formSchema,
  'jurisdiction.schema.json': jurisdictionSchema,
  'owners.schema.json': () => bundle('owners'),
  'people.schema.json': () => bundle('people'),
  'platform.schema.json': platformSchema,
  'prices.schema.json': pricesSchema,
  'ratification.schema.json': () => bundle('ratification'),
  'service.schema.json': serviceSchema,
  'system.schema.json': systemSchema,
  'unit.schema.json': unitSchema,
  'units.schema.json': () => bundle('units'),
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
  return new Map(Object.entries(composers).map(([file, compose]) => [file, pruned(compose(offer))]))
}
