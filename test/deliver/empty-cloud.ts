import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface EmptyCloud {
  readonly url: string
  /** Where it answers for a zone: a cloud of its own, as far as addresses tell. */
  readonly urlOf: (zone: string) => string
  /** Method and path, with its query, of every request but the first, for a token. */
  readonly requests: readonly string[]
  /** From then on, answers 404 for the paths that fit. */
  readonly hide: (isHidden: (path: string) => boolean) => void
}

/** Every Cinder begins with one. */
const beginning: Readonly<Record<string, unknown>> = {
  '/types': { volume_types: [{ id: 'default', name: '__DEFAULT__' }] },
}

/**
 * A cloud that takes any password and holds only what `holding` says, by path: `{ '/servers': { servers: [...] } }`. A
 * number is the status that it answers with instead, `never` is no answer at all, and a function is asked with the query.
 * What it holds at `/auth/tokens` stands in its tokens.
 */
export async function emptyCloud(
  holding: Readonly<Record<string, unknown>> = {},
  role = 'admin',
): Promise<EmptyCloud> {
  const roles = [{ name: role }]
  const requests: string[] = []
  let isHidden = (_: string) => false
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    response.setHeader('content-type', 'application/json')
    if (path.endsWith('/auth/tokens')) {
      response.writeHead(201, { 'x-subject-token': 'token' })
      const more = holding['/auth/tokens'] ?? {}
      const token = { project: { id: 'runner' }, roles, catalog: catalog(url()), ...more }
      response.end(JSON.stringify({ token }))
      return
    }
    requests.push(`${request.method} ${path}`)
    const { pathname, searchParams } = new URL(path, url())
    if (isHidden(pathname)) {
      response.writeHead(404)
      response.end('{}')
      return
    }
    const [, holds] =
      Object.entries({ ...beginning, ...holding }).find(([key]) => pathname.endsWith(key)) ?? []
    const held: unknown = typeof holds === 'function' ? holds(searchParams) : holds
    if (held === 'never') return
    if (typeof held === 'number') response.writeHead(held)
    response.end(JSON.stringify(typeof held === 'number' ? {} : (held ?? {})))
  })
  const url = () => {
    const address = server.address()
    return `http://127.0.0.1:${isAddress(address) ? address.port : 0}`
  }
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    url: url(),
    urlOf: zone => urlOf(url(), zone),
    requests,
    hide: test => {
      isHidden = test
    },
  }
}

function catalog(url: string) {
  return ['compute', 'block-storage', 'network', 'image'].map(type => ({
    type,
    endpoints: ['internet', 'extranet'].map(region => ({
      interface: 'public',
      region_id: region,
      url: urlOf(url, region),
    })),
  }))
}

function urlOf(url: string, zone: string): string {
  return zone === 'extranet' ? url.replace('127.0.0.1', 'localhost') : url
}

function isAddress(value: AddressInfo | string | null): value is AddressInfo {
  return typeof value === 'object' && value !== null
}
