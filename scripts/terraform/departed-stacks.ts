// Stacks of which neither the repository nor this machine knows any more: only the backend of their zone does.
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { resourcesOf } from '../../lib/deliver/state.ts'
import type { DesiredZone } from '../../lib/desired-state/index.ts'
import { emptyStackText } from '../../stacks/empty-stack.ts'
import { stackName } from '../../stacks/names.ts'
import { turns } from '../openstack/turns.ts'
import { filesOf, removeStackFiles, type StackFiles } from '../workspace/delivery-files.ts'
import { cloudFailure } from './cloud-failure.ts'
import type { Delivery } from './delivery.ts'
import { layOut } from './lay-out.ts'
import { systemsOf } from './named-systems.ts'
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
  const names = remote.flatMap(zone =>
    systemsOf(departed().files).flatMap(({ jurisdiction, unit, system }) => [
      stackName.system(zone, jurisdiction, unit, system),
      stackName.unit(zone, jurisdiction, unit),
    ]),
  )
  return [...new Set(names)]
    .filter(name => !spokenOf.has(name))
    .sort()
    .flatMap(name => stackOfName(name) ?? [])
}

/** Names of those that their backends still have something of, or do not let be read. */
export async function leakedInBackends(
  session: Access,
  { outline }: Spoken,
  stacks: readonly DeliveryStack[],
  parallel: number,
): Promise<readonly string[]> {
  const zones = new Map(outline.zones.map(({ zone }) => [zone.id, zone]))
  const inTurn = turns(parallel)
  const looks = stacks.map(async stack => {
    const zone = zones.get(stack.zone)
    if (zone === undefined) return []
    return await inTurn(async () => ((await mayStand(session, zone, stack)) ? [stack.name] : []))
  })
  return (await Promise.all(looks)).flat()
}

async function mayStand(session: Access, zone: DesiredZone, stack: DeliveryStack): Promise<boolean> {
  if (session.signal.aborted) return false
  const files = filesOf(session.workspace, stack.name)
  await layOut(session, files, emptyStackText(zone, stack.name))
  const stands = await hasResources(session, stack, files)
  // The history has ever more of them: what was only made to ask for one must not stay for good.
  if (!stands) removeStackFiles(files)
  return stands
}

async function hasResources(session: Access, stack: DeliveryStack, files: StackFiles): Promise<boolean> {
  try {
    return resourcesOf(await readState(session, stack, files)).length > 0
  } catch (error) {
    if (cloudFailure(error) === undefined) throw error
    return true
  }
}
