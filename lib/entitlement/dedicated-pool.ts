import type { PlatformManifest } from '../../generated/types/platform.ts'
import { entryOf } from '../model/entry.ts'
import { poolOf } from '../model/pool.ts'
import type { Services } from './service-comparison.ts'

/**
 * Whether any of a system's zones is in a pool that is dedicated there: a pool of one name may be dedicated in one zone
 * and shared in another.
 */
export function usesDedicatedPool({ zones }: PlatformManifest, services: Services): boolean {
  return Object.entries(services).some(
    ([zone, value]) => entryOf(entryOf(zones, zone)?.pools, poolOf(value))?.dedicated === true,
  )
}
