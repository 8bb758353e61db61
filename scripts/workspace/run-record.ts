import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import {
  hasSucceeded,
  type RunRecord,
  type RunRequested,
  recordJson,
  type StackResult,
} from '../../lib/deliver/run.ts'
import { readJson, type Workspace, writeAtomically } from './delivery-files.ts'

/** Keeps the record of one run on the disk up to date. */
export interface Recorder {
  readonly id: string
  readonly set: (result: StackResult) => void
  /** Writes the record for the last time and returns it. */
  readonly end: (interrupted: boolean) => RunRecord
}

/** Often enough to look on, rare enough for ten thousand stacks. */
const writeEveryMs = 1000
/** Records of ten thousand stacks are megabytes each. */
const keptRuns = 200

/** Begins a record in which every stack is pending: whoever is killed leaves behind what was still to be done. */
export function openRecord(workspace: Workspace, run: RunRequested, stacks: readonly string[]): Recorder {
  const startedAt = new Date().toISOString()
  const id = `${startedAt.replaceAll(/[-:]/g, '').replace(/\..*$/, 'Z')}-${randomBytes(3).toString('hex')}`
  const results = new Map<string, StackResult>(stacks.map(stack => [stack, { stack, status: 'pending' }]))
  let written = 0
  const write = (rest: Pick<RunRecord, 'outcome' | 'endedAt'>): RunRecord => {
    written = Date.now()
    const record: RunRecord = {
      version: 1,
      id,
      ...run,
      startedAt,
      ...rest,
      stacks: [...results.values()],
    }
    const text = `${JSON.stringify(recordJson(record), null, 2)}\n`
    writeAtomically(join(workspace.runs, `${id}.json`), text)
    writeAtomically(join(workspace.runs, 'latest.json'), text)
    if (run.command === 'apply') writeAtomically(lastApply(workspace), text)
    return record
  }
  removeOld(workspace)
  write({ outcome: 'running' })
  return {
    id,
    set: result => {
      results.set(result.stack, result)
      if (Date.now() - written >= writeEveryMs) write({ outcome: 'running' })
    },
    end: interrupted => {
      const sound = [...results.values()].every(hasSucceeded)
      const outcome = interrupted ? 'interrupted' : sound ? 'succeeded' : 'failed'
      return write({ outcome, endedAt: new Date().toISOString() })
    },
  }
}

/** The ids begin with the time, so that their order is that of the runs. */
function removeOld({ runs }: Workspace): void {
  const old = existsSync(runs) ? readdirSync(runs).filter(name => /^\d{8}T/.test(name)) : []
  for (const name of old.sort().slice(0, -keptRuns)) rmSync(join(runs, name), { force: true })
}

/** What `apply --retry` goes by, also when something was planned in between. */
function lastApply({ runs }: Workspace): string {
  return join(runs, 'latest-apply.json')
}

export function readLastApply(workspace: Workspace): unknown {
  return readJson(lastApply(workspace))
}
