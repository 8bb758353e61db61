// What stands in a cloud, held against the state, before anything is touched.
import type { Failure } from '../../../lib/deliver/run.ts'
import type { DeliveryStack } from '../../../lib/deliver/stack.ts'
import { resourcesOf } from '../../../lib/deliver/state.ts'
import { stackName } from '../../../stacks/names.ts'
import { filesOf, type StackFiles } from '../../workspace/delivery-files.ts'
import { cloudIn } from '../connection.ts'
import type { Access } from '../session.ts'
import { readState } from '../state.ts'
import { type Looked, lookAt, sightFailure } from './sight.ts'

/**
 * Reads back by id some of what the state says exists, and of the zone's own objects. Nothing has been refreshed then.
 * @param isGoing whether a removal of the stack has begun: what is not seen may be gone, and only the zone's own objects
 * tell whether the account sees
 * @returns why the stack must be left alone.
 */
export async function requireSight(
  session: Access,
  stack: DeliveryStack,
  files: StackFiles,
  isGoing = false,
): Promise<Failure | undefined> {
  const resources = resourcesOf(await readState(session, stack, files))
  if (resources.length === 0) return undefined
  const cloud = await cloudIn(session, stack.zone)
  const own = await lookAt(cloud, resources)
  if (own.every(({ seen }) => seen)) return undefined
  const expected = isGoing ? own.filter(({ seen }) => seen) : own
  return await sightFailure(cloud, stack, expected, await platformSeen(session, stack))
}

async function platformSeen(session: Access, { zone }: DeliveryStack): Promise<readonly Looked[]> {
  const platform = { name: stackName.platform(zone), kind: 'platform', zone, after: [] } as const
  const state = await readState(session, platform, filesOf(session.workspace, platform.name))
  return await lookAt(await cloudIn(session, zone), resourcesOf(state))
}
