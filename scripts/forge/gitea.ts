import { forgeCodes as codes } from '../../lib/forge/codes.ts'
import type { ChangeFacts } from '../../lib/forge/facts.ts'
import { feedPushes, type PullFacts, pullOf, reviewsOf, timelineOf } from '../../lib/forge/gitea/index.ts'
import { UnknownShape } from '../../lib/forge/shape.ts'
import { type ForgeAdapter, statusContext } from './adapter.ts'
import type { ForgeClient } from './client.ts'
import { allPages } from './pages.ts'
import { forgeRefusal } from './refusals.ts'

/** Gitea 1.22 and Forgejo 11, as both were seen to answer. */
export const gitea: ForgeAdapter = {
  apiPath: '/api/v1',
  authorisation: token => ({ authorization: `token ${token}` }),
  readChange: async (client, repository, change) => {
    try {
      return await consistent(client, repository, change)
    } catch (error) {
      if (!(error instanceof UnknownShape)) throw error
      throw forgeRefusal(codes.unknownShape, client.address, error.message, error)
    }
  },
  setStatus: async (client, repository, { commit, state, description }) => {
    await client.request('POST', `/repos/${repository}/statuses/${commit}`, {
      body: { context: statusContext, state, description },
    })
  },
}

const mostReadings = 3

/** Several answers make up the facts: they are read again until nothing has moved between the first and the last. */
async function consistent(client: ForgeClient, repository: string, change: number): Promise<ChangeFacts> {
  const path = `/repos/${repository}/pulls/${change}`
  let before = pullOf((await client.request('GET', path)).body)
  for (let reading = 0; reading < mostReadings; reading += 1) {
    const facts = await factsOf(client, repository, before)
    const after = pullOf((await client.request('GET', path)).body)
    if (isSame(before, after)) return facts
    before = after
  }
  throw forgeRefusal(codes.moving, client.address, `${repository}#${change}`)
}

/** Reviews do not always move the stamp, and are read whole in any case. */
function isSame(a: PullFacts, b: PullFacts): boolean {
  return a.updated === b.updated && a.head === b.head && a.targetTip === b.targetTip && a.state === b.state
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
