import type { DeliveryStack } from '../../../lib/deliver/stack.ts'
import { filesOf, type StackFiles } from '../../workspace/delivery-files.ts'
import { workspaceOf } from '../../workspace/workspace.ts'
import { configureDestroy } from '../configure-destroy.ts'
import type { Delivery } from '../delivery.ts'
import { asLacking, orLacking } from '../preflight.ts'
import { prepare } from '../prepare.ts'
import type { Session, Surroundings } from '../session.ts'
import { observed, withSession } from '../with-session.ts'
import { nobody } from './list.ts'

/** Does something with the state of one stack, which nobody else works on meanwhile. */
export async function withStack<T>(
  surroundings: Surroundings,
  delivery: Delivery,
  stack: DeliveryStack,
  work: (session: Session, files: StackFiles) => Promise<T>,
): Promise<T> {
  const workspace = workspaceOf(surroundings)
  const files = filesOf(workspace, stack.name)
  return await withSession(surroundings, delivery, [stack], async access => {
    await configureDestroy(surroundings, access, delivery, [stack])
    const begin = async (session: Session): Promise<T> => {
      const unready = await prepare(session, stack, files)
      if (unready !== undefined) throw asLacking(unready.failure, stack.name)
      return await orLacking(work(session, files))
    }
    const on = { zh: `处理 ${stack.name} 的状态`, en: `at work on the state of ${stack.name}` }
    return await surroundings.waiting(
      on,
      async () => await observed({ ...surroundings, observe: nobody }, access, [stack], begin),
    )
  })
}
