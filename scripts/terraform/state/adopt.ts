import type { DeliveryStack } from '../../../lib/deliver/stack.ts'
import { resourcesOf } from '../../../lib/deliver/state.ts'
import { Refusal } from '../../../lib/finding/refusal.ts'
import { readJson } from '../../workspace/delivery-files.ts'
import { importNow } from '../adopt/imports.ts'
import { failureOfOutput } from '../call.ts'
import { cloudIn } from '../connection.ts'
import type { Delivery } from '../delivery.ts'
import { asLacking } from '../preflight.ts'
import type { Surroundings } from '../session.ts'
import { standingFailure, type Unrecorded, unrecordedObjects } from '../standing/unrecorded.ts'
import { readState } from '../state.ts'
import { withStack } from './one-stack.ts'

/**
 * Writes into a stack's state what stands of it in the cloud. Throws a `Refusal` while anything stands in its place that
 * does not look like ours.
 * @returns what was taken up.
 */
export async function adoptNow(
  surroundings: Surroundings,
  delivery: Delivery,
  stack: DeliveryStack,
): Promise<readonly Unrecorded[]> {
  return await withStack(surroundings, delivery, stack, async (session, files) => {
    const configuration = readJson(files.configuration)
    const resources = resourcesOf(await readState(session, stack, files))
    const cloud = await cloudIn(session, stack.zone)
    const found = await unrecordedObjects({ cloud, stack, configuration, resources })
    const foreign = found.filter(({ isOurs }) => !isOurs)
    const failure = foreign.length === 0 ? undefined : standingFailure(stack, foreign)
    if (failure !== undefined) throw new Refusal(asLacking(failure, stack.name).finding, 'findings')
    const ended = await importNow(
      session,
      stack,
      files,
      found.map(each => ({ ...each, configuration })),
    )
    if (ended !== undefined) throw asLacking(failureOfOutput(stack, ended).failure, stack.name)
    return found
  })
}
