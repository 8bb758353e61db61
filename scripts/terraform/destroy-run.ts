import { existsSync } from 'node:fs'
import { codes } from '../../lib/deliver/codes.ts'
import type { RunRecord } from '../../lib/deliver/run.ts'
import { type DeliveryStack, interleaved } from '../../lib/deliver/stack.ts'
import { resourcesOf } from '../../lib/deliver/state.ts'
import { printable } from '../../lib/finding/printable.ts'
import { emptyStackText } from '../../stacks/empty-stack.ts'
import { synthesiseEach } from '../../stacks/synthesise.ts'
import { connect } from '../openstack/index.ts'
import { type Leftover, leftoversOf, ownersOf } from '../openstack/leftovers.ts'
import { openSynthesisCache } from '../store/synthesis-cache.ts'
import { CommandError, type Context, exitStatus } from '../terminal/command.ts'
import { progressFor } from '../terminal/run-progress.ts'
import {
  filesOf,
  makeDirectory,
  type Workspace,
  workspaceOf,
  writeAtomically,
} from '../workspace/delivery-files.ts'
import { takeRunLock } from '../workspace/run-lock.ts'
import { openRecord } from '../workspace/run-record.ts'
import { adoptToDestroy, wasInterrupted } from './adopt/index.ts'
import { cloudFailure } from './cloud-failure.ts'
import { type Delivery, openClouds } from './delivery.ts'
import { destroyStack } from './destroy-stack.ts'
import { findEngine } from './engine.ts'
import { asLacking, tryProvider } from './preflight.ts'
import { prepare, settleState } from './prepare.ts'
import { standing } from './remarks.ts'
import { runStacks } from './run-stacks.ts'
import type { Session } from './session.ts'
import { readState } from './state.ts'

export interface DestroyRequest {
  readonly delivery: Delivery
  readonly selectors: readonly string[]
  readonly chosen: readonly DeliveryStack[]
  readonly parallel: number
}

/** Destroys what stands of the stacks chosen, systems first. Throws a `CommandError` before anything is touched. */
export async function destroyRun(context: Context, request: DestroyRequest): Promise<RunRecord> {
  const { delivery, chosen, selectors, parallel } = request
  const workspace = workspaceOf(context.root)
  const present = chosen.filter(stack => mayStand(workspace, delivery, stack))
  requireNoDependants(workspace, delivery, standing(context, delivery), chosen)
  const signal = context.signal()
  const engine = await findEngine(context)
  const clouds = await openClouds(context, delivery, new Set(present.map(stack => stack.zone)))
  const cloudOf: Session['cloudOf'] = zone => {
    const cloud = clouds.get(zone)
    if (cloud === undefined) throw new RangeError(`zone ${zone} was not opened`)
    return cloud
  }
  const release = takeRunLock(workspace)
  const reversed = reverse(present)
  try {
    const providerLocks = new Map<string, string>()
    const base = { engine, workspace, environment: context.environment, cloudOf, signal, providerLocks }
    await configureMissing(context, delivery, workspace, present)
    const progress = await progressFor(context, reversed)
    const session: Session = { ...base, progress }
    try {
      await tryProvider(session, reversed)
      await orLacking(takeUp(session, present))
      await orLacking(requireNoLeftovers(session, present))
      const names = reversed.map(stack => stack.name)
      const recorder = openRecord(workspace, { command: 'destroy', selectors }, names)
      await runStacks(
        session,
        recorder,
        reversed,
        parallel,
        async stack => await destroyStack(session, stack),
      )
      return recorder.end(signal.aborted)
    } finally {
      await progress.close()
    }
  } finally {
    release()
  }
}

/** A remote state is only known to its backend: then terraform has to look. */
function mayStand(workspace: Workspace, delivery: Delivery, stack: DeliveryStack): boolean {
  const files = filesOf(workspace, stack.name)
  if (existsSync(files.state) || existsSync(files.removing) || wasInterrupted(files)) return true
  return delivery.outline.zones.some(({ zone }) => zone.id === stack.zone && zone.backend.type !== 'local')
}

function requireNoDependants(
  workspace: Workspace,
  delivery: Delivery,
  all: readonly DeliveryStack[],
  chosen: readonly DeliveryStack[],
): void {
  const going = new Set(chosen.map(stack => stack.name))
  const left = all.filter(
    stack =>
      !going.has(stack.name) &&
      stack.after.some(name => going.has(name)) &&
      mayStand(workspace, delivery, stack),
  )
  if (left.length === 0) return
  const { code, title, why } = codes.dependantsRemain
  const names = left.map(stack => stack.name)
  throw new CommandError(
    code,
    {
      zh: `${title.zh}：${names.join('、')}；${why.zh}`,
      en: `${title.en}: ${names.join(', ')}; ${why.en}`,
    },
    exitStatus.findings,
  )
}

/** Systems go before what they stand on. */
function reverse(stacks: readonly DeliveryStack[]): readonly DeliveryStack[] {
  return interleaved(stacks.toReversed()).map(stack => ({
    ...stack,
    after: stacks.filter(other => other.after.includes(stack.name)).map(other => other.name),
  }))
}

/**
 * A stack whose directory is lost is made anew; one that the repository no longer asks for gets the backend and provider
 * of its zone, for Terraform needs no more to destroy.
 */
async function configureMissing(
  context: Context,
  { jobs, outline }: Delivery,
  workspace: Workspace,
  stacks: readonly DeliveryStack[],
): Promise<void> {
  const missing = stacks.filter(({ name }) => !existsSync(filesOf(workspace, name).configuration))
  const names = new Set(missing.map(({ name }) => name))
  const cache = openSynthesisCache(context)
  const wanted = jobs.filter(({ name }) => names.has(name))
  const write = (name: string, content: string | Uint8Array) => {
    makeDirectory(filesOf(workspace, name).directory)
    writeAtomically(filesOf(workspace, name).configuration, content)
    names.delete(name)
  }
  for await (const { name, bytes } of synthesiseEach(wanted, { cache })) write(name, bytes)
  for (const { name, zone: id } of missing) {
    const zone = outline.zones.find(({ zone }) => zone.id === id)?.zone
    if (names.has(name) && zone !== undefined) write(name, emptyStackText(zone, name))
  }
}

/** Without an answer of the cloud, nobody knows what is left there: then nothing may be destroyed. */
async function orLacking(looking: Promise<void>): Promise<void> {
  try {
    await looking
  } catch (error) {
    const failure = cloudFailure(error)
    if (failure === undefined) throw error
    throw asLacking(failure)
  }
}

/** What a broken-off run left has to be in the state before anybody can tell what is the stack's own and what is not. */
async function takeUp(session: Session, stacks: readonly DeliveryStack[]): Promise<void> {
  for (const stack of stacks) {
    const files = filesOf(session.workspace, stack.name)
    await settleState(session, files)
    if (!wasInterrupted(files)) continue
    const unready =
      (await prepare(session, stack, files)) ?? (await adoptToDestroy(session, stack, files)).unready
    if (unready !== undefined) throw asLacking(unready.failure, stack.name)
  }
}

async function requireNoLeftovers(session: Session, stacks: readonly DeliveryStack[]): Promise<void> {
  const states = await Promise.all(
    stacks.map(async stack => {
      const files = filesOf(session.workspace, stack.name)
      return { stack, resources: resourcesOf(await readState(session, stack, files)) }
    }),
  )
  const going = new Set(states.flatMap(({ resources }) => ownersOf(resources).projects))
  const found: { readonly stack: string; readonly leftover: Leftover }[] = []
  for (const [zone, members] of Map.groupBy(states, ({ stack }) => stack.zone)) {
    const cloud = await connect(session.cloudOf(zone))
    for (const { stack, resources } of members) {
      const leftovers = await leftoversOf(cloud, resources, going)
      found.push(...leftovers.map(leftover => ({ stack: stack.name, leftover })))
    }
  }
  if (found.length === 0) return
  const { code, title, why } = codes.leftovers
  const list = found.map(
    ({ stack, leftover: { kind, name, id } }) => `${stack}: ${kind} ${printable(name)} (${printable(id)})`,
  )
  throw new CommandError(
    code,
    { zh: `${title.zh}：${list.join('；')}。${why.zh}`, en: `${title.en}: ${list.join('; ')}. ${why.en}` },
    exitStatus.findings,
  )
}
