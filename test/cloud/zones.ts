import type { ZonePlan } from '../../lib/desired-state/index.ts'
import type { OpenStack } from '../../scripts/openstack/index.ts'
import { signInAsAdmin } from './clouds.ts'
import { expectedInventory } from './expected/expected.ts'
import { type Inventory, joined, takeInventory } from './inventory/inventory.ts'
import type { Repository } from './repository.ts'

/** A zone of a repository, and its cloud. */
export interface Zone {
  readonly id: string
  readonly plan: ZonePlan
  readonly admin: OpenStack
  /** What the cloud held before anything was applied. */
  readonly before: Inventory
}

export async function openZones(repository: Repository): Promise<readonly Zone[]> {
  const plans = repository.zones()
  return await Promise.all(
    plans.map(async plan => {
      const admin = await signInAsAdmin(plan.zone.cloud)
      return { id: plan.zone.id, plan, admin, before: await takeInventory(admin) }
    }),
  )
}

/** What each cloud holds, by zone. */
export async function inventories(zones: readonly Zone[]): Promise<Readonly<Record<string, Inventory>>> {
  return byZone(zones, ({ admin }) => takeInventory(admin))
}

/** What each cloud held before, by zone. */
export function inventoriesBefore(zones: readonly Zone[]): Promise<Readonly<Record<string, Inventory>>> {
  return byZone(zones, async ({ before }) => before)
}

/** What each cloud has to hold now that the repository says what it says, and nothing else. */
export async function inventoriesDue(
  zones: readonly Zone[],
  repository: Repository,
): Promise<Readonly<Record<string, Inventory>>> {
  return await due(zones, repository.zones())
}

/** What each cloud has to hold when no unit has anything in it. */
export async function inventoriesOfPlatforms(
  zones: readonly Zone[],
  repository: Repository,
): Promise<Readonly<Record<string, Inventory>>> {
  const plans = repository.zones()
  return await due(
    zones,
    plans.map(plan => ({ ...plan, units: [], systems: [] })),
  )
}

function due(zones: readonly Zone[], plans: readonly ZonePlan[]) {
  const byId = new Map(plans.map(plan => [plan.zone.id, plan]))
  return byZone(zones, async ({ id, before }) => {
    const plan = byId.get(id)
    return plan === undefined ? before : joined(before, expectedInventory(plan))
  })
}

async function byZone<T>(
  zones: readonly Zone[],
  value: (zone: Zone) => Promise<T>,
): Promise<Readonly<Record<string, T>>> {
  return Object.fromEntries(await Promise.all(zones.map(async zone => [zone.id, await value(zone)] as const)))
}
