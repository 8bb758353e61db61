import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isRecord } from '../../lib/deliver/json.ts'
import type { Engine } from './engine.ts'
import { type Ended, runToEnd } from './process.ts'
import { digestOf, type StackFiles, type Workspace, writeAtomically } from './workspace.ts'

/** Runs `init` in a stack's directory unless it was run for the same backend, provider and lock file before. */
export async function ensureInitialised(
  engine: Engine,
  workspace: Workspace,
  files: StackFiles,
  environment: Readonly<Record<string, string>>,
): Promise<Ended | undefined> {
  const reviewed = existsSync(workspace.reviewedLock)
  const lock = join(files.directory, '.terraform.lock.hcl')
  const mark = join(files.directory, '.terraform/initialised')
  const key = digestOf(JSON.stringify(basisOf(engine, workspace, files, environment)))
  if (existsSync(lock) && existsSync(mark) && readFileSync(mark, 'utf8') === key) return undefined
  // A backend that moved is another one: migrating a state is nothing that an apply should do by itself.
  rmSync(join(files.directory, '.terraform/terraform.tfstate'), { force: true })
  if (reviewed) copyFileSync(workspace.reviewedLock, lock)
  const ended = await runToEnd({
    program: engine.program,
    arguments: ['init', '-input=false', '-no-color', ...(reviewed ? ['-lockfile=readonly'] : [])],
    cwd: files.directory,
    environment,
  })
  if (ended.exitCode === 0) writeAtomically(mark, key)
  return ended
}

function basisOf(
  { program, version }: Engine,
  { reviewedLock }: Workspace,
  { configuration, directory }: StackFiles,
  { TF_CLI_CONFIG_FILE }: Readonly<Record<string, string>>,
) {
  const value: unknown = JSON.parse(readFileSync(configuration, 'utf8'))
  return {
    program,
    version,
    directory,
    cli: TF_CLI_CONFIG_FILE,
    terraform: isRecord(value) ? value.terraform : undefined,
    lock: existsSync(reviewedLock) ? digestOf(readFileSync(reviewedLock)) : undefined,
  }
}
