// What stands in the way of removing an object: the cloud would keep it, and terraform wait to its limit.

import { textAt } from '../../lib/deliver/json.ts'
import type { StateResource } from '../../lib/deliver/state.ts'
import type { CloudThing } from '../../lib/deliver/thing.ts'
import { entryOf, filled, type Holder } from '../../lib/resource-types/index.ts'
import { fieldOf, isAnswer, passes } from './entry.ts'
import { queryIn } from './find.ts'
import type { OpenStack } from './index.ts'

/** @param own ids of what belongs to the stack itself. */
export async function holdersOf(
  cloud: OpenStack,
  { type, address, attributes }: StateResource,
  own: ReadonlySet<string>,
): Promise<readonly CloudThing[]> {
  const holders = entryOf(type, attributes)?.heldBy ?? []
  const lists = holders.map(async holder => await heldBy(cloud, holder, attributes))
  const found = (await Promise.all(lists)).flat()
  return found.filter(({ id }) => !own.has(id)).map(thing => ({ ...thing, address }))
}

/**
 * What stands in the way of removing all of some resources, each once.
 * @param own ids of these resources, and of what goes with them
 * @param owners ids of projects of which all that they hold is told in another way
 */
export async function holdersOfAll(
  cloud: OpenStack,
  resources: readonly StateResource[],
  own: ReadonlySet<string>,
  owners: ReadonlySet<string>,
): Promise<readonly CloudThing[]> {
  const lists = resources.map(async resource => await holdersOf(cloud, resource, own))
  const found = (await Promise.all(lists)).flat().filter(({ owner }) => !owners.has(owner ?? ''))
  return [...new Map(found.map(thing => [thing.id, thing])).values()]
}

async function heldBy(
  cloud: OpenStack,
  { kind, collection, query, where, except = [] }: Holder,
  attributes: StateResource['attributes'],
): Promise<readonly CloudThing[]> {
  const valueFor = (name: string) => textAt(attributes, name)
  const asked = queryIn(query, valueFor)
  const path = filled(collection.path, valueFor)
  if (asked === undefined || path === undefined) return []
  const entries = await cloud.list(collection.service, path, collection.key, asked)
  return entries
    .filter(entry => isAnswer(entry, asked) && !except.some(test => passes(entry, test)))
    .filter(entry => where === undefined || textAt(entry, ...where.path) === filled(where.is, valueFor))
    .map(entry => (isGateway(entry) ? routerOf(entry) : thingOf(kind, entry)))
}

/** The port of a router's gateway is nobody's, and goes with its router, by which it has to be told. */
function isGateway(entry: unknown): boolean {
  return fieldOf(entry, 'device_owner') === 'network:router_gateway'
}

function routerOf(port: unknown): CloudThing {
  const note = `network:router_gateway ${fieldOf(port, 'id') ?? ''}`
  return { kind: 'router', id: fieldOf(port, 'device_id') ?? '', name: '', note }
}

function thingOf(kind: string, entry: unknown): CloudThing {
  const owner = fieldOf(entry, 'project_id') ?? fieldOf(entry, 'tenant_id')
  const device = fieldOf(entry, 'device_owner')
  return {
    kind,
    id: textAt(entry, 'id') ?? '',
    name: textAt(entry, 'name') || textAt(entry, 'floating_ip_address') || '',
    ...(owner === undefined ? {} : { owner }),
    ...(device === undefined || device === '' ? {} : { note: device }),
  }
}
