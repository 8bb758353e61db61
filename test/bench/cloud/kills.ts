// kill -9 of everything that an apply or a destroy has started, at a random moment, and then the same again: does it get
// there, and is anything left that nobody knows of?
import { randomInt } from 'node:crypto'
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { killTree, type Run, start, tenantry } from '../../cloud/command.ts'
import { copyRepository, type Repository } from '../../cloud/repository.ts'
import {
  inventories,
  inventoriesDue,
  inventoriesOfPlatforms,
  openZones,
  type Zone,
} from '../../cloud/zones.ts'

const unit = 'ningwu/jiaoyuju'
const ending = [unit, '--confirm', unit] as const
/** One of the unit's systems, which every other round takes back after the kill. */
const system = `tenants/${unit}/zhaosheng-baoming.yaml`

export interface Round {
  /** What was killed, and what came after it. */
  readonly kind: 'apply, again' | 'apply, a system taken back' | 'destroy, again'
  /** Seconds into the run; undefined where the run was quicker, and nothing was killed. */
  readonly at: number | undefined
  /** What was wrong afterwards; undefined where all was as it should be. */
  readonly fault?: string
}

interface Scene {
  readonly repository: Repository
  readonly zones: readonly Zone[]
  /** How long each takes when it is left alone. */
  readonly applyMs: number
  readonly destroyMs: number
}

/** Kills that many applies, and between them as many destroys. Ends at the first fault, for what it left would go on. */
export async function killRounds(count: number, told: (round: Round) => void): Promise<readonly Round[]> {
  const rounds: Round[] = []
  const add = (round: Round) => {
    rounds.push(round)
    told(round)
    return round.fault === undefined
  }
  const repository = copyRepository(unit)
  const zones = await openZones(repository)
  try {
    const scene = await open(repository, zones)
    for (let index = 0; index < count; index += 1) {
      if (!add(await (index % 2 === 0 ? applyAgain(scene) : applyTakenBack(scene)))) break
      if (!add(await destroyAgain(scene))) break
    }
  } finally {
    await tenantry(repository, 'destroy', '*', '--confirm', '*')
    repository.remove()
  }
  return rounds
}

/** The platform stands throughout; what is killed is a unit and its systems, in two clouds. */
async function open(repository: Repository, zones: readonly Zone[]): Promise<Scene> {
  await succeed(repository, 'apply', 'platform', '--yes')
  const applyMs = await msOf(() => succeed(repository, 'apply', '--yes'))
  const destroyMs = await msOf(() => succeed(repository, 'destroy', ...ending))
  return { repository, zones, applyMs, destroyMs }
}

async function applyAgain(scene: Scene): Promise<Round> {
  const { repository, applyMs } = scene
  const at = await killedWithin(repository, applyMs, 'apply', '--yes')
  const run = await tenantry(repository, 'apply', '--yes')
  return { kind: 'apply, again', at, ...(await faultOf(scene, run)) }
}

/** Nobody asks for the system any more, so that the next apply names it, and a destroy has to find all of it. */
async function applyTakenBack(scene: Scene): Promise<Round> {
  const { repository, applyMs } = scene
  const kind = 'apply, a system taken back'
  const [file, aside] = [join(repository.root, system), join(repository.root, 'taken-back')]
  const at = await killedWithin(repository, applyMs, 'apply', '--yes')
  renameSync(file, aside)
  try {
    const applied = await tenantry(repository, 'apply', '--yes')
    const { leaked } = applied
    if (applied.status !== 0 || leaked.length === 0) return { kind, at, ...(await faultOf(scene, applied)) }
    const destroyed = await tenantry(repository, 'destroy', ...leaked, '--confirm', leaked.join(' '))
    return { kind, at, ...(await faultOf(scene, destroyed)) }
  } finally {
    renameSync(aside, file)
  }
}

async function destroyAgain(scene: Scene): Promise<Round> {
  const { repository, destroyMs } = scene
  const at = await killedWithin(repository, destroyMs, 'destroy', ...ending)
  const run = await tenantry(repository, 'destroy', ...ending)
  return { kind: 'destroy, again', at, ...(await faultOf(scene, run, inventoriesOfPlatforms)) }
}

/** Kills a run at a moment of its usual time. @returns seconds, or undefined when it ended before. */
async function killedWithin(
  repository: Repository,
  usualMs: number,
  ...args: readonly string[]
): Promise<number | undefined> {
  const moment = randomInt(Math.max(1, Math.round(usualMs)))
  const { pid, ended } = start(repository, ...args)
  if ((await Promise.race([ended, sleep(moment)])) !== undefined) return undefined
  killTree(pid)
  await ended
  return moment / 1000
}

/** A run that failed, or clouds that hold anything else than is due. */
async function faultOf(
  { repository, zones }: Scene,
  run: Run,
  dueIn = inventoriesDue,
): Promise<{ readonly fault?: string }> {
  if (run.status !== 0) return { fault: `the next run ended with ${run.status}\n${run.output.slice(-3000)}` }
  const [found, due] = [written(await inventories(zones)), written(await dueIn(zones, repository))]
  return isDeepStrictEqual(found, due) ? {} : { fault: differences(found, due).join('\n') }
}

/** Without what is undefined, which says as much as what is missing. */
function written(inventories: object): object {
  return JSON.parse(JSON.stringify(inventories))
}

/** Names what is in one and not in the other, or not the same. */
function differences(found: object, due: object, path = ''): readonly string[] {
  const [left, right] = [
    new Map<string, unknown>(Object.entries(found)),
    new Map<string, unknown>(Object.entries(due)),
  ]
  return [...new Set([...left.keys(), ...right.keys()])].flatMap(key => {
    const [a, b] = [left.get(key), right.get(key)]
    if (isDeepStrictEqual(a, b)) return []
    const here = `${path} ${key}`
    return isObject(a) && isObject(b)
      ? differences(a, b, here)
      : [`${here}: ${JSON.stringify(a) ?? 'missing'}, due: ${JSON.stringify(b) ?? 'nothing'}`]
  })
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

async function succeed(repository: Repository, ...args: readonly string[]): Promise<void> {
  const { status, output } = await tenantry(repository, ...args)
  if (status !== 0) throw new Error(`tenantry ${args.join(' ')} ended with ${status}\n${output.slice(-3000)}`)
}

async function msOf(work: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
