import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cause } from '../../lib/deliver/failure.ts'
import type { Failure } from '../../lib/deliver/run.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { makeDirectory, mendState, type StackFiles } from '../workspace/delivery-files.ts'
import { directoryOf } from '../workspace/process-identity.ts'
import { failureOfOutput } from './call.ts'
import { ensureInitialised } from './init.ts'
import type { Access, Session } from './session.ts'

/** Why terraform cannot go to work on a stack. */
export interface Unready {
  readonly cause: Cause
  readonly failure: Failure
}

/** Makes a stack's directory ready for terraform; says why when it cannot be. */
export async function prepare(
  session: Session,
  stack: DeliveryStack,
  files: StackFiles,
): Promise<Unready | undefined> {
  makeDirectory(session.workspace.state)
  await settleState(session, files)
  const ended = await ensureInitialised(session, stack, files)
  return ended === undefined || ended.exitCode === 0 ? undefined : failureOfOutput(stack, ended)
}

/** Makes of a stack's state one that can be read: nobody writes it any more, and no half of it is left. */
export async function settleState({ signal }: Access, files: StackFiles): Promise<void> {
  await waitForOther(files, signal)
  if (existsSync(files.state)) mendState(files)
}

/** How long a terraform that was told to stop may take. */
const patienceMs = 120_000

/**
 * Waits for a terraform that outlived the run which started it: it was told to stop, and is still writing its state.
 * Whoever read that now would take half of it for a broken one.
 */
async function waitForOther({ pid, directory }: StackFiles, signal: AbortSignal): Promise<void> {
  const begun = Date.now()
  while (existsSync(pid) && Date.now() - begun < patienceMs && !signal.aborted) {
    const other = Number(readFileSync(pid, 'utf8'))
    if (!Number.isInteger(other) || other <= 0 || directoryOf(other) !== realpathSync(directory)) return
    await sleep(200)
  }
}
