import { rmSync } from 'node:fs'
import { codes } from '../../../lib/deliver/codes.ts'
import { textAt } from '../../../lib/deliver/json.ts'
import type { DeliveryStack } from '../../../lib/deliver/stack.ts'
import { idsOfKind, resourcesOf, type StateResource } from '../../../lib/deliver/state.ts'
import { type StateThing, thingLine, thingOf } from '../../../lib/deliver/thing.ts'
import { type CodeDefinition, finding } from '../../../lib/finding/finding.ts'
import { printable } from '../../../lib/finding/printable.ts'
import { Refusal } from '../../../lib/finding/refusal.ts'
import type { OpenStack } from '../../openstack/index.ts'
import { removeOutliving } from '../../openstack/outliving.ts'
import { readableOf, readBack } from '../../openstack/read-back.ts'
import { failureOfOutput } from '../call.ts'
import { cloudIn } from '../connection.ts'
import type { Delivery } from '../delivery.ts'
import { asLacking } from '../preflight.ts'
import { runToEnd } from '../process.ts'
import { commandFor, type Surroundings } from '../session.ts'
import { readState } from '../state.ts'
import { withStack } from './one-stack.ts'
import { seesService } from './sees-service.ts'

export interface ForgetRequest {
  readonly delivery: Delivery
  readonly stack: DeliveryStack
  readonly addresses: readonly string[]
  /** Why it is certain that they are gone, where the cloud shows nothing at all. */
  readonly reason: string | undefined
}

/**
 * Takes out of a state what the cloud answers 404 for, with what was only set on it. Throws a `Refusal`, and changes
 * nothing, while one of them stands, or while the account may just not see it.
 * @returns what was taken out.
 */
export async function forget(
  surroundings: Surroundings,
  { delivery, stack, addresses, reason }: ForgetRequest,
): Promise<readonly StateThing[]> {
  return await withStack(surroundings, delivery, stack, async (session, files) => {
    const resources = resourcesOf(await readState(session, stack, files))
    const named = addresses.map(address => resourceAt(stack, resources, address))
    const cloud = await cloudIn(session, stack.zone)
    for (const resource of named) await requireGone(session, cloud, stack, resource, reason)
    const gone = withParts(resources, named)
    // On somebody's word alone nothing is removed of what may only be hidden.
    if (reason === undefined) await dropOf(cloud, resources, named)
    const args = ['state', 'rm', '-lock-timeout=30s', ...gone.map(({ address }) => address)]
    const ended = await runToEnd(commandFor(session, stack, files, args), { signal: session.signal })
    if (ended.exitCode !== 0) throw asLacking(failureOfOutput(stack, ended).failure, stack.name)
    rmSync(files.applied, { force: true })
    return gone.map(thingOf)
  })
}

/** The limits and accesses of a project that is gone are nobody's any more, and the state is about to forget them. */
async function dropOf(
  cloud: OpenStack,
  resources: readonly StateResource[],
  named: readonly StateResource[],
): Promise<void> {
  const managed = resources.flatMap(({ attributes }) => textAt(attributes, 'id') ?? [])
  await removeOutliving(cloud, idsOfKind(named, 'project'), new Set(managed))
}

function resourceAt(
  { name }: DeliveryStack,
  resources: readonly StateResource[],
  address: string,
): StateResource {
  const found = resources.find(resource => resource.address === address)
  if (found === undefined) throw refusal(codes.addressUnknown, name, printable(address))
  return found
}

type Session = Parameters<typeof seesService>[0]

async function requireGone(
  session: Session,
  cloud: OpenStack,
  stack: DeliveryStack,
  resource: StateResource,
  reason: string | undefined,
): Promise<void> {
  const [object] = readableOf([resource])
  const line = `${resource.address}: ${thingLine(thingOf(resource))}`
  if (object === undefined || (await readBack(cloud, object)) === 'seen')
    throw refusal(codes.notForgettable, stack.name, line)
  if (reason !== undefined || (await seesService(session, cloud, stack, object))) return
  throw refusal(codes.cloudHides, stack.name, line)
}

/** What was only set on what is gone cannot be asked for, nor set on anything else. */
function withParts(
  resources: readonly StateResource[],
  named: readonly StateResource[],
): readonly StateResource[] {
  const ids = new Set(named.flatMap(({ attributes }) => textAt(attributes, 'id') ?? []))
  const isPart = ({ attributes }: StateResource) =>
    Object.values(attributes).some(value => typeof value === 'string' && ids.has(value))
  const parts = resources.filter(
    resource => !named.includes(resource) && readableOf([resource]).length === 0 && isPart(resource),
  )
  return [...named, ...parts]
}

function refusal(definition: CodeDefinition, stack: string, what: string): Refusal {
  const { title, why } = definition
  const message = { zh: `${what}：${title.zh}`, en: `${what}: ${title.en}` }
  return new Refusal(finding(definition, { stack }, { message, fix: { message: why } }), 'findings')
}
