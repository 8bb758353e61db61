import {
  isVocabularyName,
  sharedWords,
  type VocabularyName,
  type Word,
  withOwn,
} from '../../vocabulary/index.ts'
import type { OfferedJurisdiction } from '../catalogue-choices.ts'
import { isJsonObject, type Json, type JsonObject, type JsonSchema } from '../json-schema.ts'
import { wordOf } from '../keywords.ts'
import { withRules } from './amend.ts'
import { ofJurisdiction } from './papers.ts'

type Jurisdictions = readonly OfferedJurisdiction[] | undefined

/** Where a manifest writes a word of a vocabulary; `*` is every entry of a list. */
const slots = {
  unit: [['categories', ['category']]],
  system: [
    ['origins', ['origin']],
    ['purposes', ['purpose']],
    ['uses', ['use']],
    ['loads', ['load', 'pattern']],
    ['marks', ['history', '*', 'conditions', '*']],
  ],
} as const satisfies Record<string, readonly (readonly [VocabularyName, readonly string[]])[]>

/**
 * A manifest's schema with the words listed that its regulation knows: those that all share where no regulation has any of
 * its own, else by the jurisdiction that the manifest names. Open where the regulations are not known.
 */
export function withWords(
  schema: JsonSchema,
  kind: keyof typeof slots,
  jurisdictions: Jurisdictions,
): JsonSchema {
  const divided: ReadonlySet<VocabularyName> = new Set(
    slots[kind]
      .map(([name]) => name)
      .filter(name => jurisdictions?.some(({ words }) => words[name].length > 0)),
  )
  const root = rewritten(schema, name =>
    jurisdictions === undefined || divided.has(name) ? undefined : written(sharedWords(name)),
  )
  const rules = slots[kind]
    .filter(([name]) => divided.has(name))
    .flatMap(([name, path]) => slotRules(name, path, jurisdictions ?? []))
  return withRules(root, rules)
}

function slotRules(
  name: VocabularyName,
  path: readonly string[],
  jurisdictions: readonly OfferedJurisdiction[],
): readonly JsonObject[] {
  const own = jurisdictions.filter(({ words }) => words[name].length > 0)
  const others = ofJurisdiction({ not: { enum: own.map(({ id }) => id) } })
  return [
    ...own.map(({ id, words }) => ({
      ...ofJurisdiction({ const: id }),
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: at(path, choice(written(withOwn(name, words[name])))),
    })),
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    { ...others, then: at(path, choice(written(sharedWords(name)))) },
  ]
}

function at([step, ...rest]: readonly string[], schema: JsonObject): JsonObject {
  if (step === undefined) return schema
  return step === '*'
    ? { type: 'array', items: at(rest, schema) }
    : { type: 'object', properties: { [step]: at(rest, schema) } }
}

/** The schema of a file of the catalogue that serves all regulations, with the words listed that any of them knows. */
export function withAnyWords(schema: JsonSchema, jurisdictions: Jurisdictions): JsonSchema {
  return rewritten(schema, name =>
    jurisdictions === undefined
      ? undefined
      : withOwn(
          name,
          jurisdictions.flatMap(({ words }) => words[name]),
        ),
  )
}

/** A profile's schema: what it declares stands in the file itself, and editors are offered what all regulations share. */
export function withSharedWords(schema: JsonSchema): JsonSchema {
  return transformed(schema, (node, name) => ({ ...node, examples: sharedWords(name).map(({ id }) => id) }))
}

function rewritten(
  schema: JsonSchema,
  words: (name: VocabularyName) => readonly Word[] | undefined,
): JsonSchema {
  return transformed(schema, (node, name) => {
    const { [wordOf]: _, ...open } = node
    const listed = words(name)
    if (listed === undefined) return open
    const { type: _type, ...rest } = open
    return { ...rest, ...choice(listed) }
  })
}

/** What the tool finds out by itself is no manifest's to write. */
function written(words: readonly Word[]): readonly Word[] {
  return words.filter(({ computed }) => computed !== true)
}

function choice(words: readonly Word[]): JsonObject {
  return { enum: words.map(({ id }) => id), enumDescriptions: words.map(({ name }) => name) }
}

function transformed(
  schema: JsonObject,
  make: (node: JsonObject, name: VocabularyName) => JsonObject,
): JsonObject {
  const value = (node: Json): Json => {
    if (Array.isArray(node)) return node.map(value)
    return isJsonObject(node) ? transformed(node, make) : node
  }
  const name = schema[wordOf]
  const inner = Object.fromEntries(Object.entries(schema).map(([key, member]) => [key, value(member)]))
  return isVocabularyName(name) ? make(inner, name) : inner
}
