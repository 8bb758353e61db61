import type { PlannedChange, StackPlan } from '../../lib/deliver/plan.ts'
import { type Failure, failureOf } from '../../lib/deliver/run.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import type { StateResource } from '../../lib/deliver/state.ts'
import {
  judgePlan,
  protectedRemovals,
  type StackBreach,
  type StackHistory,
} from '../../lib/plan-gate/index.ts'
import type { Delivery } from './delivery.ts'

/**
 * Judges plans before anything of them is applied. A stack counts once, however often it is asked about, with the most that
 * one of its plans removes: what is planned again after a failure is the rest of what was begun.
 */
export type Gate = (stack: DeliveryStack, planned: Planned) => Failure | undefined

export interface Planned {
  readonly plan: StackPlan
  /** What it was planned from. */
  readonly configuration: unknown
  /** Whether the stack goes, as the history of its systems has brought it to its end. */
  readonly ends?: boolean
  /** What the catalogue's beliefs of the isolation have against the stack. */
  readonly breaches?: readonly StackBreach[]
}

/** The gate of one run, which counts what its stacks remove. */
export function openGate({ historyOf, mostRemovals }: Pick<Delivery, 'historyOf' | 'mostRemovals'>): Gate {
  const removed = new Map<string, number>()
  return (stack, { plan, configuration, ends = false, breaches = [] }) => {
    const taken = [...removed].reduce((sum, [name, count]) => (name === stack.name ? sum : sum + count), 0)
    const history = ends ? ended(historyOf(stack)) : historyOf(stack)
    const removals = { most: mostRemovals, taken }
    const verdict = judgePlan({ stack, plan, configuration, history, removals, breaches })
    if (verdict === undefined) {
      removed.set(stack.name, Math.max(removed.get(stack.name) ?? 0, protectedRemovals({ plan }).length))
      return undefined
    }
    const { rule, findings } = verdict
    const address = findings.find(found => found.address !== undefined)?.address
    const at = { stack: stack.name, ...(address === undefined ? {} : { address }) }
    return { ...failureOf(rule, at, []), findings }
  }
}

function ended(history: StackHistory): StackHistory {
  return { ...history, allows: 'ended' }
}

/** A plan that takes away what a state has, as it stands. */
export function removalPlan(going: readonly StateResource[]): StackPlan {
  const changes = going.map(
    ({ address, type }): PlannedChange => ({
      address,
      type,
      action: 'delete',
      before: undefined,
      after: undefined,
      replacedFor: [],
      hiddenChanges: [],
    }),
  )
  return { changes, drift: [] }
}
