// Kills a run, runs it again as its user would, and looks whether the clouds are then as they have to be.
import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { type Run, tenantry } from '../command.ts'
import { startUntil } from '../engine-log.ts'
import type { Repository } from '../repository.ts'
import { inventories, inventoriesBefore, inventoriesDue, type Zone } from '../zones.ts'
import { type Course, type Kill, strike } from './kill.ts'

export interface Ground {
  readonly repository: Repository
  readonly zones: readonly Zone[]
}

export type Trial =
  /** The run was over before its moment, or had nobody of the kind. */
  | { readonly end: 'missed' }
  /** The next run has put everything right, where it had to be told by `--adopt` to take up what nobody wrote down. */
  | { readonly end: 'converged'; readonly adopted: boolean; readonly codes: readonly string[] }
  | { readonly end: 'failed'; readonly why: string }

const manifest = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'
const ports = { narrow: '[22, 3306]', wide: '[22, 3306, 6379]' }
const everything = '*'

const words: Readonly<Record<Course, readonly string[]>> = {
  apply: ['apply', '--yes'],
  change: ['apply', '--yes'],
  destroy: ['destroy', everything, '--confirm', everything],
}

export async function tryKill(ground: Ground, kill: Kill): Promise<Trial> {
  const { repository } = ground
  if (kill.course === 'change') repository.replace(manifest, ports.narrow, ports.wide)
  const { isHit, run } = await killed(repository, kill)
  const again = await finished(repository, kill.course)
  // The next apply begins with the same files.
  if (kill.course === 'destroy') restore(repository)
  if (again.run.status !== 0) return { end: 'failed', why: again.run.output }
  const why = await wrongIn(ground, kill.course)
  if (why !== undefined) return { end: 'failed', why }
  return isHit ? { end: 'converged', adopted: again.adopted, codes: codesOf(run) } : { end: 'missed' }
}

async function killed(repository: Repository, { course, victim, after, delayMs }: Kill) {
  let isFar = false
  const { pid, ended } = await startUntil(
    repository,
    done => {
      isFar = done.length >= after
      return isFar
    },
    ...words[course],
  )
  await Promise.race([ended, sleep(delayMs)])
  const isHit = isFar && strike(victim, pid)
  return { isHit, run: await ended }
}

async function finished(repository: Repository, course: Course) {
  const run = await tenantry(repository, ...words[course])
  if (run.status === 0 || course === 'destroy' || !codesOf(run).includes('TY6218'))
    return { run, adopted: false }
  return { run: await tenantry(repository, ...words[course], '--adopt'), adopted: true }
}

async function wrongIn({ repository, zones }: Ground, course: Course): Promise<string | undefined> {
  const due = course === 'destroy' ? await inventoriesBefore(zones) : await inventoriesDue(zones, repository)
  const found = await inventories(zones)
  if (!isDeepStrictEqual(plain(found), plain(due)))
    return `the clouds hold\n${JSON.stringify(found)}\nand should hold\n${JSON.stringify(due)}`
  if (course === 'destroy') return undefined
  const planned = await tenantry(repository, 'plan', '--all')
  const restless = [...planned.stacks].filter(([, { changes }]) => changes > 0)
  return planned.status === 0 && restless.length === 0 ? undefined : planned.output
}

/** As JSON has it, where what is undefined is not there. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

function restore(repository: Repository): void {
  repository.replace(manifest, ports.wide, ports.narrow)
}

function codesOf({ stacks }: Run): readonly string[] {
  return [...new Set([...stacks.values()].flatMap(({ code }) => code ?? []))].sort()
}
