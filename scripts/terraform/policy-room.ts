import { codes } from '../../lib/deliver/codes.ts'
import { isRecord, valueAt } from '../../lib/deliver/json.ts'
import type { Failure } from '../../lib/deliver/run.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { addressesOf } from '../../lib/deliver/state.ts'
import { type CloudPlace, type Finding, finding } from '../../lib/finding/finding.ts'
import { connect, type OpenStack } from '../openstack/index.ts'
import { filesOf, readJson, type StackFiles } from '../workspace/delivery-files.ts'
import { cloudFailure } from './cloud-failure.ts'
import { type BrokenZones, zoneFailure } from './open-clouds.ts'
import { settleState } from './prepare.ts'
import type { Access } from './session.ts'
import { readState } from './state.ts'

const policyType = 'openstack_networking_rbac_policy_v2'

/**
 * Neutron counts the policies that let projects out of a zone against whoever makes them, which no attribute can
 * change: the project that deliveries run in. By default it may make ten, and the eleventh system would be left half
 * made.
 *
 * @returns the zones in which what is due would not find room; nothing has been touched then.
 */
export async function zonesWithoutRoom(session: Access, due: readonly DeliveryStack[]): Promise<BrokenZones> {
  const full = new Map<string, Failure<CloudPlace>>()
  for (const [zone, stacks] of Map.groupBy(due, stack => stack.zone)) {
    const wanted = await newPolicies(session, stacks)
    const room = wanted === 0 ? undefined : await roomIn(session, zone)
    if (room === undefined || room.used + wanted <= room.limit) continue
    const { name } = session.cloudOf(zone)
    full.set(zone, zoneFailure(zone, name, lackOfRoom(name, wanted, room)))
  }
  return full
}

/** How many the stacks ask for and do not have. */
async function newPolicies(session: Access, stacks: readonly DeliveryStack[]): Promise<number> {
  let count = 0
  for (const stack of stacks) {
    const files = filesOf(session.workspace, stack.name)
    const policies = valueAt(readJson(files.configuration), 'resource', policyType)
    if (!isRecord(policies)) continue
    const present = await presentIn(session, stack, files)
    count += Object.keys(policies).filter(name => present?.has(`${policyType}.${name}`) === false).length
  }
  return count
}

/** Undefined for a state that cannot be read: its stack will fail of that, and no other shall. */
async function presentIn(
  session: Access,
  stack: DeliveryStack,
  files: StackFiles,
): Promise<ReadonlySet<string> | undefined> {
  await settleState(session, files)
  try {
    return addressesOf(await readState(session, stack, files))
  } catch (error) {
    if (cloudFailure(error) === undefined) throw error
    return undefined
  }
}

export interface Room {
  readonly projectId: string
  readonly used: number
  readonly limit: number
}

/** Undefined without a limit, and where the cloud does not say: terraform will then hear it from the cloud. */
async function roomIn(session: Access, zone: string): Promise<Room | undefined> {
  try {
    return await roomOf(await connect(session.cloudOf(zone)))
  } catch (error) {
    if (cloudFailure(error) === undefined) throw error
    return undefined
  }
}

/** Undefined without a limit. */
export async function roomOf(cloud: OpenStack): Promise<Room | undefined> {
  const { projectId } = cloud
  if (projectId === undefined) return undefined
  const { body } = await cloud.request('network', 'GET', `/quotas/${projectId}`)
  const limit = valueAt(body, 'quota', 'rbac_policy')
  if (typeof limit !== 'number' || limit < 0) return undefined
  const policies = await cloud.list('network', '/rbac-policies', 'rbac_policies', { project_id: projectId })
  return { projectId, used: policies.length, limit }
}

export function lackOfRoom(
  cloud: string,
  wanted: number,
  { projectId, used, limit }: Room,
): Finding<CloudPlace> {
  const cure = `openstack quota set --rbac-policies ${used + wanted} ${projectId}`
  const message = {
    zh: `本次还需 ${wanted} 条网络共享策略，而执行账户的项目上限为 ${limit}，已有 ${used}；请由云管理员执行 ${cure}，或以 -1 取消上限`,
    en: `${wanted} more RBAC policies are needed, and the project of the runner may have ${limit} and has ${used}; have the cloud's administrator run \`${cure}\`, or lift the limit with -1`,
  }
  return finding(codes.policyRoomLacking, { cloud }, { message })
}
