import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { directoryOf } from '../files/process-identity.ts'
import type { StackFiles } from '../workspace/delivery-files.ts'

/** How long a terraform that was told to stop may take. */
const patienceMs = 120_000

/**
 * Waits for a terraform that outlived the run which started it: it was told to stop, and is still writing its state.
 * Whoever read that now would take half of it for a broken one.
 */
export async function waitForOutliving(files: StackFiles, signal: AbortSignal): Promise<void> {
  const begun = Date.now()
  while (isAtWork(files) && Date.now() - begun < patienceMs && !signal.aborted) await sleep(200)
}

/** Whether a terraform is at work on a stack. */
export function isAtWork({ pid, directory }: StackFiles): boolean {
  if (!existsSync(pid)) return false
  const other = Number(readFileSync(pid, 'utf8'))
  return Number.isInteger(other) && other > 0 && worksIn(other, directory)
}

/** Whether a process works in a directory. */
export function worksIn(process: number, directory: string): boolean {
  return existsSync(directory) && directoryOf(process) === realpathSync(directory)
}
