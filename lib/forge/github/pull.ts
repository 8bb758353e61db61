import { type PullFacts, readPull } from '../pull.ts'
import { field, integer, isAbsent, type Shape } from '../shape.ts'

/** `GET /repos/{owner}/{repo}/pulls/{pull_number}`, version 2022-11-28. */
export function pullOf(answer: unknown): PullFacts {
  const repositoryOf = (side: Shape) => integer(field(field(side, 'repo'), 'id'))
  return readPull(answer, {
    base: repositoryOf,
    // That of a fork may be gone.
    head: side => (isAbsent(field(side, 'repo')) ? undefined : repositoryOf(side)),
  })
}
