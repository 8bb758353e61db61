import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import type { Context } from '../terminal/command.ts'
import { leakedStacks } from '../terminal/run-request.ts'
import { type Workspace, workspaceOf } from '../workspace/delivery-files.ts'
import type { Delivery } from './delivery.ts'
import type { Ready, RunRequest } from './plan-run.ts'
import { stackOfName } from './stacks.ts'
import { findUnmanaged, nothingUnmanaged, type UnmanagedFound } from './unmanaged.ts'

/** What has to be said beside what became of the stacks that ran. */
export interface Remarks {
  /** Names of stacks that stand, or may have left something, and that the repository does not ask for. */
  readonly leaked: readonly string[]
  readonly strays: UnmanagedFound
}

/** After a destroy. */
export function remarksOnStacks(workspace: Workspace, { stacks }: Delivery): Remarks {
  return { leaked: leakedStacks(workspace, stacks), strays: nothingUnmanaged }
}

/** After a plan or an apply; with `--all`, which looks at the clouds anyhow, also what lies there in no state. */
export async function remarksOnRun(
  context: Context,
  request: RunRequest,
  { workspace, session }: Ready,
): Promise<Remarks> {
  const { delivery, chosen, all, selectors } = request
  const remarks = remarksOnStacks(workspace, delivery)
  if (!all || session.signal.aborted) return remarks
  const everything = selectors.length === 0 && chosen.length === delivery.stacks.length
  const search = { standing: standing(context, delivery), chosen, everything }
  return { ...remarks, strays: await findUnmanaged(session, search) }
}

/** What may stand in the clouds: what the repository asks for, and what it once did. */
export function standing(context: Context, delivery: Delivery): readonly DeliveryStack[] {
  const leaked = leakedStacks(workspaceOf(context.root), delivery.stacks)
  return [...delivery.stacks, ...leaked.flatMap(name => stackOfName(name) ?? [])]
}
