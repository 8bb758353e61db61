// What an earlier run may have left: written down beside the configuration until the state knows it.
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { type EngineEvent, eventsOf } from '../../../lib/deliver/events.ts'
import type { DeliveryStack } from '../../../lib/deliver/stack.ts'
import { addressesOf } from '../../../lib/deliver/state.ts'
import { type Doubt, doubtsOf, openDoubts, uncertainAfter } from '../../../lib/deliver/uncertain.ts'
import type { Session } from '../session.ts'
import { readState } from '../state.ts'
import { readJson, type StackFiles, writeAtomically } from '../workspace.ts'

/** Whether an earlier run may have left something, from what lies on the disk alone. */
export function isInDoubt(files: StackFiles): boolean {
  return existsSync(files.uncertain) || uncertainAfter(logged(files), new Set()).size > 0
}

/** What is in no state of all that earlier runs began. */
export async function readDoubts(
  session: Session,
  stack: DeliveryStack,
  files: StackFiles,
): Promise<readonly Doubt[]> {
  if (!isInDoubt(files)) return []
  const state = addressesOf(await readState(session, stack, files))
  const latest = {
    configuration: readJson(files.attempted),
    addresses: [...uncertainAfter(logged(files), state)],
  }
  return openDoubts([...doubtsOf(readJson(files.uncertain)), latest], state)
}

/** From then on the log has nothing more to say. */
export function writeDoubts(files: StackFiles, doubts: readonly Doubt[]): void {
  if (doubts.length === 0) rmSync(files.uncertain, { force: true })
  else writeAtomically(files.uncertain, `${JSON.stringify({ version: 2, doubts })}\n`)
  if (existsSync(files.log)) renameSync(files.log, `${files.log}.last`)
}

/**
 * After an attempt that failed. What was in doubt before and is still in no state stays in doubt, also when the cloud
 * refused it as existing now: then the request of the run that was broken off went through late.
 */
export async function noteDoubts(session: Session, stack: DeliveryStack, files: StackFiles): Promise<void> {
  writeDoubts(files, await readDoubts(session, stack, files))
}

/** After an apply that went through: the state knows everything. */
export function forgetDoubts(files: StackFiles): void {
  writeDoubts(files, [])
  rmSync(files.imports, { force: true })
  rmSync(files.attempted, { force: true })
}

function logged({ log }: StackFiles): readonly EngineEvent[] {
  return existsSync(log) ? eventsOf(readFileSync(log, 'utf8')) : []
}
