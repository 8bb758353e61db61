import { existsSync, readFileSync, rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { beyondAgreed } from '../../lib/approved-plan/index.ts'
import { codes } from '../../lib/deliver/codes.ts'
import { newStackPlan } from '../../lib/deliver/new-stack-plan.ts'
import type { StackPlan } from '../../lib/deliver/plan.ts'
import { type Change, changesOfEvents, changesOfPlan, summarise } from '../../lib/deliver/resource-changes.ts'
import type { Failure, StackResult } from '../../lib/deliver/run.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { addressesOf, idsOfKind, resourcesOf } from '../../lib/deliver/state.ts'
import { removeBorn } from '../openstack/born.ts'
import {
  filesOf,
  markApplied,
  readJson,
  type StackFiles,
  writeAtomically,
} from '../workspace/delivery-files.ts'
import { adopt, forgetInterruptedCreates, noteInterruptedCreates } from './adopt/index.ts'
import { type Called, call, failureAt } from './call.ts'
import { cloudIn } from './connection.ts'
import { plan, refusalOf } from './plan-stack.ts'
import { prepare } from './prepare.ts'
import { dropReplacedProjects, noteReplacedProjects } from './replaced-projects.ts'
import type { Session } from './session.ts'
import { requireSight } from './standing/index.ts'
import { noteOpenings } from './standing/openings.ts'
import { standingFailure } from './standing/unrecorded.ts'
import { readState } from './state.ts'

/** What a person or a file has agreed to of a stack. */
export interface Agreed {
  readonly changes: readonly Change[]
  /** With the values; undefined where terraform could not tell them yet. */
  readonly plan?: StackPlan | undefined
}

/** Before the second and the third attempt, when the cause may pass. */
const pausesMs = [1_000, 5_000]

/**
 * Applies a stack whose configuration lies in its directory. With the changes that a person has confirmed, it applies
 * nothing else.
 */
export async function applyStack(
  session: Session,
  stack: DeliveryStack,
  agreed?: Agreed,
): Promise<StackResult> {
  const files = filesOf(session.workspace, stack.name)
  const begun = performance.now()
  const result = await attempts(session, stack, files, agreed)
  return { ...result, seconds: Math.round(performance.now() - begun) / 1000 }
}

async function attempts(
  session: Session,
  stack: DeliveryStack,
  files: StackFiles,
  agreed: Agreed | undefined,
): Promise<StackResult> {
  const configuration = readFileSync(files.configuration)
  const changes = new Map<string, Change>()
  for (let attempt = 0; ; attempt += 1) {
    const { barrier, missing } = await readied(session, stack, files)
    if (barrier !== undefined && session.signal.aborted) return interrupted(stack, barrier)
    if (barrier !== undefined) return failed(stack, barrier)
    begin(files, configuration)
    const called = await attemptOnce(session, stack, files, agreed)
    // Another attempt, and the apply of a plan, say again what was said before.
    for (const change of changesOfEvents(called.events))
      changes.set(`${change.action} ${change.address}`, change)
    if (called.failure === undefined) {
      forgetInterruptedCreates(files)
      await dropReplacedProjects(session, stack, files)
      await emptyBornGroups(session, stack, files)
      markApplied(files, configuration, session.cloudOf(stack.zone).auth.auth_url)
      return { stack: stack.name, status: 'applied', changes: summarise([...changes.values()]) }
    }
    await noteInterruptedCreates(session, stack, files)
    if (session.signal.aborted) return interrupted(stack, called.failure)
    const pauseMs = pausesMs[attempt]
    const mayPass = called.cause?.passing === true || meetsItself(called, missing)
    if (!mayPass || pauseMs === undefined) return failed(stack, called.failure)
    await sleep(pauseMs, undefined, { signal: session.signal }).catch(() => {})
    if (session.signal.aborted) return interrupted(stack, called.failure)
  }
}

/** Neutron makes a group in every project that has a network, and its rules are granted to nobody. */
async function emptyBornGroups(session: Session, stack: DeliveryStack, files: StackFiles): Promise<void> {
  const resources = resourcesOf(await readState(session, stack, files))
  const projects = idsOfKind(resources, 'project')
  if (projects.length === 0 || idsOfKind(resources, 'network').length === 0) return
  await removeBorn(await cloudIn(session, stack.zone), projects)
}

interface Readied {
  /** Why the stack must be left alone. */
  readonly barrier?: Failure
  /** Addresses of what an earlier run had begun and the cloud does not have. */
  readonly missing: ReadonlySet<string>
}

/** Makes a stack ready, looks whether the cloud shows what it has, and leaves what terraform has to take up. */
async function readied(session: Session, stack: DeliveryStack, files: StackFiles): Promise<Readied> {
  const unready = await prepare(session, stack, files)
  const first = unready?.failure ?? (await requireSight(session, stack, files))
  if (first !== undefined) return { barrier: first, missing: new Set() }
  const { unready: failed, standing, missing } = await adopt(session, stack, files)
  const barrier = failed?.failure ?? standingFailure(stack, standing)
  return { ...(barrier === undefined ? {} : { barrier }), missing }
}

/**
 * From here on the stack no longer stands as it was applied, and its log is about this configuration. A run that is
 * killed right after its first request has changed neither the state nor, once its change is taken back, the
 * repository: only this tells the next run that there is something to look for.
 */
function begin(files: StackFiles, configuration: Uint8Array): void {
  rmSync(files.applied, { force: true })
  writeAtomically(files.attempted, configuration)
}

async function attemptOnce(
  session: Session,
  stack: DeliveryStack,
  files: StackFiles,
  agreed: Agreed | undefined,
): Promise<Called> {
  const args = ['apply', '-json', '-input=false', '-auto-approve', '-lock-timeout=30s']
  const isNew = addressesOf(await readState(session, stack, files)).size === 0 && !existsSync(files.imports)
  // A new stack has nothing to lose: it is planned and applied at one go.
  if (agreed === undefined && isNew) {
    const fresh = newStackPlan(readJson(files.configuration))
    const barrier = await refusalOf(session, stack, files, { changes: changesOfPlan(fresh), plan: fresh })
    if (barrier !== undefined) return barredBy(barrier)
    noteOpenings(files, readJson(files.configuration))
    return await call(session, stack, files, args)
  }
  const planned = await plan(session, stack, files, 'values')
  if (planned.called.failure !== undefined) return planned.called
  const barrier = await refusalOf(session, stack, files, planned)
  if (barrier !== undefined) return barredBy(barrier)
  const extra = planned.changes.filter(
    change => change.action !== 'no-op' && !isAmong(agreed?.changes, change),
  )
  if (extra.length > 0) return changed(stack, planned.called, extra)
  const beyond = beyondOf(stack, agreed, planned.plan)
  if (beyond.length > 0) return changed(stack, planned.called, [], beyond)
  noteOpenings(files, readJson(files.configuration))
  await noteReplacedProjects(session, stack, files, planned.changes)
  const applied = await call(session, stack, files, [...args, files.plan])
  rmSync(files.plan, { force: true })
  return { ...applied, events: [...planned.called.events, ...applied.events] }
}

/** Nothing was begun. */
function barredBy(failure: Failure): Called {
  return { exitCode: 1, events: [], diagnostics: [], failure }
}

/** Whether somebody confirmed it; where nobody was asked, all is. */
function isAmong(changes: readonly Change[] | undefined, { address, action }: Change): boolean {
  if (changes === undefined) return true
  // What is taken up is less than what was to be made.
  const agreed = (confirmed: Change['action']) =>
    confirmed === action || (confirmed === 'create' && action === 'import')
  return changes.some(change => change.address === address && agreed(change.action))
}

function beyondOf({ name }: DeliveryStack, agreed: Agreed | undefined, plan: StackPlan | undefined) {
  return agreed?.plan === undefined || plan === undefined ? [] : beyondAgreed(name, agreed.plan, plan)
}

function changed(
  stack: DeliveryStack,
  called: Called,
  extra: readonly Change[],
  findings?: Failure['findings'],
): Called {
  const definition = codes.planChanged
  const detail = extra.map(({ address, action }) => `${action} ${address}`).join('\n')
  const diagnostic = { severity: 'error', summary: definition.title.en, detail } as const
  return {
    ...called,
    events: [],
    cause: { definition, passing: false },
    failure: {
      ...failureAt(stack, definition, [diagnostic]),
      ...(findings === undefined ? {} : { findings }),
    },
  }
}

/** The cloud refuses something that an earlier, broken-off run had begun: that run's request went through late. */
function meetsItself({ diagnostics }: Called, missing: ReadonlySet<string>): boolean {
  return diagnostics.some(({ address }) => address !== undefined && missing.has(address))
}

function failed(stack: DeliveryStack, failure: Failure): StackResult {
  return { stack: stack.name, status: 'failed', failure }
}

function interrupted(stack: DeliveryStack, failure: Failure): StackResult {
  return { stack: stack.name, status: 'interrupted', failure }
}
