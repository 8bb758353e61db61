import { existsSync } from 'node:fs'
import type { RunRecord } from '../../lib/deliver/run.ts'
import { type DeliveryStack, inReverse } from '../../lib/deliver/stack.ts'
import { filesOf, type Workspace } from '../workspace/delivery-files.ts'
import { openRecord } from '../workspace/run-record.ts'
import { workspaceOf } from '../workspace/workspace.ts'
import { adoptToDestroy, wasInterrupted } from './adopt/index.ts'
import { cloudFailure } from './cloud-failure.ts'
import { configureDestroy } from './configure-destroy.ts'
import type { Delivery } from './delivery.ts'
import { requireNoDependants, requireNoLeftovers } from './destroy-conditions.ts'
import { destroyStack } from './destroy-stack.ts'
import { possibleStacks } from './possible-stacks.ts'
import { asLacking, firstInit, tryProvider } from './preflight.ts'
import { prepare, settleState } from './prepare.ts'
import { runStacks } from './run-stacks.ts'
import type { Session, Surroundings } from './session.ts'
import { observed, withSession } from './with-session.ts'

export interface DestroyRequest {
  readonly delivery: Delivery
  readonly selectors: readonly string[]
  readonly chosen: readonly DeliveryStack[]
  readonly parallel: number
}

/** Destroys what stands of the stacks chosen, systems first. Throws a `Refusal` before anything is touched. */
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
    await configureDestroy(surroundings, access, delivery, present)
    return await observed(surroundings, access, reversed, async session => {
      await surroundings.waiting(firstInit, async () => await tryProvider(session, reversed))
      await surroundings.waiting(leftAsked, async () => {
        await orLacking(takeUp(session, present))
        await orLacking(requireNoLeftovers(session, present))
      })
      const names = reversed.map(stack => stack.name)
      const recorder = openRecord(
        workspace,
        { command: 'destroy', selectors, source: delivery.source },
        names,
      )
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

/** Without an answer of the cloud, nobody knows what is left there: then nothing may be destroyed. */
async function orLacking(looking: Promise<void>): Promise<void> {
  try {
    await looking
  } catch (error) {
    const failure = cloudFailure(error)
    if (failure === undefined) throw error
    throw asLacking(failure)
  }
}

/** What a broken-off run left has to be in the state before anybody can tell what is the stack's own and what is not. */
async function takeUp(session: Session, stacks: readonly DeliveryStack[]): Promise<void> {
  for (const stack of stacks) {
    const files = filesOf(session.workspace, stack.name)
    await settleState(session, files)
    if (!wasInterrupted(files)) continue
    const unready =
      (await prepare(session, stack, files)) ?? (await adoptToDestroy(session, stack, files)).unready
    if (unready !== undefined) throw asLacking(unready.failure, stack.name)
  }
}
