import { existsSync } from 'node:fs'
import type { Cause } from '../../lib/deliver/failure.ts'
import type { Failure } from '../../lib/deliver/run.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { makeDirectory, mendState, type StackFiles } from '../workspace/delivery-files.ts'
import { failureOfOutput } from './call.ts'
import { ensureInitialised } from './init.ts'
import { waitForOutliving } from './outliving.ts'
import type { Access, Session } from './session.ts'
import { takeSnapshot } from './snapshot.ts'

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
  session.progress.waits(stack, { zh: '等待状态可用', en: 'waiting for its state' })
  await settleState(session, files)
  session.progress.waits(stack, { zh: 'terraform init', en: 'terraform init' })
  const ended = await ensureInitialised(session, stack, files)
  return ended === undefined || ended.exitCode === 0 ? undefined : failureOfOutput(stack, ended)
}

/** Makes of a stack's state one that can be read: nobody writes it any more, and no half of it is left. */
export async function settleState(session: Access, files: StackFiles): Promise<void> {
  if (session.workspace !== session.home) return await takeSnapshot(session, files)
  await waitForOutliving(files, session.signal)
  if (existsSync(files.state)) mendState(files)
}
