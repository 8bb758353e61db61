import type { PlatformManifest } from '../../generated/types/platform.ts'
import { entryOf } from '../model/entry.ts'
import { poolOf } from '../model/pool.ts'
import type { Services } from './service-comparison.ts'

/**
 * Whether any of a system's zones is in a pool that is dedicated there: a pool of one name may be dedicated in one zone
 * and shared in another.
 */
export function usesDedicatedPool(platform: PlatformManifest, services: Services): boolean {
  return dedications(platform, services).includes(true)
}

/** Whether any of a system's zones is in a pool that it shares with others. */
export function usesSharedPool(platform: PlatformManifest, services: Services): boolean {
  return dedications(platform, services).includes(false)
}

function dedications({ zones }: PlatformManifest, services: Services): readonly boolean[] {
  return Object.entries(services).map(([zone, value]) => isDedicated({ zones }, zone, poolOf(value)))
}

/** Whether a pool of a zone is dedicated. */
export function isDedicated({ zones }: Pick<PlatformManifest, 'zones'>, zone: string, pool: string): boolean {
  return entryOf(entryOf(zones, zone)?.pools, pool)?.dedicated === true
}
