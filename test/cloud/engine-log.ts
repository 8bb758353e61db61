// What terraform has done, from the logs that delivery keeps of it: known at once, where asking a busy cloud may take
// longer than the run that is asked about.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Action, eventsOf } from '../../lib/deliver/events.ts'
import { type Started, start } from './command.ts'
import type { Repository } from './repository.ts'

/** Something that terraform has done to a resource of a stack. */
export interface Done {
  readonly stack: string
  readonly action: Action
  readonly address: string
}

/** Starts a command, and returns once terraform has done in it what is waited for, or once it has ended without that. */
export async function startUntil(
  repository: Repository,
  isEnough: (done: readonly Done[]) => boolean,
  ...args: readonly string[]
): Promise<Started> {
  const begunMs = Date.now()
  const started = start(repository, ...args)
  await unlessOver(started, () => isEnough(doneSince(repository, begunMs)))
  return started
}

/** Waits for something to be so, unless the run has ended before. */
export async function unlessOver({ ended }: Started, isSo: () => boolean | Promise<boolean>): Promise<void> {
  let isOver = false
  const over = ended.then(() => {
    isOver = true
  })
  while (!isOver && !(await isSo())) await Promise.race([over, sleep(10)])
}

/** A log that was written later than this is of this run, all of it: each call of terraform makes its log anew. */
function doneSince({ home }: Repository, begunMs: number): readonly Done[] {
  const records = join(home, 'records')
  return stacksIn(records).flatMap(stack => {
    const log = join(records, stack, 'apply.log')
    const changedMs = statSync(log, { throwIfNoEntry: false })?.mtimeMs ?? 0
    if (changedMs < begunMs) return []
    return eventsOf(readFileSync(log, 'utf8')).flatMap(event =>
      event.kind === 'completed' ? [{ stack, action: event.action, address: event.address }] : [],
    )
  })
}

function stacksIn(records: string): readonly string[] {
  try {
    return readdirSync(records)
  } catch {
    // No run has got so far yet.
    return []
  }
}
