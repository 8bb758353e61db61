import { accountOf } from '../account.ts'
import type { ChangeFacts, MergeFact } from '../facts.ts'
import {
  commit,
  field,
  flag,
  instant,
  integer,
  isAbsent,
  oneOf,
  optional,
  type Shape,
  text,
} from '../shape.ts'

export type MergeRequest = Pick<
  ChangeFacts,
  'repository' | 'number' | 'target' | 'head' | 'state' | 'isDraft' | 'opener' | 'merge'
> & {
  /** Moves with what happens to the merge request, if not with everything. */
  readonly updated: string
  /** The branch of the change, and the number of the project that it lies in; undefined for one that is gone. */
  readonly source: { readonly branch: string; readonly repository: number | undefined }
}

const states = { opened: 'open', locked: 'open', closed: 'closed', merged: 'merged' } as const

/** `GET /projects/:id/merge_requests/:iid`; one that is being merged is `locked`. */
export function mergeRequestOf(answer: unknown): MergeRequest {
  const request: Shape = { place: 'merge_request', value: answer }
  const state = states[oneOf(field(request, 'state'), ['opened', 'locked', 'closed', 'merged'])]
  return {
    repository: integer(field(request, 'target_project_id')),
    number: integer(field(request, 'iid')),
    target: text(field(request, 'target_branch')),
    head: commit(field(request, 'sha')),
    state,
    isDraft: flag(field(request, 'draft')),
    opener: accountOf(field(request, 'author')),
    merge: state === 'merged' ? mergeOf(request) : undefined,
    updated: instant(field(request, 'updated_at')),
    source: {
      branch: text(field(request, 'source_branch')),
      repository: optional(field(request, 'source_project_id'), integer),
    },
  }
}

/** A fast-forward makes neither commit: what was merged is then the head itself. */
function mergeOf(request: Shape): MergeFact {
  const [merge, squash] = [field(request, 'merge_commit_sha'), field(request, 'squash_commit_sha')]
  const [by, older] = [field(request, 'merge_user'), field(request, 'merged_by')]
  const made = [merge, squash].find(one => !isAbsent(one)) ?? field(request, 'sha')
  return {
    account: accountOf(isAbsent(by) ? older : by),
    commit: commit(made),
    at: instant(field(request, 'merged_at')),
  }
}
