import type { ResourceType } from './resource-type.ts'

export const objectStorageTypes = [
  {
    kind: 'container',
    name: { zh: '对象存储容器', en: 'object container' },
    collection: { service: 'object-storage', path: '', key: '', asOwner: true, optional: true },
    leftover: { in: 'project', query: { format: 'json' }, id: 'name', name: [] },
  },
  {
    type: 'openstack_objectstorage_account_v1',
    kind: 'object-storage-account',
    name: { zh: '对象存储账户', en: 'object storage account' },
    drift: 'quota',
    written: { owner: 'project_id', attributes: ['project_id', 'metadata'] },
    identity: { set: 'every project has one, and only its labels are set' },
    leftover: { not: 'a limit of the project that ends with it' },
    protection: {
      needsEvent: false,
      why: {
        // https://github.com/terraform-provider-openstack/terraform-provider-openstack/blob/main/openstack/resource_openstack_objectstorage_account_v1.go
        zh: '提供程序只改动账户的标签，容器和对象不受影响',
        en: 'the provider only touches its labels, never a container or an object',
      },
    },
  },
] as const satisfies readonly ResourceType[]
