// A project is made anew where terraform was told to break its making off: it counts as half made from then on. Neutron
// keeps its group `default`, which it makes as soon as anybody asks what a project has, and nobody would ever remove it.
import { rmSync } from 'node:fs'
import { listAt } from '../../lib/deliver/json.ts'
import type { Change } from '../../lib/deliver/resource-changes.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { idsOfKind, resourcesOf } from '../../lib/deliver/state.ts'
import { removeOutliving } from '../openstack/outliving.ts'
import { readJson, type StackFiles, writeAtomically } from '../workspace/delivery-files.ts'
import { cloudIn } from './connection.ts'
import type { Session } from './session.ts'
import { readState } from './state.ts'

/** Writes down which projects an apply is about to remove: once it has, no state knows them, also where it was killed. */
export async function noteReplacedProjects(
  session: Session,
  stack: DeliveryStack,
  files: StackFiles,
  changes: readonly Change[],
): Promise<void> {
  const going = new Set(changes.filter(isRemoval).map(({ address }) => address))
  if (going.size === 0) return
  const resources = resourcesOf(await readState(session, stack, files))
  const projects = idsOfKind(
    resources.filter(({ address }) => going.has(address)),
    'project',
  )
  if (projects.length === 0) return
  const all = [...new Set([...replacedProjects(files), ...projects])]
  writeAtomically(files.replaced, `${JSON.stringify({ version: 1, projects: all })}\n`)
}

/** Removes what the cloud has kept of them. A project that still stands keeps its own. */
export async function dropReplacedProjects(
  session: Session,
  stack: DeliveryStack,
  files: StackFiles,
): Promise<void> {
  const replaced = replacedProjects(files)
  if (replaced.length === 0) return
  const standing = new Set(idsOfKind(resourcesOf(await readState(session, stack, files)), 'project'))
  const gone = replaced.filter(id => !standing.has(id))
  await removeOutliving(await cloudIn(session, stack.zone), gone)
  rmSync(files.replaced, { force: true })
}

/** Ids of projects that applies of a stack have begun to remove. */
export function replacedProjects(files: StackFiles): readonly string[] {
  return listAt(readJson(files.replaced), 'projects').filter(item => typeof item === 'string')
}

function isRemoval({ action }: Change): boolean {
  return action === 'delete' || action === 'replace'
}
