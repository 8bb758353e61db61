import { existsSync, rmSync } from 'node:fs'
import { changesOfEvents, summarise } from '../../lib/deliver/changes.ts'
import { codes } from '../../lib/deliver/codes.ts'
import { listAt } from '../../lib/deliver/json.ts'
import { failureOf, type StackResult } from '../../lib/deliver/run.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { resourcesOf } from '../../lib/deliver/state.ts'
import { CloudProblem, connect, ServiceError } from '../openstack/index.ts'
import { adopt } from './adopt/index.ts'
import { type Called, call } from './call.ts'
import { homesOf, removeDefaultGroups } from './leftovers.ts'
import { prepare } from './prepare.ts'
import { runToEnd } from './process.ts'
import { commandFor, type Session } from './session.ts'
import { readState } from './state.ts'
import { filesOf, readJson, removeStackFiles, type StackFiles, writeAtomically } from './workspace.ts'

/** Removes all of a stack from its cloud, what nobody declared too, and then its files. */
export async function destroyStack(session: Session, stack: DeliveryStack): Promise<StackResult> {
  const files = filesOf(session.workspace, stack.name)
  const begun = performance.now()
  const result = await destroyed(session, stack, files)
  return { ...result, seconds: Math.round(performance.now() - begun) / 1000 }
}

async function destroyed(session: Session, stack: DeliveryStack, files: StackFiles): Promise<StackResult> {
  const unready = await prepare(session, stack, files)
  if (unready !== undefined) return { stack: stack.name, status: 'failed', failure: unready.failure }
  await takeUp(session, stack, files)
  const projects = await rememberProjects(session, stack, files)
  rmSync(files.applied, { force: true })
  const args = ['destroy', '-json', '-input=false', '-auto-approve', '-lock-timeout=30s']
  const called = await call(session, stack, files, args)
  if (called.failure !== undefined) return ended(session, stack, called)
  const cleaned = await clean(session, stack, projects)
  if (cleaned !== undefined) return cleaned
  removeStackFiles(files)
  return { stack: stack.name, status: 'destroyed', changes: summarise(changesOfEvents(called.events)) }
}

function ended({ signal }: Session, stack: DeliveryStack, { failure }: Called): StackResult {
  const status = signal.aborted ? 'interrupted' : 'failed'
  return { stack: stack.name, status, ...(failure === undefined ? {} : { failure }) }
}

/** Import blocks mean nothing to a destroy: what a broken-off apply left is imported one by one. */
async function takeUp(session: Session, stack: DeliveryStack, files: StackFiles): Promise<void> {
  await adopt(session, stack, files)
  const imports = existsSync(files.imports) ? listAt(readJson(files.imports), 'import') : []
  rmSync(files.imports, { force: true })
  for (const entry of imports) {
    if (typeof entry !== 'object' || entry === null || !('to' in entry) || !('id' in entry)) continue
    const args = ['import', '-input=false', '-no-color', String(entry.to), String(entry.id)]
    await runToEnd(commandFor(session, stack, files, args))
  }
}

/** A destroy that is killed when the project is gone must still know whose `default` group to remove. */
async function rememberProjects(
  session: Session,
  stack: DeliveryStack,
  files: StackFiles,
): Promise<readonly string[]> {
  const { projects } = homesOf(resourcesOf(await readState(session, stack, files)))
  const before = listAt(readJson(files.removing), 'projects').filter(item => typeof item === 'string')
  const all = [...new Set([...before, ...projects])]
  if (all.length > 0) writeAtomically(files.removing, `${JSON.stringify({ version: 1, projects: all })}\n`)
  return all
}

async function clean(
  session: Session,
  stack: DeliveryStack,
  projects: readonly string[],
): Promise<StackResult | undefined> {
  try {
    if (projects.length > 0) await removeDefaultGroups(await connect(session.cloudOf(stack.zone)), projects)
    return undefined
  } catch (error) {
    if (!(error instanceof ServiceError || error instanceof CloudProblem)) throw error
    const definition = error instanceof CloudProblem ? error.definition : codes.unrecognised
    const diagnostic = { severity: 'error', summary: error.message, detail: '' } as const
    return { stack: stack.name, status: 'failed', failure: failureOf(definition, [diagnostic]) }
  }
}
