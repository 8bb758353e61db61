import type { PlannedChange, StackPlan } from '../deliver/plan.ts'
import { kindOf } from '../deliver/plan-json.ts'
import { isReal } from '../deliver/resource-changes.ts'
import type { DeliveryStack } from '../deliver/stack.ts'
import { isProtected, type StackType } from '../resource-types/index.ts'
import type { StackBreach } from './breaches.ts'
import type { StackHistory } from './history.ts'

/** A stack's plan with all that the gate judges it by. */
export interface GatedPlan {
  readonly stack: DeliveryStack
  readonly plan: StackPlan
  /** What it was planned from: Terraform's JSON configuration. */
  readonly configuration: unknown
  readonly history: StackHistory
  readonly removals: RemovalLimit
  /** What the catalogue's beliefs of the isolation have against it; of a stack that goes, they are not asked. */
  readonly breaches: readonly StackBreach[]
}

/** How many resources that need an event one run may remove or make anew. */
export interface RemovalLimit {
  readonly most: number
  /** Those of the stacks that were judged before it in the same run. */
  readonly taken: number
}

/** What a plan does in the cloud, without what it leaves alone. */
export function realChanges({ plan }: Pick<GatedPlan, 'plan'>): readonly PlannedChange[] {
  return plan.changes.filter(isReal)
}

/** What a plan removes or makes anew of the types that need an event. */
export function protectedRemovals(gated: Pick<GatedPlan, 'plan'>): readonly PlannedChange[] {
  return realChanges(gated).filter(
    change => (change.action === 'delete' || change.action === 'replace') && isProtected(change.type),
  )
}

/** What there is on the side that the plan comes to; of what it removes, what it was. */
export function typeOf(change: PlannedChange): StackType | undefined {
  return kindOf(change)
}
