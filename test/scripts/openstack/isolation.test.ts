import { describe, expect, it } from 'vitest'
import { listings } from '../../../lib/isolation/cloud/listings.ts'
import { readIsolation } from '../../../scripts/openstack/isolation.ts'
import { ServiceError } from '../../../scripts/openstack/service-error.ts'
import { type Holding, recordingCloud } from './recording-cloud.ts'

async function read(holding: Readonly<Record<string, Holding>>, lacking: readonly 'image'[] = []) {
  const cloud = recordingCloud(holding, lacking)
  return { cloud, ...(await readIsolation(cloud, 'cloud/one')) }
}

const refused = (status: number) => new ServiceError('cloud', 'GET /x', status, 'no')

describe('what is asked of a cloud for the proof', () => {
  it('is every listing once, and for each entry what only it tells; nothing is written', async () => {
    const { cloud, answers } = await read({
      'identity /users': [{ id: 'a/b', name: 'zhang' }],
      'identity /users/a%2Fb/application_credentials': [{ id: 'c' }],
      'compute /flavors/detail': [
        { id: 'open', 'os-flavor-access:is_public': true },
        { id: 'closed', 'os-flavor-access:is_public': false },
      ],
      'image /v2/images': [
        { id: 'i', visibility: 'shared' },
        { id: 'j', visibility: 'private' },
      ],
    })
    const whole = listings.filter(({ each }) => each === undefined)
    expect(cloud.requests.every(line => line.startsWith('GET '))).toBe(true)
    expect(cloud.requests.length).toBe(whole.length + 3)
    expect(cloud.requests.slice(whole.length).toSorted()).toEqual([
      'GET compute /flavors/closed/os-flavor-access flavor_access',
      'GET identity /users/a%2Fb/application_credentials application_credentials',
      'GET image /v2/images/i/members members',
    ])
    expect(answers.byListing.get('applicationCredentials')).toEqual([{ id: 'c', of: 'a/b' }])
  })

  it('leaves the secret of a key where it is', async () => {
    const { answers } = await read({
      'identity /credentials': [{ id: 'k', user_id: 'u', blob: '{"secret":"s"}' }],
    })
    expect(answers.byListing.get('ec2Keys')).toEqual([{ id: 'k', user_id: 'u' }])
  })

  it('names what only an administrator is told whole', async () => {
    const cloud = recordingCloud()
    expect((await readIsolation(cloud, 'cloud/one')).partial).toEqual([])
    const { partial } = await readIsolation({ ...cloud, roles: ['prover'] }, 'cloud/one')
    expect(partial.map(({ path }) => path)).toEqual(['/credentials'])
  })

  it('names what it is not shown, and takes an extension that is not there for empty', async () => {
    const { closed } = await read({
      'network /ports': refused(403),
      'identity /OS-TRUST/trusts': refused(404),
      'network /routers': refused(404),
    })
    expect(closed.map(({ path, status }) => [path, status]).toSorted()).toEqual([
      ['/ports', 403],
      ['/routers', 404],
    ])
    expect((await read({}, ['image'])).closed).toEqual([])
  })

  it('does not mind an entry that has gone since it was listed', async () => {
    const { closed, answers } = await read({
      'identity /users': [{ id: 'u' }],
      'identity /users/u/application_credentials': refused(404),
    })
    expect(closed).toEqual([])
    expect(answers.byListing.get('applicationCredentials')).toEqual([])
  })

  it('knows nothing where a service fails', async () => {
    await expect(read({ 'network /ports': refused(500) })).rejects.toThrow(ServiceError)
  })
})
