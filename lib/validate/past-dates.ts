import type { DataPath } from '../finding/finding.ts'
import type { DocumentKind } from '../read/document.ts'
import { bundle } from './bundle.ts'
import { isJsonObject, isPlainObject, type Json, type JsonSchema } from './json-schema.ts'

/** A date in a document, with its place from the root. */
export interface PlacedDate {
  readonly path: DataPath
  readonly date: string
}

/** Steps to a value; `null` stands for every key of a map and every entry of a list. */
type Pattern = readonly (string | null)[]

const names = { platform: 'platform', jurisdiction: 'jurisdiction', unit: 'unit', system: 'system' } as const

const known = new Map<string, readonly Pattern[]>()

/** The dates in a document that its schema marks, by `x-past`, as those of something that has happened. */
export function pastDatesIn(kind: DocumentKind & keyof typeof names, value: unknown): readonly PlacedDate[] {
  const patterns = known.get(kind) ?? patternsOf(bundle(names[kind]))
  known.set(kind, patterns)
  return patterns.flatMap(pattern => datesAt(value, pattern, []))
}

function patternsOf(schema: JsonSchema): readonly Pattern[] {
  const definitions = isJsonObject(schema.$defs) ? schema.$defs : {}
  // A condition may hold another one: each reference is followed once on a way.
  const visit = (node: Json | undefined, at: Pattern, followed: readonly string[]): readonly Pattern[] => {
    if (!isJsonObject(node)) return []
    if (node['x-past'] === true) return [at]
    const { $ref, properties, additionalProperties, items } = node
    const name = typeof $ref === 'string' ? $ref.replace('#/$defs/', '') : undefined
    const parts = isJsonObject(properties) ? Object.entries(properties) : []
    return [
      ...(name === undefined || followed.includes(name)
        ? []
        : visit(definitions[name], at, [...followed, name])),
      ...parts.flatMap(([key, part]) => visit(part, [...at, key], followed)),
      ...visit(additionalProperties, [...at, null], followed),
      ...visit(items, [...at, null], followed),
    ]
  }
  return visit(schema, [], [])
}

function datesAt(value: unknown, [step, ...rest]: Pattern, path: DataPath): readonly PlacedDate[] {
  if (step === undefined) return typeof value === 'string' ? [{ path, date: value }] : []
  if (Array.isArray(value))
    return step === null ? value.flatMap((entry, index) => datesAt(entry, rest, [...path, index])) : []
  if (!isPlainObject(value)) return []
  if (step === null)
    return Object.entries(value).flatMap(([key, entry]) => datesAt(entry, rest, [...path, key]))
  return Object.hasOwn(value, step) ? datesAt(value[step], rest, [...path, step]) : []
}
