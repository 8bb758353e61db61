import { isRecord, textAt, valueAt } from '../../../lib/deliver/json.ts'
import type { OpenStack } from '../../../scripts/openstack/index.ts'
import type { Inventory, Section } from './inventory.ts'
import type { Owners } from './owners.ts'
import { section } from './section.ts'

export async function blockStorage(admin: OpenStack, owners: Owners): Promise<Inventory> {
  const [types, specs, volumes, quotas] = await Promise.all([
    admin.list('block-storage', '/types', 'volume_types', { is_public: 'None' }),
    admin.list('block-storage', '/qos-specs', 'qos_specs'),
    admin.list('block-storage', '/volumes/detail', 'volumes', { all_tenants: '1' }),
    readQuotas(admin, owners),
  ])
  const typeEntries = await Promise.all(types.map(type => typeEntry(admin, owners, type, specs)))
  return {
    'volume types': section(typeEntries),
    'volume QoS': section(specs.map(item => [textAt(item, 'name') ?? '', qosOf(item)])),
    volumes: section(
      volumes.map(volume => [
        `${owners.nameOf(textAt(volume, 'os-vol-tenant-attr:tenant_id'))}/${textAt(volume, 'name')}`,
        valueAt(volume, 'status'),
      ]),
    ),
    'block storage quotas': quotas,
  }
}

async function typeEntry(admin: OpenStack, owners: Owners, type: unknown, specs: readonly unknown[]) {
  const id = textAt(type, 'id') ?? ''
  const isPublic = valueAt(type, 'is_public')
  const access =
    isPublic === true
      ? []
      : await admin.list('block-storage', `/types/${id}/os-volume-type-access`, 'volume_type_access')
  const qos = specs.find(item => valueAt(item, 'id') === valueAt(type, 'qos_specs_id'))
  const value = {
    isPublic,
    extraSpecs: valueAt(type, 'extra_specs'),
    qos: qos === undefined ? 'none' : valueAt(qos, 'name'),
    access: access.map(item => owners.nameOf(textAt(item, 'project_id'))).sort(),
  }
  return [textAt(type, 'name') ?? '', value] as const
}

function qosOf(item: unknown) {
  return { consumer: valueAt(item, 'consumer'), specs: valueAt(item, 'specs') }
}

async function readQuotas(admin: OpenStack, { projects }: Owners): Promise<Section> {
  const entries = projects
    .filter(({ ofUnit }) => ofUnit)
    .map(async ({ id, name }) => {
      const { body } = await admin.request('block-storage', 'GET', `/os-quota-sets/${id}`)
      const set = valueAt(body, 'quota_set')
      return [name, isRecord(set) ? { ...set, id: undefined } : set] as const
    })
  return section(await Promise.all(entries))
}
