import { existsSync } from 'node:fs'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { type Claim, type StackStatus, selectorOf } from '../../lib/deliver/stack-status.ts'
import { resourcesOf } from '../../lib/deliver/state.ts'
import { filesOf, readJson, type Workspace } from '../workspace/delivery-files.ts'
import { lastRuns } from '../workspace/run-record.ts'
import { wasInterrupted } from './adopt/index.ts'
import type { Delivery } from './delivery.ts'
import { endedToLookAt, leakedStacks } from './possible-stacks.ts'
import { selected, stackOfName } from './stacks.ts'

interface Claimed {
  readonly stack: DeliveryStack
  readonly claim: Claim
}

export interface ShownStack extends Claimed {
  readonly status: StackStatus
}

/** Where the stacks that the selectors name stand, by what lies on this machine alone: no cloud and no backend is asked. */
export function stackStatuses(
  workspace: Workspace,
  delivery: Delivery,
  selectors: readonly string[],
): readonly ShownStack[] {
  const claimed = claimedStacks(workspace, delivery)
  const chosen = new Set(
    selected(
      claimed.map(({ stack }) => stack),
      selectors,
    ),
  )
  const last = lastRuns(workspace)
  return claimed
    .filter(({ stack }) => chosen.has(stack))
    .map(one => ({
      ...one,
      status: { ...statusOf(workspace, delivery, one), last: last.get(one.stack.name) },
    }))
}

function claimedStacks(workspace: Workspace, delivery: Delivery): readonly Claimed[] {
  const as = (claim: Claim) => (stack: DeliveryStack) => ({ stack, claim })
  const leaked = leakedStacks(workspace, delivery).flatMap(name => stackOfName(name) ?? [])
  return [
    ...delivery.stacks.map(as('wanted')),
    ...endedToLookAt(workspace, delivery, delivery.ended, false).map(as('ended')),
    ...leaked.map(as('leaked')),
  ]
}

function statusOf(
  workspace: Workspace,
  { outline }: Delivery,
  { stack, claim }: Claimed,
): Omit<StackStatus, 'last'> {
  const files = filesOf(workspace, stack.name)
  // A state of a zone that is gone lies here, or nobody knows where.
  const backend = outline.zones.find(({ zone }) => zone.id === stack.zone)?.zone.backend.type ?? 'local'
  const isLocal = backend === 'local'
  return {
    stack: stack.name,
    kind: stack.kind,
    zone: stack.zone,
    selector: selectorOf(stack),
    claim,
    state: { backend, file: isLocal ? files.state : undefined },
    resources: isLocal ? resourcesOf(readJson(files.state)).length : undefined,
    unrecorded: wasInterrupted(files),
    removing: existsSync(files.removing),
  }
}
