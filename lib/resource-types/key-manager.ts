import type { ResourceType } from './resource-type.ts'

/** Barbican's. It shows an administrator nothing of what another project has. */
export const keyManagerTypes = [
  {
    kind: 'secret',
    name: { zh: '密钥', en: 'secret' },
    collection: { service: 'key-manager', path: '/v1/secrets', key: 'secrets', asOwner: true },
    leftover: { in: 'project', query: {}, id: 'secret_ref' },
  },
  {
    kind: 'secret-container',
    name: { zh: '密钥容器', en: 'secret container' },
    collection: { service: 'key-manager', path: '/v1/containers', key: 'containers', asOwner: true },
    leftover: { in: 'project', query: {}, id: 'container_ref' },
  },
] as const satisfies readonly ResourceType[]
