import {
  type FoundCreate,
  type InterruptedCreates,
  managedObject,
  sortFoundCreates,
} from '../../../lib/deliver/interrupted-creates.ts'
import { textAt } from '../../../lib/deliver/json.ts'
import type { DeliveryStack } from '../../../lib/deliver/stack.ts'
import { resourcesOf } from '../../../lib/deliver/state.ts'
import { readJson, type StackFiles } from '../../workspace/delivery-files.ts'
import { failureOfOutput } from '../call.ts'
import { cloudIn } from '../connection.ts'
import type { Unready } from '../prepare.ts'
import type { Session } from '../session.ts'
import { type Unrecorded, unrecordedObjects } from '../standing/unrecorded.ts'
import { readState } from '../state.ts'
import { importNow, writeImportBlocks } from './imports.ts'
import { readInterruptedCreates, writeInterruptedCreates } from './interrupted.ts'
import { lookUp } from './look-up.ts'

export { forgetInterruptedCreates, noteInterruptedCreates, wasInterrupted } from './interrupted.ts'

export interface Adopted {
  /** Addresses of what an earlier run had begun and the cloud does not have. */
  readonly missing: ReadonlySet<string>
  /** Why something that it does have could not be taken up. */
  readonly unready?: Unready
  /** What stands as the configuration describes it, without a record of our having made it, and was not taken up. */
  readonly standing: readonly Unrecorded[]
  /** What of this was. */
  readonly takenUp: readonly Unrecorded[]
}

/**
 * Before a plan or an apply, has terraform take up what an earlier run created and did not come to write into the
 * state: by import blocks beside the configuration what is still asked for, and at once what is not, so that it is
 * planned to go. What stands and no record speaks of is taken up only where the session was told to; else it is named.
 */
export async function adopt(session: Session, stack: DeliveryStack, files: StackFiles): Promise<Adopted> {
  const configuration = readJson(files.configuration)
  const interrupted = await beforeAdoption(session, stack, files)
  const { found, missing, managed } = await search(session, stack, files, interrupted, configuration)
  const { kept, dropped } = sortFoundCreates(found, configuration, managed)
  const failed = await importDropped(session, stack, files, dropped)
  const taken = new Set(kept.map(({ address }) => address))
  const unrecorded = (await searchUnrecorded(session, stack, files, configuration)).filter(
    ({ address }) => !taken.has(address),
  )
  // A request of the run that was broken off may have gone through since it was looked for.
  const isTakenUp = (each: Unrecorded) => missing.has(each.address) || (session.adopts && each.isOurs)
  const takenUp = unrecorded.filter(isTakenUp)
  writeImportBlocks(files, [...kept, ...takenUp.map(each => ({ ...each, configuration }))])
  return { missing, ...failed, takenUp, standing: unrecorded.filter(each => !isTakenUp(each)) }
}

async function searchUnrecorded(
  session: Session,
  stack: DeliveryStack,
  files: StackFiles,
  configuration: unknown,
): Promise<readonly Unrecorded[]> {
  const cloud = await cloudIn(session, stack.zone)
  const resources = resourcesOf(await readState(session, stack, files))
  return await unrecordedObjects({ cloud, stack, configuration, resources })
}

/** Before a destroy, to which import blocks mean nothing, takes up all of it at once. */
export async function adoptToDestroy(
  session: Session,
  stack: DeliveryStack,
  files: StackFiles,
): Promise<Pick<Adopted, 'unready'>> {
  const interrupted = await beforeAdoption(session, stack, files)
  const { found, managed } = await search(session, stack, files, interrupted)
  const { dropped } = sortFoundCreates(found, undefined, managed)
  return await importDropped(session, stack, files, dropped)
}

/** The interrupted creates of a stack, once they are safe on the disk. */
async function beforeAdoption(
  session: Session,
  stack: DeliveryStack,
  files: StackFiles,
): Promise<readonly InterruptedCreates[]> {
  writeImportBlocks(files, [])
  const interrupted = await readInterruptedCreates(session, stack, files)
  // Before terraform makes its log anew.
  writeInterruptedCreates(files, interrupted)
  return interrupted
}

async function importDropped(
  session: Session,
  stack: DeliveryStack,
  files: StackFiles,
  dropped: readonly FoundCreate[],
): Promise<Pick<Adopted, 'unready'>> {
  const failed = await importNow(session, stack, files, dropped)
  return failed === undefined ? {} : { unready: failureOfOutput(stack, failed) }
}

interface Searched {
  readonly found: readonly FoundCreate[]
  readonly missing: ReadonlySet<string>
  /** What the state has, whatever its address. */
  readonly managed: ReadonlySet<string>
}

/** Looks for each as the present configuration describes it, where it does, and else as that of its own run did. */
async function search(
  session: Session,
  stack: DeliveryStack,
  files: StackFiles,
  interrupted: readonly InterruptedCreates[],
  present?: unknown,
): Promise<Searched> {
  if (interrupted.length === 0) return { found: [], missing: new Set(), managed: new Set() }
  const asked = { zh: '在云上查找中断时未登记的资源', en: 'looking in the cloud for what was not recorded' }
  session.progress.waits(stack, asked)
  const cloud = await cloudIn(session, stack.zone)
  const resources = resourcesOf(await readState(session, stack, files))
  const state = new Map(resources.map(({ address, attributes }) => [address, attributes]))
  const finder = (configuration: unknown) => lookUp({ cloud, configuration, state })
  const findNow = finder(present)
  const looked = interrupted.flatMap(({ configuration, addresses }) => {
    const findThen = finder(configuration)
    return addresses.map(async address => {
      const object = (await findNow(address)) ?? (await findThen(address))
      return { address, configuration, importId: object?.importId }
    })
  })
  const all = await Promise.all(looked)
  return {
    found: all.flatMap(({ importId, ...rest }) => (importId === undefined ? [] : [{ ...rest, importId }])),
    missing: new Set(all.flatMap(({ importId, address }) => (importId === undefined ? [address] : []))),
    managed: new Set(
      resources.map(({ type, attributes }) => managedObject(type, textAt(attributes, 'id') ?? '')),
    ),
  }
}
