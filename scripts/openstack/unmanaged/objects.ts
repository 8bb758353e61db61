// Lists what a cloud holds of the kinds that our stacks make.
import { listAt, textAt, valueAt } from '../../../lib/deliver/json.ts'
import type { CloudObject, UnmanagedKind } from '../../../lib/deliver/unmanaged.ts'
import type { OpenStack, Service } from '../index.ts'

/** A collection of objects, each with a name and an owner of its own. */
interface Collection {
  readonly kind: UnmanagedKind
  readonly service: Service
  readonly path: string
  readonly key: string
  readonly ownerOf: (item: unknown) => string | undefined
}

const projectOf = (item: unknown) => textAt(item, 'project_id')
const inNetwork = (kind: UnmanagedKind, path: string, key: string): Collection => ({
  kind,
  service: 'network',
  path,
  key,
  ownerOf: projectOf,
})

const collections: readonly Collection[] = [
  { kind: 'domain', service: 'identity', path: '/domains', key: 'domains', ownerOf: () => undefined },
  {
    kind: 'project',
    service: 'identity',
    path: '/projects',
    key: 'projects',
    ownerOf: item => textAt(item, 'domain_id'),
  },
  inNetwork('network', '/networks', 'networks'),
  inNetwork('subnet', '/subnets', 'subnets'),
  inNetwork('router', '/routers', 'routers'),
  inNetwork('subnet-pool', '/subnetpools', 'subnetpools'),
  inNetwork('address-scope', '/address-scopes', 'address_scopes'),
  inNetwork('qos-policy', '/qos/policies', 'policies'),
  {
    kind: 'rbac-policy',
    service: 'network',
    path: '/rbac-policies',
    key: 'rbac_policies',
    ownerOf: item => textAt(item, 'target_tenant') ?? textAt(item, 'target_project'),
  },
]

/** Everything of these kinds, whosever it is. */
export async function objectsOf(cloud: OpenStack): Promise<readonly CloudObject[]> {
  const lists = await Promise.all([
    ...collections.map(async collection => await listed(cloud, collection)),
    securityGroups(cloud),
    flavorAccess(cloud),
    volumeTypeAccess(cloud),
  ])
  return lists.flat()
}

async function listed(
  cloud: OpenStack,
  { kind, service, path, key, ownerOf }: Collection,
): Promise<readonly CloudObject[]> {
  const items = await cloud.list(service, path, key)
  return items.map(item => objectOf(kind, item, ownerOf(item)))
}

function objectOf(kind: UnmanagedKind, item: unknown, owner: string | undefined): CloudObject {
  const object = { kind, id: textAt(item, 'id') ?? '', name: textAt(item, 'name') ?? '' }
  return owner === undefined ? object : { ...object, owner }
}

/** Groups with their rules. Neutron makes the group `default` itself. */
async function securityGroups(cloud: OpenStack): Promise<readonly CloudObject[]> {
  const groups = await cloud.list('network', '/security-groups', 'security_groups')
  return groups
    .filter(group => textAt(group, 'name') !== 'default')
    .flatMap(group => [
      objectOf('security-group', group, projectOf(group)),
      ...listAt(group, 'security_group_rules').map(rule => ({
        kind: 'security-group-rule' as const,
        id: textAt(rule, 'id') ?? '',
        name: ruleText(rule),
        owner: textAt(group, 'id') ?? '',
      })),
    ])
}

/** Such as `ingress tcp 22-22 10.0.0.0/8`: a rule has no name. */
function ruleText(rule: unknown): string {
  const ports = [valueAt(rule, 'port_range_min'), valueAt(rule, 'port_range_max')]
  const parts = [
    valueAt(rule, 'direction'),
    valueAt(rule, 'protocol') ?? valueAt(rule, 'ethertype'),
    ports.every(port => typeof port === 'number') ? ports.join('-') : undefined,
    valueAt(rule, 'remote_ip_prefix') ?? valueAt(rule, 'remote_group_id'),
  ]
  return parts.filter(part => typeof part === 'string').join(' ')
}

async function flavorAccess(cloud: OpenStack): Promise<readonly CloudObject[]> {
  const flavors = await cloud.list('compute', '/flavors/detail', 'flavors', { is_public: 'None' })
  const hidden = flavors.filter(flavor => valueAt(flavor, 'os-flavor-access:is_public') === false)
  const lists = hidden.map(async flavor => {
    const id = textAt(flavor, 'id') ?? ''
    const path = `/flavors/${encodeURIComponent(id)}/os-flavor-access`
    const entries = await cloud.list('compute', path, 'flavor_access')
    return entries.map(entry =>
      accessObject('flavor-access', id, textAt(flavor, 'name') ?? '', textAt(entry, 'tenant_id') ?? ''),
    )
  })
  return (await Promise.all(lists)).flat()
}

async function volumeTypeAccess(cloud: OpenStack): Promise<readonly CloudObject[]> {
  const types = await cloud.list('block-storage', '/types', 'volume_types', { is_public: 'None' })
  const hidden = types.filter(type => valueAt(type, 'is_public') === false)
  const lists = hidden.map(async type => {
    const id = textAt(type, 'id') ?? ''
    const path = `/types/${id}/os-volume-type-access`
    const entries = await cloud.list('block-storage', path, 'volume_type_access')
    return entries.map(entry =>
      accessObject('volume-type-access', id, textAt(type, 'name') ?? '', textAt(entry, 'project_id') ?? ''),
    )
  })
  return (await Promise.all(lists)).flat()
}

/** The provider makes the id of what has none: the type's and the project's. */
function accessObject(kind: UnmanagedKind, type: string, name: string, project: string): CloudObject {
  return { kind, id: `${type}/${project}`, name, owner: project }
}
