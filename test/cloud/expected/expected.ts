import type { ZonePlan } from '../../../lib/desired-state/index.ts'
import { type Inventory, joined } from '../inventory/inventory.ts'
import { blockStorage } from './block-storage.ts'
import { compute } from './compute.ts'
import { identity } from './identity.ts'
import { network } from './network.ts'

/**
 * What a cloud has to hold for a zone, from the desired state alone: the names are written out here once more, not
 * taken from the stacks.
 */
export function expectedInventory(plan: ZonePlan): Inventory {
  return [identity(plan), compute(plan), blockStorage(plan), network(plan)].reduce(joined)
}
