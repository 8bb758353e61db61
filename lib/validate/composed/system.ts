import { bundle } from '../bundle.ts'
import type { Offer, OfferedItem, OfferedJurisdiction, OfferedZone } from '../catalogue-choices.ts'
import type { JsonObject, JsonSchema } from '../json-schema.ts'
import { amended, choiceOf, closedTo, definition, withDefinitions, withRules } from './amend.ts'
import { withFacts } from './facts.ts'
import { ofJurisdiction, papersOffered } from './papers.ts'
import { withWords } from './words.ts'

/** A system's manifest, closed to what the catalogue offers. */
export function systemSchema(offer: Offer): JsonSchema {
  const withNames = amended(
    bundle('system'),
    ['properties', 'metadata', 'properties', 'jurisdiction'],
    choiceOf(offer.jurisdictions, 'jurisdiction'),
  )
  // What is asked for is closed to what there is; a grant keeps naming gateways and zones that have gone.
  const withOwnExchange = amended(withNames, ['properties', 'exchange', 'items'], () =>
    definition(withNames, 'exchange'),
  )
  const withGateways = amended(
    withOwnExchange,
    ['properties', 'exchange', 'items', 'properties', 'through'],
    choiceOf(offer.gateways, 'gateway'),
  )
  const withOwnWords = withWords(withGateways, 'system', offer.jurisdictions)
  const withOwnFacts = withFacts(withOwnWords, 'system', offer.jurisdictions)
  return withEvents(withZones(withOwnFacts, offer), offer.jurisdictions)
}

function withZones(schema: JsonSchema, { zones, items }: Offer): JsonSchema {
  if (zones === undefined || zones.length === 0) return schema
  const measures = { measures: measureRules(items ?? []) }
  const parts = zones.map(zone => zoneDefinitions(schema, zone, items))
  const exchange = ['properties', 'exchange', 'items', 'properties']
  const event = ['$defs', 'event', 'properties']
  return [
    (part: JsonSchema) => withDefinitions(part, Object.assign(measures, ...parts)),
    (part: JsonSchema) =>
      amended(
        part,
        ['properties', 'zones'],
        closedTo(zones, 'zone', id => ({ $ref: `#/$defs/zone-${id}` })),
      ),
    (part: JsonSchema) => amended(part, [...event, 'grants'], recordOf(zones)),
    (part: JsonSchema) => amended(part, [...event, 'asks', 'properties', 'zones'], recordOf(zones)),
    (part: JsonSchema) => amended(part, [...exchange, 'from'], choiceOf(zones, 'zone')),
    (part: JsonSchema) => amended(part, [...exchange, 'to'], choiceOf(zones, 'zone')),
  ].reduce((part, step) => step(part), schema)
}

/**
 * What was granted or asked is history: it may name items and pools that the catalogue has since taken out of a zone, so
 * only its zones are closed. What a grant says against today's catalogue is for the rules.
 */
function recordOf(zones: readonly OfferedZone[]) {
  return (record: JsonObject): JsonObject =>
    closedTo(zones, 'zone', () => record.additionalProperties ?? true)(record)
}

function zoneDefinitions(schema: JsonSchema, zone: OfferedZone, items: Offer['items']): JsonObject {
  const { title: _zone, ...base } = definition(schema, 'zone')
  const { title: _line, ...line } = definition(schema, 'serviceLine')
  const offered = items?.filter(item => item.zones.includes(zone.id))
  const pooled = amended(base, ['properties', 'pool'], choiceOf(zone.pools, 'pool'))
  return {
    [`zone-${zone.id}`]: amended(pooled, ['properties', 'services', 'items'], () => ({
      $ref: `#/$defs/line-${zone.id}`,
    })),
    [`line-${zone.id}`]: {
      ...amended(line, ['properties', 'item'], () => ({ $ref: `#/$defs/item-${zone.id}` })),
      defaultSnippets: (offered ?? []).map(snippet),
      allOf: [{ $ref: '#/$defs/measures' }],
    },
    [`item-${zone.id}`]: {
      ...choiceOf(offered, 'item')(definition(schema, 'itemId')),
      description: '服务目录项',
      'x-zone': zone.id,
    },
  }
}

/** A whole line at once: within braces editors offer nothing else. */
function snippet({ id, name }: OfferedItem): JsonObject {
  return { label: id, description: name, body: { item: id, quantity: '^$1' } }
}

/** The unit of measure that a line may write out: one rule for all items that share it. */
function measureRules(items: readonly OfferedItem[]): JsonObject {
  const measured = items.filter(item => item.measures.length > 0)
  const groups = Map.groupBy(measured, item => JSON.stringify(item.measures))
  const rules = [...groups.values()].map(group => ({
    if: {
      type: 'object',
      required: ['item'],
      properties: { item: { enum: group.map(item => item.id) } },
    },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: {
      type: 'object',
      properties: { unit: { 'x-refers-to': 'measure', enum: group[0]?.measures ?? [] } },
    },
  }))
  return rules.length === 0 ? {} : { allOf: rules }
}

/**
 * Which events a history may have is the jurisdiction's to say. A file that names none yet may have those of any: an
 * editor offers them, and refuses what no regulation knows.
 */
function withEvents(schema: JsonSchema, jurisdictions: Offer['jurisdictions']): JsonSchema {
  const ruling = (jurisdictions ?? []).filter(({ events }) => events.length > 0)
  if (ruling.length === 0) return schema
  const isWhole = ruling.length === jurisdictions?.length
  return withRules(schema, [...ruling.map(eventRule), ...(isWhole ? [anyEvent(ruling)] : [])])
}

function anyEvent(jurisdictions: readonly OfferedJurisdiction[]): JsonObject {
  const events = jurisdictions.flatMap(({ events }) => events)
  const known = [...new Map(events.map(event => [event.id, event])).values()]
  return {
    ...ofJurisdiction({ enum: jurisdictions.map(({ id }) => id) }),
    else: historyOf({ event: choiceOf(known, 'event')({}) }),
  }
}

function eventRule({ id, events, papers }: OfferedJurisdiction): JsonObject {
  const offered = papersOffered(papers)
  return {
    ...ofJurisdiction({ const: id }),
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: historyOf({ event: choiceOf(events, 'event')({}), papers: offered }, { papers: offered }),
  }
}

function historyOf(members: JsonObject, beside: JsonObject = {}): JsonObject {
  const history = { type: 'array', items: { type: 'object', properties: members } }
  return { type: 'object', properties: { history, ...beside } }
}
