import { setTimeout as sleep } from 'node:timers/promises'
import { textAt, valueAt } from '../../../lib/deliver/json.ts'
import type { OpenStack } from '../../../scripts/openstack/index.ts'
import { made, type Plant } from './plant.ts'

export const objectPlants: readonly Plant[] = [
  {
    title: 'an image of the community',
    by: 'member',
    code: 'TY5202',
    plant: ({ member }) => image(member, 'community'),
  },
  {
    title: 'an image that another project may use',
    by: 'member',
    code: 'TY5202',
    plant: async ({ member, stranger }) => {
      const shared = await image(member, 'shared')
      await member.request('image', 'POST', `/v2/images/${shared.id}/members`, {
        body: { member: stranger },
      })
      return shared
    },
  },
  {
    title: 'a volume that is offered to whoever has the key',
    by: 'member',
    code: 'TY5202',
    plant: async ({ member }) => {
      const types = await member.list('block-storage', '/types', 'volume_types')
      const granted = types.find(type => textAt(type, 'name') !== '__DEFAULT__')
      const volume = await made(member, 'block-storage', '/volumes', 'volume', {
        name: 'theirs',
        size: 1,
        volume_type: textAt(granted, 'name'),
      })
      await available(member, volume.id)
      const transfer = await made(member, 'block-storage', '/os-volume-transfer', 'transfer', {
        volume_id: volume.id,
        name: 'theirs',
      })
      const remove = async () => {
        await transfer.remove()
        await available(member, volume.id)
        await volume.remove()
        await gone(member, volume.id)
      }
      return { id: transfer.id, remove }
    },
  },
]

async function image(member: OpenStack, visibility: string) {
  const { body } = await member.request('image', 'POST', '/v2/images', {
    body: { name: 'theirs', disk_format: 'raw', container_format: 'bare', visibility },
  })
  const id = textAt(body, 'id')
  if (id === undefined) throw new Error('no image was made')
  return { id, remove: () => member.request('image', 'DELETE', `/v2/images/${id}`) }
}

const patienceMs = 60_000
const pauseMs = 500

async function available(member: OpenStack, volume: string): Promise<void> {
  for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(pauseMs)) {
    const { body } = await member.request('block-storage', 'GET', `/volumes/${volume}`)
    if (valueAt(body, 'volume', 'status') === 'available') return
  }
  throw new Error(`the volume ${volume} did not become available`)
}

async function gone(member: OpenStack, volume: string): Promise<void> {
  for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(pauseMs)) {
    const volumes = await member.list('block-storage', '/volumes', 'volumes')
    if (!volumes.some(one => textAt(one, 'id') === volume)) return
  }
  throw new Error(`the volume ${volume} did not go`)
}
