import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../scripts/workspace/package-root.ts'
import { homePath } from '../../scripts/workspace/state-home.ts'
import { commitAll } from '../commit-all.ts'
import { type Circumstances, type Ended, runHere, temporaryDirectory } from '../scripts/harness.ts'
import { withWarmCache } from '../scripts/warm-cache.ts'
import { type EmptyCloud, emptyCloud } from './empty-cloud.ts'

export interface TraceLine {
  readonly event: string
  readonly stack: string
  readonly pid: number
  readonly at: number
  readonly args: readonly string[]
}

export interface Site {
  readonly root: string
  readonly cloud: EmptyCloud
  readonly environment: Readonly<Record<string, string>>
  /** Commits what lies in the data repository, and runs a command of the tool on it. */
  readonly run: (
    argv: readonly string[],
    settings?: Readonly<Record<string, string>>,
    circumstances?: Circumstances,
  ) => Promise<Ended>
  /** What the fake terraform was called for, in order. */
  readonly trace: () => readonly TraceLine[]
  /** Of something in the data repository. */
  readonly path: (...parts: readonly string[]) => string
  /** Of something on the machine, outside the data repository. */
  readonly beside: (...parts: readonly string[]) => string
  /** Of something in the state home. */
  readonly kept: (...parts: readonly string[]) => string
  /** Gives the machine settings: YAML behind the head. */
  readonly allow: (settings: string) => void
}

/** Of the example tree, one jurisdiction: three units' stacks and three systems' between two zones. */
const jurisdiction = 'ningwu'

export const fakeTerraform = join(import.meta.dirname, 'fake-terraform.mjs')

/** A part of the example tree in a directory of its own, an empty cloud for both zones, and the fake terraform. */
export async function site(holding: Readonly<Record<string, unknown>> = {}, role?: string): Promise<Site> {
  const cloud = await emptyCloud(holding, role)
  const { machine, traceFile, environment } = machineFor(cloud)
  const root = join(machine, 'repository')
  for (const folder of ['catalogue', `tenants/${jurisdiction}`])
    cpSync(join(packageRoot, folder), join(root, folder), { recursive: true })
  let committed: string | undefined
  const commit = () => {
    const lies = stampOf(root)
    if (lies !== committed) commitAll(root)
    committed = lies
  }
  commit()
  return {
    root,
    cloud,
    environment,
    run: async (argv, settings = {}, circumstances = {}) => {
      commit()
      return await runHere([...argv, '--root', root], {
        cwd: root,
        environment: { ...environment, ...settings },
        ...circumstances,
      })
    },
    trace: () => (existsSync(traceFile) ? linesOf(readFileSync(traceFile, 'utf8')) : []),
    path: (...parts) => join(root, ...parts),
    beside: (...parts) => join(machine, ...parts),
    allow: settings => {
      const folder = join(machine, '.config/tenantry')
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, 'runner.yaml'), `apiVersion: tenantry/v1\nkind: Runner\n${settings}\n`)
    },
    kept: (...parts) => join(homePath({ environment, stateDirectory: undefined }, root), ...parts),
  }
}

/** A machine that reaches an empty cloud for both zones, and works by the fake terraform. */
export function machineFor(cloud: EmptyCloud) {
  const entry = (region: string) => ({
    region_name: region,
    auth: { auth_url: `${cloud.urlOf(region)}/v3`, username: 'u', password: 'p', project_name: 'p' },
  })
  const clouds = { clouds: { internet: entry('internet'), extranet: entry('extranet') } }
  const machine = temporaryDirectory({ 'clouds.yaml': JSON.stringify(clouds) })
  const traceFile = join(machine, 'trace')
  const environment = withWarmCache({
    PATH: process.env.PATH ?? '',
    HOME: machine,
    OS_CLIENT_CONFIG_FILE: join(machine, 'clouds.yaml'),
    TENANTRY_TERRAFORM: fakeTerraform,
    TF_FAKE_TRACE: traceFile,
  })
  return { machine, traceFile, environment }
}

/** Differs once anything in the repository has changed. */
function stampOf(root: string): string {
  const files = ['catalogue', 'tenants'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(name =>
      join(root, folder, name),
    ),
  )
  return files.map(file => `${file} ${statSync(file).mtimeMs}`).join('\n')
}

/** The last line may be half written, for who writes it still runs. */
function linesOf(trace: string): readonly TraceLine[] {
  const whole = trace.split('\n').slice(0, -1)
  return whole.map((line): TraceLine => JSON.parse(line))
}

/** The stacks that terraform was called for, in the order in which it began. */
export function begun(trace: readonly TraceLine[], verb: string): readonly string[] {
  return trace.filter(({ event }) => event === verb).map(({ stack }) => stack)
}

/** How many calls of a verb went on at the same time at most. */
export function mostAtOnce(trace: readonly TraceLine[], verb: string): number {
  let now = 0
  let most = 0
  for (const { event } of trace) {
    if (event === verb) now += 1
    if (event === `${verb} ended`) now -= 1
    most = Math.max(most, now)
  }
  return most
}
