// What earlier runs may have left: written down beside the configuration until the state knows it.
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { type EngineEvent, eventsOf } from '../../../lib/deliver/events.ts'
import {
  createsLeftOpen,
  type InterruptedCreates,
  interruptedCreatesOf,
  interruptedCreatesText,
  stillInterrupted,
} from '../../../lib/deliver/interrupted-creates.ts'
import type { DeliveryStack } from '../../../lib/deliver/stack.ts'
import { addressesOf } from '../../../lib/deliver/state.ts'
import { readJson, type StackFiles, writeAtomically } from '../../workspace/delivery-files.ts'
import type { Access } from '../session.ts'
import { readState } from '../state.ts'

/** Whether an earlier run may have left something, from what lies on the disk alone. */
export function wasInterrupted(files: StackFiles): boolean {
  return existsSync(files.interrupted) || createsLeftOpen(logged(files), new Set()).size > 0
}

/** What earlier runs began to create and no state has. */
export async function readInterruptedCreates(
  session: Access,
  stack: DeliveryStack,
  files: StackFiles,
): Promise<readonly InterruptedCreates[]> {
  if (!wasInterrupted(files)) return []
  const state = addressesOf(await readState(session, stack, files))
  const latest = {
    configuration: readJson(files.attempted),
    addresses: [...createsLeftOpen(logged(files), state)],
  }
  return stillInterrupted([...interruptedCreatesOf(readJson(files.interrupted)), latest], state)
}

/** From then on the log has nothing more to say. */
export function writeInterruptedCreates(files: StackFiles, creates: readonly InterruptedCreates[]): void {
  if (creates.length === 0) rmSync(files.interrupted, { force: true })
  else writeAtomically(files.interrupted, interruptedCreatesText(creates))
  if (existsSync(files.log)) renameSync(files.log, `${files.log}.last`)
}

/**
 * After an attempt that failed. What was open before and is in no state still stays open, also when the cloud refused
 * it as existing now: then the request of the run that was broken off went through late.
 */
export async function noteInterruptedCreates(
  session: Access,
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
