import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import type { Workspace } from '../workspace/delivery-files.ts'
import { takePlanRoom } from '../workspace/plan-room.ts'
import { takeRunLock } from '../workspace/run-lock.ts'
import { runnerOf } from '../workspace/runner.ts'
import { workspaceOf } from '../workspace/workspace.ts'
import type { Delivery } from './delivery.ts'
import { findEngine } from './engine.ts'
import { outsideOf } from './environment.ts'
import { openGate } from './gate.ts'
import { type BrokenZones, openClouds, requireZones } from './open-clouds.ts'
import { allowedLock, cloudsPlaceOf, requireAllowedZone } from './runner-limits.ts'
import type { Access, Session, Surroundings } from './session.ts'

/**
 * Makes sure that the machine has all that a run over these stacks takes, has the working directories to itself while it
 * is at work, and gives them back. Throws a `Refusal` before anything is touched when something is lacking.
 */
export async function withSession<T>(
  surroundings: Surroundings,
  delivery: Delivery,
  stacks: readonly DeliveryStack[],
  work: (session: Access) => Promise<T>,
  purpose: Purpose = 'write',
): Promise<T> {
  const inAll = async (session: Access, broken: BrokenZones): Promise<T> => {
    requireZones(broken)
    return await work(session)
  }
  return await withSomeZones(surroundings, delivery, stacks, inAll, purpose)
}

/**
 * As `withSession`, but content with some of the zones: the others are told, with why their clouds cannot be used. Throws
 * a `Refusal` when it is none.
 */
export async function withSomeZones<T>(
  surroundings: Surroundings,
  delivery: Delivery,
  stacks: readonly DeliveryStack[],
  work: (session: Access, broken: BrokenZones) => Promise<T>,
  purpose: Purpose = 'write',
): Promise<T> {
  const environment = outsideOf(surroundings)
  const home = workspaceOf(surroundings)
  const signal = surroundings.signal()
  const engine = await findEngine({ ...surroundings, environment })
  const zones = new Set(stacks.map(stack => stack.zone))
  const runner = runnerOf(surroundings)
  const reviewedLock = allowedLock(runner, delivery)
  for (const { zone } of delivery.outline.zones) if (zones.has(zone.id)) requireAllowedZone(runner, zone)
  const asked = {
    zh: `连接分区 ${[...zones].join('、')} 的云`,
    en: `reaching the clouds of the zones ${[...zones].join(', ')}`,
  }
  const place = cloudsPlaceOf(surroundings, runner)
  const { clouds, broken } = await surroundings.waiting(
    asked,
    async () => await openClouds(place, delivery.cloudNames, zones),
  )
  if (clouds.size === 0) requireZones(broken)
  const { workspace, release } = workspaceFor(purpose, home)
  const cloudOf: Access['cloudOf'] = zone => {
    const cloud = clouds.get(zone)
    if (cloud === undefined) throw new RangeError(`zone ${zone} was not opened`)
    return cloud
  }
  try {
    const { shrinkOf } = delivery
    const local = delivery.outline.zones.filter(({ zone }) => zone.backend.type === 'local')
    const localZones = new Set(local.map(({ zone }) => zone.id))
    const locks = { reviewedLock, providerLocks: new Map<string, string>() }
    const gate = openGate(delivery)
    return await work(
      { engine, workspace, home, localZones, environment, cloudOf, shrinkOf, gate, signal, ...locks },
      broken,
    )
  } finally {
    release()
  }
}

/** Whether a run changes anything, or only looks: then it excludes no other. */
export type Purpose = 'write' | 'look'

function workspaceFor(purpose: Purpose, home: Workspace) {
  if (purpose === 'write') return { workspace: home, release: takeRunLock(home) }
  const { room, release } = takePlanRoom(home)
  return { workspace: room, release }
}

/** Does something with stacks while somebody looks on. */
export async function observed<T>(
  { observe }: Surroundings,
  session: Access,
  stacks: readonly DeliveryStack[],
  work: (session: Session) => Promise<T>,
  adopts = false,
): Promise<T> {
  const progress = await observe(stacks)
  try {
    return await work({ ...session, progress, adopts })
  } finally {
    await progress.close()
  }
}
