import type { RequestListener } from 'node:http'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../lib/finding/refusal.ts'
import { forgeClient } from '../../../scripts/forge/index.ts'
import { allPages } from '../../../scripts/forge/pages.ts'
import { listening } from './server.ts'

async function clientOf(answer: RequestListener) {
  const waits: number[] = []
  const address = await listening(answer)
  const client = forgeClient({
    address,
    api: address,
    authorisation: { authorization: 'token secret' },
    ca: undefined,
    wait: async milliseconds => waits.push(milliseconds),
  })
  return { client, waits }
}

/** Answers with one status after the other, the last one again and again. */
function statuses(
  ...answers: readonly (readonly [number, Readonly<Record<string, string>>?])[]
): RequestListener {
  let asked = 0
  return (_, response) => {
    const [status, headers = {}] = answers[Math.min(asked, answers.length - 1)] ?? [500]
    asked += 1
    response.writeHead(status, headers).end('{"ok":true}')
  }
}

async function refusalOf(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error.finding.code
    throw error
  }
}

describe('a forge', () => {
  it('is asked again for what fails in passing, after longer and longer waits', async () => {
    const { client, waits } = await clientOf(statuses([503], [500], [502], [200]))
    expect((await client.request('GET', '/x')).body).toEqual({ ok: true })
    expect(waits).toEqual([500, 1000, 2000])
  })

  it('is given the time that it asks for', async () => {
    const { client, waits } = await clientOf(statuses([429, { 'retry-after': '7' }], [200]))
    await client.request('GET', '/x')
    expect(waits).toEqual([7000])
  })

  it.each([
    ['TY4432', [401]],
    ['TY4432', [403]],
    ['TY4433', [404]],
    ['TY4434', [503]],
    ['TY4435', [429]],
    ['TY4435', [429, { 'retry-after': '3600' }]],
    ['TY4435', [403, { 'x-ratelimit-remaining': '0' }]],
    ['TY4436', [422]],
    ['TY4434', [302, { location: 'http://127.0.0.1:1/' }]],
  ] as const)('refuses as %s with %o', async (code, answer) => {
    const { client } = await clientOf(statuses(answer))
    expect(await refusalOf(client.request('GET', '/x'))).toBe(code)
  })

  it('is not there', async () => {
    const client = forgeClient({
      address: 'http://127.0.0.1:1',
      api: 'http://127.0.0.1:1',
      authorisation: {},
      ca: undefined,
      wait: async () => undefined,
    })
    expect(await refusalOf(client.request('GET', '/x'))).toBe('TY4434')
  })
})

describe('a collection', () => {
  /** So many members, of which the forge says how many there are, and of which it gives so many at most. */
  const collection =
    (count: number, said: (onPage: number) => number | undefined = () => count, most = 50): RequestListener =>
    (request, response) => {
      const query = new URL(request.url ?? '', 'http://x').searchParams
      const [page, limit] = [Number(query.get('page')), Math.min(Number(query.get('limit')), most)]
      const all = Array.from({ length: count }, (_, index) => index)
      const found = all.slice((page - 1) * limit, page * limit)
      const total = said(found.length)
      if (total !== undefined) response.setHeader('x-total-count', `${total}`)
      response.end(JSON.stringify(found))
    }

  it.each([0, 1, 49, 50, 51, 100, 121])('of %d members is read whole', async count => {
    const { client } = await clientOf(collection(count))
    expect(await allPages(client, '/x')).toHaveLength(count)
  })

  it.each([
    ['does not count', () => undefined, 50],
    ['counts each page by itself', (onPage: number) => onPage, 50],
    ['gives fewer at once than it is asked for', () => 121, 20],
  ])('is read whole where the forge %s', async (_, said, most) => {
    const { client } = await clientOf(collection(121, said, most))
    expect(await allPages(client, '/x')).toHaveLength(121)
  })

  it.each([
    [61, 62],
    [3, 2],
  ])('of %d members is refused where there should be %d', async (count, said) => {
    const { client } = await clientOf(collection(count, () => said))
    expect(await refusalOf(allPages(client, '/x'))).toBe('TY4436')
  })

  it('is none where something else comes', async () => {
    const { client } = await clientOf((_, response) => response.end('{"reviews":[]}'))
    expect(await refusalOf(allPages(client, '/x'))).toBe('TY4436')
  })
})
