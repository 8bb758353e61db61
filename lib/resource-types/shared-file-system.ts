import type { Query, ResourceType } from './resource-type.ts'

const ofAnyProject: Query = { all_tenants: '1', project_id: '{owner}' }

/** Manila's. */
export const sharedFileSystemTypes = [
  {
    kind: 'share',
    name: { zh: '共享文件系统', en: 'share' },
    collection: { service: 'shared-file-system', path: '/shares', key: 'shares' },
    leftover: { in: 'project', query: ofAnyProject },
  },
  {
    kind: 'share-snapshot',
    name: { zh: '共享文件系统快照', en: 'share snapshot' },
    collection: { service: 'shared-file-system', path: '/snapshots', key: 'snapshots' },
    leftover: { in: 'project', query: ofAnyProject },
  },
  {
    kind: 'share-network',
    name: { zh: '共享网络', en: 'share network' },
    collection: { service: 'shared-file-system', path: '/share-networks', key: 'share_networks' },
    leftover: { in: 'project', query: ofAnyProject },
  },
] as const satisfies readonly ResourceType[]
