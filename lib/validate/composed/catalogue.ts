import { bundle } from '../bundle.ts'
import type { Named, Offer } from '../catalogue-choices.ts'
import type { JsonSchema } from '../json-schema.ts'
import { amended, choiceOf, closedTo } from './amend.ts'
import { withAnyWords, withSharedWords } from './words.ts'

/** A file of service items, closed to the platform's zones and pools. */
export function serviceSchema({ zones, jurisdictions }: Pick<Offer, 'zones' | 'jurisdictions'>): JsonSchema {
  const pools = zones?.flatMap(zone => zone.pools)
  const withZones = amended(
    withAnyWords(bundle('service'), jurisdictions),
    ['$defs', 'item', 'properties', 'zones', 'items'],
    choiceOf(zones, 'zone'),
  )
  return amended(
    withZones,
    ['$defs', 'item', 'properties', 'pools', 'items'],
    choiceOf(pools === undefined ? undefined : distinct(pools), 'pool'),
  )
}

/** A profile, closed to the platform's zones. */
export function jurisdictionSchema({
  zones,
  jurisdictions,
}: Pick<Offer, 'zones' | 'jurisdictions'>): JsonSchema {
  const repealed = [
    'properties',
    'regulation',
    'properties',
    'repeals',
    'items',
    'properties',
    'jurisdiction',
  ]
  const schema = amended(
    withSharedWords(bundle('jurisdiction')),
    repealed,
    choiceOf(jurisdictions, 'jurisdiction'),
  )
  if (zones === undefined || zones.length === 0) return schema
  return amended(schema, ['properties', 'zones'], part =>
    closedTo(zones, 'zone', () => part.additionalProperties ?? true)(part),
  )
}

export function calendarSchema({ jurisdictions }: Pick<Offer, 'jurisdictions'>): JsonSchema {
  return amended(
    bundle('calendar'),
    ['properties', 'overrides', 'items', 'properties', 'jurisdiction'],
    choiceOf(jurisdictions, 'jurisdiction'),
  )
}

/** A price list, closed to the catalogue's jurisdictions and items. */
export function pricesSchema({ jurisdictions, items }: Pick<Offer, 'jurisdictions' | 'items'>): JsonSchema {
  const schema = amended(
    bundle('prices'),
    ['properties', 'jurisdiction'],
    choiceOf(jurisdictions, 'jurisdiction'),
  )
  return amended(schema, ['$defs', 'price', 'properties', 'item'], choiceOf(items, 'item'))
}

/** What was done of the routines of one of the catalogue's jurisdictions. */
export function routinesSchema({ jurisdictions }: Pick<Offer, 'jurisdictions'>): JsonSchema {
  return amended(bundle('routines'), ['properties', 'jurisdiction'], choiceOf(jurisdictions, 'jurisdiction'))
}

/** What was measured of the systems of one of the catalogue's jurisdictions, closed to the platform's zones. */
export function utilisationSchema({
  zones,
  jurisdictions,
}: Pick<Offer, 'zones' | 'jurisdictions'>): JsonSchema {
  const schema = amended(
    bundle('utilisation'),
    ['properties', 'jurisdiction'],
    choiceOf(jurisdictions, 'jurisdiction'),
  )
  return amended(schema, ['$defs', 'row', 'properties', 'zone'], choiceOf(zones, 'zone'))
}

/** A set of forms, of one of the catalogue's jurisdictions. */
export function formSchema({ jurisdictions }: Pick<Offer, 'jurisdictions'>): JsonSchema {
  return amended(
    withAnyWords(bundle('form'), jurisdictions),
    ['properties', 'jurisdiction'],
    choiceOf(jurisdictions, 'jurisdiction'),
  )
}

/** The platform, which serves all regulations. */
export function platformSchema({ jurisdictions }: Pick<Offer, 'jurisdictions'>): JsonSchema {
  return withAnyWords(bundle('platform'), jurisdictions)
}

function distinct(names: readonly Named[]): readonly Named[] {
  return [...new Map(names.map(named => [named.id, named])).values()]
}
