export { evaluateApproval, type StepVerdict, type Verdict } from './evaluate.ts'
export { type ApplicablePolicy, policiesFor } from './policies.ts'
export type { IgnoredReason, IgnoredReview, Review, ReviewedChange } from './review.ts'
