import { existsSync } from 'node:fs'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { resourcesOf } from '../../lib/deliver/state.ts'
import type { Finding, RecordPlace } from '../../lib/finding/finding.ts'
import { filesOf, type Workspace } from '../workspace/delivery-files.ts'
import { cloudFailure } from './cloud-failure.ts'
import type { Delivery } from './delivery.ts'
import { departedStacks, leakedInBackends } from './departed-stacks.ts'
import type { Ready, RunRequest } from './plan-run.ts'
import { leakedStacks, possibleStacks, remoteZones } from './possible-stacks.ts'
import type { Access } from './session.ts'
import { readState } from './state.ts'
import { findUnmanaged, nothingUnmanaged, type UnmanagedFound } from './unmanaged.ts'

/** What has to be said beside what became of the stacks that ran. */
export interface Remarks {
  /** Names of stacks that stand, or may have left something, and that the repository does not ask for. */
  readonly leaked: readonly string[]
  /** Whether others may stand that only a backend knows, and the clone does not tell which to ask for. */
  readonly isPartial?: boolean
  /** Stacks that have come to their end by the history of their systems, and still have something. */
  readonly ended: readonly EndedStanding[]
  readonly unmanaged: UnmanagedFound
  /** Of a plan: what an apply would be refused for, since evidence does not back it. */
  readonly unbacked?: readonly Finding<RecordPlace>[]
}

export interface EndedStanding {
  readonly stack: string
  /** The event that ended it. */
  readonly event: string
  readonly on: string
  /** How many resources its state has; undefined where it cannot be read. */
  readonly resources: number | undefined
}

/** What `remarksOnRun` waits for. */
export const lookAround = {
  zh: '在云上查找不在任何状态中的资源',
  en: 'looking in the clouds for what is in no state',
} as const

/** After a destroy. */
export function remarksOnStacks(workspace: Workspace, delivery: Delivery): Remarks {
  return { leaked: leakedStacks(workspace, delivery), ended: [], unmanaged: nothingUnmanaged }
}

/** After a plan or an apply; with `--all`, which looks at the clouds anyhow, also what lies there in no state. */
export async function remarksOnRun(
  { delivery, chosen, all, selectors, parallel }: RunRequest,
  { session, broken, ending }: Ready,
): Promise<Remarks> {
  const ended = await endedStanding(session, delivery, ending)
  const remarks = { ...remarksOnStacks(session.home, delivery), ended }
  if (!all || session.signal.aborted) return remarks
  const everything = selectors.length === 0 && chosen.length === delivery.stacks.length
  const seen = chosen.filter(({ zone }) => !broken.has(zone))
  const possible = possibleStacks(session.home, delivery)
  const zones = new Set(seen.map(({ zone }) => zone))
  const known = new Set(remarks.leaked)
  const departed = everything
    ? departedStacks(delivery).filter(({ name, zone }) => zones.has(zone) && !known.has(name))
    : []
  const leaked = [...known, ...(await leakedInBackends(session, delivery, departed, parallel))]
  const isPartial = everything && remoteZones(delivery.outline).size > 0 && delivery.departed().isPartial
  return {
    ...remarks,
    leaked: leaked.sort(),
    isPartial,
    unmanaged: await findUnmanaged(session, { possible, chosen: seen, everything }),
  }
}

async function endedStanding(
  session: Access,
  { ended }: Delivery,
  ending: readonly DeliveryStack[],
): Promise<readonly EndedStanding[]> {
  const standing: EndedStanding[] = []
  for (const stack of ending) {
    const end = ended.find(({ name }) => name === stack.name)?.end
    const files = filesOf(session.workspace, stack.name)
    // What was removed has no configuration any more.
    if (end === undefined || !existsSync(files.configuration)) continue
    const resources = await resourcesIn(session, stack)
    if (resources !== 0 || existsSync(files.removing))
      standing.push({ stack: stack.name, event: end.event, on: end.on, resources })
  }
  return standing
}

/** Undefined for a state that cannot be read: what became of its stack says why. */
async function resourcesIn(session: Access, stack: DeliveryStack): Promise<number | undefined> {
  try {
    return resourcesOf(await readState(session, stack, filesOf(session.workspace, stack.name))).length
  } catch (error) {
    if (cloudFailure(error) === undefined) throw error
    return undefined
  }
}
