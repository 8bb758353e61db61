import type { Query, ResourceType } from './resource-type.ts'

/** Of any visibility: those of the community are not told otherwise. */
const ofOwner: Query = { owner: '{owner}', visibility: 'all' }

export const imageTypes = [
  {
    kind: 'image',
    name: { zh: '镜像', en: 'image' },
    collection: { service: 'image', path: '/v2/images', key: 'images' },
    // Hidden ones are told by themselves.
    leftover: { in: 'project', query: ofOwner, also: [{ ...ofOwner, os_hidden: 'true' }] },
  },
] as const satisfies readonly ResourceType[]
