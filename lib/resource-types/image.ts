import type { ResourceType } from './resource-type.ts'

export const imageTypes = [
  {
    kind: 'image',
    name: { zh: '镜像', en: 'image' },
    collection: { service: 'image', path: '/v2/images', key: 'images' },
    leftover: { in: 'project', query: { owner: '{owner}' } },
  },
] as const satisfies readonly ResourceType[]
