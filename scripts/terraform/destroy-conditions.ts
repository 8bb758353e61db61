// What keeps stacks from being removed, looked for before anything is touched.
import { existsSync } from 'node:fs'
import { barred } from '../../lib/deliver/barred.ts'
import { codes } from '../../lib/deliver/codes.ts'
import { textAt } from '../../lib/deliver/json.ts'
import type { Failure } from '../../lib/deliver/run.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { resourcesOf, type StateResource } from '../../lib/deliver/state.ts'
import { finding } from '../../lib/finding/finding.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { undecidedEnd, unprovenEnd } from '../../lib/retirement/index.ts'
import { holdersOfAll } from '../openstack/holders.ts'
import { leftoversOf, ownersOf } from '../openstack/leftovers.ts'
import { filesOf } from '../workspace/delivery-files.ts'
import { adoptToDestroy, wasInterrupted } from './adopt/index.ts'
import { cloudIn } from './connection.ts'
import type { Delivery } from './delivery.ts'
import { orLacking } from './preflight.ts'
import { prepare } from './prepare.ts'
import type { Access, Session } from './session.ts'
import { requireSight } from './standing/index.ts'
import { readState } from './state.ts'

/** Throws a `Refusal` while one of those that may stand, and does not go, stands on one that does. */
export function requireNoDependants(
  chosen: readonly DeliveryStack[],
  present: readonly DeliveryStack[],
): void {
  const going = new Set(chosen.map(stack => stack.name))
  const left = present.filter(stack => !going.has(stack.name) && stack.after.some(name => going.has(name)))
  const [first] = left
  if (first === undefined) return
  const { title, why } = codes.dependantsRemain
  const names = left.map(stack => stack.name)
  const message = { zh: `${title.zh}：${names.join('、')}`, en: `${title.en}: ${names.join(', ')}` }
  const said = { message, fix: { message: why } }
  throw new Refusal(finding(codes.dependantsRemain, { stack: first.name }, said), 'findings')
}

/**
 * The stacks of systems whose end the repository does not prove, and what it lacks. Units and platforms owe no papers:
 * they go when no system stands on them.
 */
export function unprovenAmong(
  { endOf, unbackedOf }: Delivery,
  stacks: readonly DeliveryStack[],
): ReadonlyMap<string, Failure> {
  return new Map(
    stacks.flatMap(({ kind, name, address = '', zone }) => {
      if (kind !== 'system') return []
      const failure = unprovenEnd(name, endOf(address, zone)) ?? undecidedEnd(name, unbackedOf([{ address }]))
      return failure === undefined ? [] : [[name, failure] as const]
    }),
  )
}

/**
 * What keeps each of the stacks from being destroyed. Throws a `Refusal` without an answer of the cloud: nobody knows
 * what is left there, and nothing may be destroyed.
 */
export async function hindrancesOf(
  session: Session,
  stacks: readonly DeliveryStack[],
): Promise<ReadonlyMap<string, Failure>> {
  const kept = await eachOf(stacks, async stack => await readyToRemove(session, stack))
  if (kept.size > 0) return kept
  const going = await goingWith(session, stacks)
  return await eachOf(stacks, async stack => await leftIn(session, stack, going))
}

async function eachOf(
  stacks: readonly DeliveryStack[],
  look: (stack: DeliveryStack) => Promise<Failure | undefined>,
): Promise<ReadonlyMap<string, Failure>> {
  const found = new Map<string, Failure>()
  for (const stack of stacks) {
    const failure = await orLacking(look(stack))
    if (failure !== undefined) found.set(stack.name, failure)
  }
  return found
}

/**
 * Makes a stack ready to be removed: the account sees what its state has, and what a broken-off run left is in the state,
 * for else nobody can tell what is the stack's own and what is not.
 * @returns why it must be left alone.
 */
export async function readyToRemove(session: Session, stack: DeliveryStack): Promise<Failure | undefined> {
  const files = filesOf(session.workspace, stack.name)
  const unready = await prepare(session, stack, files)
  if (unready !== undefined) return unready.failure
  const unseen = await requireSight(session, stack, files, existsSync(files.removing))
  if (unseen !== undefined) return unseen
  if (!wasInterrupted(files)) return undefined
  return (await adoptToDestroy(session, stack, files)).unready?.failure
}

/** What goes with some stacks, by its ids. */
export interface Going {
  readonly projects: ReadonlySet<string>
  /** All that their states have. */
  readonly ids: ReadonlySet<string>
}

/** What goes with some stacks, which are ready to be removed. */
export async function goingWith(session: Access, stacks: readonly DeliveryStack[]): Promise<Going> {
  const states = await Promise.all(stacks.map(async stack => await stateResources(session, stack)))
  const resources = states.flat()
  return {
    projects: new Set(ownersOf(resources).projects),
    ids: new Set(resources.flatMap(({ attributes }) => textAt(attributes, 'id') ?? [])),
  }
}

/**
 * Looks for what a project or domain that is to go holds and nobody declared, and then for what others have that hangs on
 * the stack: the cloud would keep it, and terraform wait for it in vain.
 * @returns all of it, as why the stack must be left alone.
 */
export async function leftIn(
  session: Access,
  stack: DeliveryStack,
  { projects, ids }: Going,
): Promise<Failure | undefined> {
  const cloud = await cloudIn(session, stack.zone)
  const resources = await stateResources(session, stack)
  const left = await leftoversOf(cloud, resources, projects)
  if (left.length > 0) return barred(codes.leftovers, stack.name, left)
  const holders = await holdersOfAll(cloud, resources, ids, projects)
  return holders.length === 0 ? undefined : barred(codes.tenantInTheWay, stack.name, holders)
}

async function stateResources(session: Access, stack: DeliveryStack): Promise<readonly StateResource[]> {
  return resourcesOf(await readState(session, stack, filesOf(session.workspace, stack.name)))
}
