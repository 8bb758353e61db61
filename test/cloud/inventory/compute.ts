import { isRecord, listAt, textAt, valueAt } from '../../../lib/deliver/json.ts'
import type { OpenStack } from '../../../scripts/openstack/index.ts'
import type { Inventory, Section } from './inventory.ts'
import type { Owners } from './owners.ts'
import { section } from './section.ts'

export async function compute(admin: OpenStack, owners: Owners): Promise<Inventory> {
  const [flavors, types, aggregates, servers, quotas] = await Promise.all([
    readFlavors(admin, owners),
    admin.list('block-storage', '/types', 'volume_types', { is_public: 'None' }),
    admin.list('compute', '/os-aggregates', 'aggregates'),
    admin.list('compute', '/servers/detail', 'servers', { all_tenants: '1' }),
    readQuotas(admin, owners),
  ])
  return {
    flavors,
    aggregates: section(aggregates.map(item => [textAt(item, 'name') ?? '', aggregateOf(item, types)])),
    servers: section(
      servers.map(server => [
        `${owners.nameOf(textAt(server, 'tenant_id'))}/${textAt(server, 'name')}`,
        valueAt(server, 'status'),
      ]),
    ),
    'compute quotas': quotas,
  }
}

/** From this version on a flavor is told with its extra specs. */
const withExtraSpecs = { 'OpenStack-API-Version': 'compute 2.61' }

async function readFlavors(admin: OpenStack, owners: Owners): Promise<Section> {
  const { body } = await admin.request('compute', 'GET', '/flavors/detail', {
    query: { is_public: 'None' },
    headers: withExtraSpecs,
  })
  return section(await Promise.all(listAt(body, 'flavors').map(flavor => flavorEntry(admin, owners, flavor))))
}

async function flavorEntry(admin: OpenStack, owners: Owners, flavor: unknown) {
  const id = textAt(flavor, 'id') ?? ''
  const isPublic = valueAt(flavor, 'os-flavor-access:is_public')
  const access =
    isPublic === true
      ? []
      : await admin.list('compute', `/flavors/${encodeURIComponent(id)}/os-flavor-access`, 'flavor_access')
  const value = {
    id,
    vcpus: valueAt(flavor, 'vcpus'),
    ramMib: valueAt(flavor, 'ram'),
    diskGib: valueAt(flavor, 'disk'),
    isPublic,
    extraSpecs: valueAt(flavor, 'extra_specs'),
    access: access.map(item => owners.nameOf(textAt(item, 'tenant_id'))).sort(),
  }
  return [textAt(flavor, 'name') ?? '', value] as const
}

/** Labels that hold the id of a volume type are told with its name. */
function aggregateOf(aggregate: unknown, types: readonly unknown[]) {
  const metadata = valueAt(aggregate, 'metadata')
  const labels = Object.entries(isRecord(metadata) ? metadata : {}).map(([key, value]) => {
    const type = types.find(item => valueAt(item, 'id') === value)
    return [key, type === undefined ? value : `volume type ${textAt(type, 'name')}`]
  })
  return {
    availabilityZone: valueAt(aggregate, 'availability_zone'),
    hosts: listAt(aggregate, 'hosts'),
    metadata: Object.fromEntries(labels),
  }
}

async function readQuotas(admin: OpenStack, { projects }: Owners): Promise<Section> {
  const entries = projects
    .filter(({ ofUnit }) => ofUnit)
    .map(async ({ id, name }) => {
      const { body } = await admin.request('compute', 'GET', `/os-quota-sets/${id}`)
      const set = valueAt(body, 'quota_set')
      return [name, isRecord(set) ? { ...set, id: undefined } : set] as const
    })
  return section(await Promise.all(entries))
}
