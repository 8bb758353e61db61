import type { Workspace } from '../workspace/delivery-files.ts'
import type { Delivery } from './delivery.ts'
import type { Ready, RunRequest } from './plan-run.ts'
import { leakedStacks, possibleStacks } from './possible-stacks.ts'
import { findUnmanaged, nothingUnmanaged, type UnmanagedFound } from './unmanaged.ts'

/** What has to be said beside what became of the stacks that ran. */
export interface Remarks {
  /** Names of stacks that stand, or may have left something, and that the repository does not ask for. */
  readonly leaked: readonly string[]
  readonly unmanaged: UnmanagedFound
}

/** What `remarksOnRun` waits for. */
export const lookAround = {
  zh: '在云上查找不在任何状态中的资源',
  en: 'looking in the clouds for what is in no state',
} as const

/** After a destroy. */
export function remarksOnStacks(workspace: Workspace, delivery: Delivery): Remarks {
  return { leaked: leakedStacks(workspace, delivery), unmanaged: nothingUnmanaged }
}

/** After a plan or an apply; with `--all`, which looks at the clouds anyhow, also what lies there in no state. */
export async function remarksOnRun(
  { delivery, chosen, all, selectors }: RunRequest,
  { session, broken }: Ready,
): Promise<Remarks> {
  const remarks = remarksOnStacks(session.workspace, delivery)
  if (!all || session.signal.aborted) return remarks
  const everything = selectors.length === 0 && chosen.length === delivery.stacks.length
  const seen = chosen.filter(({ zone }) => !broken.has(zone))
  const possible = possibleStacks(session.workspace, delivery)
  return { ...remarks, unmanaged: await findUnmanaged(session, { possible, chosen: seen, everything }) }
}
