import type { IncomingMessage, ServerResponse } from 'node:http'
import { listening } from './server.ts'

const at = '2026-11-23T01:00:00Z'

export interface PretendReview {
  readonly id: number
  readonly account: number
  readonly state: string
  readonly commit: string
  readonly dismissed?: boolean
}

/** What a pretended forge holds of its one change; tests write to it as people would. */
export interface PretendChange {
  head: string
  base: string
  opener: number
  pusher: number
  reviews: readonly PretendReview[]
  /** Entries beside those of the reviews. */
  timeline: readonly object[]
  state: 'open' | 'closed'
  draft: boolean
}

export interface PretendGitea {
  readonly address: string
  readonly change: PretendChange
  /** Statuses that were set, the last one last. */
  readonly statuses: readonly unknown[]
  /** What each request carried. */
  readonly tokens: readonly (string | undefined)[]
}

/** An open change of nobody's review yet, as its branch was made. */
export function openedAt(commit: string, opener: number): PretendChange {
  return {
    head: commit,
    base: commit,
    opener,
    pusher: opener,
    reviews: [],
    timeline: [],
    state: 'open',
    draft: false,
  }
}

/** Answers as Gitea 1.22 was recorded to, for the change 7 of `gov/manifests`, repository 1. */
export async function pretendGitea(change: PretendChange): Promise<PretendGitea> {
  const statuses: unknown[] = []
  const tokens: (string | undefined)[] = []
  const address = await listening((request, response) => {
    tokens.push(request.headers.authorization)
    const url = new URL(request.url ?? '/', 'http://x')
    const path = url.pathname.replace('/api/v1/repos/gov/manifests', '')
    if (request.method === 'POST') return void received(request, response, statuses)
    const answers: Readonly<Record<string, () => unknown>> = {
      '/pulls': () => [pullOf(change)],
      '/pulls/7': () => pullOf(change),
      '/issues/7/comments': () => [],
      '/pulls/7/reviews': () => change.reviews.map(reviewOf),
      '/issues/7/timeline': () => timelineOf(change),
      '/activities/feeds': () => feedOf(change),
    }
    const answer =
      path === '/api/v1/user' ? userOf(9) : Object.hasOwn(answers, path) ? answers[path]?.() : undefined
    if (answer === undefined) return void response.writeHead(404).end('{"message":"not found"}')
    const page = Number(url.searchParams.get('page') ?? '1')
    const paged = Array.isArray(answer) ? answer.slice((page - 1) * 50, page * 50) : answer
    if (Array.isArray(answer)) response.setHeader('x-total-count', `${answer.length}`)
    response.end(JSON.stringify(paged))
  })
  return { address, change, statuses, tokens }
}

function received(request: IncomingMessage, response: ServerResponse, statuses: unknown[]): void {
  let text = ''
  request.on('data', chunk => {
    text += String(chunk)
  })
  request.on('end', () => {
    statuses.push({ path: request.url, body: JSON.parse(text) })
    response.writeHead(201).end('{}')
  })
}

const userOf = (id: number) => ({ id, login: `account${id}`, email: `account${id}@gov.test` })

function pullOf({ head, base, opener, state, draft }: PretendChange) {
  return {
    number: 7,
    user: userOf(opener),
    state,
    draft,
    merged: false,
    merged_at: null,
    merged_by: null,
    merge_commit_sha: null,
    updated_at: at,
    head: { ref: 'change', sha: head, repo_id: 1 },
    base: { ref: 'main', sha: base, repo_id: 1 },
  }
}

function reviewOf({ id, account, state, commit, dismissed = false }: PretendReview) {
  return {
    id,
    user: userOf(account),
    team: null,
    state,
    body: '',
    commit_id: commit,
    stale: false,
    official: true,
    dismissed,
    submitted_at: at,
    updated_at: at,
  }
}

function timelineOf({ reviews, timeline, opener }: PretendChange) {
  const given = reviews.map(({ id, account }) => ({
    id: id * 10,
    type: 'review',
    review_id: id,
    user: userOf(account),
    body: '',
  }))
  return [{ id: 1, type: 'comment', user: userOf(opener), body: 'please' }, ...given, ...timeline]
}

function feedOf({ head, pusher }: PretendChange) {
  const content = JSON.stringify({ HeadCommit: { Sha1: head }, Commits: [], Len: 1 })
  return [{ op_type: 'commit_repo', ref_name: 'refs/heads/change', act_user: userOf(pusher), content }]
}
