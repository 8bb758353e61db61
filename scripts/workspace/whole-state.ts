// Terraform overwrites its local state in place: whoever reads at that moment reads half of it.
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

export interface WholeState {
  readonly bytes: Uint8Array
  readonly state: unknown
}

/** Longer than any disk takes to write a state. */
const patienceMs = 2_000
const pauseMs = 50

/** What a local state says, read again while it is being written; undefined where there is none. */
export async function readWhole(path: string): Promise<WholeState | 'broken' | undefined> {
  for (const begun = Date.now(); ; await sleep(pauseMs)) {
    const read = readOnce(path)
    if (read !== 'broken' || Date.now() - begun > patienceMs) return read
  }
}

function readOnce(path: string): WholeState | 'broken' | undefined {
  if (!existsSync(path)) return undefined
  try {
    const bytes = readFileSync(path)
    return { bytes, state: JSON.parse(bytes.toString('utf8')) }
  } catch {
    return 'broken'
  }
}
