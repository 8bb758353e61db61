// What the cloud would refuse of a plan, or never come to an end with: looked for before it is shown, and again before
// it is applied.
import { barred } from '../../../lib/deliver/barred.ts'
import { codes } from '../../../lib/deliver/codes.ts'
import { isRecord, textAt, valueAt } from '../../../lib/deliver/json.ts'
import { lostOnRefresh } from '../../../lib/deliver/lost-on-refresh.ts'
import type { Change } from '../../../lib/deliver/resource-changes.ts'
import { type Failure, failureOf } from '../../../lib/deliver/run.ts'
import type { DeliveryStack } from '../../../lib/deliver/stack.ts'
import { idsOfKind, resourcesOf, type StateResource } from '../../../lib/deliver/state.ts'
import { thingOf } from '../../../lib/deliver/thing.ts'
import { entryOf } from '../../../lib/resource-types/index.ts'
import { addressHolders } from '../../openstack/address-holders.ts'
import { volumeTypesOf } from '../../openstack/contents.ts'
import { holdersOf } from '../../openstack/holders.ts'
import type { OpenStack } from '../../openstack/index.ts'
import { type Limits, limitsBelowUsage } from '../../openstack/usage.ts'
import { readJson, type StackFiles } from '../../workspace/delivery-files.ts'
import { cloudIn } from '../connection.ts'
import type { Access } from '../session.ts'
import { readState } from '../state.ts'
import { widerThanStood } from './openings.ts'

interface Planned {
  readonly stack: DeliveryStack
  readonly cloud: OpenStack
  readonly configuration: unknown
  readonly resources: readonly StateResource[]
  readonly changes: readonly Change[]
}

/** Whoever removes more than this by hand has emptied a project; more often the account does not see. */
const handful = 5

/** @returns why a stack must not be applied as it was planned. */
export async function barrierInPlan(
  session: Access,
  stack: DeliveryStack,
  files: StackFiles,
  changes: readonly Change[],
): Promise<Failure | undefined> {
  const resources = resourcesOf(await readState(session, stack, files))
  const configuration = readJson(files.configuration)
  const lost = lostOnRefresh(resources, configuration, changes)
  if (lost.length > handful) return barred(codes.refreshLoses, stack.name, lost.map(thingOf), undefined)
  const unbacked = unbackedShrink(session, stack, { configuration, resources, changes })
  if (unbacked !== undefined) return unbacked
  const wider = widerThanStood(stack, files, { configuration, resources, changes })
  if (wider.length > 0) return barred(codes.widerThanStood, stack.name, wider)
  const planned = { stack, cloud: await cloudIn(session, stack.zone), configuration, resources, changes }
  return (
    (await typesUnnamed(planned)) ??
    (await tenantInTheWay(planned)) ??
    (await belowUsage(planned)) ??
    (await addressesHeld(planned))
  )
}

/**
 * Cinder answers for the quota of a project with every volume type that it has: one that the stack does not name would be
 * left without a limit, and shown as a difference by every plan.
 */
async function typesUnnamed({ stack, cloud, configuration }: Planned): Promise<Failure | undefined> {
  const quotas = valueAt(configuration, 'resource', 'openstack_blockstorage_quotaset_v3')
  const written = isRecord(quotas)
    ? Object.values(quotas).map(quota => valueAt(quota, 'volume_type_quota'))
    : []
  const keys = written.filter(isRecord).map(quota => new Set(Object.keys(quota)))
  if (keys.length === 0) return undefined
  const types = await volumeTypesOf(cloud)
  const unnamed = types.filter(({ name }) => keys.some(named => !named.has(`gigabytes_${name}`)))
  if (unnamed.length === 0) return undefined
  const things = unnamed.map(type => ({ kind: 'volume-type', ...type }))
  return barred(codes.volumeTypesUnknown, stack.name, things)
}

/** A quota or a bandwidth goes down, and the grant that it follows asks for more. */
function unbackedShrink(
  { shrinkOf }: Access,
  { name, address = '', zone }: DeliveryStack,
  { configuration, resources, changes }: Pick<Planned, 'configuration' | 'resources' | 'changes'>,
): Failure | undefined {
  const lowered = resources.filter(resource => {
    const [type = '', key = ''] = resource.address.split('.')
    const isPlanned = changes.some(
      change =>
        change.address === resource.address && (change.action === 'update' || change.action === 'replace'),
    )
    return isPlanned && isLower(resource, valueAt(configuration, 'resource', type, key))
  })
  const since = lowered.length === 0 ? undefined : shrinkOf(address, zone)
  if (since === undefined) return undefined
  const said = since.shrinks.map(({ what, granted, delivered }) => ({
    severity: 'error' as const,
    summary: `${what}: ${granted} → ${delivered} (${since.event} ${since.on})`,
    detail: '',
  }))
  const at = { stack: name, ...(lowered[0] === undefined ? {} : { address: lowered[0].address }) }
  return failureOf(codes.shrinkUnbacked, at, said)
}

/** Whether a limit of a quota, or a bandwidth, is written lower than it stands. */
function isLower({ type, attributes }: StateResource, written: unknown): boolean {
  const isLimit = entryOf(type, attributes)?.written?.limits !== undefined || type === bandwidthRule
  if (!isLimit || !isRecord(written)) return false
  const pairs = [
    ...Object.entries(written).map(([key, value]) => [attributes[key], value]),
    ...Object.entries(isRecord(written.volume_type_quota) ? written.volume_type_quota : {}).map(
      ([key, value]) => [valueAt(attributes, 'volume_type_quota', key), value],
    ),
  ]
  return pairs.some(([stands, wanted]) => Number(wanted) < Number(stands))
}

const bandwidthRule = 'openstack_networking_qos_bandwidth_limit_rule_v2'

async function tenantInTheWay({ stack, cloud, resources, changes }: Planned): Promise<Failure | undefined> {
  const going = new Set(
    changes.flatMap(({ action, address }) => (action === 'delete' || action === 'replace' ? [address] : [])),
  )
  const own = new Set(resources.flatMap(({ attributes }) => textAt(attributes, 'id') ?? []))
  const lists = resources
    .filter(({ address }) => going.has(address))
    .map(async resource => await holdersOf(cloud, resource, own))
  const holders = new Map((await Promise.all(lists)).flat().map(thing => [thing.id, thing]))
  return holders.size === 0 ? undefined : barred(codes.tenantInTheWay, stack.name, [...holders.values()])
}

async function belowUsage(planned: Planned): Promise<Failure | undefined> {
  const { stack, cloud } = planned
  const lists = limitsIn(planned).map(async limits => await limitsBelowUsage(cloud, limits))
  const below = (await Promise.all(lists)).flat()
  return below.length === 0 ? undefined : barred(codes.quotaBelowUsage, stack.name, below)
}

/**
 * The limits of quotas that are planned to change, in a project that stands. What the stack itself gives up goes on to be
 * counted until it is gone, so that Neutron, which takes any limit, is asked for no more than what tenants alone have.
 */
function limitsIn({ configuration, resources, changes }: Planned): readonly Limits[] {
  const [projectId] = idsOfKind(resources, 'project')
  if (projectId === undefined) return []
  const shrinks = changes.some(
    ({ action, type }) =>
      action !== 'create' &&
      type.startsWith('openstack_networking_') &&
      type !== 'openstack_networking_quota_v2',
  )
  return changes.flatMap(({ action, address, type: typeName }) => {
    const [, name = ''] = address.split('.')
    const written = valueAt(configuration, 'resource', typeName, name)
    const type = isRecord(written) ? entryOf(typeName, written) : undefined
    if (type?.usage === undefined || action === 'delete' || !isRecord(written)) return []
    const all = { ...written, ...(isRecord(written.volume_type_quota) ? written.volume_type_quota : {}) }
    const limits = Object.entries(all).flatMap(([key, value]) => {
      const isCounted = !(shrinks && type.usage?.service === 'network') || key === 'floatingip'
      const limit = limitOf(value)
      return limit !== undefined && isCounted ? [[key, limit] as const] : []
    })
    return [{ address, projectId, type, limits: Object.fromEntries(limits) }]
  })
}

/** Those of volume types stand in a map of texts. */
function limitOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  return typeof value === 'string' && /^-?[0-9]+$/.test(value) ? Number(value) : undefined
}

async function addressesHeld({
  stack,
  cloud,
  configuration,
  resources,
  changes,
}: Planned): Promise<Failure | undefined> {
  const [project] = idsOfKind(resources, 'project')
  const lists = changes
    .filter(({ action, type }) => action === 'create' && entryOf(type, {})?.kind === 'subnet')
    .map(async ({ address, type }) => {
      const [, name = ''] = address.split('.')
      const cidr = textAt(configuration, 'resource', type, name, 'cidr')
      return cidr === undefined ? [] : await addressHolders(cloud, cidr, address, project)
    })
  const held = (await Promise.all(lists)).flat()
  const orphans = held.filter(({ isOrphan }) => isOrphan)
  if (orphans.length > 0) return barred(codes.orphanInTheWay, stack.name, orphans)
  return held.length === 0 ? undefined : barred(codes.addressesTaken, stack.name, held)
}
