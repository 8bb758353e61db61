import { existsSync } from 'node:fs'
import type { Failure, RunRecord } from '../../lib/deliver/run.ts'
import { type DeliveryStack, inReverse } from '../../lib/deliver/stack.ts'
import { stackName } from '../../stacks/names.ts'
import { filesOf, type Workspace } from '../workspace/delivery-files.ts'
import { openRecord } from '../workspace/run-record.ts'
import { workspaceOf } from '../workspace/workspace.ts'
import { wasInterrupted } from './adopt/index.ts'
import { cloudFailure } from './cloud-failure.ts'
import { configureDestroy } from './configure-destroy.ts'
import type { Delivery } from './delivery.ts'
import { leftIn, projectsOf, readyToRemove, requireNoDependants } from './destroy-conditions.ts'
import { destroyStack } from './destroy-stack.ts'
import { possibleStacks } from './possible-stacks.ts'
import { asLacking, firstInit, tryProvider } from './preflight.ts'
import { runStacks } from './run-stacks.ts'
import type { Session, Surroundings } from './session.ts'
import { observed, withSession } from './with-session.ts'

export interface DestroyRequest {
  readonly delivery: Delivery
  readonly selectors: readonly string[]
  readonly chosen: readonly DeliveryStack[]
  readonly parallel: number
}

/**
 * Destroys what stands of the stacks chosen, systems first; none while anything keeps one of them. Throws a `Refusal`
 * before anything is touched.
 */
export async function destroyRun(
  surroundings: Surroundings,
  { delivery, chosen, selectors, parallel }: DestroyRequest,
): Promise<RunRecord> {
  const workspace = workspaceOf(surroundings)
  const mayHave = (stack: DeliveryStack) => mayStand(workspace, delivery, stack)
  const present = chosen.filter(mayHave)
  requireNoDependants(chosen, possibleStacks(workspace, delivery.stacks).filter(mayHave))
  const reversed = inReverse(present)
  return await withSession(surroundings, delivery, present, async access => {
    await configureDestroy(surroundings, access, delivery, withPlatforms(delivery, present))
    return await observed(surroundings, access, reversed, async session => {
      await surroundings.waiting(firstInit, async () => await tryProvider(session, reversed))
      const kept = await surroundings.waiting(leftAsked, async () => await hindrancesOf(session, present))
      const names = reversed.map(stack => stack.name)
      const run = { command: 'destroy', selectors, source: delivery.source } as const
      const recorder = openRecord(workspace, run, names)
      for (const [stack, failure] of kept) recorder.set({ stack, status: 'failed', failure })
      if (kept.size > 0) return recorder.end(session.signal.aborted)
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

/** A remote state is only known to its backend: then terraform has to look. */
function mayStand(workspace: Workspace, { outline }: Delivery, stack: DeliveryStack): boolean {
  const files = filesOf(workspace, stack.name)
  if (existsSync(files.state) || existsSync(files.removing) || wasInterrupted(files)) return true
  return outline.zones.some(({ zone }) => zone.id === stack.zone && zone.backend.type !== 'local')
}

/** By a zone's own objects it is seen whether the account sees at all. */
function withPlatforms({ stacks }: Delivery, present: readonly DeliveryStack[]): readonly DeliveryStack[] {
  const platforms = new Set(present.map(({ zone }) => stackName.platform(zone)))
  const others = stacks.filter(stack => platforms.has(stack.name) && !present.includes(stack))
  return [...others, ...present]
}

/**
 * What keeps each of the stacks from being destroyed. Throws a `Refusal` without an answer of the cloud: nobody knows
 * what is left there, and nothing may be destroyed.
 */
async function hindrancesOf(
  session: Session,
  stacks: readonly DeliveryStack[],
): Promise<ReadonlyMap<string, Failure>> {
  const kept = await eachOf(stacks, async stack => await readyToRemove(session, stack))
  if (kept.size > 0) return kept
  const going = await projectsOf(session, stacks)
  return await eachOf(stacks, async stack => await leftIn(session, stack, going))
}

async function eachOf(
  stacks: readonly DeliveryStack[],
  look: (stack: DeliveryStack) => Promise<Failure | undefined>,
): Promise<ReadonlyMap<string, Failure>> {
  const found = new Map<string, Failure>()
  for (const stack of stacks) {
    const failure = await orLacking(look(stack))
    if (failure !== undefined) found.set(stack.name, failure)
  }
  return found
}

async function orLacking<T>(looking: Promise<T>): Promise<T> {
  try {
    return await looking
  } catch (error) {
    const failure = cloudFailure(error)
    if (failure === undefined) throw error
    throw asLacking(failure)
  }
}
