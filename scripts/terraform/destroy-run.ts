import type { Failure, RunRecord } from '../../lib/deliver/run.ts'
import { type DeliveryStack, inReverse } from '../../lib/deliver/stack.ts'
import { withRunLock } from '../workspace/run-lock.ts'
import { openRecord } from '../workspace/run-record.ts'
import { workspaceOf } from '../workspace/workspace.ts'
import { configureDestroy, withPlatforms } from './configure-destroy.ts'
import type { Delivery } from './delivery.ts'
import { hindrancesOf, requireNoDependants, unprovenAmong } from './destroy-conditions.ts'
import { destroyStack } from './destroy-stack.ts'
import { possibleStacks, presentAmong } from './possible-stacks.ts'
import { firstInit, tryProvider } from './preflight.ts'
import { runStacks } from './run-stacks.ts'
import type { Surroundings } from './session.ts'
import { observed, withSession } from './with-session.ts'

export interface DestroyRequest {
  readonly delivery: Delivery
  readonly selectors: readonly string[]
  /** Those that were named. */
  readonly chosen: readonly DeliveryStack[]
  readonly parallel: number
  /** Why stacks may go whose end the repository does not prove. */
  readonly reason: string | undefined
}

/**
 * Destroys what stands of the stacks chosen, systems first; none while anything keeps one of them. Throws a `Refusal`
 * before anything is touched.
 */
export async function destroyRun(
  surroundings: Surroundings,
  { delivery, chosen, selectors, parallel, reason }: DestroyRequest,
): Promise<RunRecord> {
  const workspace = workspaceOf(surroundings)
  const present = presentAmong(workspace, delivery, chosen)
  const possible = possibleStacks(workspace, delivery)
  requireNoDependants(chosen, presentAmong(workspace, delivery, possible))
  const reversed = inReverse(present)
  const unproven = unprovenAmong(delivery, present)
  const withoutPapers =
    reason === undefined || unproven.size === 0
      ? {}
      : { withoutPapers: { reason, stacks: [...unproven.keys()] } }
  const run = { command: 'destroy', selectors, source: delivery.source, ...withoutPapers } as const
  const names = reversed.map(stack => stack.name)
  const kept = (failures: ReadonlyMap<string, Failure>) => {
    const recorder = openRecord(workspace, run, names)
    for (const [stack, failure] of failures) recorder.set({ stack, status: 'failed', failure })
    return recorder
  }
  if (unproven.size > 0 && reason === undefined)
    return withRunLock(workspace, () => kept(unproven).end(false))
  return await withSession(surroundings, delivery, present, async access => {
    await configureDestroy(surroundings, access, delivery, withPlatforms(delivery, present))
    return await observed(surroundings, access, reversed, async session => {
      await surroundings.waiting(firstInit, async () => await tryProvider(session, reversed))
      const found = await surroundings.waiting(leftAsked, async () => await hindrancesOf(session, present))
      const recorder = kept(found)
      if (found.size > 0) return recorder.end(session.signal.aborted)
      await runStacks(
        session,
        recorder,
        reversed,
        parallel,
        async stack => await destroyStack(session, stack),
      )
      return recorder.end(session.signal.aborted)
    })
  })
}

const leftAsked = { zh: '在云上查找未经申报的资源', en: 'looking in the clouds for what nobody declared' }
