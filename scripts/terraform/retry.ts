import { codes } from '../../lib/deliver/codes.ts'
import { retrySet } from '../../lib/deliver/run.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { finding } from '../../lib/finding/finding.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { readLastApply } from '../workspace/run-record.ts'
import type { StatePlace } from '../workspace/state-home.ts'
import { workspaceOf } from '../workspace/workspace.ts'

/** Those stacks that the last apply was to do and did not. Throws a `Refusal` when there was none. */
export function retried<T extends DeliveryStack>(place: StatePlace, stacks: readonly T[]): readonly T[] {
  const left = retrySet(readLastApply(workspaceOf(place)))
  if (left === undefined) {
    const { title, why } = codes.nothingToRetry
    const said = { message: title, fix: { message: why } }
    throw new Refusal(finding(codes.nothingToRetry, { machine: '--retry' }, said), 'usage')
  }
  return stacks.filter(stack => left.has(stack.name))
}
