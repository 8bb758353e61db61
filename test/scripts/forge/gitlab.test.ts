import { describe, expect, it } from 'vitest'
import { gitlab } from '../../../scripts/forge/gitlab.ts'
import { forgeClient, keepComment } from '../../../scripts/forge/index.ts'
import { base, head, instant, merged, gitlabRequest as request } from '../../forge/answers.ts'
import { listening } from './server.ts'

const repository = 'gov/city/manifests'
const root = '/api/v4/projects/gov%2Fcity%2Fmanifests'
const user = { id: 3, username: 'u3' }
const note = (id: number) => ({
  id,
  system: id % 2 === 0,
  body: `n${id}`,
  author: { id: 9 },
  created_at: instant,
})

/** Answers as the description has them, with lists in pages that are linked. */
async function pretended() {
  const calls: string[] = []
  const sent: unknown[] = []
  const statuses: object[] = []
  const answers: Readonly<Record<string, unknown>> = {
    '/merge_requests': [
      { ...request, iid: 9 },
      { ...request, iid: 7 },
      { ...request, iid: 8, target_branch: 'x' },
    ],
    '/merge_requests/7': request,
    '/repository/branches/main': { name: 'main', commit: { id: base } },
    '/merge_requests/7/versions': [{ id: 1, head_commit_sha: head, created_at: '2026-11-26T14:00:00.000Z' }],
    '/merge_requests/7/resource_state_events': [],
    '/merge_requests/7/notes': Array.from({ length: 120 }, (_, index) => note(index + 1)),
    '/merge_requests/7/approvals': { approved_by: [{ user, approved_at: instant }] },
    '/merge_requests/7/reviewers': [{ user, state: 'approved', created_at: instant }],
    '/events': [
      {
        author: { id: 2 },
        push_data: { ref_type: 'branch', ref: 't1', action: 'created', commit_to: head },
      },
    ],
    [`/repository/commits/${merged}/merge_requests`]: [
      request,
      {
        ...request,
        iid: 6,
        state: 'merged',
        merge_commit_sha: merged,
        merge_user: user,
        merged_at: instant,
      },
    ],
    [`/repository/commits/${head}/statuses`]: statuses,
  }
  const address = await listening((incoming, response) => {
    const [path = '', search = ''] = (incoming.url ?? '').split('?')
    calls.push(`${incoming.method} ${incoming.headers['private-token']} ${incoming.url}`)
    if (incoming.method !== 'GET') {
      let text = ''
      incoming.on('data', part => {
        text += String(part)
      })
      incoming.on('end', () => {
        sent.push([incoming.method, path.replace(root, ''), JSON.parse(text)])
        response.writeHead(201).end('{}')
      })
      return
    }
    const answer = path === '/api/v4/user' ? { id: 9 } : answers[path.replace(root, '')]
    if (answer === undefined) return void response.writeHead(404).end('{}')
    if (!Array.isArray(answer)) return void response.end(JSON.stringify(answer))
    const query = new URLSearchParams(search)
    const [page, size] = [Number(query.get('page') ?? '1'), Number(query.get('per_page'))]
    if (page * size < answer.length)
      response.setHeader('link', `<https://evil.example/x?page=${page + 1}>; rel="next"`)
    response.end(JSON.stringify(answer.slice((page - 1) * size, page * size)))
  })
  const client = forgeClient({
    address,
    api: gitlab.apiOf(address),
    authorisation: gitlab.authorisation('secret'),
    ca: undefined,
    wait: async () => undefined,
  })
  return { client, calls, sent, statuses }
}

describe('GitLab as it is described', () => {
  it('tells of a merge request by all of its lists, the tip of the target branch among them', async () => {
    const { client, calls } = await pretended()
    expect(await gitlab.readChange(client, repository, 7)).toMatchObject({
      repository: 1,
      number: 7,
      head,
      targetTip: base,
      reviews: [{ account: 3, state: 'approve', commit: head }],
      pushes: [{ account: 2, head }],
      turns: [],
    })
    expect(calls.every(call => call.startsWith('GET secret /api/v4/'))).toBe(true)
    expect(calls).toContain(`GET secret ${root}/events?action=pushed&per_page=50`)
    expect(gitlab.headRef(7)).toBe('refs/merge-requests/7/head')
  })

  it('names the merge requests that are open towards a branch, and the one that a commit is the merge of', async () => {
    const { client } = await pretended()
    expect(await gitlab.openChanges(client, repository, 'main')).toEqual([7, 9])
    expect(await gitlab.changeMergedAs(client, repository, merged)).toBe(6)
    expect(await gitlab.changeMergedAs(client, repository, head)).toBeUndefined()
  })

  it('gives every comment of people, and keeps ours as one', async () => {
    const { client, sent } = await pretended()
    expect(await gitlab.comments(client, repository, 7)).toHaveLength(60)
    const settings = { kind: 'gitlab', address: client.address, repository, repositoryId: 1 } as const
    await keepComment({ adapter: gitlab, client, settings }, 7, { name: 'brief', text: 'x' })
    await gitlab.writeComment(client, repository, 7, { id: 5, body: 'y' })
    expect(sent).toEqual([
      ['POST', '/merge_requests/7/notes', { body: '<!-- tenantry:brief -->\nx' }],
      ['PUT', '/merge_requests/7/notes/5', { body: 'y' }],
    ])
  })

  it('is told a status once, for it refuses what already is', async () => {
    const { client, sent, statuses } = await pretended()
    const report = { commit: head, state: 'failure', description: 'no' } as const
    await gitlab.setStatus(client, repository, report)
    statuses.push({ name: 'tenantry/approval', status: 'failed' })
    await gitlab.setStatus(client, repository, report)
    expect(sent).toEqual([
      ['POST', `/statuses/${head}`, { name: 'tenantry/approval', state: 'failed', description: 'no' }],
    ])
    await gitlab.setStatus(client, repository, { ...report, state: 'success' })
    expect(sent).toHaveLength(2)
  })
})
