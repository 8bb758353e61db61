import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { listAt, textAt } from '../../lib/deliver/json.ts'
import {
  commands,
  hasSucceeded,
  type RunRecord,
  type RunRequested,
  recordJson,
  type StackResult,
  statuses,
} from '../../lib/deliver/run.ts'
import type { LastRun } from '../../lib/deliver/stack-status.ts'
import { namesIn } from '../files/folder.ts'
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
  for (const name of recordsIn({ runs }).slice(0, -keptRuns)) rmSync(join(runs, name), { force: true })
}

/** Names of the records' files, the oldest first. */
function recordsIn({ runs }: Pick<Workspace, 'runs'>): readonly string[] {
  return namesIn(runs)
    .filter(name => /^\d{8}T/.test(name))
    .toSorted()
}

/** What `apply --retry` goes by, also when something was planned in between. */
function lastApply({ runs }: Workspace): string {
  return join(runs, 'latest-apply.json')
}

export function readLastApply(workspace: Workspace): unknown {
  return readJson(lastApply(workspace))
}

/** What became of each stack in the last run that it was part of, as far back as records are kept. */
export function lastRuns(workspace: Workspace): ReadonlyMap<string, LastRun> {
  const found = new Map<string, LastRun>()
  for (const name of recordsIn(workspace)) {
    const record = readJson(join(workspace.runs, name))
    for (const result of listAt(record, 'stacks')) {
      const stack = textAt(result, 'stack')
      const last = lastRunOf(record, result)
      if (stack === undefined || last === undefined) continue
      // Two records of one second are in no order by their names.
      if (last.startedAt > (found.get(stack)?.startedAt ?? '')) found.set(stack, last)
    }
  }
  return found
}

function lastRunOf(record: unknown, result: unknown): LastRun | undefined {
  const [id, startedAt] = [textAt(record, 'id'), textAt(record, 'startedAt')]
  const command = commands.find(name => name === textAt(record, 'command'))
  const status = statuses.find(name => name === textAt(result, 'status'))
  if (id === undefined || startedAt === undefined || command === undefined || status === undefined)
    return undefined
  return { id, startedAt, command, status, code: textAt(result, 'failure', 'code') }
}
