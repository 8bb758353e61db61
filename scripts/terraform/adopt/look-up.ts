import { isRecord, textAt, valueAt } from '../../../lib/deliver/json.ts'
import { referenceOf } from '../../../lib/deliver/reference.ts'
import { entryOf } from '../../../lib/resource-types/index.ts'
import { type Found, findObject } from '../../openstack/find.ts'
import type { OpenStack } from '../../openstack/index.ts'
import { ServiceError } from '../../openstack/index.ts'

export interface Lookup {
  readonly cloud: OpenStack
  readonly configuration: unknown
  /** Attributes of what is in the state, by address. */
  readonly state: ReadonlyMap<string, Readonly<Record<string, unknown>>>
}

/** Finds the objects of a stack in its cloud. References are followed: into the state, or to what is found in turn. */
export function lookUp({ cloud, configuration, state }: Lookup) {
  const known = new Map<string, Promise<Found | undefined>>()
  const find = (address: string): Promise<Found | undefined> => {
    const before = known.get(address)
    if (before !== undefined) return before
    const found = search(address)
    known.set(address, found)
    return found
  }
  const search = async (address: string): Promise<Found | undefined> => {
    const written = argumentsOf(configuration, address)
    const type = entryOf(typeOf(address), written)
    // What is set and not created has no collection to be found in.
    if (type?.collection === undefined) return undefined
    try {
      return await findObject(cloud, type, async name => await value(written[name]))
    } catch (error) {
      // A parent that is gone took its parts with it.
      if (error instanceof ServiceError && error.status === 404) return undefined
      throw error
    }
  }
  const value = async (written: unknown): Promise<string | undefined> => {
    const reference = referenceOf(written)
    if (reference === undefined) return written === undefined ? undefined : String(written)
    const { address, attribute, key } = reference
    const stored = state.get(address)?.[attribute]
    if (stored !== undefined) return key === undefined ? String(stored) : textAt(stored, key)
    const configured = argumentsOf(configuration, address)[attribute]
    if (configured !== undefined && key === undefined) return await value(configured)
    const found = await find(address)
    if (found === undefined) return undefined
    const attributeValue = found.values[attribute]
    if (key !== undefined) return textAt(attributeValue, key)
    return attributeValue === undefined ? undefined : String(attributeValue)
  }
  return find
}

function typeOf(address: string): string {
  return address.replace(/^data\./, '').split('.')[0] ?? ''
}

function argumentsOf(configuration: unknown, address: string): Readonly<Record<string, unknown>> {
  const isData = address.startsWith('data.')
  const [type = '', name = ''] = address.replace(/^data\./, '').split('.')
  const found = valueAt(configuration, isData ? 'data' : 'resource', type, name)
  return isRecord(found) ? found : {}
}
