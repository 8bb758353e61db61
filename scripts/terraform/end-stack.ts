// What becomes of a stack whose end the history has reached: access to it ends with every apply, and all of it goes by one
// that is told to retire.
import { existsSync, rmSync } from 'node:fs'
import { codes } from '../../lib/deliver/codes.ts'
import { type Change, changesOfEvents, summarise } from '../../lib/deliver/resource-changes.ts'
import { type Failure, failureOf, type StackResult } from '../../lib/deliver/run.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { resourcesOf, type StateResource } from '../../lib/deliver/state.ts'
import { entryOf } from '../../lib/resource-types/index.ts'
import { filesOf, removeStackFiles } from '../workspace/delivery-files.ts'
import { call } from './call.ts'
import { goingWith, leftIn, readyToRemove } from './destroy-conditions.ts'
import { destroyStack } from './destroy-stack.ts'
import { removalPlan } from './gate.ts'
import { type PlannedStack, plan } from './plan-stack.ts'
import type { Session } from './session.ts'
import { readState } from './state.ts'

export interface EndRequest {
  /** Whether all of a stack goes, and not only the access to it. */
  readonly retires: boolean
  /** Those of the run that have come to their end. */
  readonly ended: readonly DeliveryStack[]
}

/** Works out what of a stack would go. */
export async function planEnd(
  session: Session,
  stack: DeliveryStack,
  request: EndRequest,
): Promise<PlannedStack> {
  const begun = performance.now()
  const seconds = () => Math.round(performance.now() - begun) / 1000
  const { going, hindrance } = await goingOf(session, stack, request)
  if (hindrance !== undefined) return { result: kept(session, stack, hindrance, seconds()), changes: [] }
  if (going.length === 0) return { result: { stack: stack.name, status: 'unchanged' }, changes: [] }
  const files = filesOf(session.workspace, stack.name)
  const planned = await plan(session, stack, files, 'values', removing(request, going))
  const { called, changes, plan: values } = planned
  if (called.failure !== undefined)
    return { result: kept(session, stack, called.failure, seconds()), changes: [] }
  const barred = gated(session, stack, going)
  if (barred !== undefined) return { result: kept(session, stack, barred, seconds()), changes }
  const result = {
    stack: stack.name,
    status: 'planned',
    changes: summarise(changes),
    seconds: seconds(),
  } as const
  return { result, changes, ...(values === undefined ? {} : { plan: values }) }
}

/** Takes away what of a stack goes. With the changes that a person has confirmed, nothing else. */
export async function applyEnd(
  session: Session,
  stack: DeliveryStack,
  request: EndRequest,
  confirmed?: readonly Change[],
): Promise<StackResult> {
  const begun = performance.now()
  const seconds = () => Math.round(performance.now() - begun) / 1000
  const files = filesOf(session.workspace, stack.name)
  const { going, stands, hindrance } = await goingOf(session, stack, request)
  const failure = hindrance ?? notConfirmed(stack, going, confirmed) ?? gated(session, stack, going)
  if (failure !== undefined) return kept(session, stack, failure, seconds())
  // A removal that was broken off may have more to do than the state knows of.
  const isBegun = existsSync(files.removing)
  if (request.retires && (stands || isBegun)) return await destroyStack(session, stack)
  if (!stands && !isBegun) removeStackFiles(files)
  if (going.length === 0) return { stack: stack.name, status: 'unchanged' }
  rmSync(files.applied, { force: true })
  const args = ['apply', '-json', '-input=false', '-auto-approve', '-lock-timeout=30s']
  const called = await call(session, stack, files, [...args, ...removing(request, going)])
  if (called.failure !== undefined) return kept(session, stack, called.failure, seconds())
  const changes = summarise(changesOfEvents(called.events))
  return { stack: stack.name, status: 'applied', changes, seconds: seconds() }
}

interface Going {
  readonly going: readonly StateResource[]
  /** Whether the state has anything. */
  readonly stands: boolean
  /** Why the stack must be left alone. */
  readonly hindrance?: Failure
}

async function goingOf(
  session: Session,
  stack: DeliveryStack,
  { retires, ended }: EndRequest,
): Promise<Going> {
  const unready = await readyToRemove(session, stack)
  if (unready !== undefined) return { going: [], stands: true, hindrance: unready }
  const files = filesOf(session.workspace, stack.name)
  const resources = resourcesOf(await readState(session, stack, files))
  const stands = resources.length > 0
  if (!retires) return { going: resources.filter(givesAccess), stands }
  // Of those that went before it nothing is left, and no configuration to read a state by.
  const systems = ended.filter(
    ({ name }) => stack.after.includes(name) && existsSync(filesOf(session.workspace, name).configuration),
  )
  const left = stands
    ? await leftIn(session, stack, await goingWith(session, [stack, ...systems]))
    : undefined
  return { going: resources, stands, ...(left === undefined ? {} : { hindrance: left }) }
}

/** By which people of a unit reach what lies in a project or domain. */
function givesAccess({ type, attributes }: StateResource): boolean {
  return entryOf(type, attributes)?.kind === 'role-assignment'
}

function removing({ retires }: EndRequest, going: readonly StateResource[]): readonly string[] {
  return ['-destroy', ...(retires ? [] : going.map(({ address }) => `-target=${address}`))]
}

/** That it may go is proven; how much may go in one run is counted. */
function gated(session: Session, stack: DeliveryStack, going: readonly StateResource[]): Failure | undefined {
  return session.gate(stack, { plan: removalPlan(going), configuration: undefined, ends: true })
}

/** The state has something that nobody was shown. */
function notConfirmed(
  { name }: DeliveryStack,
  going: readonly StateResource[],
  confirmed: readonly Change[] | undefined,
): Failure | undefined {
  const shown = new Set(confirmed?.map(({ address }) => address))
  const extra = confirmed === undefined ? [] : going.filter(({ address }) => !shown.has(address))
  if (extra.length === 0) return undefined
  const said = extra.map(({ address }) => ({
    severity: 'error' as const,
    summary: `delete ${address}`,
    detail: '',
    address,
  }))
  return failureOf(codes.planChanged, { stack: name }, said)
}

function kept({ signal }: Session, { name }: DeliveryStack, failure: Failure, seconds: number): StackResult {
  return { stack: name, status: signal.aborted ? 'interrupted' : 'failed', failure, seconds }
}
