import type { ApprovalPolicy, ApprovalStep } from '../../generated/types/approval.ts'
import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import { type Case, holds } from '../profile/condition.ts'

export interface ApplicablePolicy {
  readonly policy: ApprovalPolicy
  /** The steps that the case calls for, in order. */
  readonly steps: readonly ApprovalStep[]
}

/**
 * The policies that a kind of change must satisfy in a case; all of them, where several apply. None means that the
 * regulation asks nobody: a caller that expects an approval must treat that as a fault of the profile.
 */
export function policiesFor(
  profile: JurisdictionProfile,
  change: ApprovalPolicy['change'],
  of: Case,
): readonly ApplicablePolicy[] {
  return (profile.approvals ?? [])
    .filter(policy => policy.change === change && holds(policy.when, of))
    .map(policy => ({ policy, steps: policy.steps.filter(step => holds(step.when, of)) }))
}
