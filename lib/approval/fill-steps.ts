import type { ApprovalStep } from '../../generated/types/approval.ts'
import type { IgnoredReason, IgnoredReview, Review } from './review.ts'

export interface StepVerdict {
  readonly step: ApprovalStep
  /** The approvals that fill the step, in order. */
  readonly by: readonly Review[]
  /** How many more are needed; 0 when the step is done. */
  readonly missing: number
  /** The roles of which any may still give an approval that the step needs. */
  readonly wanted: readonly string[]
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
  const seats = steps.map(seatsOf)
  const openIn = (index: number): readonly Seat[] =>
    (seats[index] ?? []).filter(seat => lackingIn(seat, by[index] ?? [], rolesOf) > 0)
  for (const review of approvals) {
    const open = steps.findIndex((_, index) => openIn(index).length > 0)
    const reason = misfitOf(steps[open], openIn(open), by[open], review, rolesOf.get(review.person) ?? [])
    if (reason === undefined) by[open]?.push(review)
    else ignored.push({ review, reason })
  }
  return {
    steps: steps.map((step, index) => {
      const open = openIn(index)
      const missing = open.reduce((sum, seat) => sum + lackingIn(seat, by[index] ?? [], rolesOf), 0)
      return { step, by: by[index] ?? [], missing, wanted: open.flatMap(({ roles }) => roles) }
    }),
    ignored,
  }
}

/** So many people of some roles: all of a step, or, where each of its roles countersigns, those of one role. */
interface Seat {
  readonly roles: readonly string[]
  readonly need: number
}

function seatsOf({ roles, each = false, need = 1 }: ApprovalStep): readonly Seat[] {
  return each ? roles.map(role => ({ roles: [role], need })) : [{ roles, need }]
}

function lackingIn(
  { roles, need }: Seat,
  by: readonly Review[],
  rolesOf: ReadonlyMap<string, readonly string[]>,
): number {
  const seated = by.filter(({ person }) => rolesOf.get(person)?.some(role => roles.includes(role)) === true)
  return need - seated.length
}

function misfitOf(
  open: ApprovalStep | undefined,
  seats: readonly Seat[],
  by: readonly Review[] | undefined,
  { person, isSigned }: Review,
  roles: readonly string[],
): IgnoredReason | undefined {
  if (open === undefined || !fits(open, roles)) return 'out-of-turn'
  if (open.signed === true && isSigned !== true) return 'not-signed'
  const isSeated = by?.some(earlier => earlier.person === person) === true
  return isSeated || !seats.some(seat => seat.roles.some(role => roles.includes(role)))
    ? 'counted-already'
    : undefined
}

/** The sets of roles of a step that somebody with some roles could fill: each by itself where each countersigns. */
export function roleSetsOf(
  { roles, each = false }: ApprovalStep,
  held: readonly string[],
): readonly string[] {
  const own = roles.filter(role => held.includes(role))
  if (own.length === 0) return []
  return each ? own : [roles.toSorted().join(' ')]
}
