// Resources whose creation a run began and never wrote into the state: they may exist in the cloud all the same.

import { codes } from './codes.ts'
import type { EngineEvent } from './events.ts'
import { causeOf } from './failure.ts'
import { isRecord, listAt, valueAt } from './json.ts'

/**
 * Reads the log of a run that ended badly. Terraform writes down that it starts to create something before it asks the
 * cloud, so that whatever was begun and is not in the state may be there all the same: the run was killed, or the
 * answer got lost. What the cloud refused as existing already is another's, and never on this list.
 * @returns addresses.
 */
export function createsLeftOpen(
  events: readonly EngineEvent[],
  inState: ReadonlySet<string>,
): ReadonlySet<string> {
  const open = new Set<string>()
  for (const event of events) {
    const isUnderWay = event.kind === 'started' || event.kind === 'completed'
    if (isUnderWay && event.action === 'create') open.add(event.address)
    if (event.kind === 'completed' && event.action === 'delete') open.delete(event.address)
  }
  for (const event of events) {
    const refused = event.kind === 'diagnostic' ? event.diagnostic.address : undefined
    if (event.kind !== 'diagnostic' || refused === undefined) continue
    if (leavesNothing.has(causeOf(event.diagnostic).definition.code)) open.delete(refused)
  }
  for (const address of inState) open.delete(address)
  return open
}

/** Answers after which the cloud has certainly not made what was asked for. */
const leavesNothing: ReadonlySet<string> = new Set([
  codes.conflict.code,
  codes.quotaExceeded.code,
  codes.forbidden.code,
  codes.requestInvalid.code,
  codes.credentialsRefused.code,
  codes.rateLimited.code,
])

/**
 * What one broken-off run may have left. It goes with the configuration of that run, which alone says what to look
 * for: by the next run, the repository may ask for something else, or for nothing.
 */
export interface InterruptedCreates {
  readonly configuration: unknown
  readonly addresses: readonly string[]
}

/** The file in which they wait for the next run. Its list keeps the name that earlier versions gave it. */
export function interruptedCreatesText(doubts: readonly InterruptedCreates[]): string {
  return `${JSON.stringify({ version: 2, doubts })}\n`
}

/** What such a file says; nothing where it says something else. */
export function interruptedCreatesOf(file: unknown): readonly InterruptedCreates[] {
  return listAt(file, 'doubts').flatMap(entry => {
    const addresses = listAt(entry, 'addresses').filter(item => typeof item === 'string')
    return addresses.length === 0 ? [] : [{ configuration: valueAt(entry, 'configuration'), addresses }]
  })
}

/** Those that are in no state still; what two runs of one configuration left is told as one. */
export function stillInterrupted(
  creates: readonly InterruptedCreates[],
  inState: ReadonlySet<string>,
): readonly InterruptedCreates[] {
  const byConfiguration = Map.groupBy(creates, ({ configuration }) => JSON.stringify(configuration))
  return [...byConfiguration.values()].flatMap(members => {
    const all = new Set(members.flatMap(({ addresses }) => addresses))
    const addresses = [...all].filter(address => !inState.has(address))
    return addresses.length === 0 ? [] : [{ configuration: members[0]?.configuration, addresses }]
  })
}

/** An object that the cloud turned out to have, and that an interrupted create was to make. */
export interface FoundCreate {
  readonly address: string
  /** What terraform imports it by. */
  readonly importId: string
  /** What the run that made it was begun with. */
  readonly configuration: unknown
}

/**
 * What becomes of those that the cloud turned out to have. What the repository still asks for is kept. The rest is taken
 * up under its old configuration: terraform then has it in its state and not in its configuration, and so plans to remove
 * it, in sight of whoever looks at the plan. No object gets two addresses, or removing one would remove the other.
 */
export function sortFoundCreates(
  found: readonly FoundCreate[],
  configuration: unknown,
  managed: ReadonlySet<string>,
): { readonly kept: readonly FoundCreate[]; readonly dropped: readonly FoundCreate[] } {
  const isKept = ({ address }: FoundCreate) => isConfigured(configuration, address)
  const taken = new Set(managed)
  const addresses = new Set<string>()
  const free = [...found.filter(isKept), ...found.filter(each => !isKept(each))].filter(each => {
    const object = managedObject(typeOf(each.address), each.importId)
    if (taken.has(object) || addresses.has(each.address)) return false
    taken.add(object)
    addresses.add(each.address)
    return true
  })
  return { kept: free.filter(isKept), dropped: free.filter(each => !isKept(each)) }
}

/** One object of the cloud: what a resource of a state and a found create have in common. */
export function managedObject(type: string, importId: string): string {
  return `${type} ${importId}`
}

function typeOf(address: string): string {
  return address.split('.')[0] ?? ''
}

function isConfigured(configuration: unknown, address: string): boolean {
  const [type = '', name = ''] = address.split('.')
  return isRecord(valueAt(configuration, 'resource', type, name))
}
