import { usersOfDomain } from './people.ts'
import type { EachListing, ResourceType } from './resource-type.ts'

const flavorAccess = {
  service: 'compute',
  path: '/flavors/{flavor_id}/os-flavor-access',
  key: 'flavor_access',
} as const

const ofEachPrivateFlavor = {
  // Only in detail does Nova say which flavors are private.
  of: { service: 'compute', path: '/flavors/detail', key: 'flavors' },
  query: { is_public: 'None' },
  unless: 'os-flavor-access:is_public',
  argument: 'flavor_id',
} as const satisfies Omit<EachListing, 'by' | 'owner'>

export const computeTypes = [
  {
    kind: 'server',
    name: { zh: '云主机', en: 'server' },
    collection: { service: 'compute', path: '/servers', key: 'servers' },
    leftover: { in: 'project', query: { all_tenants: '1', project_id: '{owner}' } },
  },
  {
    kind: 'server-group',
    name: { zh: '云主机组', en: 'server group' },
    collection: {
      service: 'compute',
      path: '/os-server-groups',
      key: 'server_groups',
      paged: 'offset',
      // From here on Nova says whose each is.
      headers: { 'OpenStack-API-Version': 'compute 2.13' },
    },
    leftover: { in: 'project', query: { all_projects: 'True' }, where: { project_id: '{owner}' } },
  },
  {
    // Nova keeps one when its user is gone, and then shows it to nobody.
    kind: 'keypair',
    name: { zh: '密钥对', en: 'key pair' },
    collection: {
      service: 'compute',
      path: '/os-keypairs',
      key: 'keypairs',
      wrapped: 'keypair',
      // From here on Nova lets an administrator ask for those of others.
      headers: { 'OpenStack-API-Version': 'compute 2.10' },
    },
    leftover: { in: 'domain', each: usersOfDomain, query: { user_id: '{user_id}' }, id: 'name', name: [] },
  },
  {
    type: 'openstack_compute_flavor_v2',
    kind: 'flavor',
    name: { zh: '云主机规格', en: 'flavor' },
    drift: 'zone',
    written: {
      attributes: ['disk', 'extra_specs', 'flavor_id', 'is_public', 'name', 'ram', 'vcpus'],
      known: ['disk', 'name', 'ram', 'vcpus'],
    },
    collection: { service: 'compute', path: '/flavors', key: 'flavors' },
    // Our flavors have ids of our own making.
    identity: { query: { is_public: 'None' }, where: { id: 'flavor_id' }, importId: '{id}' },
    leftover: { not: 'lies in the cloud itself' },
    protection: {
      needsEvent: true,
      why: {
        zh: '在用云主机依其规格重建和调整，规格重建后各项目的授权一并丢失',
        en: 'servers are rebuilt and resized by it, and made anew it has lost every project that was granted it',
      },
    },
  },
  {
    type: 'openstack_compute_flavor_access_v2',
    kind: 'flavor-access',
    name: { zh: '规格授权', en: 'flavor access' },
    drift: 'rbac',
    written: { owner: 'tenant_id', attributes: ['flavor_id', 'tenant_id'] },
    collection: flavorAccess,
    identity: { where: { tenant_id: 'tenant_id' }, importId: '{flavor_id}/{tenant_id}' },
    unmanaged: {
      listing: { by: 'each', ...ofEachPrivateFlavor, owner: ['tenant_id'] },
      // Only who runs the cloud can give it to a project.
      places: { 'system-project': 'any-name' },
    },
    leftover: { not: 'it gives nobody anything once the project is gone' },
    outliving: {
      listed: { collection: flavorAccess, each: ofEachPrivateFlavor, owner: 'tenant_id', isAsked: false },
      release: {
        service: 'compute',
        method: 'POST',
        path: '/flavors/{flavor_id}/action',
        body: { removeTenantAccess: { tenant: '{owner}' } },
      },
    },
    protection: {
      needsEvent: false,
      why: {
        zh: '只影响新建云主机，重新授权即可恢复',
        en: 'it only keeps new servers from starting, and given once more it is as before',
      },
    },
  },
  {
    type: 'openstack_compute_aggregate_v2',
    kind: 'aggregate',
    name: { zh: '主机聚合', en: 'host aggregate' },
    drift: 'zone',
    written: { attributes: ['hosts', 'metadata', 'name', 'zone'] },
    lookedUp: { attributes: ['name'] },
    collection: { service: 'compute', path: '/os-aggregates', key: 'aggregates' },
    identity: { where: { name: 'name' }, importId: '{id}' },
    leftover: { not: 'lies in the cloud itself' },
    protection: {
      needsEvent: true,
      why: {
        zh: '专属资源池的主机由其划定，登记表也存于其中',
        en: 'it keeps the hosts of a dedicated pool apart, and holds the register that other stacks look up',
      },
    },
  },
  {
    type: 'openstack_compute_quotaset_v2',
    kind: 'compute-quota',
    name: { zh: '计算配额', en: 'compute quota' },
    drift: 'quota',
    written: {
      owner: 'project_id',
      attributes: ['project_id'],
      limits: [
        'cores',
        'fixed_ips',
        'floating_ips',
        'injected_file_content_bytes',
        'injected_file_path_bytes',
        'injected_files',
        'instances',
        'key_pairs',
        'metadata_items',
        'ram',
        'security_group_rules',
        'security_groups',
        'server_group_members',
        'server_groups',
      ],
    },
    identity: { set: 'every project has one' },
    usage: {
      service: 'compute',
      path: '/os-quota-sets/{project_id}/detail',
      key: 'quota_set',
      used: ['in_use', 'reserved'],
    },
    leftover: { not: 'a limit of the project that ends with it' },
    outliving: { release: { service: 'compute', method: 'DELETE', path: '/os-quota-sets/{owner}' } },
    protection: {
      needsEvent: false,
      why: {
        zh: '配额只是上限，不承载数据',
        en: 'a limit holds no data; what it becomes is judged by itself',
      },
    },
  },
] as const satisfies readonly ResourceType[]
