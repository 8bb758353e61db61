import { accountOf } from '../account.ts'
import type { Push } from '../facts.ts'
import { commit, field, list, oneOf } from '../shape.ts'

const kinds = [
  'push',
  'force_push',
  'branch_creation',
  'branch_deletion',
  'pr_merge',
  'merge_queue_merge',
] as const

/** `GET /repos/{owner}/{repo}/activity?ref=…`, all pages together: who pushed to a branch, and what it was after it. */
export function activityPushes(answer: unknown): readonly Push[] {
  return list({ place: 'activity', value: answer }).flatMap(entry =>
    oneOf(field(entry, 'activity_type'), kinds) === 'branch_deletion'
      ? []
      : [{ account: accountOf(field(entry, 'actor')), head: commit(field(entry, 'after')) }],
  )
}
