import { accountOf } from '../account.ts'
import type { ReviewFact } from '../facts.ts'
import { commit, field, instant, integer, list, oneOf, optional, UnknownShape } from '../shape.ts'
import type { Timeline } from './timeline.ts'

const states = ['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED', 'PENDING'] as const

const meanings = { APPROVED: 'approve', CHANGES_REQUESTED: 'refuse', COMMENTED: 'comment' } as const

/**
 * `GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews`, all pages together. A review that was dismissed no longer says
 * what it was; the timeline does, and where that does not either, it is refused: it may have been a refusal.
 */
export function reviewsOf(answer: unknown, timeline: Timeline): readonly ReviewFact[] {
  return list({ place: 'reviews', value: answer }).flatMap(review => {
    const state = oneOf(field(review, 'state'), states)
    if (state === 'PENDING') return []
    const id = integer(field(review, 'id'))
    const said = state === 'DISMISSED' ? timeline.dismissed.get(id) : meanings[state]
    if (said === undefined) throw new UnknownShape(`${review.place}.state`, 'told by the timeline')
    return {
      id: `${id}`,
      account: accountOf(field(review, 'user')),
      state: said,
      commit: optional(field(review, 'commit_id'), commit),
      at: instant(field(review, 'submitted_at')),
      place: timeline.placeOf(id),
    }
  })
}
