import { describe, expect, it } from 'vitest'
import { holdsAnyText, volumeTypesOf } from '../../../scripts/openstack/contents.ts'
import { ServiceError } from '../../../scripts/openstack/index.ts'
import { type RecordingCloud, recordingCloud } from './recording-cloud.ts'

/** A cloud that keeps a description as it says, or fails over it. */
function keeping(kept: (text: string) => string | Error): RecordingCloud {
  const cloud = recordingCloud()
  let held = ''
  return {
    ...cloud,
    request: async (service, method, path, options) => {
      await cloud.request(service, method, path, options)
      if (method === 'POST') {
        const written = kept(JSON.stringify(options?.body).match(/"description":"(.*?)"/)?.[1] ?? '')
        if (written instanceof Error) throw written
        held = written
      }
      return { status: 200, body: { security_group: { id: 'g', description: held } } }
    },
  }
}

const failure = (status: number) => new ServiceError('cloud', 'POST /security-groups', status, 'no')

/** The request that tries it. */
const made = 'POST network /security-groups {"security_group":{"name":"tenantry-doctor","description":"𬒗"}}'

describe('whether a cloud holds any text', () => {
  it.each([
    ['keeps what was written', (text: string) => text, true],
    ['keeps something else', (text: string) => text.replaceAll(/./gu, '?'), false],
  ])('is told by what it keeps: it %s', async (_how, kept, holds) => {
    const cloud = keeping(kept)
    expect(await holdsAnyText(cloud)).toBe(holds)
    expect(cloud.requests).toEqual([
      made,
      'GET network /security-groups/g',
      'DELETE network /security-groups/g',
    ])
  })

  it.each([
    ['fails', failure(500)],
    ['drops the connection', new TypeError('fetch failed')],
  ])('is not so where it %s', async (_how, error) => {
    const cloud = keeping(() => error)
    expect(await holdsAnyText(cloud)).toBe(false)
    expect(cloud.requests).toEqual([made])
  })

  it('is not known where the account may not ask', async () => {
    await expect(holdsAnyText(keeping(() => failure(403)))).rejects.toMatchObject({ status: 403 })
  })
})

it('names the volume types of a cloud in order, private ones too', async () => {
  const cloud = recordingCloud({
    'block-storage /types': [
      { id: '2', name: 'ssd' },
      { id: '1', name: '__DEFAULT__' },
    ],
  })
  expect(await volumeTypesOf(cloud)).toEqual([
    { id: '1', name: '__DEFAULT__' },
    { id: '2', name: 'ssd' },
  ])
  expect(cloud.requests).toEqual(['GET block-storage /types?is_public=None volume_types'])
})
