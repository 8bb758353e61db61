export type Json = null | boolean | number | string | readonly Json[] | JsonObject

export interface JsonObject {
  readonly [key: string]: Json
}

/** A JSON Schema 2020-12 as plain data. Boolean schemas only occur below the top. */
export type JsonSchema = JsonObject

/** Plain data with keys, as YAML and JSON give it. */
export interface PlainObject {
  readonly [key: string]: unknown
}

export function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What is typed as JSON already is not looked into: schemas are large, and asked about at every step through them. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return isPlainObject(value)
}

/** Whether a value from elsewhere is an object of JSON, to its last member. */
export function isWhollyJson(value: unknown): value is JsonObject {
  return isPlainObject(value) && Object.values(value).every(isJson)
}

function isJson(value: unknown): value is Json {
  if (Array.isArray(value)) return value.every(isJson)
  return value === null || ['boolean', 'number', 'string'].includes(typeof value) || isWhollyJson(value)
}

/** The names that are not yet keys of a map. */
export function withoutKeys(names: readonly string[], map: unknown): readonly string[] {
  return isPlainObject(map) ? names.filter(name => !Object.hasOwn(map, name)) : names
}

/** The value at a path of keys and indexes, or undefined where the path leads nowhere. */
export function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let place = value
  for (const step of path) {
    if (Array.isArray(place) && typeof step === 'number') place = place[step]
    else if (isPlainObject(place) && Object.hasOwn(place, String(step))) place = place[String(step)]
    else return undefined
  }
  return place
}
