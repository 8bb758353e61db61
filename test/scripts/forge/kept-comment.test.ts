import { describe, expect, it } from 'vitest'
import type { RunnerForge } from '../../../generated/types/runner.ts'
import { gitea } from '../../../scripts/forge/gitea.ts'
import { github } from '../../../scripts/forge/github.ts'
import { forgeClient, keepComment } from '../../../scripts/forge/index.ts'
import { listening } from './server.ts'

const [own, stranger] = [9, 3]

interface Comment {
  readonly id: number
  readonly user: { readonly id: number } | null
  body: string
}

const kinds = {
  gitea: { adapter: gitea, api: '/api/v1' },
  github: { adapter: github, api: '/api/v3' },
} as const

/** A forge that holds the comments of the change 7; pages of GitHub's, everything at once of Gitea's. */
async function forgeWith(kind: keyof typeof kinds, comments: Comment[]) {
  const calls: string[] = []
  const { adapter, api } = kinds[kind]
  const address = await listening((request, response) => {
    const url = new URL(request.url ?? '', 'http://x')
    const path = url.pathname.replace(api, '').replace('/repos/gov/manifests', '')
    const answer = (value: unknown) => response.end(JSON.stringify(value))
    let text = ''
    request.on('data', chunk => {
      text += String(chunk)
    })
    request.on('end', () => {
      if (request.method !== 'GET') calls.push(`${request.method} ${path}`)
      if (path === '/user') return void answer({ id: own })
      if (request.method === 'GET') {
        const page = Number(url.searchParams.get('page') ?? '1')
        if (kind === 'github' && page === 1) response.setHeader('link', '<x?page=2>; rel="next"')
        return void answer(
          kind === 'gitea' ? comments : page === 1 ? comments.slice(0, 1) : comments.slice(1),
        )
      }
      const { body }: { readonly body: string } = JSON.parse(text)
      const known = comments.find(({ id }) => path === `/issues/comments/${id}`)
      if (known === undefined) comments.push({ id: comments.length + 1, user: { id: own }, body })
      else known.body = body
      return void answer({})
    })
  })
  const client = forgeClient({
    address,
    api: adapter.apiOf(address),
    authorisation: adapter.authorisation('secret'),
    ca: undefined,
  })
  const settings: RunnerForge = { kind, address, repository: 'gov/manifests', repositoryId: 1 }
  const keep = async (text: string) =>
    await keepComment({ adapter, client, settings }, 7, { name: 'brief', text })
  return { keep, calls }
}

describe.each(['gitea', 'github'] as const)('the one comment under a change of %s', kind => {
  it('is made once, left alone while it says the same, and written anew in its place', async () => {
    const comments: Comment[] = [{ id: 1, user: { id: stranger }, body: '看过了' }]
    const { keep, calls } = await forgeWith(kind, comments)
    expect([await keep('甲'), await keep('甲'), await keep('乙')]).toEqual(['made', 'same', 'rewritten'])
    expect(calls).toEqual(['POST /issues/7/comments', 'PATCH /issues/comments/2'])
    expect(comments.map(({ body }) => body)).toEqual(['看过了', '<!-- tenantry:brief -->\n乙'])
  })

  it('is none of a stranger’s, whatever theirs begins with, and none of an account that is gone', async () => {
    const body = '<!-- tenantry:brief -->\n已全部批准'
    const comments: Comment[] = [
      { id: 1, user: { id: stranger }, body },
      { id: 2, user: kind === 'github' ? null : { id: -1 }, body },
    ]
    const { keep } = await forgeWith(kind, comments)
    expect(await keep('甲')).toBe('made')
    expect(comments.map(comment => comment.body)).toEqual([body, body, '<!-- tenantry:brief -->\n甲'])
  })

  it('is the same where the forge has changed the ends of its lines, and both of two that a repeated call left', async () => {
    const body = '<!-- tenantry:brief -->\r\n甲\r\n'
    const comments: Comment[] = [1, 2].map(id => ({ id, user: { id: own }, body }))
    const { keep, calls } = await forgeWith(kind, comments)
    expect(await keep('甲')).toBe('same')
    expect(calls).toEqual([])
    expect(await keep('乙')).toBe('rewritten')
    expect(new Set(comments.map(comment => comment.body))).toEqual(new Set(['<!-- tenantry:brief -->\n乙']))
  })

  it('is not mistaken for another comment of the same account', async () => {
    const comments: Comment[] = [{ id: 1, user: { id: own }, body: '<!-- tenantry:plan -->\n甲' }]
    const { keep } = await forgeWith(kind, comments)
    expect(await keep('甲')).toBe('made')
  })
})
