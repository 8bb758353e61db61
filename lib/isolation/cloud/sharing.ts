import { textAt, valueAt } from '../../deliver/json.ts'
import type { ListingName } from './listings.ts'
import { ownerOf } from './owner.ts'
import type { CloudReader, CloudSource } from './reader.ts'

export const readPolicies: CloudReader = (source, { shares, objects }) => {
  const { lists, named } = source
  for (const entry of lists.of('policies')) {
    const origin = named.origin('rbac-policy', entry)
    const target = named.project(textAt(entry, 'target_tenant') ?? textAt(entry, 'target_project'))
    const kind = textAt(entry, 'object_type') ?? ''
    if (kind === 'network') {
      const action =
        textAt(entry, 'action') === 'access_as_external' ? 'access_as_external' : 'access_as_shared'
      shares.push({ network: named.object(textAt(entry, 'object_id')), target, action, origin })
    } else objects.push({ kind, owner: ownerOfShared(source, kind, entry), target, origin })
  }
}

const listingOf: Readonly<Record<string, ListingName>> = {
  address_group: 'addressGroups',
  address_scope: 'addressScopes',
  qos_policy: 'qosPolicies',
  security_group: 'groups',
  subnetpool: 'subnetPools',
}

/** A policy belongs to whoever made it, often an administrator. Of a kind that nobody knows, nobody can say whose it is. */
function ownerOfShared({ lists, named }: CloudSource, kind: string, policy: unknown): string {
  const listing = listingOf[kind]
  const shared = listing === undefined ? undefined : lists.find(listing, textAt(policy, 'object_id'))
  return shared === undefined ? '' : named.project(ownerOf(shared))
}

/** Objects that are open to everybody by a flag of their own. */
export const readFlags: CloudReader = ({ lists, named }, { objects }) => {
  const kinds: readonly (readonly [ListingName, string])[] = [
    ['addressGroups', 'address-group'],
    ['addressScopes', 'address-scope'],
    ['qosPolicies', 'qos-policy'],
    ['subnetPools', 'subnet-pool'],
  ]
  for (const [collection, kind] of kinds) {
    for (const entry of lists.of(collection)) {
      if (valueAt(entry, 'shared') !== true) continue
      objects.push({
        kind,
        owner: named.project(ownerOf(entry)),
        target: '*',
        origin: named.origin(kind, entry),
      })
    }
  }
}

export const readImages: CloudReader = ({ lists, named }, { objects }) => {
  for (const entry of lists.of('images')) {
    const visibility = textAt(entry, 'visibility')
    if (visibility !== 'public' && visibility !== 'community') continue
    const origin = named.origin('image', entry)
    objects.push({ kind: 'image', owner: named.project(ownerOf(entry)), target: '*', origin })
  }
  for (const member of lists.of('imageMembers')) {
    const image = lists.find('images', textAt(member, 'image_id') ?? textAt(member, 'of'))
    objects.push({
      kind: 'image',
      owner: named.project(ownerOf(image)),
      target: named.project(textAt(member, 'member_id')),
      origin: named.origin('image', image),
    })
  }
}

/** An offered volume is anybody's who is told the key. */
export const readTransfers: CloudReader = ({ lists, named }, { objects }) => {
  for (const entry of lists.of('transfers')) {
    const owner =
      textAt(entry, 'source_project_id') ??
      textAt(lists.find('volumes', textAt(entry, 'volume_id')), 'os-vol-tenant-attr:tenant_id')
    objects.push({
      kind: 'volume',
      owner: named.project(owner),
      target: '*',
      origin: named.origin('volume-transfer', entry),
    })
  }
}

export const readFlavorAccess: CloudReader = ({ lists, named }, { accesses }) => {
  for (const entry of lists.of('flavorAccess')) {
    const flavor = textAt(entry, 'flavor_id') ?? textAt(entry, 'of')
    const project = named.project(textAt(entry, 'tenant_id'))
    const origin = named.origin('flavor-access', { id: flavor })
    if (flavor !== undefined) accesses.push({ flavor, project, origin })
  }
}
