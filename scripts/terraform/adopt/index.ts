import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { type EngineEvent, eventsOf } from '../../../lib/deliver/events.ts'
import { isRecord, listAt, valueAt } from '../../../lib/deliver/json.ts'
import type { DeliveryStack } from '../../../lib/deliver/stack.ts'
import { resourcesOf } from '../../../lib/deliver/state.ts'
import { type Uncertain, uncertainAfter } from '../../../lib/deliver/uncertain.ts'
import { connect } from '../../openstack/index.ts'
import type { Session } from '../session.ts'
import { readState } from '../state.ts'
import { readJson, type StackFiles, writeAtomically } from '../workspace.ts'
import { lookUp } from './look-up.ts'

/**
 * Has terraform take up what an earlier run created and did not come to write into the state, by import blocks beside
 * the configuration. @returns the addresses of what that run had begun and the cloud does not have.
 */
export async function adopt(
  session: Session,
  stack: DeliveryStack,
  files: StackFiles,
): Promise<ReadonlySet<string>> {
  rmSync(files.imports, { force: true })
  const before = new Set([...readUncertain(files), ...(await uncertainOfLog(session, stack, files)).keys()])
  if (before.size === 0) return before
  const state = new Map(
    resourcesOf(await readState(session, stack, files)).map(({ address, attributes }) => [
      address,
      attributes,
    ]),
  )
  const open = [...before].filter(address => !state.has(address))
  // On the disk before terraform makes its log anew.
  write(files, open)
  const configuration = readJson(files.configuration)
  const cloud = await connect(session.cloudOf(stack.zone))
  const find = lookUp({ cloud, configuration, state })
  const found = await Promise.all(
    open
      .filter(address => isConfigured(configuration, address))
      .map(async address => ({ address, object: await find(address) })),
  )
  const imports = found.flatMap(({ address, object }) =>
    object === undefined ? [] : [{ to: address, id: object.importId }],
  )
  if (imports.length > 0) writeAtomically(files.imports, `${JSON.stringify({ import: imports }, null, 2)}\n`)
  const adopted = new Set(imports.map(({ to }) => to))
  return new Set(open.filter(address => !adopted.has(address)))
}

/**
 * After an attempt that failed. What was in doubt before and is still in no state stays in doubt, also when the cloud
 * refused it as existing now: then the request of the run that was broken off went through late.
 */
export async function noteUncertain(
  session: Session,
  stack: DeliveryStack,
  files: StackFiles,
): Promise<void> {
  const state = new Set(resourcesOf(await readState(session, stack, files)).map(({ address }) => address))
  const open = [...(await uncertainOfLog(session, stack, files)).keys(), ...readUncertain(files)]
  write(
    files,
    [...new Set(open)].filter(address => !state.has(address)),
  )
}

/** After an apply that went through: the state knows everything. */
export function forgetUncertain(files: StackFiles): void {
  rmSync(files.uncertain, { force: true })
  rmSync(files.imports, { force: true })
  if (existsSync(files.log)) renameSync(files.log, `${files.log}.last`)
}

async function uncertainOfLog(session: Session, stack: DeliveryStack, files: StackFiles): Promise<Uncertain> {
  const events = logged(files)
  if (!events.some(({ kind }) => kind === 'started' || kind === 'completed')) return new Map()
  const state = await readState(session, stack, files)
  return uncertainAfter(events, new Set(resourcesOf(state).map(({ address }) => address)))
}

function logged({ log }: StackFiles): readonly EngineEvent[] {
  return existsSync(log) ? eventsOf(readFileSync(log, 'utf8')) : []
}

function readUncertain({ uncertain }: StackFiles): readonly string[] {
  return listAt(readJson(uncertain), 'addresses').filter(item => typeof item === 'string')
}

function write({ uncertain }: StackFiles, addresses: readonly string[]): void {
  if (addresses.length === 0) rmSync(uncertain, { force: true })
  else writeAtomically(uncertain, `${JSON.stringify({ version: 1, addresses }, null, 2)}\n`)
}

/** What the repository no longer asks for cannot be imported to its address. */
function isConfigured(configuration: unknown, address: string): boolean {
  const [type = '', name = ''] = address.split('.')
  return isRecord(valueAt(configuration, 'resource', type, name))
}
