// Stacks of which neither the repository nor this machine knows any more: only the backend of their zone does.
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { resourcesOf } from '../../lib/deliver/state.ts'
import { emptyStackText } from '../../stacks/empty-stack.ts'
import { stackName } from '../../stacks/names.ts'
import { filesOf } from '../workspace/delivery-files.ts'
import { cloudFailure } from './cloud-failure.ts'
import type { Delivery } from './delivery.ts'
import { layOut } from './lay-out.ts'
import { remoteZones } from './possible-stacks.ts'
import type { Access } from './session.ts'
import { stackOfName } from './stacks.ts'
import { readState } from './state.ts'

type Spoken = Pick<Delivery, 'outline' | 'stacks' | 'ended' | 'departed'>

/** What systems may have left, and units with them, whose manifests some commit had and the one delivered has not. */
export function departedStacks({ outline, stacks, ended, departed }: Spoken): readonly DeliveryStack[] {
  const remote = [...remoteZones(outline)]
  if (remote.length === 0) return []
  const spokenOf = new Set([...stacks, ...ended].map(({ name }) => name))
  const systems = departed().files.flatMap(file => {
    const [, jurisdiction, unit, system] = manifest.exec(file) ?? []
    const isSystem = jurisdiction !== undefined && unit !== undefined && system !== undefined
    return isSystem && system !== 'unit' ? [{ jurisdiction, unit, system }] : []
  })
  const names = remote.flatMap(zone =>
    systems.flatMap(({ jurisdiction, unit, system }) => [
      stackName.system(zone, jurisdiction, unit, system),
      stackName.unit(zone, jurisdiction, unit),
    ]),
  )
  return [...new Set(names)]
    .filter(name => !spokenOf.has(name))
    .sort()
    .flatMap(name => stackOfName(name) ?? [])
}

const manifest = /^tenants\/([a-z0-9-]+)\/([a-z0-9-]+)\/([a-z0-9-]+)\.yaml$/

/** Names of those that their backends still have something of, or do not let be read. */
export async function leakedInBackends(
  session: Access,
  delivery: Spoken,
  stacks: readonly DeliveryStack[],
): Promise<readonly string[]> {
  const leaked: string[] = []
  for (const stack of stacks) {
    if (session.signal.aborted) return leaked
    const zone = delivery.outline.zones.find(({ zone: { id } }) => id === stack.zone)?.zone
    if (zone === undefined) continue
    await layOut(session, filesOf(session.workspace, stack.name), emptyStackText(zone, stack.name))
    if (await mayStand(session, stack)) leaked.push(stack.name)
  }
  return leaked
}

async function mayStand(session: Access, stack: DeliveryStack): Promise<boolean> {
  try {
    const state = await readState(session, stack, filesOf(session.workspace, stack.name))
    return resourcesOf(state).length > 0
  } catch (error) {
    if (cloudFailure(error) === undefined) throw error
    return true
  }
}
