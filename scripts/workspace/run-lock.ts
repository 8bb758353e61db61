import { linkSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { codes } from '../../lib/deliver/codes.ts'
import { numberAt, textAt } from '../../lib/deliver/json.ts'
import { lacking } from '../../lib/deliver/lacking.ts'
import type { Text } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { namesIn } from '../files/folder.ts'
import { allLeftGrowing, growingName } from '../files/growing.ts'
import { beginOf, isAlive } from '../files/process-identity.ts'
import { readJson, type Workspace } from './delivery-files.ts'
import { claimHome } from './state-home.ts'

/**
 * Takes the state home for this process, and gives it back through the function returned. The lock of a process of this
 * machine that is gone is taken over. Throws a `Refusal` while another run goes on.
 */
export function takeRunLock(workspace: Workspace): () => void {
  const { directory, root, lock } = workspace
  claimHome(directory, root)
  const taken = tryLock(lock)
  if ('release' in taken) {
    removeLeft(workspace)
    return taken.release
  }
  throw lacking(codes.runInProgress, { machine: lock }, inProgress(taken.holder))
}

/** Whoever has a lock, as its file says it. */
export interface LockHolder {
  readonly host: string
  readonly pid: number | undefined
  /** Since when, ISO 8601. */
  readonly at: string
}

/** Takes a lock, or says who has it. */
export function tryLock(lock: string): { readonly release: () => void } | { readonly holder: LockHolder } {
  const mine = JSON.stringify({
    pid: process.pid,
    begun: beginOf(process.pid),
    host: hostname(),
    at: new Date().toISOString(),
  })
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (create(lock, mine)) return { release: () => release(lock, mine) }
    const holder = readJson(lock)
    if (!isGone(holder)) return { holder: holderOf(holder) }
    rmSync(lock, { force: true })
  }
  return { holder: holderOf(readJson(lock)) }
}

/** Who is at work; undefined where nobody is. */
export function lockHolder(lock: string): LockHolder | undefined {
  const holder = readJson(lock)
  return holder === undefined || isGone(holder) ? undefined : holderOf(holder)
}

function holderOf(holder: unknown): LockHolder {
  return {
    host: textAt(holder, 'host') ?? '?',
    pid: numberAt(holder, 'pid'),
    at: textAt(holder, 'at') ?? '?',
  }
}

/** Such as `runner-1, pid 4711, 2026-11-23T08:00:00.000Z`. */
export function holderText({ host, pid, at }: LockHolder): string {
  return `${printable(host)}, pid ${pid ?? '?'}, ${printable(at)}`
}

/** What killed runs were writing. */
function removeLeft({ directory, state, runs, records }: Workspace): void {
  const folders = [directory, state, runs, ...namesIn(records).map(stack => join(records, stack))]
  for (const path of folders.flatMap(allLeftGrowing)) rmSync(path, { force: true })
}

/** Does something while no run can. Throws a `Refusal` while one goes on. */
export function withRunLock<T>(workspace: Workspace, work: () => T): T {
  const release = takeRunLock(workspace)
  try {
    return work()
  } finally {
    release()
  }
}

/** A link is made at once or not at all, and with its content. */
function create(lock: string, content: string): boolean {
  const temporary = growingName(lock)
  writeFileSync(temporary, content, { flag: 'wx', mode: 0o600 })
  try {
    linkSync(temporary, lock)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(temporary, { force: true })
  }
}

function release(lock: string, mine: string): void {
  if (JSON.stringify(readJson(lock)) === mine) rmSync(lock, { force: true })
}

function isGone(holder: unknown): boolean {
  const pid = numberAt(holder, 'pid')
  if (pid === undefined) return true
  if (textAt(holder, 'host') !== hostname()) return false
  if (!isAlive(pid)) return true
  const begun = textAt(holder, 'begun')
  return begun !== undefined && begun !== beginOf(pid)
}

function inProgress(holder: LockHolder): Text {
  const who = holderText(holder)
  return { zh: `另一次执行尚未结束（${who}）`, en: `another run is going on (${who})` }
}
