import { type Change, isEmpty } from '../../lib/deliver/resource-changes.ts'
import type { RunRecord, StackResult } from '../../lib/deliver/run.ts'
import { type DeliveryStack, withFoundations } from '../../lib/deliver/stack.ts'
import type { Context } from '../terminal/command.ts'
import { progressFor } from '../terminal/run-progress.ts'
import { type Workspace, workspaceOf } from '../workspace/delivery-files.ts'
import { takeRunLock } from '../workspace/run-lock.ts'
import { openRecord } from '../workspace/run-record.ts'
import { type Configured, configure, type Delivery, openClouds } from './delivery.ts'
import { findEngine } from './engine.ts'
import { planStack } from './plan-stack.ts'
import { tryProvider } from './preflight.ts'
import { runStacks } from './run-stacks.ts'
import type { Access, Session } from './session.ts'

export interface RunRequest {
  readonly delivery: Delivery
  readonly selectors: readonly string[]
  readonly chosen: readonly DeliveryStack[]
  /** Also what stands as it was applied. */
  readonly all: boolean
  readonly parallel: number
}

/** A run that may begin: the machine has all that it takes, and the working directories are this process's own. */
export interface Ready extends Configured {
  readonly workspace: Workspace
  readonly session: Access
  readonly foundations: readonly DeliveryStack[]
}

/**
 * Gets a run ready, does it, and gives the working directories back. Undefined when the stacks did not stand their
 * proof, which is printed. Throws a `CommandError` before anything is touched when the machine lacks something.
 */
export async function withReady<T>(
  context: Context,
  { delivery, chosen, all }: RunRequest,
  work: (ready: Ready) => Promise<T>,
): Promise<T | undefined> {
  const signal = context.signal()
  const engine = await findEngine(context)
  const foundations = withFoundations(chosen, delivery.stacks)
  const clouds = await openClouds(context, delivery, new Set(foundations.map(stack => stack.zone)))
  const workspace = workspaceOf(context.root)
  const release = takeRunLock(workspace)
  try {
    const forced = new Set(all ? chosen : [])
    const configured = await configure(context, delivery, workspace, foundations, clouds, stack =>
      forced.has(stack),
    )
    if (configured === undefined) return undefined
    const cloudOf = (zone: string) => {
      const cloud = clouds.get(zone)
      if (cloud === undefined) throw new RangeError(`zone ${zone} was not opened`)
      return cloud
    }
    const session = {
      engine,
      workspace,
      environment: context.environment,
      cloudOf,
      signal,
      providerLocks: new Map<string, string>(),
    }
    return await work({ ...configured, workspace, session, foundations })
  } finally {
    release()
  }
}

export interface PlanRun {
  readonly record: RunRecord
  readonly changes: ReadonlyMap<string, readonly Change[]>
}

/** Plans what is due. */
export async function planRun(context: Context, request: RunRequest, ready: Ready): Promise<PlanRun> {
  const progress = await progressFor(context, ready.due)
  const session: Session = { ...ready.session, progress }
  const recorder = openRecord(
    ready.workspace,
    { command: 'plan', selectors: request.selectors },
    ready.foundations.map(stack => stack.name),
  )
  for (const { name } of ready.unchanged) recorder.set({ stack: name, status: 'unchanged' })
  const changes = new Map<string, readonly Change[]>()
  try {
    await tryProvider(session, ready.due)
    await runStacks(session, recorder, ready.due, request.parallel, async (stack, results) => {
      const planned = await planStack(session, stack, name => isPending(results.get(name)))
      changes.set(stack.name, planned.changes)
      return planned.result
    })
  } finally {
    await progress.close()
  }
  return { record: recorder.end(session.signal.aborted), changes }
}

/** Whether what stands on a stack cannot be planned yet: it will be new, or have something new. */
function isPending(result: StackResult | undefined): boolean {
  if (result === undefined) return false
  return result.status === 'deferred' || (result.changes !== undefined && !isEmpty(result.changes))
}
