import type { DeliveryStack } from '../../../lib/deliver/stack.ts'
import { resourcesOf, type StateResource } from '../../../lib/deliver/state.ts'
import { filesOf, readJson } from '../../workspace/delivery-files.ts'
import { workspaceOf } from '../../workspace/workspace.ts'
import { configureDestroy } from '../configure-destroy.ts'
import type { Delivery } from '../delivery.ts'
import { remoteZones } from '../possible-stacks.ts'
import { asLacking } from '../preflight.ts'
import { prepare } from '../prepare.ts'
import type { Access, Surroundings } from '../session.ts'
import { readState } from '../state.ts'
import { observed, withSession } from '../with-session.ts'

export interface StackState {
  readonly stack: DeliveryStack
  readonly resources: readonly StateResource[]
}

/** What the states of some stacks have. Where all of them lie on this machine, no cloud is asked. */
export async function statesOf(
  surroundings: Surroundings,
  delivery: Delivery,
  stacks: readonly DeliveryStack[],
): Promise<readonly StackState[]> {
  const workspace = workspaceOf(surroundings)
  const remote = remoteZones(delivery.outline)
  if (stacks.every(({ zone }) => !remote.has(zone)))
    return stacks.map(stack => ({
      stack,
      resources: resourcesOf(readJson(filesOf(workspace, stack.name).state)),
    }))
  const ask = async (access: Access): Promise<readonly StackState[]> => {
    await configureDestroy(surroundings, access, delivery, stacks)
    return await observed({ ...surroundings, observe: nobody }, access, stacks, async session => {
      const states: StackState[] = []
      for (const stack of stacks) {
        const files = filesOf(session.workspace, stack.name)
        const unready = await prepare(session, stack, files)
        if (unready !== undefined) throw asLacking(unready.failure, stack.name)
        states.push({ stack, resources: resourcesOf(await readState(session, stack, files)) })
      }
      return states
    })
  }
  return await withSession(surroundings, delivery, stacks, ask, 'look')
}

/** Where there is no run to look at. */
export const nobody: Surroundings['observe'] = async () => ({
  began: () => {},
  advanced: () => {},
  waits: () => {},
  ended: () => {},
  close: async () => {},
})
