import type { CodeDefinition, Finding, StackPlace } from '../finding/finding.ts'
import type { GatedPlan } from './gated.ts'

/** A rule about what a run is about to do to one stack. */
export interface PlanRule extends CodeDefinition {
  readonly check: (gated: GatedPlan) => Iterable<Finding<StackPlace>>
}
