import type { OpenStack } from '../../../scripts/openstack/index.ts'
import { blockStorage } from './block-storage.ts'
import { compute } from './compute.ts'
import { identity } from './identity.ts'
import { network } from './network.ts'
import { readOwners } from './owners.ts'

/**
 * Everything that a cloud holds, told by names instead of ids: two clouds with the same inventory cannot be told apart
 * by their tenants. What belongs to a project that no longer exists is listed under `vanished`.
 */
export type Inventory = Readonly<Record<string, Section>>

/** Things of one kind by name, with every property that matters. */
export type Section = Readonly<Record<string, unknown>>

/** Reads a cloud with its admin's eyes. */
export async function takeInventory(admin: OpenStack): Promise<Inventory> {
  const owners = await readOwners(admin)
  const parts = await Promise.all([
    identity(admin, owners),
    compute(admin, owners),
    blockStorage(admin, owners),
    network(admin, owners),
  ])
  return Object.assign({}, ...parts)
}

/** Puts what two inventories list beside each other. */
export function joined(first: Inventory, second: Inventory): Inventory {
  const kinds = new Set([...Object.keys(first), ...Object.keys(second)])
  return Object.fromEntries([...kinds].map(kind => [kind, { ...first[kind], ...second[kind] }]))
}
