import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { takeRunLock } from '../workspace/run-lock.ts'
import { workspaceOf } from '../workspace/workspace.ts'
import type { Delivery } from './delivery.ts'
import { findEngine } from './engine.ts'
import { openClouds } from './open-clouds.ts'
import type { Access, Session, Surroundings } from './session.ts'

/**
 * Makes sure that the machine has all that a run over these stacks takes, has the working directories to itself while it
 * is at work, and gives them back. Throws a `Refusal` before anything is touched when something is lacking.
 */
export async function withSession<T>(
  surroundings: Surroundings,
  { cloudNames, providerLock }: Delivery,
  stacks: readonly DeliveryStack[],
  work: (session: Access) => Promise<T>,
): Promise<T> {
  const { environment } = surroundings
  const workspace = workspaceOf(surroundings)
  const signal = surroundings.signal()
  const engine = await findEngine(surroundings)
  const clouds = await openClouds(surroundings, cloudNames, new Set(stacks.map(stack => stack.zone)))
  const release = takeRunLock(workspace)
  const cloudOf: Access['cloudOf'] = zone => {
    const cloud = clouds.get(zone)
    if (cloud === undefined) throw new RangeError(`zone ${zone} was not opened`)
    return cloud
  }
  try {
    return await work({
      engine,
      workspace,
      environment,
      cloudOf,
      signal,
      reviewedLock: providerLock,
      providerLocks: new Map(),
    })
  } finally {
    release()
  }
}

/** Does something with stacks while somebody looks on. */
export async function observed<T>(
  { observe }: Surroundings,
  session: Access,
  stacks: readonly DeliveryStack[],
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const progress = await observe(stacks)
  try {
    return await work({ ...session, progress })
  } finally {
    await progress.close()
  }
}
