export { evaluateApproval, type Verdict } from './evaluate.ts'
export type { StepVerdict } from './fill-steps.ts'
export { type ApplicablePolicy, policiesFor } from './policies.ts'
export type { IgnoredReason, IgnoredReview, Review, ReviewedChange } from './review.ts'
