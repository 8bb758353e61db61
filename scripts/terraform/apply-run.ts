import type { Change } from '../../lib/deliver/resource-changes.ts'
import type { RunRecord } from '../../lib/deliver/run.ts'
import { openRecord } from '../workspace/run-record.ts'
import { applyStack } from './apply-stack.ts'
import type { Ready, RunRequest } from './plan-run.ts'
import { requirePolicyRoom } from './policy-room.ts'
import { tryProvider } from './preflight.ts'
import { runStacks } from './run-stacks.ts'
import type { Surroundings } from './session.ts'
import { observed } from './with-session.ts'

/** Applies what is due; with the changes that a person has confirmed, nothing else. */
export async function applyRun(
  surroundings: Surroundings,
  { delivery: { source }, selectors, parallel }: RunRequest,
  { session: access, due, unchanged, foundations }: Ready,
  confirmed?: ReadonlyMap<string, readonly Change[]>,
): Promise<RunRecord> {
  await requirePolicyRoom(access, due)
  return await observed(surroundings, access, due, async session => {
    const names = foundations.map(stack => stack.name)
    const recorder = openRecord(session.workspace, { command: 'apply', selectors, source }, names)
    for (const { name } of unchanged) recorder.set({ stack: name, status: 'unchanged' })
    await tryProvider(session, due)
    await runStacks(
      session,
      recorder,
      due,
      parallel,
      async stack => await applyStack(session, stack, confirmed && (confirmed.get(stack.name) ?? [])),
    )
    return recorder.end(session.signal.aborted)
  })
}
