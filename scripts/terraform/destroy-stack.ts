import { rmSync } from 'node:fs'
import { listAt } from '../../lib/deliver/json.ts'
import { changesOfEvents, summarise } from '../../lib/deliver/resource-changes.ts'
import type { StackResult } from '../../lib/deliver/run.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { resourcesOf } from '../../lib/deliver/state.ts'
import { ownersOf } from '../openstack/leftovers.ts'
import { removeOutliving } from '../openstack/outliving.ts'
import {
  filesOf,
  readJson,
  removeStackFiles,
  type StackFiles,
  writeAtomically,
} from '../workspace/delivery-files.ts'
import { type Called, call } from './call.ts'
import { cloudIn } from './connection.ts'
import { prepare } from './prepare.ts'
import { replacedProjects } from './replaced-projects.ts'
import type { Session } from './session.ts'
import { readState } from './state.ts'

/** Removes all of a stack from its cloud, what nobody declared too, and then its files. */
export async function destroyStack(session: Session, stack: DeliveryStack): Promise<StackResult> {
  const files = filesOf(session.workspace, stack.name)
  const begun = performance.now()
  const result = await destroyed(session, stack, files)
  return { ...result, seconds: Math.round(performance.now() - begun) / 1000 }
}

async function destroyed(session: Session, stack: DeliveryStack, files: StackFiles): Promise<StackResult> {
  const unready = await prepare(session, stack, files)
  if (unready !== undefined) return ended(session, stack, unready)
  const projects = await rememberProjects(session, stack, files)
  rmSync(files.applied, { force: true })
  const args = ['destroy', '-json', '-input=false', '-auto-approve', '-lock-timeout=30s']
  const called = await call(session, stack, files, args)
  if (called.failure !== undefined) return ended(session, stack, called)
  if (projects.length > 0) await removeOutliving(await cloudIn(session, stack.zone), projects)
  removeStackFiles(files)
  return { stack: stack.name, status: 'destroyed', changes: summarise(changesOfEvents(called.events)) }
}

function ended({ signal }: Session, stack: DeliveryStack, { failure }: Pick<Called, 'failure'>): StackResult {
  const status = signal.aborted ? 'interrupted' : 'failed'
  return { stack: stack.name, status, ...(failure === undefined ? {} : { failure }) }
}

/**
 * Writes down that a removal has begun. One that is killed when the project is gone must still know whose `default` group
 * to remove, and that what it no longer finds was not taken away by somebody else.
 */
async function rememberProjects(
  session: Session,
  stack: DeliveryStack,
  files: StackFiles,
): Promise<readonly string[]> {
  const { projects } = ownersOf(resourcesOf(await readState(session, stack, files)))
  const before = listAt(readJson(files.removing), 'projects').filter(item => typeof item === 'string')
  const all = [...new Set([...before, ...replacedProjects(files), ...projects])]
  writeAtomically(files.removing, `${JSON.stringify({ version: 1, projects: all })}\n`)
  return all
}
