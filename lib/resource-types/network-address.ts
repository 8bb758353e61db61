import type { Query, ResourceType } from './resource-type.ts'

const ofProject: Query = { project_id: '{owner}' }
const byName = { query: { name: '{name}', project_id: '{project_id}' }, importId: '{id}' } as const
const inPlatform = {
  listing: { by: 'collection', owner: ['project_id'] },
  places: { 'platform-project': 'any-name' },
} as const

/** The addresses of a zone. */
export const networkAddressTypes = [
  {
    type: 'openstack_networking_subnetpool_v2',
    kind: 'subnet-pool',
    name: { zh: '子网池', en: 'subnet pool' },
    drift: 'zone',
    written: {
      owner: 'project_id',
      attributes: [
        'address_scope_id',
        'default_prefixlen',
        'is_default',
        'max_prefixlen',
        'min_prefixlen',
        'name',
        'prefixes',
        'project_id',
        'shared',
      ],
      known: ['name', 'prefixes'],
    },
    lookedUp: { owner: 'project_id', attributes: ['name', 'project_id'] },
    collection: { service: 'network', path: '/subnetpools', key: 'subnetpools' },
    identity: byName,
    unmanaged: inPlatform,
    heldBy: [
      {
        kind: 'subnet',
        collection: { service: 'network', path: '/subnets', key: 'subnets' },
        query: { subnetpool_id: '{id}' },
      },
    ],
    leftover: { in: 'project', query: ofProject },
    protection: {
      needsEvent: true,
      why: {
        zh: '各系统的子网都出自子网池',
        en: 'the subnets of the systems come from it',
      },
    },
  },
  {
    type: 'openstack_networking_addressscope_v2',
    kind: 'address-scope',
    name: { zh: '地址作用域', en: 'address scope' },
    drift: 'zone',
    written: { owner: 'project_id', attributes: ['name', 'ip_version', 'project_id', 'shared'] },
    collection: { service: 'network', path: '/address-scopes', key: 'address_scopes' },
    identity: byName,
    unmanaged: inPlatform,
    leftover: { in: 'project', query: ofProject },
    protection: {
      needsEvent: true,
      why: {
        zh: '路由器凭地址作用域守住分区边界，其子网池不能脱离它',
        en: 'routers keep the border of the zone by it, and every pool of the zone is in it',
      },
    },
  },
] as const satisfies readonly ResourceType[]
