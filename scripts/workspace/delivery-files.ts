// What lies in the state home of a data repository, which no commit can reach.
//   state/<stack>.tfstate  the state, where it is kept locally, and beside it what was last applied
//   runs/<id>.json         the record of every run
//   drift.json             since when each drift has been seen
//   records/<stack>/       log of the last run, and what a broken-off one may have begun
//   data/<stack>/          what terraform's init has made, with a listing of it beside
//   work/<stack>/          the working directory of terraform, made anew by every run
//   plans/<n>/             the same for a plan, with copies of the states
//   run.lock               that a run which writes is under way
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { located } from '../../lib/command-line/located.ts'
import { textAt, valueAt } from '../../lib/deliver/json.ts'
import { makeFolder, namesIn } from '../files/folder.ts'
import { growingName } from '../files/growing.ts'

export interface Workspace {
  /** The state home. */
  readonly directory: string
  /** The data repository that it belongs to. */
  readonly root: string
  readonly work: string
  readonly data: string
  readonly records: string
  readonly state: string
  readonly runs: string
  readonly lock: string
}

export function workspaceIn(directory: string, root: string): Workspace {
  return {
    directory,
    root,
    work: join(directory, 'work'),
    data: join(directory, 'data'),
    records: join(directory, 'records'),
    state: join(directory, 'state'),
    runs: join(directory, 'runs'),
    lock: join(directory, 'run.lock'),
  }
}

/** The files of one stack. */
export interface StackFiles {
  readonly name: string
  /** Terraform's working directory. */
  readonly directory: string
  readonly configuration: string
  /** Takes up what a broken-off run has created. */
  readonly imports: string
  readonly plan: string
  /** What init has made: terraform's data directory. */
  readonly data: string
  /** How init left it, and for what. */
  readonly initialised: string
  /** Of what outlives a run. */
  readonly records: string
  readonly log: string
  /** The configuration that the log's run was begun with: the next run may ask for something else. */
  readonly attempted: string
  /** The rules of the security group that an apply was last begun with. */
  readonly openings: string
  /** Projects that an apply has begun to make anew, and of which the cloud may have kept something. */
  readonly replaced: string
  /** The number of terraform's process, while it runs. */
  readonly pid: string
  /** What earlier runs began to create and no state has: it may exist all the same. */
  readonly interrupted: string
  /** The local state; with a remote backend there is no such file. */
  readonly state: string
  readonly applied: string
  /** Projects and domains that a destroy has begun to remove. */
  readonly removing: string
}

export function filesOf({ work, data, records: allRecords, state }: Workspace, name: string): StackFiles {
  const directory = join(work, name)
  const records = join(allRecords, name)
  return {
    name,
    directory,
    configuration: join(directory, 'cdk.tf.json'),
    imports: join(directory, 'adopted.tf.json'),
    plan: join(directory, 'stack.tfplan'),
    data: join(data, name),
    initialised: join(data, `${name}.json`),
    records,
    log: join(records, 'apply.log'),
    attempted: join(records, 'attempted.json'),
    openings: join(records, 'openings.json'),
    replaced: join(records, 'replaced.json'),
    pid: join(records, 'terraform.pid'),
    interrupted: join(records, 'uncertain.json'),
    state: join(state, `${name}.tfstate`),
    applied: join(state, `${name}.applied.json`),
    removing: join(state, `${name}.removing.json`),
  }
}

/** State holds what only operators may read. */
export function makeDirectory(path: string): void {
  makeFolder(path, 0o700)
}

/** Names of all stacks that have a local state with something in it, or a removal that was broken off. */
export function stacksWithState({ state }: Workspace): readonly string[] {
  return [
    ...new Set(
      namesIn(state).flatMap(file => /^([a-z0-9_.-]+)\.(?:tfstate|removing\.json)$/.exec(file)?.[1] ?? []),
    ),
  ].sort()
}

/** Names of all stacks that have left a record. */
export function stacksWithRecords({ records }: Workspace): readonly string[] {
  return namesIn(records).filter(name => /^[a-z0-9_.-]+$/.test(name))
}

export function writeAtomically(path: string, content: string | Uint8Array): void {
  makeDirectory(dirname(path))
  const temporary = growingName(path)
  try {
    located(path, () => {
      writeFileSync(temporary, content, { flag: 'wx', mode: 0o600 })
      renameSync(temporary, path)
    })
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** Undefined where there is no file, or one that is no JSON: then it was cut off, and says nothing. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

export function digestOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Whether a stack stands as it was last applied, to the same cloud, and its state is the one that was written then. */
export function isApplied(
  { applied, state }: StackFiles,
  configuration: Uint8Array,
  cloudUrl: string | undefined,
): boolean {
  const record = readJson(applied)
  const stamp = stampOf(state)
  return (
    stamp !== undefined &&
    textAt(record, 'configuration') === digestOf(configuration) &&
    textAt(record, 'cloud') === cloudUrl &&
    valueAt(record, 'state', 'bytes') === stamp.bytes &&
    valueAt(record, 'state', 'modified') === stamp.modified
  )
}

/** Writes down that a stack was applied. Without a local state nothing can be trusted later, and nothing is written. */
export function markApplied(
  { applied, state }: StackFiles,
  configuration: Uint8Array,
  cloudUrl: string | undefined,
): void {
  const stamp = stampOf(state)
  if (stamp === undefined) return
  const record = { version: 1, configuration: digestOf(configuration), cloud: cloudUrl, state: stamp }
  writeAtomically(applied, `${JSON.stringify(record, null, 2)}\n`)
}

function stampOf(state: string): { readonly bytes: number; readonly modified: number } | undefined {
  const status = statSync(state, { throwIfNoEntry: false })
  return status === undefined ? undefined : { bytes: status.size, modified: status.mtimeMs }
}

/**
 * Terraform overwrites its local state in place, and a kill at that moment leaves half a file. The copy that it makes
 * before the first change of a run then takes its place; what the run did after it is found again by its log.
 */
export function mendState({ state }: StackFiles): void {
  if (!existsSync(state) || readJson(state) !== undefined) return
  const backup = `${state}.backup`
  renameSync(state, `${state}.broken`)
  if (readJson(backup) !== undefined) copyFileSync(backup, state)
}

/** Removes all that is left of a stack whose state is empty. */
export function removeStackFiles(files: StackFiles): void {
  for (const path of [
    files.applied,
    files.state,
    `${files.state}.backup`,
    `${files.state}.broken`,
    files.removing,
    files.initialised,
  ])
    rmSync(path, { force: true })
  for (const folder of [files.directory, files.data, files.records])
    rmSync(folder, { recursive: true, force: true })
}
