import { codes } from '../../lib/deliver/codes.ts'
import { lacking } from '../../lib/deliver/lacking.ts'
import type { AnyFinding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import type { Model } from '../../lib/model/model.ts'
import type { OpenStack } from '../openstack/index.ts'
import { zoneFailure } from '../terraform/open-clouds.ts'
import { lackOfRoom, roomOf } from '../terraform/policy-room.ts'
import { type Check, type Outcome, ok } from './check.ts'
import { askingZone } from './zones.ts'

/** The account that deliveries run by, in each zone: its role, and the quota that counts against its project. */
export const account: Check = {
  name: 'account',
  run: async (_place, { model, zones }) => {
    if (model === undefined) return []
    const wanted = await policiesWanted(model)
    const looked = zones.map(
      async zone =>
        await askingZone(zone, async cloud => await outcomesOf(zone.id, cloud, wanted.get(zone.id) ?? 1)),
    )
    return (await Promise.all(looked)).flatMap(outcomes => outcomes ?? [])
  },
}

/** How many systems of each zone have a way out: each takes an RBAC policy. */
async function policiesWanted(model: Model): Promise<ReadonlyMap<string, number>> {
  const { outlineOf } = await import('../../lib/desired-state/index.ts')
  return new Map(
    outlineOf(model).zones.map(({ zone, systems }) => [
      zone.id,
      systems.filter(system => system.record().uplink !== undefined).length,
    ]),
  )
}

async function outcomesOf(zone: string, cloud: OpenStack, wanted: number): Promise<readonly Outcome[]> {
  const room = await roomOf(cloud)
  // Those that exist are some of those wanted; whose the others are does not matter to Neutron.
  const isFull = room !== undefined && room.limit < Math.max(wanted, room.used)
  const full = isFull ? [lackOfRoom(cloud.cloud, Math.max(1, wanted - room.used), room)] : []
  const problems: readonly AnyFinding[] = [...roleProblem(cloud), ...full]
  if (problems.length > 0) return problems.map(problem => zoneFailure(zone, cloud.cloud, problem))
  return [
    ok(
      `分区 ${zone}：执行账户的角色和网络共享策略配额足够`,
      `zone ${zone}: the account of the runner has the role and the quota of RBAC policies that it takes`,
    ),
  ]
}

/** Domains, projects and quotas are made by administrators alone. A token that names no roles says nothing. */
function roleProblem({ cloud, roles }: OpenStack): readonly AnyFinding[] {
  if (roles.length === 0 || roles.includes('admin')) return []
  const list = roles.map(printable)
  const said = {
    zh: `执行账户只有角色 ${list.join('、')}，没有 admin`,
    en: `the account of the runner has the roles ${list.join(', ')} and not admin`,
  }
  return [lacking(codes.runnerRoleLacking, { cloud }, said).finding]
}
