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

/** Schemas never change, and are asked about again at every step of a path through them. */
const knownJson = new WeakSet<object>()

function isJson(value: unknown): value is Json {
  if (typeof value !== 'object' || value === null)
    return value === null || ['boolean', 'number', 'string'].includes(typeof value)
  if (knownJson.has(value)) return true
  const isAll = Object.values(value).every(isJson)
  if (isAll) knownJson.add(value)
  return isAll
}

export function isJsonObject(value: unknown): value is JsonObject {
  return isPlainObject(value) && isJson(value)
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
