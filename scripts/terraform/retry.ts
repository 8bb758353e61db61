import { codes } from '../../lib/deliver/codes.ts'
import { retrySet } from '../../lib/deliver/run.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { CommandError } from '../terminal/command.ts'
import { workspaceOf } from '../workspace/delivery-files.ts'
import { readLastApply } from '../workspace/run-record.ts'

/** Those stacks that the last apply was to do and did not. Throws a `CommandError` when there was none. */
export function retried(root: string, stacks: readonly DeliveryStack[]): readonly DeliveryStack[] {
  const left = retrySet(readLastApply(workspaceOf(root)))
  if (left === undefined) {
    const { code, title, why } = codes.nothingToRetry
    throw new CommandError(code, { zh: `${title.zh}；${why.zh}`, en: `${title.en}; ${why.en}` })
  }
  return stacks.filter(stack => left.has(stack.name))
}
