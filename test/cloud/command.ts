// Runs the command line as its users do: the launcher, in a process of its own.
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listAt, numberAt, textAt, valueAt } from '../../lib/deliver/json.ts'
import { packageRoot } from '../../scripts/workspace/package-root.ts'
import { labClouds } from './clouds.ts'
import { day, homeOf, type Repository } from './repository.ts'

export interface Run {
  readonly status: number | null
  /** Everything that was written, for the message of a failed expectation. */
  readonly output: string
  /** What it answered with `--json`; undefined of a run that was killed, or refused before it began. */
  readonly answer: unknown
  /** What became of each stack. */
  readonly stacks: ReadonlyMap<string, StackOutcome>
  /** Names of stacks that the repository does not ask for and that have left something. */
  readonly leaked: readonly string[]
  /** Names of stacks that have come to their end and still have something. */
  readonly ended: readonly string[]
  /** What lies in our places and in no state, as `<stack> <kind> <name>`. */
  readonly strays: readonly string[]
}

export interface StackOutcome {
  readonly status: string
  /** How many resources were, or would be, made, changed or removed. */
  readonly changes: number
  /** Addresses of what was, or would be, removed. */
  readonly removed: readonly string[]
  /** The code of the cause, where it failed. */
  readonly code: string | undefined
}

/** A data repository, and where its clouds are found: of the lab's clouds.yaml without another. */
type Place = Pick<Repository, 'root'> & { readonly cloudsFile?: string }

export interface Started {
  readonly pid: number
  readonly ended: Promise<Run>
}

/** Runs a command to its end, as `start` does. */
export function tenantry(repository: Place, ...args: readonly string[]): Promise<Run> {
  return start(repository, ...args).ended
}

/** Runs a command to its end as it was written. */
export function tenantryAsWritten(repository: Place, ...args: readonly string[]): Promise<Run> {
  return launch(repository, args).ended
}

/** Begins a command. A destroy is given a reason, for what tests take away mostly lives. */
export function start(repository: Place, ...args: readonly string[]): Started {
  const reason = args[0] === 'destroy' ? ['--without-papers', 'the test is over'] : []
  return launch(repository, [...args, ...reason])
}

function launch(repository: Place, args: readonly string[]): Started {
  const options = ['--root', repository.root, '--at', day, '--lang', 'en', '--json']
  const words = ['plan', 'apply', 'destroy', 'drift'].includes(args[0] ?? '') ? [...args, '--dirty'] : args
  const child = spawn(process.execPath, [join(packageRoot, 'scripts/tenantry.mjs'), ...words, ...options], {
    env: {
      ...process.env,
      OS_CLIENT_CONFIG_FILE: repository.cloudsFile ?? labClouds(),
      XDG_CACHE_HOME: `${repository.root}.cache`,
      TENANTRY_STATE_DIR: homeOf(repository.root),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { promise, resolve, reject } = Promise.withResolvers<Run>()
  const written: Record<'stdout' | 'stderr', string> = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    written.stderr += text
  })
  child.once('error', reject)
  child.once('close', status => {
    const record = parsed(written.stdout)
    resolve({
      status,
      output: written.stderr + written.stdout,
      answer: record,
      stacks: outcomes(record),
      leaked: listAt(record, 'leaked').filter(name => typeof name === 'string'),
      ended: listAt(record, 'ended').flatMap(entry => textAt(entry, 'stack') ?? []),
      strays: listAt(record, 'strays').map(unmanagedText),
    })
  })
  return { pid: child.pid ?? 0, ended: promise }
}

function unmanagedText(stray: unknown): string {
  return ['stack', 'kind', 'name'].map(key => textAt(stray, key)).join(' ')
}

function outcomes(record: unknown): ReadonlyMap<string, StackOutcome> {
  return new Map(
    listAt(record, 'stacks').map(entry => [
      textAt(entry, 'stack') ?? '',
      {
        status: textAt(entry, 'status') ?? '',
        changes: actions.reduce((sum, action) => sum + (numberAt(entry, 'changes', action) ?? 0), 0),
        removed: listAt(entry, 'changes', 'removed').filter(address => typeof address === 'string'),
        code: textAt(valueAt(entry, 'failure'), 'code'),
      },
    ]),
  )
}

const actions = ['create', 'update', 'replace', 'delete', 'import'] as const

/** A run that was killed, or refused before it began, has written no JSON. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** Names of the stacks with a status, in order. */
export function stacksThat(run: Run, status: string): readonly string[] {
  return [...run.stacks]
    .filter(([, outcome]) => outcome.status === status)
    .map(([name]) => name)
    .sort()
}

/** Kills a process with all that it started, none of which can say goodbye: what a power cut does. */
export function killTree(pid: number): void {
  for (const each of [pid, ...descendants(pid)]) killOne(each)
}

export function killOne(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It was quicker.
  }
}

/** What a process has started, and what these have. */
export function descendants(pid: number): readonly number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter(name => /^\d+$/.test(name))
      .map(name => [Number(name), parentOf(name)]),
  )
  const childrenOf = (parent: number): readonly number[] =>
    [...parents].filter(([, of]) => of === parent).flatMap(([child]) => [child, ...childrenOf(child)])
  return childrenOf(pid)
}

function parentOf(pid: string): number {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The second field is a name that may hold spaces and brackets.
    return Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return 0
  }
}
