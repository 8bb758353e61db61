import { existsSync } from 'node:fs'
import type { Cause } from '../../lib/deliver/failure.ts'
import type { Failure } from '../../lib/deliver/run.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { failureOfOutput } from './call.ts'
import { ensureInitialised } from './init.ts'
import { environmentFor, type Session } from './session.ts'
import { makeDirectory, mendState, type StackFiles } from './workspace.ts'

/** Makes a stack's directory ready for terraform; says why when it cannot be. */
export async function prepare(
  session: Session,
  stack: DeliveryStack,
  files: StackFiles,
): Promise<{ readonly cause: Cause; readonly failure: Failure } | undefined> {
  makeDirectory(session.workspace.state)
  if (existsSync(files.state)) mendState(files)
  const ended = await ensureInitialised(
    session.engine,
    session.workspace,
    files,
    environmentFor(session, stack),
  )
  return ended === undefined || ended.exitCode === 0 ? undefined : failureOfOutput(ended)
}
