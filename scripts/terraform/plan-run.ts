import type { StackPlan } from '../../lib/deliver/plan.ts'
import { type Change, isEmpty } from '../../lib/deliver/resource-changes.ts'
import { type RunRecord, type RunRequested, type StackResult, zoneSelector } from '../../lib/deliver/run.ts'
import { type DeliveryStack, inReverse, withFoundations } from '../../lib/deliver/stack.ts'
import { openRecord, type Recorder } from '../workspace/run-record.ts'
import { workspaceOf } from '../workspace/workspace.ts'
import { type Configured, configure } from './configure.ts'
import { configureDestroy, withPlatforms } from './configure-destroy.ts'
import type { Delivery } from './delivery.ts'
import { planEnd } from './end-stack.ts'
import type { EndedStack } from './ended-stacks.ts'
import type { BrokenZones } from './open-clouds.ts'
import { atRest, type PlannedStack, planStack } from './plan-stack.ts'
import { endedToLookAt } from './possible-stacks.ts'
import { firstInit, tryProvider } from './preflight.ts'
import { runStacks } from './run-stacks.ts'
import type { Access, Session, Surroundings } from './session.ts'
import { observed, type Purpose, withSomeZones } from './with-session.ts'

export interface RunRequest {
  readonly delivery: Delivery
  readonly selectors: readonly string[]
  readonly chosen: readonly DeliveryStack[]
  /** Also what stands as it was applied. */
  readonly all: boolean
  readonly parallel: number
  /** Whether to take up what stands in the cloud under our names and in no state. */
  readonly adopts?: boolean
  /** Those chosen that have come to their end. */
  readonly ended: readonly EndedStack[]
  /** Whether those go for good, and not only the access to them. */
  readonly retires: boolean
  /** How many resources that need an event the run may remove; by default what the repository says. */
  readonly mostRemovals?: number | undefined
  /** Digest of the plan that was approved, where only that may be applied. */
  readonly approved?: string | undefined
}

/** A run that may begin, unless stacks did not stand their proof: it has all that it takes. */
export interface Ready extends Configured {
  readonly session: Access
  /** All stacks of the run, also those of zones that cannot be worked on. */
  readonly foundations: readonly DeliveryStack[]
  /** Stacks that have come to their end and may stand, each after those that stand on it. */
  readonly ending: readonly DeliveryStack[]
  readonly broken: BrokenZones
}

/** Gets a run ready, does it, and gives the working directories back. Throws a `Refusal` as `withSession` does. */
export async function withReady<T>(
  surroundings: Surroundings,
  { delivery, chosen, all, ended, retires, mostRemovals }: RunRequest,
  work: (ready: Ready) => Promise<T>,
  purpose: Purpose,
): Promise<T> {
  const foundations = withFoundations(chosen, delivery.stacks)
  const lookedAt = endedToLookAt(workspaceOf(surroundings), delivery, ended, all || retires)
  const stacksOfRun = [...foundations, ...lookedAt]
  const begin = async (session: Access, broken: BrokenZones): Promise<T> => {
    const forced = new Set(all ? chosen : [])
    const ending = lookedAt.filter(({ zone }) => !broken.has(zone))
    const stacks = { delivery, stacks: foundations.filter(({ zone }) => !broken.has(zone)), forced }
    const making = { zh: '生成并校验各栈', en: 'making and proving the stacks' }
    const configured = await surroundings.waiting(
      making,
      async () => await configure({ place: surroundings, session, ...stacks }),
    )
    const { due } = configured
    const isDue = new Set(due.map(({ name }) => name))
    const bare = withPlatforms(delivery, ending).filter(({ name }) => !isDue.has(name))
    await configureDestroy(surroundings, session, delivery, bare)
    return await work({ ...configured, session, foundations: stacksOfRun, ending: inReverse(ending), broken })
  }
  const limited = mostRemovals === undefined ? delivery : { ...delivery, mostRemovals }
  return await withSomeZones(surroundings, limited, stacksOfRun, begin, purpose)
}

export interface PlanRun {
  readonly record: RunRecord
  readonly changes: ReadonlyMap<string, readonly Change[]>
  /** With the values, of stacks where there is something to tell. */
  readonly plans: ReadonlyMap<string, StackPlan>
}

/** Plans what is due. */
export async function planRun(
  surroundings: Surroundings,
  request: RunRequest,
  ready: Ready,
): Promise<PlanRun> {
  const { parallel, adopts, retires } = request
  const { session: access, due, ending } = ready
  const work = async (session: Session): Promise<PlanRun> => {
    const recorder = recorderFor(ready, requested('plan', request))
    const changes = new Map<string, readonly Change[]>()
    const plans = new Map<string, StackPlan>()
    const keep = ({ result, plan, ...planned }: PlannedStack) => {
      changes.set(result.stack, planned.changes)
      if (plan !== undefined) plans.set(result.stack, plan)
      return result
    }
    await surroundings.waiting(firstInit, async () => await tryProvider(session, [...due, ...ending]))
    const end = { retires, ended: ending }
    await runStacks(session, recorder, ending, parallel, async stack =>
      keep(await atRest(session, stack, async () => await planEnd(session, stack, end))),
    )
    await runStacks(session, recorder, due, parallel, async (stack, results) =>
      keep(await planStack(session, stack, name => isPending(results.get(name)))),
    )
    return { record: recorder.end(session.signal.aborted), changes, plans }
  }
  return await observed(surroundings, access, [...ending, ...due], work, adopts)
}

/** What the record of a run says that it was asked for. */
export function requested(
  command: RunRequested['command'],
  { delivery: { source }, selectors, mostRemovals, approved }: RunRequest,
): RunRequested {
  return {
    command,
    selectors,
    source,
    ...(approved === undefined ? {} : { approved }),
    ...(mostRemovals === undefined ? {} : { mostRemovals }),
  }
}

/** The record of a run, with what became of the stacks that need not or cannot run. */
export function recorderFor({ session, foundations, unchanged, broken }: Ready, run: RunRequested): Recorder {
  const names = foundations.map(({ name }) => name)
  const recorder = openRecord(session.home, run, names)
  for (const { name } of unchanged) recorder.set({ stack: name, status: 'unchanged' })
  for (const { name, zone } of foundations) {
    const failure = broken.get(zone)
    if (failure !== undefined)
      recorder.set({ stack: name, status: 'skipped', because: zoneSelector(zone), failure })
  }
  return recorder
}

/** Whether what stands on a stack cannot be planned yet: it will be new, or have something new. */
function isPending(result: StackResult | undefined): boolean {
  if (result === undefined) return false
  // What is only taken up stands already.
  return (
    result.status === 'deferred' ||
    (result.changes !== undefined && !isEmpty({ ...result.changes, import: 0 }))
  )
}
