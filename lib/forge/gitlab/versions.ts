import { commit, field, instant, integer, list } from '../shape.ts'

/** What the branch of a merge request was from an instant on. */
export interface Version {
  readonly head: string
  readonly at: string
}

/** `GET /projects/:id/merge_requests/:iid/versions`, all pages together; the oldest comes first here. */
export function versionsOf(answer: unknown): readonly Version[] {
  return list({ place: 'versions', value: answer })
    .map(version => ({
      id: integer(field(version, 'id')),
      head: commit(field(version, 'head_commit_sha')),
      at: instant(field(version, 'created_at')),
    }))
    .toSorted((a, b) => a.id - b.id)
    .map(({ head, at }) => ({ head, at }))
}
