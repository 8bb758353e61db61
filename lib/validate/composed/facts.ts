import type { OfferedFact, OfferedJurisdiction } from '../catalogue-choices.ts'
import type { JsonObject, JsonSchema } from '../json-schema.ts'
import { amended, withRules } from './amend.ts'
import { ofJurisdiction } from './papers.ts'

/** The schema of the value that each type of fact takes. */
const types: Readonly<Record<string, JsonObject>> = {
  text: { type: 'string', minLength: 1, maxLength: 2000 },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date', maxLength: 10 },
}

/**
 * A manifest's schema with what its regulation wants to know beside what all want. Without a regulation that wants anything
 * there is nothing to state; open where the regulations are not known.
 */
export function withFacts(
  schema: JsonSchema,
  kind: 'system' | 'unit',
  jurisdictions: readonly OfferedJurisdiction[] | undefined,
): JsonSchema {
  if (jurisdictions === undefined) return schema
  const asking = jurisdictions.flatMap(({ id, facts }) => {
    const own = facts.filter(({ of }) => of === kind)
    return own.length === 0 ? [] : [{ id, facts: own }]
  })
  if (asking.length === 0)
    return amended(schema, ['properties', 'facts'], part => ({ ...described(part), ...closed([]) }))
  const rest = ofJurisdiction({ not: { enum: asking.map(({ id }) => id) } })
  return withRules(schema, [
    ...asking.map(({ id, facts }) => ({
      ...ofJurisdiction({ const: id }),
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { type: 'object', properties: { facts: closed(facts) } },
    })),
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    { ...rest, then: { type: 'object', properties: { facts: closed([]) } } },
  ])
}

function described({ description }: JsonObject): JsonObject {
  return description === undefined ? {} : { description }
}

function closed(facts: readonly OfferedFact[]): JsonObject {
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(facts.map(fact => [fact.id, valueSchema(fact)])),
  }
}

function valueSchema({ name, type, unit, choices }: OfferedFact): JsonObject {
  const description = unit === undefined ? name : `${name}(${unit})`
  if (type === 'choice' && choices.length > 0)
    return {
      description,
      enum: choices.map(({ id }) => id),
      enumDescriptions: choices.map(choice => choice.name),
    }
  return { description, ...types[type] }
}
