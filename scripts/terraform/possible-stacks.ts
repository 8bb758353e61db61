import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { filesOf, stacksWithRecords, stacksWithState, type Workspace } from '../workspace/delivery-files.ts'
import { wasInterrupted } from './adopt/index.ts'
import { stackOfName } from './stacks.ts'

/** Stacks that nothing in the repository asks for, and that have a state or may have left something in the cloud. */
export function leakedStacks(workspace: Workspace, stacks: readonly DeliveryStack[]): readonly string[] {
  const wanted = new Set(stacks.map(stack => stack.name))
  const unwanted = (name: string) => !wanted.has(name)
  const interrupted = stacksWithRecords(workspace)
    .filter(unwanted)
    .filter(name => wasInterrupted(filesOf(workspace, name)))
  return [...new Set([...stacksWithState(workspace).filter(unwanted), ...interrupted])].sort()
}

/** Whatever the clouds may hold: the stacks that the repository asks for, and those that it once did. */
export function possibleStacks(
  workspace: Workspace,
  stacks: readonly DeliveryStack[],
): readonly DeliveryStack[] {
  return [...stacks, ...leakedStacks(workspace, stacks).flatMap(name => stackOfName(name) ?? [])]
}
