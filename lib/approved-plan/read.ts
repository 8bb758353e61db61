import { isRecord, valueAt } from '../deliver/json.ts'
import { type ApprovedPlan, digestOf } from './approved-plan.ts'

/** The text of an approved plan as files have it. */
export function approvedPlanText(plan: ApprovedPlan): string {
  return `${JSON.stringify(plan, null, 2)}\n`
}

/** What such a text says; undefined for any other, and where it was changed since. */
export function readApprovedPlan(text: string): ApprovedPlan | undefined {
  const value = parsed(text)
  return isApprovedPlan(value) ? value : undefined
}

/** Its digest binds all of it, so that nothing else has to be looked at one by one. */
function isApprovedPlan(value: unknown): value is ApprovedPlan {
  if (!isRecord(value) || valueAt(value, 'version') !== 1) return false
  const { digest, ...said } = value
  const isWhole = ['request', 'files', 'stacks'].every(part => isRecord(said[part]))
  const selectors = valueAt(said, 'request', 'selectors')
  const isNamed = Array.isArray(selectors) && selectors.every(selector => typeof selector === 'string')
  return isWhole && isNamed && digestOf(said) === digest
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
