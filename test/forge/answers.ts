// What GitHub and Gitea answer alike, in the parts that tests of both need.
import { UnknownShape } from '../../lib/forge/shape.ts'

/** Full names of commits. */
export const [head, base, merged] = ['a'.repeat(40), 'b'.repeat(40), 'c'.repeat(40)]
export const instant = '2026-11-26T14:10:11Z'

/** An open pull request, without what each forge writes in its own way. */
const openPull = {
  number: 7,
  user: { id: 2 },
  state: 'open',
  draft: false,
  merged: false,
  merged_at: null,
  merged_by: null,
  merge_commit_sha: null,
  updated_at: instant,
}

const ofPull = { base: { ref: 'main', sha: base }, head: { ref: 't1', sha: head } }

/** On GitHub it names as well what a merge would make. */
export const githubPull = {
  ...openPull,
  merge_commit_sha: merged,
  base: { ...ofPull.base, repo: { id: 1 } },
  head: { ...ofPull.head, repo: { id: 1 } },
}

export const giteaPull = {
  ...openPull,
  base: { ...ofPull.base, repo_id: 1 },
  head: { ...ofPull.head, repo_id: 1 },
}

/** Where an answer is not of a known shape. */
export function placeOfError(work: () => unknown): string | undefined {
  try {
    work()
  } catch (error) {
    if (error instanceof UnknownShape) return error.place
    throw error
  }
  return undefined
}
