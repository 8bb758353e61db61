import type { ReviewFact, Turn } from '../facts.ts'
import { field, integer, list, oneOf, type Shape, text } from '../shape.ts'

export interface Timeline {
  readonly turns: readonly Turn[]
  /** Where each review stands, by its number. */
  readonly placeOf: (review: number) => number | undefined
  /** What a review said before somebody dismissed it, by its number. */
  readonly dismissed: ReadonlyMap<number, ReviewFact['state']>
}

const turns: Readonly<Record<string, Turn['kind']>> = {
  head_ref_force_pushed: 'force-push',
  base_ref_changed: 'retarget',
  automatic_base_change_succeeded: 'retarget',
  ready_for_review: 'ready',
  reopened: 'reopen',
  merged: 'merge',
}

/**
 * `GET /repos/{owner}/{repo}/issues/{issue_number}/timeline`, all pages together. It comes in the order in which things
 * happened, and has no number that tells it: the place in the list does. Kinds that say nothing of an approval are passed over.
 */
export function timelineOf(answer: unknown): Timeline {
  const places = new Map<number, number>()
  const dismissed = new Map<number, ReviewFact['state']>()
  const found: Turn[] = []
  for (const [place, entry] of list({ place: 'timeline', value: answer }).entries()) {
    const event = text(field(entry, 'event'))
    if (event === 'reviewed') places.set(integer(field(entry, 'id')), place)
    if (event === 'review_dismissed') {
      const review = field(entry, 'dismissed_review')
      dismissed.set(integer(field(review, 'review_id')), saidBefore(field(review, 'state')))
    }
    const kind = Object.hasOwn(turns, event) ? turns[event] : undefined
    if (kind !== undefined) found.push({ place, kind })
  }
  return { turns: found, placeOf: review => places.get(review), dismissed }
}

function saidBefore(state: Shape): ReviewFact['state'] {
  const said = oneOf(state, ['approved', 'changes_requested', 'commented'])
  if (said === 'commented') return 'comment'
  return said === 'approved' ? 'dismissed-approval' : 'dismissed-refusal'
}
