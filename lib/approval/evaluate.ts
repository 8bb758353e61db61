import type { ApprovalStep } from '../../generated/types/approval.ts'
import { fillSteps, roleSetsOf, type StepVerdict } from './fill-steps.ts'
import { type IgnoredReason, type IgnoredReview, inTime, type Review, type ReviewedChange } from './review.ts'

/**
 * `approved`: every step is filled in order. `open`: the steps with something missing say whose approval is wanted.
 * `refused`: somebody who has a say refuses, and has not approved since.
 */
export interface Verdict {
  readonly status: 'approved' | 'open' | 'refused'
  readonly steps: readonly StepVerdict[]
  readonly refusals: readonly Review[]
  readonly ignored: readonly IgnoredReview[]
}

/**
 * Judges reviews against ordered steps. A step counts only reviews given after the step before it was full; one review
 * fills one step. Everybody who counts belongs to one set of roles alone (see `conflicting-roles`), so taking reviews
 * greedily in time finds an order that satisfies the steps whenever there is one, and one approval less never helps.
 */
export function evaluateApproval(
  steps: readonly ApprovalStep[],
  change: ReviewedChange,
  reviews: readonly Review[],
): Verdict {
  const judged = inTime(reviews).map(review => ({ review, reason: disqualification(steps, change, review) }))
  const counting = judged.flatMap(({ review, reason }) => (reason === undefined ? [review] : []))
  const lastRefusal = lastOfEach(counting, 'refuse')
  const standing = counting.filter(
    (review, index) =>
      review.decision === 'refuse' && !counting.slice(index + 1).some(later => takesBack(later, review)),
  )
  const lastStanding = lastOfEach(standing, 'refuse')
  const refusals = standing.filter(({ person }, index) => lastStanding.get(person) === index)
  const approvals = counting.flatMap((review, index) =>
    review.decision === 'approve'
      ? [{ review, isWithdrawn: (lastRefusal.get(review.person) ?? -1) > index }]
      : [],
  )
  const filled = fillSteps(
    steps,
    change.roles,
    approvals.flatMap(({ review, isWithdrawn }) => (isWithdrawn ? [] : [review])),
  )
  return {
    status: statusOf(refusals, filled.steps),
    steps: filled.steps,
    refusals,
    ignored: [
      ...judged.flatMap(({ review, reason }) => (reason === undefined ? [] : [{ review, reason }])),
      ...approvals.flatMap(({ review, isWithdrawn }) =>
        isWithdrawn ? [{ review, reason: 'withdrawn' as const }] : [],
      ),
      ...filled.ignored,
    ],
  }
}

function statusOf(refusals: readonly Review[], steps: readonly StepVerdict[]): Verdict['status'] {
  if (refusals.length > 0) return 'refused'
  return steps.every(({ missing }) => missing === 0) ? 'approved' : 'open'
}

/** Whoever administers a forge can click for anybody: what was refused over a signature is taken back over one. */
function takesBack(later: Review, refusal: Review): boolean {
  const isEnough = refusal.isSigned === undefined || later.isSigned === true
  return later.decision === 'approve' && later.person === refusal.person && isEnough
}

/** By person, the place of their last review with a decision. */
function lastOfEach(reviews: readonly Review[], decision: Review['decision']): ReadonlyMap<string, number> {
  return new Map(
    reviews.flatMap((review, index) => (review.decision === decision ? [[review.person, index]] : [])),
  )
}

function disqualification(
  steps: readonly ApprovalStep[],
  change: ReviewedChange,
  review: Review,
): IgnoredReason | undefined {
  if (review.decision === 'comment' || review.decision === 'dismissed') return review.decision
  if (review.account === 'bot') return 'bot'
  if (change.authors.has(review.person)) return 'author'
  const isApproval = review.decision === 'approve'
  // A refusal stands whatever is pushed after it: otherwise whoever it is about could push it away.
  if (isApproval && review.content !== change.content) return 'other-content'
  const roles = change.roles.get(review.person) ?? []
  const roleSets = new Set(steps.flatMap(step => roleSetsOf(step, roles)))
  if (roleSets.size === 0) return 'no-role'
  if (isApproval && !heldThen(steps, change, review, roles)) return 'no-role-then'
  // Separation of duties (XS-31.2): who could fill two different steps fills neither.
  return roleSets.size > 1 ? 'conflicting-roles' : undefined
}

/** Who came into office after an approval, or holds another than then, approves again. */
function heldThen(
  steps: readonly ApprovalStep[],
  { rolesWhen }: ReviewedChange,
  review: Review,
  roles: readonly string[],
): boolean {
  const then = rolesWhen?.(review) ?? roles
  const deciding = roles.filter(role => steps.some(step => step.roles.includes(role)))
  return deciding.every(role => then.includes(role))
}
