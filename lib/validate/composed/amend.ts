import type { Named } from '../catalogue-choices.ts'
import { isJsonObject, type Json, type JsonObject, type JsonSchema } from '../json-schema.ts'

/** A schema with the part at a path made anew. A path that leads nowhere is a fault of ours: the base schema changed. */
export function amended(
  schema: JsonSchema,
  path: readonly string[],
  make: (part: JsonObject) => JsonObject,
): JsonSchema {
  const [step, ...rest] = path
  if (step === undefined) return make(schema)
  const part = schema[step]
  if (!isJsonObject(part)) throw new TypeError(`the schema has nothing at ${path.join('/')}`)
  return { ...schema, [step]: amended(part, rest, make) }
}

/** Closes a text to a list of ids, with the names that editors show. Open as before where the list is not known. */
export function choiceOf(names: readonly Named[] | undefined, refersTo: string) {
  return (part: JsonObject): JsonObject =>
    names === undefined || names.length === 0
      ? part
      : {
          ...(part.description === undefined ? {} : { description: part.description }),
          'x-refers-to': refersTo,
          enum: names.map(({ id }) => id),
          enumDescriptions: names.map(({ name }) => name),
        }
}

/** Closes a map to a list of ids, each with a schema of its own. */
export function closedTo(names: readonly Named[], refersTo: string, schemaOf: (id: string) => Json) {
  return ({ propertyNames, additionalProperties, ...part }: JsonObject): JsonObject => ({
    ...part,
    'x-refers-to-keys': refersTo,
    additionalProperties: false,
    properties: Object.fromEntries(names.map(({ id, name }) => [id, described(schemaOf(id), name)])),
  })
}

function described(schema: Json, description: string): Json {
  return isJsonObject(schema) ? { description, ...schema } : schema
}

export function withDefinitions(schema: JsonSchema, definitions: JsonObject): JsonSchema {
  return { ...schema, $defs: { ...(isJsonObject(schema.$defs) ? schema.$defs : {}), ...definitions } }
}

/** A schema with conditional rules beside those that it has. */
export function withRules(schema: JsonSchema, rules: readonly JsonObject[]): JsonSchema {
  const { allOf } = schema
  const all = [...(Array.isArray(allOf) ? allOf : []), ...rules]
  return all.length === 0 ? schema : { ...schema, allOf: all }
}

export function definition(schema: JsonSchema, name: string): JsonObject {
  const found = isJsonObject(schema.$defs) ? schema.$defs[name] : undefined
  if (!isJsonObject(found)) throw new TypeError(`the schema defines no ${name}`)
  return found
}
