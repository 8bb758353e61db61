import { createServer, type RequestListener } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { connect, type OpenStack } from '../../../scripts/openstack/index.ts'

const answerMs = 50

/** Signs in to a service that answers everything else as `answer` does. */
async function signedIn(answer: RequestListener, patienceMs: number): Promise<OpenStack> {
  const server = createServer((request, response) => {
    if (request.method !== 'POST') return answer(request, response)
    const endpoints = [{ interface: 'public', region_id: 'r', url: origin }]
    const catalog = ['network', 'image'].map(type => ({ type, endpoints }))
    response.writeHead(201, { 'x-subject-token': 't' })
    response.end(JSON.stringify({ token: { catalog } }))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const origin = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`
  return await connect(
    {
      name: 'cloud',
      file: '/clouds.yaml',
      region: undefined,
      interface: 'public',
      caFile: undefined,
      verify: true,
      auth: { auth_url: origin, username: 'u', password: 'p' },
      secureAuth: {},
    },
    patienceMs,
  )
}

/** A cloud that takes its time over each answer, and knows how many it was asked for at once. */
async function slowCloud(patienceMs: number): Promise<{ cloud: OpenStack; most: () => number }> {
  let [asked, most] = [0, 0]
  const cloud = await signedIn(async (_, response) => {
    asked += 1
    most = Math.max(most, asked)
    await sleep(answerMs)
    asked -= 1
    response.end(JSON.stringify({ items: [1] }))
  }, patienceMs)
  return { cloud, most: () => most }
}

describe('a cloud', () => {
  test('is asked for ten things at once and no more, over all services and projects', async () => {
    const { cloud, most } = await slowCloud(10_000)
    const elsewhere = await cloud.inProject('p', 'image')
    const asking = Array.from({ length: 20 }, () => [
      cloud.list('network', '/ports', 'items'),
      elsewhere.list('image', '/v2/images', 'items'),
    ])
    expect(await Promise.all(asking.flat())).toEqual(Array.from({ length: 40 }, () => [1]))
    expect(most()).toBe(10)
  })

  test('has its time from when it was asked: waiting for a turn takes none of it', async () => {
    const patienceMs = 2_000
    const { cloud } = await slowCloud(patienceMs)
    const count = (patienceMs / answerMs) * 10 * 1.5
    const begun = Date.now()
    const asking = Array.from({ length: count }, () => cloud.list('network', '/ports', 'items'))
    expect((await Promise.all(asking)).flat()).toHaveLength(count)
    expect(Date.now() - begun).toBeGreaterThan(patienceMs)
  })

  test('that is late refuses what was asked for, and the next one has its turn', async () => {
    const cloud = await signedIn((request, response) => {
      if (request.url !== '/v2.0/silent') response.end(JSON.stringify({ items: [1] }))
    }, 1_000)
    const late = Array.from({ length: 10 }, () => cloud.list('network', '/silent', 'items'))
    const next = cloud.list('network', '/ports', 'items')
    for (const result of await Promise.allSettled(late))
      expect(result).toMatchObject({ status: 'rejected', reason: { finding: { code: 'TY6010' } } })
    expect(await next).toEqual([1])
  })
})
