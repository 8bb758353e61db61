// What forges answer, in the parts that tests of several need.
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

export const gitlabRequest = {
  iid: 7,
  target_project_id: 1,
  source_project_id: 1,
  target_branch: 'main',
  source_branch: 't1',
  sha: head,
  state: 'opened',
  draft: false,
  author: { id: 2 },
  merge_user: null,
  merged_by: null,
  merged_at: null,
  merge_commit_sha: null,
  squash_commit_sha: null,
  updated_at: instant,
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
