// Lists what a cloud holds of the kinds that our stacks make.
import { listAt, textAt, valueAt } from '../../../lib/deliver/json.ts'
import type { CloudObject } from '../../../lib/deliver/unmanaged.ts'
import {
  type EachListing,
  filled,
  type OwnListing,
  type PartListing,
  type UnmanagedType,
  unmanagedTypes,
} from '../../../lib/resource-types/index.ts'
import { fieldOf, firstFieldOf, nameOf, passes } from '../entry.ts'
import { pathIn } from '../find.ts'
import type { OpenStack } from '../index.ts'

/** Everything of these kinds, whosever it is. */
export async function objectsOf(cloud: OpenStack): Promise<readonly CloudObject[]> {
  const lists = unmanagedTypes.map(async type => await listed(cloud, type))
  return (await Promise.all(lists)).flat()
}

async function listed(cloud: OpenStack, type: UnmanagedType): Promise<readonly CloudObject[]> {
  const { listing } = type.unmanaged
  if (listing.by === 'collection') return await listedWithParts(cloud, type, listing)
  return listing.by === 'each' ? await listedForEach(cloud, type, listing) : []
}

async function listedWithParts(
  cloud: OpenStack,
  type: UnmanagedType,
  { owner }: OwnListing,
): Promise<readonly CloudObject[]> {
  const { service, path, key } = type.collection
  const { madeByCloud } = type
  const items = await cloud.list(service, path, key)
  return items
    .filter(item => madeByCloud === undefined || !passes(item, madeByCloud))
    .flatMap(item => [
      {
        kind: type.kind,
        id: idOf(type, field => fieldOf(item, field)),
        name: textAt(item, 'name') ?? '',
        ...ownedBy(firstFieldOf(item, owner)),
      },
      ...partsOf(type, item),
    ])
}

/** What the answer about one object tells of its parts. */
function partsOf(whole: UnmanagedType, item: unknown): readonly CloudObject[] {
  return unmanagedTypes.flatMap(part => {
    const { listing } = part.unmanaged
    return listing.by === 'whole' && listing.whole === whole.kind ? partsListed(part, listing, item) : []
  })
}

function partsListed(
  part: UnmanagedType,
  { field, name }: PartListing,
  whole: unknown,
): readonly CloudObject[] {
  return listAt(whole, field).map(item => ({
    kind: part.kind,
    id: idOf(part, key => fieldOf(item, key)),
    name: nameOf(item, name),
    owner: textAt(whole, 'id') ?? '',
  }))
}

async function listedForEach(
  cloud: OpenStack,
  type: UnmanagedType,
  { of, query, unless, argument, owner }: EachListing,
): Promise<readonly CloudObject[]> {
  const { service, path, key } = type.collection
  const others = await cloud.list(of.service, of.path, of.key, query)
  const lists = others
    .filter(other => valueAt(other, unless) === false)
    .map(async other => {
      const otherId = textAt(other, 'id') ?? ''
      const items = await cloud.list(
        service,
        pathIn(path, name => (name === argument ? otherId : undefined)) ?? '',
        key,
      )
      return items.map(item => ({
        kind: type.kind,
        id: idOf(type, field => (field === argument ? otherId : fieldOf(item, field))),
        name: textAt(other, 'name') ?? '',
        ...ownedBy(firstFieldOf(item, owner)),
      }))
    })
  return (await Promise.all(lists)).flat()
}

/** As terraform's state has it. */
function idOf({ identity }: UnmanagedType, valueFor: (field: string) => string | undefined): string {
  return filled(identity.importId, valueFor) ?? ''
}

function ownedBy(owner: string | undefined): Pick<CloudObject, 'owner'> {
  return owner === undefined ? {} : { owner }
}
