// Whether the account of the runner sees what the state says exists. One that does not must not write: a refresh would
// drop from the state what stands, and the apply would make it twice.
import { barred } from '../../../lib/deliver/barred.ts'
import { codes } from '../../../lib/deliver/codes.ts'
import { textAt } from '../../../lib/deliver/json.ts'
import type { Failure } from '../../../lib/deliver/run.ts'
import type { DeliveryStack } from '../../../lib/deliver/stack.ts'
import type { StateResource } from '../../../lib/deliver/state.ts'
import { type CloudThing, thingOf } from '../../../lib/deliver/thing.ts'
import type { OpenStack } from '../../openstack/index.ts'
import { type Readable, readableOf, readBack, showsAny } from '../../openstack/read-back.ts'

/** How many objects of a service are asked for, of one stack. */
const samples = 4

export interface Looked {
  readonly object: Readable
  readonly seen: boolean
}

/**
 * Asks for some of what a state has, of each service: one of each kind before a second of any, and among them owners
 * first, then whatever the others lie in.
 */
export async function lookAt(
  cloud: OpenStack,
  resources: readonly StateResource[],
): Promise<readonly Looked[]> {
  const byService = Map.groupBy(readableOf(resources), ({ service }) => service)
  const chosen = [...byService.values()].flatMap(objects => inTurns(objects).slice(0, samples))
  return await Promise.all(
    chosen.map(async object => ({ object, seen: (await readBack(cloud, object)) === 'seen' })),
  )
}

function inTurns(objects: readonly Readable[]): readonly Readable[] {
  const byKind = Map.groupBy(objects.toSorted(byWeight), ({ type }) => type.kind)
  const turns = Math.max(0, ...[...byKind.values()].map(({ length }) => length))
  return Array.from({ length: turns }, (_, turn) =>
    [...byKind.values()].flatMap(ofKind => ofKind[turn] ?? []),
  ).flat()
}

/** The kinds that most else lies in, in this order. */
const weighty: readonly string[] = ['domain', 'project', 'network', 'router', 'security-group']

function byWeight(a: Readable, b: Readable): number {
  return weightOf(a) - weightOf(b)
}

function weightOf({ type }: Readable): number {
  const index = weighty.indexOf(type.kind)
  return index < 0 ? weighty.length : index
}

/**
 * Why a stack must not be touched: a service shows nothing of what its state and the platform's have, or nothing at all of
 * more than one kind of them, or an owner is gone.
 * @param platform what was seen of the zone's own objects.
 */
export async function sightFailure(
  cloud: OpenStack,
  { name, kind }: DeliveryStack,
  own: readonly Looked[],
  platform: readonly Looked[],
): Promise<Failure | undefined> {
  const looked = kind === 'platform' ? own : [...own, ...platform]
  const dark = [...Map.groupBy(looked, ({ object }) => object.service).values()]
    .filter(group => group.length > 1 && group.every(({ seen }) => !seen))
    .flat()
  const hidden = dark.length > 0 ? dark : await ofEmptyKinds(cloud, looked)
  if (hidden.length > 0) return barred(codes.cloudHides, name, hidden.map(thingWithOwner))
  const gone = own.filter(({ seen, object }) => !seen && isOwner(object))
  if (gone.length === 0) return undefined
  const addresses = gone.map(({ object }) => object.resource.address).join(' ')
  return barred(
    codes.goneFromCloud,
    name,
    gone.map(thingWithOwner),
    `tenantry state forget ${name} ${addresses}`,
  )
}

/**
 * Some of what a state has is not there, and neither is any other of its kind in the whole cloud. Of one kind that may be
 * so; of more, the service keeps them from the account: Neutron does, and still shows it its own policies.
 */
async function ofEmptyKinds(cloud: OpenStack, looked: readonly Looked[]): Promise<readonly Looked[]> {
  const unseen = looked.filter(({ seen, object }) => !seen && liesInProject(object))
  const byKind = [...Map.groupBy(unseen, ({ object }) => object.type.kind).values()]
  if (byKind.length < 2) return []
  const empty = await Promise.all(
    byKind.map(async ofKind => {
      const [first] = ofKind
      return first === undefined || (await showsAny(cloud, first.object.type)) ? [] : [ofKind]
    }),
  )
  const kinds = empty.flat()
  return kinds.length < 2 ? [] : kinds.flat()
}

/** By itself: parts of what is gone are gone with it, and tell nothing more. */
function liesInProject({ type: { leftover } }: Readable): boolean {
  return 'in' in leftover && leftover.in === 'project'
}

export function isOwner({ type }: Readable): boolean {
  return type.kind === 'domain' || type.kind === 'project'
}

function thingWithOwner({ object: { resource } }: Looked): CloudThing {
  const owner = ['project_id', 'tenant_id', 'domain_id']
    .map(key => textAt(resource.attributes, key))
    .find(text => text !== undefined && text !== '')
  return { ...thingOf(resource), ...(owner === undefined ? {} : { owner }) }
}
