import type { ServiceLine } from '../../generated/types/system.ts'
import type { CatalogueItem } from '../model/model.ts'
import type { Quota } from './desired-state.ts'
import { bandwidthOf, grantedLines } from './grant.ts'
import { quotaOf } from './quota.ts'

export interface LineQuota {
  readonly quota: Quota
  readonly bandwidthKbps: number
}

/** As many tiers as a manifest may have, and what is in none. */
const mostParts = 9

/** Two directions and both ends of exchanges, as many lines and ports as a manifest may have, in both IP versions. */
const mostRules = (mostParts * (200 + 200) + 32 + 32) * 32 * 2

/** What some lines come to by themselves, in every service that a cloud may run, and with as many rules as there may be. */
export function quotaOfLines(
  lines: readonly ServiceLine[],
  items: ReadonlyMap<string, CatalogueItem>,
  asOf: string,
): LineQuota {
  const granted = grantedLines(lines, items, asOf)
  const apis = ['load-balancer', 'dns', 'object-storage'] as const
  const quota = quotaOf(granted, {
    networks: 1,
    subnets: 2,
    rules: mostRules,
    apis,
    volumeTypes: [],
  })
  return { quota, bandwidthKbps: bandwidthOf(granted) }
}
