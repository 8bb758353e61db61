import type { EachListing, Query, ResourceType } from './resource-type.ts'

/** The volume type that every Cinder has, public and without any promise: nobody is granted it. */
export const cinderDefaultType = '__DEFAULT__'

const ofAnyProject: Query = { all_tenants: '1', project_id: '{owner}' }
const anyVisibility: Query = { is_public: 'None' }
const volumeTypes = { service: 'block-storage', path: '/types', key: 'volume_types' } as const

const volumeTypeAccess = {
  service: 'block-storage',
  path: '/types/{volume_type_id}/os-volume-type-access',
  key: 'volume_type_access',
} as const

const ofEachPrivateType = {
  of: volumeTypes,
  query: anyVisibility,
  unless: 'is_public',
  argument: 'volume_type_id',
} as const satisfies Omit<EachListing, 'by' | 'owner'>

export const blockStorageTypes = [
  {
    kind: 'volume',
    name: { zh: '云硬盘', en: 'volume' },
    collection: { service: 'block-storage', path: '/volumes', key: 'volumes' },
    leftover: { in: 'project', query: ofAnyProject },
  },
  {
    kind: 'snapshot',
    name: { zh: '云硬盘快照', en: 'volume snapshot' },
    collection: { service: 'block-storage', path: '/snapshots', key: 'snapshots' },
    leftover: { in: 'project', query: ofAnyProject },
  },
  {
    kind: 'backup',
    name: { zh: '云硬盘备份', en: 'volume backup' },
    collection: { service: 'block-storage', path: '/backups', key: 'backups' },
    leftover: { in: 'project', query: ofAnyProject },
  },
  {
    kind: 'volume-group',
    name: { zh: '云硬盘组', en: 'volume group' },
    collection: {
      service: 'block-storage',
      path: '/groups/detail',
      key: 'groups',
      // From here on Cinder says whose each is.
      headers: { 'OpenStack-API-Version': 'volume 3.58' },
    },
    leftover: { in: 'project', query: { all_tenants: '1' }, where: { project_id: '{owner}' } },
  },
  {
    // A volume that its project has offered to whoever knows a key.
    kind: 'volume-transfer',
    name: { zh: '云硬盘转让', en: 'volume transfer' },
    collection: {
      service: 'block-storage',
      path: '/volume-transfers/detail',
      key: 'transfers',
      // From here on Cinder says who offers it.
      headers: { 'OpenStack-API-Version': 'volume 3.57' },
    },
    leftover: { in: 'project', query: { all_tenants: '1' }, where: { source_project_id: '{owner}' } },
  },
  {
    type: 'openstack_blockstorage_volume_type_v3',
    kind: 'volume-type',
    name: { zh: '卷类型', en: 'volume type' },
    drift: 'zone',
    written: { attributes: ['extra_specs', 'is_public', 'name'] },
    collection: volumeTypes,
    identity: { query: anyVisibility, where: { name: 'name' }, importId: '{id}' },
    leftover: { not: 'lies in the cloud itself' },
    protection: {
      needsEvent: true,
      why: {
        zh: '已有云硬盘属于该卷类型，重建后标识改变，各项目的授权和配额随之失效',
        en: 'volumes are of it, and made anew it has another id, by which no project was granted it',
      },
    },
  },
  {
    type: 'openstack_blockstorage_volume_type_access_v3',
    kind: 'volume-type-access',
    name: { zh: '卷类型授权', en: 'volume type access' },
    drift: 'rbac',
    written: { owner: 'project_id', attributes: ['project_id', 'volume_type_id'] },
    collection: volumeTypeAccess,
    identity: { where: { project_id: 'project_id' }, importId: '{volume_type_id}/{project_id}' },
    unmanaged: {
      listing: { by: 'each', ...ofEachPrivateType, owner: ['project_id'] },
      // Only who runs the cloud can give it to a project.
      places: { 'system-project': 'any-name' },
    },
    leftover: { not: 'it gives nobody anything once the project is gone' },
    outliving: {
      listed: { collection: volumeTypeAccess, each: ofEachPrivateType, owner: 'project_id', isAsked: false },
      release: {
        service: 'block-storage',
        method: 'POST',
        path: '/types/{volume_type_id}/action',
        body: { removeProjectAccess: { project: '{owner}' } },
      },
    },
    protection: {
      needsEvent: false,
      why: {
        zh: '只影响新建云硬盘，重新授权即可恢复',
        en: 'it only keeps new volumes from being made, and given once more it is as before',
      },
    },
  },
  {
    type: 'openstack_blockstorage_qos_v3',
    kind: 'volume-qos',
    name: { zh: '云硬盘 QoS', en: 'volume QoS' },
    drift: 'qos',
    written: { attributes: ['consumer', 'name', 'specs'] },
    collection: { service: 'block-storage', path: '/qos-specs', key: 'qos_specs' },
    identity: { where: { name: 'name' }, importId: '{id}' },
    leftover: { not: 'lies in the cloud itself' },
    protection: {
      needsEvent: false,
      why: {
        zh: '已挂载的云硬盘保持挂载时的性能，重建即可恢复',
        en: 'an attached volume keeps what it was attached with, and made anew it is as before',
      },
    },
  },
  {
    type: 'openstack_blockstorage_qos_association_v3',
    kind: 'volume-qos-association',
    name: { zh: '云硬盘 QoS 关联', en: 'volume QoS association' },
    drift: 'qos',
    written: { attributes: ['qos_id', 'volume_type_id'] },
    identity: { set: 'Cinder takes the same association again' },
    leftover: { not: 'lies in the cloud itself' },
    protection: {
      needsEvent: false,
      why: {
        zh: '已挂载的云硬盘保持挂载时的性能，重新关联即可恢复',
        en: 'an attached volume keeps what it was attached with, and set once more it is as before',
      },
    },
  },
  {
    type: 'openstack_blockstorage_quotaset_v3',
    kind: 'block-storage-quota',
    name: { zh: '块存储配额', en: 'block storage quota' },
    drift: 'quota',
    written: {
      owner: 'project_id',
      attributes: ['project_id', 'volume_type_quota'],
      known: ['volume_type_quota'],
      limits: [
        'backup_gigabytes',
        'backups',
        'gigabytes',
        'groups',
        'per_volume_gigabytes',
        'snapshots',
        'volumes',
      ],
    },
    identity: { set: 'every project has one' },
    usage: {
      service: 'block-storage',
      path: '/os-quota-sets/{project_id}',
      query: { usage: 'true' },
      key: 'quota_set',
      used: ['in_use', 'reserved'],
    },
    leftover: { not: 'a limit of the project that ends with it' },
    outliving: { release: { service: 'block-storage', method: 'DELETE', path: '/os-quota-sets/{owner}' } },
    protection: {
      needsEvent: false,
      why: {
        zh: '配额只是上限，不承载数据',
        en: 'a limit holds no data; what it becomes is judged by itself',
      },
    },
  },
] as const satisfies readonly ResourceType[]
