import type { ChangeFacts } from '../../lib/forge/facts.ts'
import { activityPushes, pullOf, reviewsOf, timelineOf } from '../../lib/forge/github/index.ts'
import type { PullFacts } from '../../lib/forge/pull.ts'
import { commit, field, integer, isAbsent, list } from '../../lib/forge/shape.ts'
import type { ForgeAdapter } from './adapter.ts'
import type { ForgeClient } from './client.ts'
import { linkedPages } from './pages.ts'
import { pullRequestAdapter } from './pull-requests.ts'
import { understood } from './reading.ts'

/** GitHub and its Enterprise Server, as their description says (2022-11-28); none was asked in earnest. */
export const github: ForgeAdapter = pullRequestAdapter({
  apiOf: address => (address === 'https://github.com' ? 'https://api.github.com' : `${address}/api/v3`),
  authorisation: token => ({
    authorization: `Bearer ${token}`,
    'x-github-api-version': '2022-11-28',
  }),
  pullOf,
  factsOf,
  mergedAs,
  pages: linkedPages,
  commentPages: linkedPages,
})

async function mergedAs(
  client: ForgeClient,
  repository: string,
  merged: string,
): Promise<number | undefined> {
  const reply = await client.find(`/repos/${repository}/commits/${merged}/pulls`)
  if (reply === undefined) return undefined
  return await understood(client, async () => {
    // Changes that only hold the commit are listed too.
    const own = list({ place: 'pulls', value: reply.body }).find(pull => {
      const as = field(pull, 'merge_commit_sha')
      return !isAbsent(as) && commit(as) === merged && !isAbsent(field(pull, 'merged_at'))
    })
    return own === undefined ? undefined : integer(field(own, 'number'))
  })
}

async function factsOf(client: ForgeClient, repository: string, pull: PullFacts): Promise<ChangeFacts> {
  const { updated: _, source, ...facts } = pull
  const at = (path: string, query?: Readonly<Record<string, string>>) =>
    linkedPages(client, `/repos/${repository}${path}`, query)
  const timeline = timelineOf(await at(`/issues/${facts.number}/timeline`))
  const reviews = reviewsOf(await at(`/pulls/${facts.number}/reviews`), timeline)
  // What was pushed to a fork stands in the fork's own activity, which nobody here may be let into.
  const pushes =
    source.repository === facts.repository
      ? activityPushes(await at('/activity', { ref: `refs/heads/${source.branch}` }))
      : []
  return { ...facts, turns: timeline.turns, reviews, pushes }
}
