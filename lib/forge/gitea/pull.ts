import { type PullFacts, readPull } from '../pull.ts'
import { field, integer, type Shape } from '../shape.ts'

/** `GET /repos/{owner}/{repo}/pulls/{index}` of Gitea 1.22 and Forgejo 11. A repository that is gone has the number -1. */
export function pullOf(answer: unknown): PullFacts {
  return readPull(answer, { base: repositoryOf, head: repositoryOf })
}

function repositoryOf(side: Shape): number {
  return integer(field(side, 'repo_id'))
}
