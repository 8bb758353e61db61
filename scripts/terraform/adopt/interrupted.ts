// What an earlier run may have left: written down beside the configuration until the state knows it.
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { type EngineEvent, eventsOf } from '../../../lib/deliver/events.ts'
import {
  type InterruptedCreates,
  interruptedCreatesOf,
  openInterruptedCreates,
  uncertainAfter,
} from '../../../lib/deliver/interrupted-creates.ts'
import type { DeliveryStack } from '../../../lib/deliver/stack.ts'
import { addressesOf } from '../../../lib/deliver/state.ts'
import { readJson, type StackFiles, writeAtomically } from '../../workspace/delivery-files.ts'
import type { Session } from '../session.ts'
import { readState } from '../state.ts'

/** Whether an earlier run may have left something, from what lies on the disk alone. */
export function wasInterrupted(files: StackFiles): boolean {
  return existsSync(files.uncertain) || uncertainAfter(logged(files), new Set()).size > 0
}

/** What is in no state of all that earlier runs began. */
export async function readInterruptedCreates(
  session: Session,
  stack: DeliveryStack,
  files: StackFiles,
): Promise<readonly InterruptedCreates[]> {
  if (!wasInterrupted(files)) return []
  const state = addressesOf(await readState(session, stack, files))
  const latest = {
    configuration: readJson(files.attempted),
    addresses: [...uncertainAfter(logged(files), state)],
  }
  return openInterruptedCreates([...interruptedCreatesOf(readJson(files.uncertain)), latest], state)
}

/** From then on the log has nothing more to say. */
export function writeInterruptedCreates(files: StackFiles, interrupted: readonly InterruptedCreates[]): void {
  if (interrupted.length === 0) rmSync(files.uncertain, { force: true })
  else writeAtomically(files.uncertain, `${JSON.stringify({ version: 2, interrupted })}\n`)
  if (existsSync(files.log)) renameSync(files.log, `${files.log}.last`)
}

/**
 * After an attempt that failed. What was in doubt before and is still in no state stays in doubt, also when the cloud
 * refused it as existing now: then the request of the run that was broken off went through late.
 */
export async function noteInterruptedCreates(
  session: Session,
  stack: DeliveryStack,
  files: StackFiles,
): Promise<void> {
  writeInterruptedCreates(files, await readInterruptedCreates(session, stack, files))
}

/** After an apply that went through: the state knows everything. */
export function forgetInterruptedCreates(files: StackFiles): void {
  writeInterruptedCreates(files, [])
  rmSync(files.imports, { force: true })
  rmSync(files.attempted, { force: true })
}

function logged({ log }: StackFiles): readonly EngineEvent[] {
  return existsSync(log) ? eventsOf(readFileSync(log, 'utf8')) : []
}
