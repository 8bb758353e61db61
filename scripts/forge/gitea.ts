import type { ChangeFacts } from '../../lib/forge/facts.ts'
import { feedPushes, pullOf, reviewsOf, timelineOf } from '../../lib/forge/gitea/index.ts'
import type { PullFacts } from '../../lib/forge/pull.ts'
import { field, flag, integer, list, type Shape, text } from '../../lib/forge/shape.ts'
import type { ForgeAdapter } from './adapter.ts'
import type { ForgeClient } from './client.ts'
import { allPages } from './pages.ts'
import { pullRequestAdapter } from './pull-requests.ts'
import { understood } from './reading.ts'

/** Gitea 1.22 and Forgejo 11, as both were seen to answer. */
export const gitea: ForgeAdapter = pullRequestAdapter({
  apiOf: address => `${address}/api/v1`,
  authorisation: token => ({ authorization: `token ${token}` }),
  pullOf,
  factsOf,
  mergedAs,
  pages: allPages,
  // They come all at once: the route knows no pages, and would give the same for each.
  commentPages: async (client, path) => {
    const { body } = await client.request('GET', path)
    return list({ place: 'comments', value: body ?? [] }).map(({ value }) => value)
  },
})

async function mergedAs(
  client: ForgeClient,
  repository: string,
  commit: string,
): Promise<number | undefined> {
  const reply = await client.find(`/repos/${repository}/commits/${commit}/pull`)
  // Gitea 1.22 answers 404 for every commit: it looks for a parameter by another name than the route's.
  const pulls =
    reply === undefined ? await allPages(client, `/repos/${repository}/pulls`, closed) : [reply.body]
  return await understood(client, async () => {
    const own = pulls.map(value => ({ place: 'pull', value })).find(pull => isMergeOf(pull, commit))
    return own === undefined ? undefined : integer(field(own, 'number'))
  })
}

const closed = { state: 'closed', sort: 'recentupdate' }

function isMergeOf(pull: Shape, commit: string): boolean {
  return flag(field(pull, 'merged')) && text(field(pull, 'merge_commit_sha')) === commit
}

async function factsOf(client: ForgeClient, repository: string, pull: PullFacts): Promise<ChangeFacts> {
  const { updated: _, source, ...facts } = pull
  const at = (path: string) => allPages(client, `/repos/${repository}${path}`)
  const timeline = timelineOf(await at(`/issues/${facts.number}/timeline`))
  const reviews = reviewsOf(await at(`/pulls/${facts.number}/reviews`), timeline.placeOf)
  // What was pushed to a fork stands in the fork's own feed, which nobody here may be let into.
  const pushed =
    source.repository === facts.repository ? feedPushes(await at('/activities/feeds'), source.branch) : []
  return { ...facts, turns: timeline.turns, reviews, pushes: pushesOf(timeline.pushes, pushed, facts) }
}

/**
 * The timeline names the opener for everything that was there when the change was opened, whoever had pushed it: of such a
 * push only the feed is believed.
 */
function pushesOf(
  timeline: ChangeFacts['pushes'],
  feed: ChangeFacts['pushes'],
  { opener }: Pick<ChangeFacts, 'opener'>,
): ChangeFacts['pushes'] {
  return [...feed, ...timeline.filter(({ account }) => account === undefined || account !== opener)]
}
