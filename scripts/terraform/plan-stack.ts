import { existsSync, rmSync } from 'node:fs'
import { codes } from '../../lib/deliver/codes.ts'
import { newStackPlan } from '../../lib/deliver/new-stack-plan.ts'
import { planOf, type StackPlan, UnreadablePlan } from '../../lib/deliver/plan.ts'
import { type Change, changesOfEvents, changesOfPlan, summarise } from '../../lib/deliver/resource-changes.ts'
import type { Failure, StackResult } from '../../lib/deliver/run.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { filesOf, readJson, type StackFiles } from '../workspace/delivery-files.ts'
import { adopt } from './adopt/index.ts'
import { type Called, call, failureAt } from './call.ts'
import { prepare } from './prepare.ts'
import { runToEnd } from './process.ts'
import { commandFor, type Session } from './session.ts'
import { watchFor } from './snapshot.ts'
import { requireSight } from './standing/index.ts'
import { barrierInPlan } from './standing/planned.ts'
import { standingFailure } from './standing/unrecorded.ts'

export interface PlannedStack {
  readonly result: StackResult
  readonly changes: readonly Change[]
  /** With the values; undefined where nothing changes, and for a stack that could not be planned. */
  readonly plan?: StackPlan
}

const planArguments = ['plan', '-json', '-input=false', '-detailed-exitcode', '-lock-timeout=120s']

/** How often a stack is looked at that is written meanwhile. */
const looks = 3

/**
 * Works out what an apply would change. A stack whose foundations do not stand yet cannot ask the cloud for them: then
 * all that it holds is going to be created.
 */
export async function planStack(
  session: Session,
  stack: DeliveryStack,
  isPending: (name: string) => boolean,
): Promise<PlannedStack> {
  return await atRest(session, stack, async () => await planOnce(session, stack, isPending))
}

/** Looks at a stack of one moment: while it is being written, waits, and looks again. */
export async function atRest(
  session: Session,
  stack: DeliveryStack,
  look: () => Promise<PlannedStack>,
): Promise<PlannedStack> {
  for (let count = 1; ; count += 1) {
    const watch = await watchFor(session, stack)
    const busy = watch.disturbed()
    const planned = busy === undefined ? await look() : failed(stack, busy, 0)
    const disturbed = watch.disturbed()
    if (disturbed === undefined || session.signal.aborted) return planned
    if (count === looks || busy !== undefined) return failed(stack, disturbed, planned.result.seconds ?? 0)
  }
}

async function planOnce(
  session: Session,
  stack: DeliveryStack,
  isPending: (name: string) => boolean,
): Promise<PlannedStack> {
  const files = filesOf(session.workspace, stack.name)
  const waiting = stack.after.some(isPending)
  if (waiting && !existsSync(filesOf(session.home, stack.name).state)) return deferred(session, stack, files)
  const begun = performance.now()
  const seconds = () => Math.round(performance.now() - begun) / 1000
  const interrupted = (): PlannedStack => ({
    result: { stack: stack.name, status: 'interrupted', seconds: seconds() },
    changes: [],
  })
  const barrier = await settledBarrier(session, stack, files)
  if (barrier !== undefined) return session.signal.aborted ? interrupted() : failed(stack, barrier, seconds())
  const planned = await plan(session, stack, files, 'values')
  const { called, changes, plan: values } = planned
  const refusal = called.failure === undefined ? await refusalOf(session, stack, files, planned) : undefined
  if (refusal !== undefined)
    return {
      ...failed(stack, refusal, seconds()),
      changes,
      ...(values === undefined ? {} : { plan: values }),
    }
  if (called.failure === undefined) {
    const done = { stack: stack.name, status: 'planned', changes: summarise(changes) } as const
    const result = { ...done, seconds: seconds() }
    return { result, changes, ...(values === undefined ? {} : { plan: values }) }
  }
  if (session.signal.aborted) return interrupted()
  if (waiting && called.cause?.definition.code === codes.notFound.code) return deferred(session, stack, files)
  return failed(stack, called.failure, seconds())
}

/**
 * A run on another machine may be making what looks unrecorded here. It holds the lock of the state meanwhile: whoever has
 * had that for a moment, and looks again, sees what it has made in the state.
 */
async function settledBarrier(
  session: Session,
  stack: DeliveryStack,
  files: StackFiles,
): Promise<Failure | undefined> {
  const barrier = await barrierBefore(session, stack, files)
  if (barrier === undefined || session.localZones.has(stack.zone) || session.signal.aborted) return barrier
  const { called } = await plan(session, stack, files)
  if (called.cause?.definition.code === codes.stateLocked.code) return called.failure
  return await barrierBefore(session, stack, files)
}

/** What keeps a stack from being planned. Leaves beside its configuration what terraform has to take up. */
async function barrierBefore(
  session: Session,
  stack: DeliveryStack,
  files: StackFiles,
): Promise<Failure | undefined> {
  const unready = await prepare(session, stack, files)
  if (unready !== undefined) return unready.failure
  const unseen = await requireSight(session, stack, files)
  if (unseen !== undefined) return unseen
  const adopted = await adopt(session, stack, files)
  return adopted.unready?.failure ?? standingFailure(stack, adopted.standing)
}

interface Planned {
  readonly called: Called
  readonly changes: readonly Change[]
  readonly plan?: StackPlan
}

/**
 * Makes `files.plan`, and reads it where the events do not tell what is wanted of it.
 * @param further arguments of terraform
 */
export async function plan(
  session: Session,
  stack: DeliveryStack,
  files: StackFiles,
  wanted: 'actions' | 'values' = 'actions',
  further: readonly string[] = [],
): Promise<Planned> {
  rmSync(files.plan, { force: true })
  const args = [...planArguments, ...further, `-out=${files.plan}`]
  const called = await call(session, stack, files, args, [0, 2])
  // Of actions the events say as much as the plan, but for imports that change something; to read it takes half a second.
  const isOfUse = existsSync(files.imports) || (wanted === 'values' && saysSomething(called))
  if (called.failure !== undefined || !isOfUse) return { called, changes: changesOfEvents(called.events) }
  return await shownPlan(session, stack, files, called)
}

/**
 * Why a stack must not be applied as it was planned: by the plan alone, and by what the cloud would say to it. A plan that
 * was not read changes nothing.
 */
export async function refusalOf(
  session: Session,
  stack: DeliveryStack,
  files: StackFiles,
  { changes, plan: values }: Pick<Planned, 'changes' | 'plan'>,
): Promise<Failure | undefined> {
  const configuration = readJson(files.configuration)
  const barred = values && session.gate(stack, { plan: values, configuration })
  return barred ?? (await barrierInPlan(session, stack, files, changes))
}

function saysSomething({ exitCode, events }: Called): boolean {
  return exitCode === 2 || events.some(({ kind }) => kind === 'drifted')
}

async function shownPlan(
  session: Session,
  stack: DeliveryStack,
  files: StackFiles,
  called: Called,
): Promise<Planned> {
  const shown = await runToEnd(commandFor(session, stack, files, ['show', '-json', files.plan]))
  try {
    const read = planOf(shown.output)
    return { called, changes: changesOfPlan(read), plan: read }
  } catch (error) {
    if (!(error instanceof UnreadablePlan)) throw error
    const diagnostic = { severity: 'error', summary: error.message, detail: '' } as const
    const cause = { definition: codes.planUnreadable, passing: false }
    return {
      called: { ...called, cause, failure: failureAt(stack, cause.definition, [diagnostic]) },
      changes: [],
    }
  }
}

function deferred(session: Session, stack: DeliveryStack, files: StackFiles): PlannedStack {
  const configuration = readJson(files.configuration)
  const plan = newStackPlan(configuration)
  const changes = changesOfPlan(plan)
  const refusal = session.gate(stack, { plan, configuration })
  if (refusal !== undefined) return { ...failed(stack, refusal, 0), changes, plan }
  return { result: { stack: stack.name, status: 'deferred', changes: summarise(changes) }, changes, plan }
}

function failed(stack: DeliveryStack, failure: Failure, seconds: number): PlannedStack {
  return { result: { stack: stack.name, status: 'failed', failure, seconds }, changes: [] }
}
