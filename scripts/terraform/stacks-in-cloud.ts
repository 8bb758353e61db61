import { existsSync } from 'node:fs'
import type { Failure } from '../../lib/deliver/run.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import type { Claim } from '../../lib/deliver/stack-status.ts'
import { resourcesOf } from '../../lib/deliver/state.ts'
import { filesOf, readJson } from '../workspace/delivery-files.ts'
import { cloudFailure } from './cloud-failure.ts'
import { configureDestroy, withPlatforms } from './configure-destroy.ts'
import { cloudIn } from './connection.ts'
import type { Delivery } from './delivery.ts'
import { goingWith, leftIn } from './destroy-conditions.ts'
import type { BrokenZones } from './open-clouds.ts'
import { prepare } from './prepare.ts'
import type { Access, Session, Surroundings } from './session.ts'
import { watchFor } from './snapshot.ts'
import { requireSight } from './standing/index.ts'
import { standingFailure, unrecordedObjects } from './standing/unrecorded.ts'
import { nobody } from './state/list.ts'
import { readState } from './state.ts'
import { observed, withSomeZones } from './with-session.ts'

/** What of a stack a cloud was found to have beside its record, or why nobody can tell; undefined where nothing. */
export type InCloud = Failure | undefined

/**
 * Looks in the clouds, and changes nothing: for what stands of a stack that the repository asks for and is in no state, and
 * for what is left in one that it does not.
 */
export async function lookInClouds(
  surroundings: Surroundings,
  delivery: Delivery,
  stacks: readonly { readonly stack: DeliveryStack; readonly claim: Claim }[],
): Promise<ReadonlyMap<string, InCloud>> {
  const all = stacks.map(({ stack }) => stack)
  const ask = async (access: Access, broken: BrokenZones) => {
    const reached = stacks.filter(({ stack }) => !broken.has(stack.zone))
    const laidOut = withPlatforms(
      delivery,
      reached.map(({ stack }) => stack),
    )
    await configureDestroy(surroundings, access, delivery, laidOut)
    return await observed({ ...surroundings, observe: nobody }, access, all, async session => {
      const found = new Map<string, InCloud>(all.map(({ name, zone }) => [name, broken.get(zone)]))
      for (const { stack, claim } of reached) found.set(stack.name, await look(session, stack, claim))
      return found
    })
  }
  return await withSomeZones(surroundings, delivery, all, ask, 'look')
}

/** While another run writes a stack, what stands of it cannot be held against its state. */
async function look(session: Session, stack: DeliveryStack, claim: Claim): Promise<InCloud> {
  const watch = await watchFor(session, stack)
  const found = watch.disturbed() ?? (await lookOnce(session, stack, claim))
  return watch.disturbed() ?? found
}

async function lookOnce(session: Session, stack: DeliveryStack, claim: Claim): Promise<InCloud> {
  const files = filesOf(session.workspace, stack.name)
  try {
    const unready = await prepare(session, stack, files)
    const isGoing = claim !== 'wanted' && existsSync(files.removing)
    const failure = unready?.failure ?? (await requireSight(session, stack, files, isGoing))
    if (failure !== undefined) return failure
    if (claim !== 'wanted') return await leftIn(session, stack, await goingWith(session, [stack]))
    const cloud = await cloudIn(session, stack.zone)
    const resources = resourcesOf(await readState(session, stack, files))
    const configuration = readJson(files.configuration)
    return standingFailure(stack, await unrecordedObjects({ cloud, stack, configuration, resources }))
  } catch (error) {
    const failure = cloudFailure(error)
    if (failure === undefined) throw error
    return failure
  }
}
