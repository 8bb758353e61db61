import type { ApprovalStep } from '../../generated/types/approval.ts'
import type { IgnoredReason, IgnoredReview, Review } from './review.ts'

export interface StepVerdict {
  readonly step: ApprovalStep
  /** The approvals that fill the step, in order. */
  readonly by: readonly Review[]
  /** How many more are needed; 0 when the step is done. */
  readonly missing: number
}

export interface FilledSteps {
  readonly steps: readonly StepVerdict[]
  readonly ignored: readonly IgnoredReview[]
}

/** Whether one of somebody's roles is among those that a step asks for. */
export function fits(step: ApprovalStep, roles: readonly string[]): boolean {
  return roles.some(role => step.roles.includes(role))
}

/** Puts approvals, in the order in which they were given, into the first step that is not full. */
export function fillSteps(
  steps: readonly ApprovalStep[],
  rolesOf: ReadonlyMap<string, readonly string[]>,
  approvals: readonly Review[],
): FilledSteps {
  const by = steps.map((): Review[] => [])
  const ignored: IgnoredReview[] = []
  for (const review of approvals) {
    const open = steps.findIndex((step, index) => missingIn(step, by[index]) > 0)
    const reason = misfitOf(steps[open], by[open], review, rolesOf.get(review.person) ?? [])
    if (reason === undefined) by[open]?.push(review)
    else ignored.push({ review, reason })
  }
  return {
    steps: steps.map((step, index) => ({ step, by: by[index] ?? [], missing: missingIn(step, by[index]) })),
    ignored,
  }
}

function missingIn({ need = 1 }: ApprovalStep, by: readonly Review[] = []): number {
  return need - by.length
}

function misfitOf(
  open: ApprovalStep | undefined,
  by: readonly Review[] | undefined,
  { person }: Review,
  roles: readonly string[],
): IgnoredReason | undefined {
  if (open === undefined || !fits(open, roles)) return 'out-of-turn'
  return by?.some(earlier => earlier.person === person) ? 'counted-already' : undefined
}
