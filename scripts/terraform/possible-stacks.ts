import { existsSync } from 'node:fs'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import type { Outline } from '../../lib/desired-state/index.ts'
import { filesOf, stacksWithRecords, stacksWithState, type Workspace } from '../workspace/delivery-files.ts'
import { wasInterrupted } from './adopt/index.ts'
import type { Delivery } from './delivery.ts'
import type { EndedStack } from './ended-stacks.ts'
import { stackOfName } from './stacks.ts'

/** What a repository asks for, and what it says has come to its end. */
type Spoken = Pick<Delivery, 'stacks' | 'ended'>

/** Stacks that the repository does not speak of, and that have a state or may have left something in the cloud. */
export function leakedStacks(workspace: Workspace, { stacks, ended }: Spoken): readonly string[] {
  const spokenOf = new Set([...stacks, ...ended].map(stack => stack.name))
  const unspoken = (name: string) => !spokenOf.has(name)
  const interrupted = stacksWithRecords(workspace)
    .filter(unspoken)
    .filter(name => wasInterrupted(filesOf(workspace, name)))
  return [...new Set([...stacksWithState(workspace).filter(unspoken), ...interrupted])].sort()
}

/** Whatever the clouds may hold: the stacks that the repository asks for, and those that it once did. */
export function possibleStacks(workspace: Workspace, spoken: Spoken): readonly DeliveryStack[] {
  const leaked = leakedStacks(workspace, spoken).flatMap(name => stackOfName(name) ?? [])
  return [...spoken.stacks, ...spoken.ended, ...leaked]
}

/** Those that may have something in their cloud. A remote state is only known to its backend: terraform has to look. */
export function presentAmong(
  workspace: Workspace,
  { outline }: Pick<Delivery, 'outline'>,
  stacks: readonly DeliveryStack[],
): readonly DeliveryStack[] {
  const remote = remoteZones(outline)
  return stacks.filter(stack => remote.has(stack.zone) || hasTraces(workspace, stack))
}

/** The zones whose states no machine keeps. */
export function remoteZones({ zones }: Outline): ReadonlySet<string> {
  return new Set(zones.filter(({ zone }) => zone.backend.type !== 'local').map(({ zone }) => zone.id))
}

/** Whether this machine knows something of a stack that stood. */
export function hasTraces(workspace: Workspace, { name }: DeliveryStack): boolean {
  const files = filesOf(workspace, name)
  return existsSync(files.state) || existsSync(files.removing) || wasInterrupted(files)
}

/**
 * Those of ended stacks that have to be looked at: where this machine knows of something that stood; and where only the
 * backend knows, those whose exit goes on. The others are asked for where everything is.
 */
export function endedToLookAt(
  workspace: Workspace,
  { outline }: Pick<Delivery, 'outline'>,
  ended: readonly EndedStack[],
  everything: boolean,
): readonly EndedStack[] {
  const remote = remoteZones(outline)
  return ended.filter(stack => {
    const mayBeAsked = remote.has(stack.zone) && (everything || !stack.end.isSettled)
    return mayBeAsked || hasTraces(workspace, stack)
  })
}
