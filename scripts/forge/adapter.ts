import type { CommentFact } from '../../lib/forge/comments.ts'
import type { ChangeFacts } from '../../lib/forge/facts.ts'
import type { ForgeClient } from './client.ts'

export interface StatusReport {
  /** The commit that it is about. */
  readonly commit: string
  readonly state: 'success' | 'pending' | 'failure'
  /** One line. */
  readonly description: string
}

export interface CommentText {
  /** The comment that is written anew; undefined of one that is not there yet. */
  readonly id: number | undefined
  readonly body: string
}

/** What the tool asks of a forge, whichever it is. */
export interface ForgeAdapter {
  /** The headers that carry a token. */
  readonly authorisation: (token: string) => Readonly<Record<string, string>>
  /** Where the API of a forge lies. */
  readonly apiOf: (address: string) => string
  /** @param repository `<organisation>/<repository>` @throws Refusal where anything of it cannot be read */
  readonly readChange: (client: ForgeClient, repository: string, change: number) => Promise<ChangeFacts>
  /** The numbers of all changes that are open towards a branch, in their order. */
  readonly openChanges: (
    client: ForgeClient,
    repository: string,
    target: string,
  ) => Promise<readonly number[]>
  /** Where the forge keeps the commits of a change. */
  readonly headRef: (change: number) => string
  /** The change that a commit of the target branch was the merge of; undefined where it was none's. */
  readonly changeMergedAs: (
    client: ForgeClient,
    repository: string,
    commit: string,
  ) => Promise<number | undefined>
  readonly setStatus: (client: ForgeClient, repository: string, report: StatusReport) => Promise<void>
  /** The number of the account whose the token is. */
  readonly ownAccount: (client: ForgeClient) => Promise<number>
  /** Every comment under a change, in the order in which they were made. */
  readonly comments: (
    client: ForgeClient,
    repository: string,
    change: number,
  ) => Promise<readonly CommentFact[]>
  readonly writeComment: (
    client: ForgeClient,
    repository: string,
    change: number,
    comment: CommentText,
  ) => Promise<void>
}

/** Under this name a status stands beside those of other checks. */
export const statusContext = 'tenantry/approval'
