import type { ChangeFacts } from '../../lib/forge/facts.ts'
import { feedPushes, type PullFacts, pullOf, reviewsOf, timelineOf } from '../../lib/forge/gitea/index.ts'
import { field, integer } from '../../lib/forge/shape.ts'
import { type ForgeAdapter, statusContext } from './adapter.ts'
import type { ForgeClient } from './client.ts'
import { allPages } from './pages.ts'
import { consistent, understood } from './reading.ts'

/** Gitea 1.22 and Forgejo 11, as both were seen to answer. */
export const gitea: ForgeAdapter = {
  apiOf: address => `${address}/api/v1`,
  authorisation: token => ({ authorization: `token ${token}` }),
  readChange: async (client, repository, change) =>
    await understood(client, async () => {
      const path = `/repos/${repository}/pulls/${change}`
      const look = async () => pullOf((await client.request('GET', path)).body)
      return await consistent(client, `${repository}#${change}`, look, async pull =>
        factsOf(client, repository, pull),
      )
    }),
  headRef: change => `refs/pull/${change}/head`,
  changeMergedAs: async (client, repository, commit) => {
    const reply = await client.find(`/repos/${repository}/commits/${commit}/pull`)
    if (reply === undefined) return undefined
    return await understood(client, async () =>
      integer(field({ place: 'pull', value: reply.body }, 'number')),
    )
  },
  setStatus: async (client, repository, { commit, state, description }) => {
    await client.request('POST', `/repos/${repository}/statuses/${commit}`, {
      body: { context: statusContext, state, description },
    })
  },
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
