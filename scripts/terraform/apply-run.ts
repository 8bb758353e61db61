import type { Change } from '../../lib/deliver/resource-changes.ts'
import type { RunRecord } from '../../lib/deliver/run.ts'
import { requirePolicyRoom } from '../openstack/policy-room.ts'
import type { Context } from '../terminal/command.ts'
import { progressFor } from '../terminal/run-progress.ts'
import { openRecord } from '../workspace/run-record.ts'
import { applyStack } from './apply-stack.ts'
import type { Ready, RunRequest } from './plan-run.ts'
import { tryProvider } from './preflight.ts'
import { runStacks } from './run-stacks.ts'
import type { Session } from './session.ts'

/** Applies what is due; with the changes that a person has confirmed, nothing else. */
export async function applyRun(
  context: Context,
  request: RunRequest,
  ready: Ready,
  confirmed?: ReadonlyMap<string, readonly Change[]>,
): Promise<RunRecord> {
  await requirePolicyRoom(ready.session, ready.due)
  const progress = await progressFor(context, ready.due)
  const session: Session = { ...ready.session, progress }
  const recorder = openRecord(
    ready.workspace,
    { command: 'apply', selectors: request.selectors },
    ready.foundations.map(stack => stack.name),
  )
  for (const { name } of ready.unchanged) recorder.set({ stack: name, status: 'unchanged' })
  try {
    await tryProvider(session, ready.due)
    await runStacks(
      session,
      recorder,
      ready.due,
      request.parallel,
      async stack => await applyStack(session, stack, confirmed && (confirmed.get(stack.name) ?? [])),
    )
  } finally {
    await progress.close()
  }
  return recorder.end(session.signal.aborted)
}
