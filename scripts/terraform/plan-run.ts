import { type Change, isEmpty } from '../../lib/deliver/resource-changes.ts'
import type { RunRecord, StackResult } from '../../lib/deliver/run.ts'
import { type DeliveryStack, withFoundations } from '../../lib/deliver/stack.ts'
import { openRecord } from '../workspace/run-record.ts'
import { type Configured, configure } from './configure.ts'
import type { Delivery } from './delivery.ts'
import { planStack } from './plan-stack.ts'
import { tryProvider } from './preflight.ts'
import { runStacks } from './run-stacks.ts'
import type { Access, Surroundings } from './session.ts'
import { observed, withSession } from './with-session.ts'

export interface RunRequest {
  readonly delivery: Delivery
  readonly selectors: readonly string[]
  readonly chosen: readonly DeliveryStack[]
  /** Also what stands as it was applied. */
  readonly all: boolean
  readonly parallel: number
}

/** A run that may begin, unless stacks did not stand their proof: it has all that it takes. */
export interface Ready extends Configured {
  readonly session: Access
  readonly foundations: readonly DeliveryStack[]
}

/** Gets a run ready, does it, and gives the working directories back. Throws a `Refusal` as `withSession` does. */
export async function withReady<T>(
  surroundings: Surroundings,
  { delivery, chosen, all }: RunRequest,
  work: (ready: Ready) => Promise<T>,
): Promise<T> {
  const foundations = withFoundations(chosen, delivery.stacks)
  return await withSession(surroundings, delivery, foundations, async session => {
    const forced = new Set(all ? chosen : [])
    const stacks = { delivery, stacks: foundations, forced }
    return await work({
      ...(await configure({ place: surroundings, session, ...stacks })),
      session,
      foundations,
    })
  })
}

export interface PlanRun {
  readonly record: RunRecord
  readonly changes: ReadonlyMap<string, readonly Change[]>
}

/** Plans what is due. */
export async function planRun(
  surroundings: Surroundings,
  { delivery: { source }, selectors, parallel }: RunRequest,
  { session: access, due, unchanged, foundations }: Ready,
): Promise<PlanRun> {
  return await observed(surroundings, access, due, async session => {
    const names = foundations.map(stack => stack.name)
    const recorder = openRecord(session.workspace, { command: 'plan', selectors, source }, names)
    for (const { name } of unchanged) recorder.set({ stack: name, status: 'unchanged' })
    const changes = new Map<string, readonly Change[]>()
    await tryProvider(session, due)
    await runStacks(session, recorder, due, parallel, async (stack, results) => {
      const planned = await planStack(session, stack, name => isPending(results.get(name)))
      changes.set(stack.name, planned.changes)
      return planned.result
    })
    return { record: recorder.end(session.signal.aborted), changes }
  })
}

/** Whether what stands on a stack cannot be planned yet: it will be new, or have something new. */
function isPending(result: StackResult | undefined): boolean {
  if (result === undefined) return false
  return result.status === 'deferred' || (result.changes !== undefined && !isEmpty(result.changes))
}
