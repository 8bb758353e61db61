import { accountOf } from '../account.ts'
import type { Push } from '../facts.ts'
import { commit, field, isAbsent, list, oneOf, type Shape, text } from '../shape.ts'

const actions = ['created', 'removed', 'pushed'] as const

/** `GET /projects/:id/events?action=pushed`, all pages together: who pushed to a branch, and what it was after it. */
export function pushesTo(branch: string, answer: unknown): readonly Push[] {
  return list({ place: 'events', value: answer }).flatMap(event => {
    const data = field(event, 'push_data')
    // Many branches at once are told as a number of them.
    if (isAbsent(data) || isAbsent(field(data, 'ref')) || !isOf(branch, data)) return []
    const to = field(data, 'commit_to')
    if (oneOf(field(data, 'action'), actions) === 'removed' || isAbsent(to)) return []
    return [{ account: accountOf(field(event, 'author')), head: commit(to) }]
  })
}

function isOf(branch: string, data: Shape): boolean {
  return text(field(data, 'ref_type')) === 'branch' && text(field(data, 'ref')) === branch
}
