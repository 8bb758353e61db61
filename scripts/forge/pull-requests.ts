import { commentsOf } from '../../lib/forge/comments.ts'
import type { ChangeFacts } from '../../lib/forge/facts.ts'
import type { PullFacts } from '../../lib/forge/pull.ts'
import { field, integer, text } from '../../lib/forge/shape.ts'
import { type ForgeAdapter, statusContext } from './adapter.ts'
import type { ForgeClient } from './client.ts'
import type { allPages } from './pages.ts'
import { consistent, ownAccount, soon, understood } from './reading.ts'

/** What one forge has of its own, of those whose changes are pull requests as GitHub has them. */
export interface PullRequestForge extends Pick<ForgeAdapter, 'apiOf' | 'authorisation'> {
  readonly pullOf: (answer: unknown) => PullFacts
  /** The pull request with all that happened to it. */
  readonly factsOf: (client: ForgeClient, repository: string, pull: PullFacts) => Promise<ChangeFacts>
  /** As `changeMergedAs` of the adapter, looked at once. */
  readonly mergedAs: ForgeAdapter['changeMergedAs']
  /** Every member of a collection that has pages. */
  readonly pages: typeof allPages
  /** Every comment of a list of them. */
  readonly commentPages: (client: ForgeClient, path: string) => Promise<readonly unknown[]>
}

export function pullRequestAdapter(forge: PullRequestForge): ForgeAdapter {
  const { apiOf, authorisation, pullOf, factsOf, mergedAs, pages, commentPages } = forge
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
    openChanges: async (client, repository, target) =>
      await understood(client, async () => {
        const pulls = await pages(client, `/repos/${repository}/pulls`, { state: 'open' })
        return pulls
          .map(value => ({ place: 'pull', value }))
          .filter(pull => text(field(field(pull, 'base'), 'ref')) === target)
          .map(pull => integer(field(pull, 'number')))
          .sort((a, b) => a - b)
      }),
    headRef: change => `refs/pull/${change}/head`,
    changeMergedAs: async (client, repository, commit) =>
      await soon(client, async () => await mergedAs(client, repository, commit)),
    setStatus: async (client, repository, { commit, state, description }) => {
      await client.request('POST', `/repos/${repository}/statuses/${commit}`, {
        body: { context: statusContext, state, description },
      })
    },
    ownAccount,
    comments: async (client, repository, change) =>
      await understood(client, async () =>
        commentsOf(await commentPages(client, `/repos/${repository}/issues/${change}/comments`)),
      ),
    writeComment: async (client, repository, change, { id, body }) => {
      const issues = `/repos/${repository}/issues`
      if (id === undefined) await client.request('POST', `${issues}/${change}/comments`, { body: { body } })
      else await client.request('PATCH', `${issues}/comments/${id}`, { body: { body } })
    },
  }
}
