// Approved is applied: what somebody agreed to, held against what would be done now.
export {
  type ApprovedPlan,
  approvedPlanOf,
  digestOf,
  type PlannedStack,
  type PlanOrigin,
  type PlanRequest,
} from './approved-plan.ts'
export { approvedPlanCodes } from './codes.ts'
export { beyondAgreed, differencesSince } from './differences.ts'
export { fileDigests } from './files.ts'
export { approvedPlanText, readApprovedPlan } from './read.ts'
