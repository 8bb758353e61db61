import type { ChangeFacts, MergeFact } from '../facts.ts'
import { commit, field, flag, instant, integer, isAbsent, oneOf, type Shape, text } from '../shape.ts'
import { accountOf } from './account.ts'

export type PullFacts = Omit<ChangeFacts, 'pushes' | 'turns' | 'reviews'> & {
  /** Moves with everything that happens to the change. */
  readonly updated: string
  /** The branch of the change, and the number of the repository that it lies in; undefined for one that is gone. */
  readonly source: { readonly branch: string; readonly repository: number | undefined }
}

/** `GET /repos/{owner}/{repo}/pulls/{pull_number}`, version 2022-11-28. */
export function pullOf(answer: unknown): PullFacts {
  const pull: Shape = { place: 'pull', value: answer }
  const [head, base] = [field(pull, 'head'), field(pull, 'base')]
  const [from, merge] = [field(head, 'repo'), mergeOf(pull)]
  return {
    repository: integer(field(field(base, 'repo'), 'id')),
    number: integer(field(pull, 'number')),
    target: text(field(base, 'ref')),
    head: commit(field(head, 'sha')),
    targetTip: commit(field(base, 'sha')),
    state: merge === undefined ? oneOf(field(pull, 'state'), ['open', 'closed']) : 'merged',
    isDraft: flag(field(pull, 'draft')),
    opener: accountOf(field(pull, 'user')),
    merge,
    updated: instant(field(pull, 'updated_at')),
    source: {
      branch: text(field(head, 'ref')),
      repository: isAbsent(from) ? undefined : integer(field(from, 'id')),
    },
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
