export { type Asked, approvalsAfter, approvalsAskedFor, type KindOfChange, lastDecider } from './asked.ts'
export { asksOf } from './asks.ts'
export { approvalCodes } from './codes.ts'
export {
  type Content,
  type Decision,
  decide,
  type Involved,
  type PartVerdict,
  statusOfDecision,
} from './decide.ts'
export { evaluateApproval, type Verdict } from './evaluate.ts'
export type { StepVerdict } from './fill-steps.ts'
export { objectionsTo, type Pinned } from './objections.ts'
export { type ApplicablePolicy, policiesFor } from './policies.ts'
export { reasonNames } from './reason-names.ts'
export type { IgnoredReason, IgnoredReview, Review, ReviewedChange } from './review.ts'
export { statementFindings } from './statement-findings.ts'
export type { VoidReason, VoidReview, VoidStatement } from './void.ts'
export { isStatement, statementId } from './weigh-statements.ts'
