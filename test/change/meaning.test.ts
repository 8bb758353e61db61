import { describe, expect, it } from 'vitest'
import { changeRules } from '../../lib/change/index.ts'
import { calendarMeaning } from '../../lib/change/meaning/calendar.ts'
import { departuresIn } from '../../lib/change/meaning/departures.ts'
import { jurisdictionMeaning } from '../../lib/change/meaning/jurisdiction.ts'
import type { Meaning, MeaningTable } from '../../lib/change/meaning/meaning.ts'
import { ownersMeaning } from '../../lib/change/meaning/owners.ts'
import { peopleMeaning } from '../../lib/change/meaning/people.ts'
import { formsMeaning, platformMeaning } from '../../lib/change/meaning/platform.ts'
import { ratificationMeaning } from '../../lib/change/meaning/ratification.ts'
import { routinesMeaning } from '../../lib/change/meaning/routines.ts'
import { categoryMeaning, itemMeaning, pricesMeaning } from '../../lib/change/meaning/services.ts'
import { unitMeaning } from '../../lib/change/meaning/unit.ts'
import { unitsMeaning } from '../../lib/change/meaning/units.ts'
import { utilisationMeaning } from '../../lib/change/meaning/utilisation.ts'
import { rules } from '../../lib/check/index.ts'
import { isRecord } from '../../lib/model/record.ts'
import { baseSchema } from '../../lib/validate/base-schemas.ts'
import { isJsonObject, type Json, type JsonObject } from '../../lib/validate/json-schema.ts'
import { exampleDay, loaded } from '../example-repository.ts'

interface Tabled {
  readonly schema: string
  readonly table: MeaningTable
}

const inItem = Object.fromEntries(
  Object.entries(itemMeaning).map(([place, meaning]) => [`items[].${place}`, meaning]),
)

/** Every kind of file under `catalogue/`, and the units. */
const tabled: readonly Tabled[] = [
  { schema: 'platform', table: platformMeaning },
  { schema: 'service', table: { ...categoryMeaning, ...inItem } },
  { schema: 'prices', table: pricesMeaning },
  { schema: 'jurisdiction', table: jurisdictionMeaning },
  { schema: 'form', table: formsMeaning },
  { schema: 'calendar', table: calendarMeaning },
  { schema: 'units', table: unitsMeaning },
  { schema: 'owners', table: ownersMeaning },
  { schema: 'people', table: peopleMeaning },
  { schema: 'ratification', table: ratificationMeaning },
  { schema: 'routines', table: routinesMeaning },
  { schema: 'utilisation', table: utilisationMeaning },
  { schema: 'unit', table: unitMeaning },
]

interface Node {
  readonly home: string
  readonly schema: JsonObject
}

function refersTo({ home, schema }: Node): Node {
  const reference = schema.$ref
  if (typeof reference !== 'string') return { home, schema }
  const [file = '', pointer = ''] = reference.split('#')
  const target = file === '' ? home : file.replace('.schema.json', '')
  const root = baseSchema(target)
  const name = /^\/\$defs\/(.+)$/.exec(pointer)?.[1]
  const found = name === undefined ? root : isJsonObject(root.$defs) ? root.$defs[name] : undefined
  if (!isJsonObject(found)) throw new Error(`${home} refers to ${reference}, which is not there`)
  return refersTo({ home: target, schema: found })
}

function below(node: Node, schema: Json | undefined): Node | undefined {
  return isJsonObject(schema) ? refersTo({ home: node.home, schema }) : undefined
}

/** Fields of a schema that no entry of the table covers, and the places of the entries that cover some. */
function coverageOf(node: Node, table: MeaningTable, place = ''): { open: string[]; used: string[] } {
  const meaning = Object.hasOwn(table, place) ? table[place] : undefined
  const parts = membersOf(node)
  if (meaning !== undefined && covers(meaning, place, table, node)) return { open: [], used: [place] }
  if (meaning?.kind === 'nothing' || parts.length === 0) return { open: [place], used: [] }
  const all = parts.map(([step, part]) =>
    coverageOf(part, table, step === '' ? place : place === '' ? step.replace('.', '') : `${place}${step}`),
  )
  return {
    open: all.flatMap(({ open }) => open),
    used: [...(meaning === undefined ? [] : [place]), ...all.flatMap(({ used }) => used)],
  }
}

/** What is harmless must be named to the last field, or said to be harmless as a whole: a new field is neither by itself. */
function covers(meaning: Meaning, place: string, table: MeaningTable, node: Node): boolean {
  if (meaning.kind === 'rows')
    return !Object.keys(table).some(other => other.startsWith(`${place}[`) || other.startsWith(`${place}.`))
  if (meaning.kind !== 'nothing' || meaning.whole) return true
  return membersOf(node).length === 0 || node.schema === baseDefinition('bilingual')
}

function baseDefinition(name: string): Json | undefined {
  const { $defs } = baseSchema('common')
  return isJsonObject($defs) ? $defs[name] : undefined
}

function membersOf(node: Node): readonly (readonly [string, Node])[] {
  const { properties, additionalProperties, items } = node.schema
  const found: [string, Node][] = []
  for (const [key, schema] of Object.entries(isJsonObject(properties) ? properties : {})) {
    const member = below(node, schema)
    if (member !== undefined && !('patternProperties' in node.schema))
      found.push([isJsonObject(additionalProperties) ? '.*' : `.${key}`, member])
  }
  const [any, each] = [below(node, additionalProperties), below(node, items)]
  if (any !== undefined) found.push(['.*', any])
  if (each !== undefined && membersOf(each).length > 0) found.push(['[]', each])
  return found
}

describe('the meaning of the catalogue', () => {
  it.each(tabled)('is said for every field of the $schema schema, and for none that it lacks', one => {
    const { open, used } = coverageOf({ home: one.schema, schema: baseSchema(one.schema) }, one.table)
    expect([...new Set(open)]).toEqual([])
    expect(Object.keys(one.table).filter(place => !used.includes(place))).toEqual([])
  })

  it('complains of a field that is new, wherever it stands', () => {
    const withField = (path: readonly string[]): JsonObject => {
      const schema: Json = JSON.parse(JSON.stringify(baseSchema('platform')))
      let at: Json | undefined = schema
      for (const step of path) at = isJsonObject(at) ? at[step] : undefined
      if (!isJsonObject(at)) throw new Error(`nothing at ${path.join('/')}`)
      Object.assign(at, { fresh: { type: 'string' } })
      return isJsonObject(schema) ? schema : {}
    }
    const openWith = (...path: readonly string[]) => {
      const schema = withField(path)
      const definitions = isJsonObject(schema.$defs) ? schema.$defs : {}
      // Definitions are looked up in the schema on file: what is tried stands above them.
      const inlined: Json = JSON.parse(
        JSON.stringify(schema, (_key, value) =>
          isJsonObject(value) && value.$ref === '#/$defs/zone' ? definitions.zone : value,
        ),
      )
      return coverageOf({ home: 'platform', schema: isJsonObject(inlined) ? inlined : {} }, platformMeaning)
        .open
    }
    expect(openWith('properties')).toEqual(['fresh'])
    expect(openWith('$defs', 'zone', 'properties')).toEqual(['zones.*.fresh'])
    expect(openWith('properties', 'gateways', 'items', 'properties')).toEqual(['gateways[].fresh'])
    expect(openWith('properties', 'metadata', 'properties')).toEqual(['metadata.fresh'])
  })

  it('names only rules that there are where it leaves something to others', () => {
    const known = new Set([...rules, ...changeRules].map(({ code }) => code))
    const codes = tabled.flatMap(({ table }) =>
      Object.values(table).flatMap(meaning => (meaning.kind === 'elsewhere' ? meaning.codes : [])),
    )
    expect(codes.filter(code => !known.has(code))).toEqual([])
  })
})

type Path = readonly (string | number)[]

/** Every plain value, with its place in the value and in the table. */
function* leavesOf(
  value: unknown,
  table: MeaningTable,
  path: Path = [],
  place = '',
): Generator<[Path, string]> {
  if (typeof value !== 'object' || value === null) {
    yield [path, place]
    return
  }
  const isMapOfRows = (at: string) => {
    const meaning = Object.hasOwn(table, at) ? table[at] : undefined
    return meaning?.kind === 'rows' && meaning.by === 'key'
  }
  for (const [key, member] of Object.entries(value)) {
    if (Array.isArray(value)) yield* leavesOf(member, table, [...path, Number(key)], `${place}[]`)
    else {
      const step = isMapOfRows(place) ? '*' : key
      yield* leavesOf(member, table, [...path, key], place === '' ? step : `${place}.${step}`)
    }
  }
}

function withOther(value: unknown, [step, ...rest]: Path): unknown {
  if (step === undefined) {
    if (typeof value === 'number') return value + 1
    if (typeof value === 'boolean') return !value
    // Days move back: what is renewed may move on.
    return /^\d{4}-/.test(String(value)) ? String(value).replace(/^\d{4}/, '1999') : `${String(value)}x`
  }
  if (Array.isArray(value)) return value.map((member, at) => (at === step ? withOther(member, rest) : member))
  const fields = Object.entries(typeof value === 'object' && value !== null ? value : {})
  return Object.fromEntries(
    fields.map(([key, member]) => [key, key === step ? withOther(member, rest) : member]),
  )
}

/** The nearest entry of the table at a place or above it. */
function entryFor(table: MeaningTable, place: string): Meaning | undefined {
  for (let at = place; at !== ''; at = at.replace(/(?:\[\]|(?:^|\.)[^.[]+)$/, ''))
    if (Object.hasOwn(table, at)) return table[at]
  return undefined
}

/** Whether a value stands in a row that does not count yet. */
function isStillToCome(table: MeaningTable, value: unknown, [step, ...rest]: Path, place = ''): boolean {
  if (step === undefined || typeof value !== 'object' || value === null) return false
  const member: unknown = Object.entries(value).find(([key]) => key === `${step}`)?.[1]
  const meaning = Object.hasOwn(table, place) ? table[place] : undefined
  const since = meaning?.kind === 'rows' && isRecord(member) ? meaning.since?.(member) : undefined
  if (since !== undefined && since > exampleDay) return true
  const below = Array.isArray(value) ? `${place}[]` : place === '' ? `${step}` : `${place}.${step}`
  return isStillToCome(table, member, rest, below)
}

describe('one value rewritten', () => {
  const { catalogue, units } = loaded().model
  const values: readonly (readonly [string, MeaningTable, unknown])[] = [
    ['the platform', platformMeaning, catalogue.platform.value],
    ['the calendar', calendarMeaning, catalogue.calendar?.value],
    ...[...catalogue.jurisdictions].map(
      ([id, { value }]) => [`the regulation of ${id}`, jurisdictionMeaning, value] as const,
    ),
    ...[...catalogue.items.values()]
      .slice(0, 12)
      .map(({ value }) => [`the item ${value.id}`, itemMeaning, value] as const),
    ...units.slice(0, 4).map(({ address, value }) => [`the unit ${address}`, unitMeaning, value] as const),
  ]

  it.each(values)(
    'in %s is a departure where the table says that it means something, and else none',
    (_, table, value) => {
      const differing = [...leavesOf(value, table)].flatMap(([path, place]) => {
        const entry = entryFor(table, place)
        const found = departuresIn({ table, asOf: exampleDay }, value, withOther(value, path))
        const isKey = entry?.kind === 'nothing' && entry.because === 'what the row is known by'
        const means =
          entry?.kind !== 'nothing' && entry?.kind !== 'elsewhere' && !isStillToCome(table, value, path)
        return found.length > 0 === (means || (isKey && found.length > 0)) ? [] : [path.join('.')]
      })
      expect(differing).toEqual([])
    },
  )
})

describe('departuresIn', () => {
  const table: MeaningTable = platformMeaning
  const { value } = loaded().model.catalogue.platform
  const departures = (is: unknown, was: unknown = value) => departuresIn({ table, asOf: exampleDay }, was, is)

  it('finds nothing in another order of keys, rows and plain lists', () => {
    const turned = (part: unknown): unknown => {
      if (Array.isArray(part)) return part.map(turned).toReversed()
      if (typeof part !== 'object' || part === null) return part
      return Object.fromEntries(
        Object.entries(part)
          .map(([key, member]) => [key, turned(member)])
          .toReversed(),
      )
    }
    expect(departures(turned(value))).toEqual([])
  })

  it('takes a field that the table does not know for one that means something', () => {
    const [one] = departures({ ...value, fresh: true })
    expect(one).toMatchObject({ meaning: undefined, after: ['fresh'], was: undefined, is: true })
  })

  it('takes a value of another kind for another value', () => {
    expect(departures({ ...value, zones: [] }).map(({ before }) => before.join('.'))).toEqual([
      'zones.internet',
      'zones.extranet',
    ])
    expect(departures({ ...value, metadata: 'x' }).map(({ before }) => before.join('.'))).toEqual([
      'metadata',
    ])
  })
})
