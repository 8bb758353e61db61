// Tells of a wait in which the process itself stands still, as it does for git: timers then have no turn.
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { packageRoot } from '../workspace/package-root.ts'

export interface BlockedWait {
  /** Of a file or a terminal; the thread writes to it by itself. */
  readonly descriptor: number
  /** One line, around the seconds that it has lasted. */
  readonly line: readonly [before: string, after: string]
  /** When it began, in milliseconds since the epoch. */
  readonly since: number
  /** When it is told for the first time. */
  readonly firstAt: number
  readonly everyMs: number
}

/** Says again and again that something is waited for, until the function returned is called. */
export function tellBlocked(wait: BlockedWait): () => void {
  const worker = new Worker(join(packageRoot, 'scripts/terminal/beat.mjs'), { workerData: wait })
  worker.unref()
  return () => void worker.terminate()
}
