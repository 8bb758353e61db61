import { accessSync, constants, existsSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { PlatformZone } from '../../generated/types/platform.ts'
import { codes } from '../../lib/deliver/codes.ts'
import { lacking } from '../../lib/deliver/lacking.ts'
import { plainDiagnostics } from '../../lib/deliver/output.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { type BackendSettings, settingsOf } from '../../stacks/state-backend.ts'
import { scratchDirectory } from '../files/scratch-directory.ts'
import { type EnginePlace, findEngine } from '../terraform/engine.ts'
import { engineEnvironment, outsideOf } from '../terraform/environment.ts'
import { type Ended, runToEnd } from '../terraform/process.ts'
import { requireAllowedZone } from '../terraform/runner-limits.ts'
import { runnerOf } from '../workspace/runner.ts'
import { workspaceOf } from '../workspace/workspace.ts'
import { type Check, type DoctorPlace, type DoctorZone, type Outcome, ok } from './check.ts'

/** Where the states of each zone are kept: a directory that can be written, or a backend that answers terraform. */
export const backends: Check = {
  name: 'backends',
  run: async (place, { zones }) => {
    const own = zones.filter(({ foreign }) => !foreign)
    return (await Promise.all(own.map(async zone => await outcomeOf(zone, place)))).flat()
  },
}

/** A backend that the runner does not serve is not asked, for its address comes from the repository. */
async function outcomeOf(zone: DoctorZone, place: DoctorPlace): Promise<readonly Outcome[]> {
  try {
    requireAllowedZone(runnerOf(place), { id: zone.id, ...zone.zone })
    return await lookedAt(zone, place)
  } catch (error) {
    if (error instanceof Refusal) return [error.finding]
    throw error
  }
}

async function lookedAt({ id, zone: { backend } }: DoctorZone, place: DoctorPlace): Promise<Outcome[]> {
  const problem =
    backend.type === 'local'
      ? directoryProblem(workspaceOf(place).state)
      : await remoteProblem(backend, place)
  if (problem === 'unknown') return []
  if (problem === undefined)
    return [
      ok(
        `分区 ${id}：状态后端 ${backend.type} 可用`,
        `zone ${id}: the state backend ${backend.type} can be used`,
      ),
    ]
  const said = {
    zh: `分区 ${id}：状态后端 ${backend.type} 不可用（${printable(problem)}）`,
    en: `zone ${id}: the state backend ${backend.type} cannot be used (${printable(problem)})`,
  }
  return [lacking(codes.stateUnreadable, { machine: backend.type }, said).finding]
}

/** Why nothing can be written there, once the directories on the way are made. */
function directoryProblem(directory: string): string | undefined {
  let nearest = directory
  while (!existsSync(nearest) && nearest !== dirname(nearest)) nearest = dirname(nearest)
  if (!statSync(nearest).isDirectory()) return nearest
  try {
    accessSync(nearest, constants.W_OK)
    return undefined
  } catch {
    return nearest
  }
}

const limitMs = 20_000
/** A name that no stack has, for all of them begin with a kind. */
const probe = 'doctor'

/** Has terraform itself ask for a state that is not there: address and credentials are then known to be right. */
async function remoteProblem(
  backend: PlatformZone['backend'],
  place: DoctorPlace,
): Promise<string | 'unknown' | undefined> {
  // What lies in the data repository has no say, here as in a delivery.
  const outside = outsideOf(place)
  const program = await engineAt({ ...place, environment: outside })
  if (program === undefined) return 'unknown'
  const cwd = scratchDirectory('doctor')
  try {
    const settings: BackendSettings = { ...settingsOf(backend, probe), ...leaveNothing[backend.type] }
    const configuration = { terraform: { backend: { [backend.type]: settings } } }
    writeFileSync(join(cwd, 'main.tf.json'), JSON.stringify(configuration))
    const environment = engineEnvironment(outside)
    for (const args of [
      ['init', '-input=false', '-no-color'],
      ['state', 'pull'],
    ]) {
      const ended = await runToEnd({ program, arguments: args, cwd, environment }, { limitMs })
      if (ended.exitCode !== 0) return problemIn(ended)
    }
    return undefined
  } finally {
    rmSync(cwd, { recursive: true, force: true })
  }
}

async function engineAt(place: EnginePlace): Promise<string | undefined> {
  try {
    return (await findEngine(place)).program
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/** Else `init` would make a schema in the database. */
const leaveNothing: Readonly<Record<PlatformZone['backend']['type'], BackendSettings>> = {
  local: {},
  s3: {},
  http: {},
  pg: { skip_schema_creation: true, skip_table_creation: true, skip_index_creation: true },
}

/** A database that says that it has no such table has answered. */
function problemIn(ended: Ended): string | undefined {
  const text = `${ended.output}\n${ended.errors}`
  if (ended.timedOut) return `${limitMs / 1000} s`
  if (/relation \S+ does not exist/.test(text)) return undefined
  return plainDiagnostics(text.split('\n'))[0]?.summary ?? `terraform: ${ended.exitCode}`
}
