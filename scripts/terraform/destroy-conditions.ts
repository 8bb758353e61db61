// What keeps stacks from being destroyed, looked for before anything is touched.
import { codes } from '../../lib/deliver/codes.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { resourcesOf, type StateResource } from '../../lib/deliver/state.ts'
import { finding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { connect } from '../openstack/index.ts'
import { type Leftover, leftoversOf, ownersOf } from '../openstack/leftovers.ts'
import { filesOf } from '../workspace/delivery-files.ts'
import type { Access } from './session.ts'
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

interface LeftIn {
  readonly stack: string
  readonly leftover: Leftover
}

/** Throws a `Refusal` while a project or domain that is to go holds what nobody declared. */
export async function requireNoLeftovers(session: Access, stacks: readonly DeliveryStack[]): Promise<void> {
  const states = await Promise.all(
    stacks.map(async stack => {
      const files = filesOf(session.workspace, stack.name)
      return { stack, resources: resourcesOf(await readState(session, stack, files)) }
    }),
  )
  const found = await leftIn(session, states)
  const [first] = found
  if (first === undefined) return
  const { title, why } = codes.leftovers
  const list = found.map(
    ({ stack, leftover: { kind, name, id } }) => `${stack}: ${kind} ${printable(name)} (${printable(id)})`,
  )
  const message = {
    zh: `${title.zh}：${list.join('；')}。${why.zh}`,
    en: `${title.en}: ${list.join('; ')}. ${why.en}`,
  }
  throw new Refusal(finding(codes.leftovers, { stack: first.stack }, { message }), 'findings')
}

interface KnownState {
  readonly stack: DeliveryStack
  readonly resources: readonly StateResource[]
}

async function leftIn(session: Access, states: readonly KnownState[]): Promise<readonly LeftIn[]> {
  const going = new Set(states.flatMap(({ resources }) => ownersOf(resources).projects))
  const found: LeftIn[] = []
  for (const [zone, members] of Map.groupBy(states, ({ stack }) => stack.zone)) {
    const cloud = await connect(session.cloudOf(zone))
    for (const { stack, resources } of members) {
      const leftovers = await leftoversOf(cloud, resources, going)
      found.push(...leftovers.map(leftover => ({ stack: stack.name, leftover })))
    }
  }
  return found
}
