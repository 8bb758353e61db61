import type { ApprovalStep } from '../../generated/types/approval.ts'
import type { IgnoredReason, IgnoredReview, Review, ReviewedChange } from './review.ts'

export interface StepVerdict {
  readonly step: ApprovalStep
  /** The approvals that fill the step, in order. */
  readonly by: readonly Review[]
  /** How many more are needed; 0 when the step is done. */
  readonly missing: number
}

/**
 * `satisfied`: every step is filled in order. `missing`: the open steps say whose approval is wanted. `invalid`: somebody
 * who has a say refuses, and has not approved since.
 */
export interface Verdict {
  readonly status: 'satisfied' | 'missing' | 'invalid'
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
  const ignored: IgnoredReview[] = []
  const inTime = reviews.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id - b.id))
  const counting = inTime.filter(review => {
    const reason = disqualification(steps, change, review)
    if (reason !== undefined) ignored.push({ review, reason })
    return reason === undefined
  })
  const lastRefusal = new Map<string, Review>()
  const lastApproval = new Map<string, Review>()
  for (const review of counting)
    (review.decision === 'refuse' ? lastRefusal : lastApproval).set(review.person, review)
  const refusals = [...lastRefusal.values()].filter(refusal => {
    const approval = lastApproval.get(refusal.person)
    return approval === undefined || counting.indexOf(approval) < counting.indexOf(refusal)
  })
  const approvals = counting.filter((review, index) => {
    if (review.decision === 'refuse') return false
    const refusal = lastRefusal.get(review.person)
    const withdrawn = refusal !== undefined && counting.indexOf(refusal) > index
    if (withdrawn) ignored.push({ review, reason: 'withdrawn' })
    return !withdrawn
  })
  const filled = fillSteps(steps, change, approvals, ignored)
  const status =
    refusals.length > 0 ? 'invalid' : filled.every(step => step.missing === 0) ? 'satisfied' : 'missing'
  return { status, steps: filled, refusals, ignored }
}

function disqualification(
  steps: readonly ApprovalStep[],
  change: ReviewedChange,
  review: Review,
): IgnoredReason | undefined {
  if (review.decision === 'comment' || review.decision === 'dismissed') return review.decision
  if (review.account === 'bot') return 'bot'
  if (review.person === change.author) return 'author'
  if (review.content !== change.content) return 'other-content'
  const roles = change.roles.get(review.person) ?? []
  const roleSets = new Set(
    steps.filter(step => fits(step, roles)).map(step => step.roles.toSorted().join(' ')),
  )
  if (roleSets.size === 0) return 'no-role'
  // Separation of duties (XS-31.2): who could fill two different steps fills neither.
  return roleSets.size > 1 ? 'conflicting-roles' : undefined
}

function fillSteps(
  steps: readonly ApprovalStep[],
  change: ReviewedChange,
  approvals: readonly Review[],
  ignored: IgnoredReview[],
): readonly StepVerdict[] {
  const by: Review[][] = steps.map(() => [])
  let current = 0
  for (const review of approvals) {
    const step = steps[current]
    const taken = by[current]
    if (step === undefined || taken === undefined || !fits(step, change.roles.get(review.person) ?? [])) {
      ignored.push({ review, reason: 'out-of-turn' })
      continue
    }
    if (taken.some(earlier => earlier.person === review.person)) {
      ignored.push({ review, reason: 'counted-already' })
      continue
    }
    taken.push(review)
    if (taken.length === (step.need ?? 1)) current += 1
  }
  return steps.map((step, index) => {
    const reviews = by[index] ?? []
    return { step, by: reviews, missing: (step.need ?? 1) - reviews.length }
  })
}

function fits(step: ApprovalStep, roles: readonly string[]): boolean {
  return roles.some(role => step.roles.includes(role))
}
