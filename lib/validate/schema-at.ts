import type { DataPath } from '../finding/finding.ts'
import { isJsonObject, type Json, type JsonObject, type JsonSchema } from './json-schema.ts'

/** Follows `$ref` within a bundled schema. */
export function resolved(root: JsonSchema, schema: Json | undefined): JsonObject | undefined {
  if (!isJsonObject(schema)) return undefined
  const reference = schema.$ref
  if (typeof reference !== 'string') return schema
  if (reference === '#') return root
  const definitions = isJsonObject(root.$defs) ? root.$defs : {}
  return resolved(root, definitions[reference.replace('#/$defs/', '')])
}

/** The schema that describes the value at a path, `$ref` not yet followed: what is said beside a `$ref` counts too. */
export function schemaAt(root: JsonSchema, path: DataPath): JsonObject | undefined {
  let schema: Json | undefined = root
  for (const step of path) schema = memberSchema(resolved(root, schema), step)
  return isJsonObject(schema) ? schema : undefined
}

function memberSchema(schema: JsonObject | undefined, step: string | number): Json | undefined {
  if (schema === undefined) return undefined
  if (typeof step === 'number') return schema.items
  const properties = propertiesOf(schema)
  return Object.hasOwn(properties, step) ? properties[step] : schema.additionalProperties
}

export function propertiesOf(schema: JsonObject | undefined): JsonObject {
  return isJsonObject(schema?.properties) ? schema.properties : {}
}

/**
 * A short Chinese name of a key: the start of its description, where that is Chinese. A form that many keys share, such
 * as that of an id or a date, describes none of them.
 */
export function labelAt(root: JsonSchema, path: DataPath): string | undefined {
  const schema = schemaAt(root, path)
  const definition = resolved(root, schema)
  const isShared = definition?.['x-form'] !== undefined || definition?.format !== undefined
  const description = schema?.description ?? (isShared ? undefined : definition?.description)
  if (typeof description !== 'string') return undefined
  const label = description.split(/[;；:：,，。(（、]/u)[0]?.trim() ?? ''
  return /^\p{Script=Han}[\p{Script=Han}\w ]{0,15}$/u.test(label) ? label : undefined
}

/** Whether what stands at a path is about a person: it, or what it lies in, is marked so. */
export function isOfAPerson(root: JsonSchema, path: DataPath): boolean {
  return path.some((_, index) => schemaAt(root, path.slice(0, index + 1))?.['x-person'] === true)
}
