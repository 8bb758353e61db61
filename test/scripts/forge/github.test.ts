import { describe, expect, it } from 'vitest'
import { github } from '../../../scripts/forge/github.ts'
import { forgeClient } from '../../../scripts/forge/index.ts'
import { head, instant, merged, githubPull as pull } from '../../forge/answers.ts'
import { listening } from './server.ts'

const user = { id: 3, login: 'u3', type: 'User' }
const comment = { id: 1, user, state: 'COMMENTED', commit_id: head, submitted_at: instant }
const pushed = { activity_type: 'push', actor: { id: 2 }, after: head }

/** Lists of so many pages as their description has them: numbered, or with a cursor. */
async function pretended() {
  const asked: string[] = []
  const pages: Readonly<Record<string, readonly unknown[]>> = {
    '/pulls/7/reviews': [
      Array.from({ length: 50 }, (_, id) => ({ ...comment, id })),
      [{ ...comment, id: 50, state: 'APPROVED' }],
    ],
    '/issues/7/timeline': [[{ event: 'reviewed', id: 50 }]],
    '/activity': [[pushed], [{ ...pushed, actor: { id: 4 } }]],
    '/commits/cc/pulls': [
      [
        { ...pull, number: 6 },
        { ...pull, number: 7, merged_at: instant, merge_commit_sha: merged },
      ],
    ],
  }
  const address = await listening((request, response) => {
    const url = new URL(request.url ?? '', 'http://x')
    const path = url.pathname.replace('/api/v3/repos/gov/manifests', '').replace(merged, 'cc')
    asked.push(`${request.headers.authorization} ${path}${url.search}`)
    if (path === '/pulls/7') return void response.end(JSON.stringify(pull))
    const found = pages[path]
    if (found === undefined) return void response.writeHead(404).end('{}')
    const page = Number(url.searchParams.get('page') ?? url.searchParams.get('after') ?? '1')
    const name = path === '/activity' ? 'after' : 'page'
    // Where the link leads is nothing to go by.
    if (page < found.length)
      response.setHeader('link', `<https://evil.example/x?${name}=${page + 1}>; rel="next"`)
    response.end(JSON.stringify(found[page - 1]))
  })
  const client = forgeClient({
    address,
    api: github.apiOf(address),
    authorisation: github.authorisation('secret'),
    ca: undefined,
    wait: async () => undefined,
  })
  return { client, asked }
}

describe('GitHub as it is described', () => {
  it('is asked for every page, numbered or by cursor, and nobody else is', async () => {
    const { client, asked } = await pretended()
    const facts = await github.readChange(client, 'gov/manifests', 7)
    expect(facts.reviews).toHaveLength(51)
    expect(facts.reviews.at(-1)).toMatchObject({ id: '50', state: 'approve', place: 0 })
    expect(facts.pushes.map(({ account }) => account)).toEqual([2, 4])
    expect(asked.every(call => call.startsWith('Bearer secret /'))).toBe(true)
    expect(asked).toContain('Bearer secret /activity?ref=refs%2Fheads%2Ft1&per_page=50&after=2')
  })

  it('says which change a commit is the merge of, among those that hold it', async () => {
    const { client } = await pretended()
    expect(await github.changeMergedAs(client, 'gov/manifests', merged)).toBe(7)
    expect(await github.changeMergedAs(client, 'gov/manifests', head)).toBeUndefined()
  })

  it('lies elsewhere than its pages', () => {
    expect(github.apiOf('https://github.com')).toBe('https://api.github.com')
    expect(github.apiOf('https://git.example')).toBe('https://git.example/api/v3')
  })
})
