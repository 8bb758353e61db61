import { accountOf } from '../account.ts'
import type { ReviewFact } from '../facts.ts'
import { commit, field, flag, instant, integer, list, oneOf, type Shape, text } from '../shape.ts'

const states = ['APPROVED', 'REQUEST_CHANGES', 'COMMENT', 'PENDING', 'REQUEST_REVIEW'] as const

/**
 * `GET /repos/{owner}/{repo}/pulls/{index}/reviews`, all pages together. `official` and `stale` are left alone: both were
 * seen to say the contrary of what is so. A pending review is nobody's word yet, and one that was asked for is none.
 *
 * @param placeOf where a review stands in the timeline
 */
export function reviewsOf(
  answer: unknown,
  placeOf: (review: number) => number | undefined,
): readonly ReviewFact[] {
  return list({ place: 'reviews', value: answer }).flatMap(review => {
    const state = oneOf(field(review, 'state'), states)
    if (state === 'PENDING' || state === 'REQUEST_REVIEW') return []
    const id = integer(field(review, 'id'))
    return {
      id: `${id}`,
      account: accountOf(field(review, 'user')),
      state: stateOf(state, flag(field(review, 'dismissed'))),
      commit: commitOf(field(review, 'commit_id')),
      at: instant(field(review, 'submitted_at')),
      place: placeOf(id),
    }
  })
}

function stateOf(
  state: 'APPROVED' | 'REQUEST_CHANGES' | 'COMMENT',
  isDismissed: boolean,
): ReviewFact['state'] {
  if (state === 'COMMENT') return 'comment'
  if (state === 'APPROVED') return isDismissed ? 'dismissed-approval' : 'approve'
  return isDismissed ? 'dismissed-refusal' : 'refuse'
}

/** Some reviews name no commit, by an empty text. */
function commitOf(shape: Shape): string | undefined {
  return text(shape) === '' ? undefined : commit(shape)
}
