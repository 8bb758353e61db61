import type { ChangeFacts } from '../../lib/forge/facts.ts'
import type { PullFacts } from '../../lib/forge/pull.ts'
import { type ForgeAdapter, statusContext } from './adapter.ts'
import type { ForgeClient } from './client.ts'
import { consistent, soon, understood } from './reading.ts'

/** What one forge has of its own, of those whose changes are pull requests as GitHub has them. */
export interface PullRequestForge extends Pick<ForgeAdapter, 'apiOf' | 'authorisation'> {
  readonly pullOf: (answer: unknown) => PullFacts
  /** The pull request with all that happened to it. */
  readonly factsOf: (client: ForgeClient, repository: string, pull: PullFacts) => Promise<ChangeFacts>
  /** As `changeMergedAs` of the adapter, looked at once. */
  readonly mergedAs: ForgeAdapter['changeMergedAs']
}

export function pullRequestAdapter(forge: PullRequestForge): ForgeAdapter {
  const { apiOf, authorisation, pullOf, factsOf, mergedAs } = forge
  return {
    apiOf,
    authorisation,
    readChange: async (client, repository, change) =>
      await understood(client, async () => {
        const path = `/repos/${repository}/pulls/${change}`
        const look = async () => pullOf((await client.request('GET', path)).body)
        return await consistent(client, `${repository}#${change}`, look, async pull =>
          factsOf(client, repository, pull),
        )
      }),
    headRef: change => `refs/pull/${change}/head`,
    changeMergedAs: async (client, repository, commit) =>
      await soon(client, async () => await mergedAs(client, repository, commit)),
    setStatus: async (client, repository, { commit, state, description }) => {
      await client.request('POST', `/repos/${repository}/statuses/${commit}`, {
        body: { context: statusContext, state, description },
      })
    },
  }
}
