import type { Finding, StackPlace } from '../finding/finding.ts'
import type { GatedPlan } from './gated.ts'
import type { PlanRule } from './rule.ts'
import { beliefsHeld } from './rules/beliefs-held.ts'
import { openToNobodyElse } from './rules/open-to-nobody-else.ts'
import { removalHasEvent } from './rules/removal-has-event.ts'
import { removalsWithinLimit } from './rules/removals-within-limit.ts'
import { typeAllowed } from './rules/type-allowed.ts'
import { valueKnown } from './rules/value-known.ts'
import { zoneKept } from './rules/zone-kept.ts'

export { breachesByStack, type StackBreach } from './breaches.ts'
export { type GatedPlan, protectedRemovals, type RemovalLimit } from './gated.ts'
export { type StackHistory, stackHistoryOf, type Turn } from './history.ts'
export { mostRemovals } from './limit.ts'

/** What a plan must stand before anything of it is applied. */
export const planRules: readonly PlanRule[] = [
  typeAllowed,
  removalHasEvent,
  removalsWithinLimit,
  openToNobodyElse,
  zoneKept,
  valueKnown,
  beliefsHeld,
]

/** Why nothing of a plan may be applied. */
export interface Verdict {
  /** The first rule that it does not stand. */
  readonly rule: PlanRule
  /** Of all rules; at least one. */
  readonly findings: readonly Finding<StackPlace>[]
}

/** Judges the plan of one stack; undefined where it may be applied. */
export function judgePlan(gated: GatedPlan): Verdict | undefined {
  const found = planRules.map(rule => ({ rule, findings: [...rule.check(gated)] }))
  const first = found.find(({ findings }) => findings.length > 0)
  return first && { rule: first.rule, findings: found.flatMap(({ findings }) => findings) }
}
