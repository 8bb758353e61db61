import type { ChangeFacts } from '../../lib/forge/facts.ts'
import {
  approvalsOf,
  commentsOf,
  type MergeRequest,
  mergeRequestOf,
  pushesTo,
  stateTurns,
  turnsIn,
  versionsOf,
} from '../../lib/forge/gitlab/index.ts'
import { commit, field, integer, list, text } from '../../lib/forge/shape.ts'
import { type ForgeAdapter, type StatusReport, statusContext } from './adapter.ts'
import type { ForgeClient } from './client.ts'
import { linkedPages } from './pages.ts'
import { consistent, ownAccount, soon, understood } from './reading.ts'

/** GitLab, as its description of version 4 of the API says; none was asked in earnest. */
export const gitlab: ForgeAdapter = {
  apiOf: address => `${address}/api/v4`,
  authorisation: token => ({ 'private-token': token }),
  readChange: async (client, repository, change) =>
    await understood(client, async () => {
      const look = async () => await seen(client, repository, change)
      return await consistent(client, `${repository}!${change}`, look, async request =>
        factsOf(client, repository, request),
      )
    }),
  openChanges: async (client, repository, target) =>
    await understood(client, async () => {
      const more = { state: 'opened', target_branch: target }
      const found = await linkedPages(client, `${project(repository)}/merge_requests`, more)
      return list({ place: 'merge_requests', value: found })
        .filter(request => text(field(request, 'target_branch')) === target)
        .map(request => integer(field(request, 'iid')))
        .sort((a, b) => a - b)
    }),
  headRef: change => `refs/merge-requests/${change}/head`,
  changeMergedAs: async (client, repository, merged) =>
    await soon(client, async () => await mergedAs(client, repository, merged)),
  setStatus,
  ownAccount,
  comments: async (client, repository, change) =>
    await understood(client, async () =>
      commentsOf(await linkedPages(client, `${requestPath(repository, change)}/notes`, inOrder)),
    ),
  writeComment: async (client, repository, change, { id, body }) => {
    const notes = `${requestPath(repository, change)}/notes`
    if (id === undefined) await client.request('POST', notes, { body: { body } })
    else await client.request('PUT', `${notes}/${id}`, { body: { body } })
  },
}

const inOrder = { sort: 'asc', order_by: 'created_at' } as const

function project(repository: string): string {
  return `/projects/${encodeURIComponent(repository)}`
}

function requestPath(repository: string, change: number): string {
  return `${project(repository)}/merge_requests/${change}`
}

type Seen = MergeRequest & Pick<ChangeFacts, 'targetTip'>

async function seen(client: ForgeClient, repository: string, change: number): Promise<Seen> {
  const request = mergeRequestOf((await client.request('GET', requestPath(repository, change))).body)
  const branch = `${project(repository)}/repository/branches/${encodeURIComponent(request.target)}`
  const tip = { place: 'branch', value: (await client.request('GET', branch)).body }
  return { ...request, targetTip: commit(field(field(tip, 'commit'), 'id')) }
}

async function factsOf(client: ForgeClient, repository: string, request: Seen): Promise<ChangeFacts> {
  const { updated: _, source, ...facts } = request
  const path = requestPath(repository, facts.number)
  const all = (name: string, more = {}) => linkedPages(client, `${path}/${name}`, more)
  const versions = versionsOf(await all('versions'))
  const turns = [
    ...stateTurns(await all('resource_state_events')),
    ...turnsIn(await all('notes', inOrder)),
  ].toSorted((a, b) => a.place - b.place)
  const { body } = await client.request('GET', `${path}/approvals`)
  const reviews = approvalsOf(body, await all('reviewers'), versions)
  // What was pushed to a fork stands in the fork's own events, which nobody here may be let into.
  const pushes =
    source.repository === facts.repository
      ? pushesTo(
          source.branch,
          await linkedPages(client, `${project(repository)}/events`, { action: 'pushed' }),
        )
      : []
  return { ...facts, turns, reviews, pushes }
}

async function mergedAs(
  client: ForgeClient,
  repository: string,
  merged: string,
): Promise<number | undefined> {
  const reply = await client.find(
    `${project(repository)}/repository/commits/${merged}/merge_requests?per_page=100`,
  )
  if (reply === undefined) return undefined
  return await understood(client, async () => {
    // Those that only hold the commit are listed too.
    const own = list({ place: 'merge_requests', value: reply.body })
      .filter(request => text(field(request, 'state')) === 'merged')
      .map(({ value }) => mergeRequestOf(value))
      .find(({ merge }) => merge?.commit === merged)
    return own?.number
  })
}

const states = { success: 'success', pending: 'pending', failure: 'failed' } as const

/** GitLab refuses a status that is set to what it is. */
async function setStatus(
  client: ForgeClient,
  repository: string,
  { commit: of, state, description }: StatusReport,
): Promise<void> {
  const found = await linkedPages(client, `${project(repository)}/repository/commits/${of}/statuses`, {
    name: statusContext,
  })
  const isSet = await understood(client, async () =>
    list({ place: 'statuses', value: found }).some(
      status =>
        text(field(status, 'name')) === statusContext && text(field(status, 'status')) === states[state],
    ),
  )
  if (isSet) return
  await client.request('POST', `${project(repository)}/statuses/${of}`, {
    body: { name: statusContext, state: states[state], description },
  })
}
