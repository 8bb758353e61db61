import { isRecord } from '../../lib/deliver/json.ts'
import {
  type CreatedType,
  filled,
  type Identity,
  placesIn,
  type Query,
} from '../../lib/resource-types/index.ts'
import { fieldOf, isAnswer, passes } from './entry.ts'
import type { OpenStack } from './index.ts'

/** An object in the cloud. */
export interface Found {
  /** What terraform imports it by. */
  readonly importId: string
  readonly values: Readonly<Record<string, unknown>>
}

/** The value that an argument of the resource comes to, as text; undefined where the configuration says nothing. */
export type Argument = (name: string) => Promise<string | undefined>

type ValueFor = (name: string) => string | undefined

/** Looks for the object that a resource would be, by what makes it the only one of its kind. */
export async function findObject(
  cloud: OpenStack,
  { collection, identity }: CreatedType,
  argument: Argument,
): Promise<Found | undefined> {
  const valueFor = await valuesOf(argumentsIn(collection.path, identity), argument)
  const importIdOf = (entry: unknown) =>
    filled(identity.importId, name => (name === 'id' ? fieldOf(entry, name) : valueFor(name)))
  const path = pathIn(collection.path, valueFor)
  const query = queryIn(identity.query ?? {}, valueFor)
  const isImportable = importIdOf({ id: '' }) !== undefined
  if (path === undefined || query === undefined || !isImportable) return undefined
  const entries = await cloud.list(collection.service, path, collection.key, query)
  const entry = entries.find(item => isAnswer(item, query) && isMeant(item, identity, valueFor))
  const importId = importIdOf(entry)
  return importId === undefined || !isRecord(entry) ? undefined : { importId, values: entry }
}

/** The path of a collection; undefined where a part of it is not known. */
export function pathIn(template: string, valueFor: ValueFor): string | undefined {
  return filled(template, name => {
    const value = valueFor(name)
    return value === undefined ? undefined : encodeURIComponent(value)
  })
}

/** Undefined where a value is not known: a question that leaves it out would be answered with others. */
export function queryIn(query: Query, valueFor: ValueFor): Query | undefined {
  const entries = Object.entries(query).flatMap(([parameter, template]) => {
    const value = filled(template, valueFor)
    return value === undefined ? [] : [[parameter, value] as const]
  })
  return entries.length < Object.keys(query).length ? undefined : Object.fromEntries(entries)
}

function argumentsIn(path: string, { query = {}, where = {}, importId }: Identity): ReadonlySet<string> {
  const templates = [path, ...Object.values(query), importId]
  const names = new Set([...templates.flatMap(placesIn), ...Object.values(where)])
  names.delete('id')
  return names
}

async function valuesOf(names: ReadonlySet<string>, argument: Argument): Promise<ValueFor> {
  const values = await Promise.all([...names].map(async name => [name, await argument(name)] as const))
  const byName = new Map(values)
  return name => byName.get(name)
}

function isMeant(entry: unknown, { where = {}, except }: Identity, valueFor: ValueFor): boolean {
  if (except !== undefined && passes(entry, except)) return false
  return Object.entries(where).every(([field, argument]) => {
    const [found, wanted] = [fieldOf(entry, field), valueFor(argument)]
    // The provider sends no zero: what it was told to make with one was made without.
    return found === wanted || (found === undefined && wanted === '0')
  })
}
