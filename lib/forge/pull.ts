import { accountOf } from './account.ts'
import type { ChangeFacts, MergeFact } from './facts.ts'
import { commit, field, flag, instant, integer, oneOf, type Shape, text } from './shape.ts'

export type PullFacts = Omit<ChangeFacts, 'pushes' | 'turns' | 'reviews'> & {
  /** Moves with everything that happens to the change. */
  readonly updated: string
  /** The branch of the change, and the number of the repository that it lies in; undefined for one that is gone. */
  readonly source: { readonly branch: string; readonly repository: number | undefined }
}

/**
 * What GitHub says of a pull request, and Gitea likewise, which took the form over.
 *
 * @param repositoryOf the number of the repository that a side of it lies in
 * @throws UnknownShape
 */
export function readPull(
  answer: unknown,
  repositoryOf: Readonly<{ base: (side: Shape) => number; head: (side: Shape) => number | undefined }>,
): PullFacts {
  const pull: Shape = { place: 'pull', value: answer }
  const [head, base] = [field(pull, 'head'), field(pull, 'base')]
  const [state, merge] = [oneOf(field(pull, 'state'), ['open', 'closed']), mergeOf(pull)]
  return {
    repository: repositoryOf.base(base),
    number: integer(field(pull, 'number')),
    target: text(field(base, 'ref')),
    head: commit(field(head, 'sha')),
    targetTip: commit(field(base, 'sha')),
    state: merge === undefined ? state : 'merged',
    isDraft: flag(field(pull, 'draft')),
    opener: accountOf(field(pull, 'user')),
    merge,
    updated: instant(field(pull, 'updated_at')),
    source: { branch: text(field(head, 'ref')), repository: repositoryOf.head(head) },
  }
}

function mergeOf(pull: Shape): MergeFact | undefined {
  if (!flag(field(pull, 'merged'))) return undefined
  return {
    account: accountOf(field(pull, 'merged_by')),
    commit: commit(field(pull, 'merge_commit_sha')),
    at: instant(field(pull, 'merged_at')),
  }
}
