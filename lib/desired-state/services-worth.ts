import type { ServiceLine } from '../../generated/types/system.ts'
import type { CatalogueItem } from '../model/model.ts'
import type { Quota } from './desired-state.ts'
import { bandwidthOf, grantedLines } from './grant.ts'
import { quotaOf } from './quota.ts'

/** What services come to as quotas and bandwidth, by themselves: without what the tool puts into a project beside them. */
export interface ServicesWorth {
  readonly quota: Quota
  readonly bandwidthKbps: number
}

/** @param services the lines in force on the day `asOf` */
export function servicesWorth(
  services: readonly ServiceLine[],
  items: ReadonlyMap<string, CatalogueItem>,
  asOf: string,
): ServicesWorth {
  const lines = grantedLines(services, items, asOf)
  const apis = ['load-balancer', 'dns', 'object-storage'] as const
  return {
    quota: quotaOf(lines, { networks: 0, subnets: 0, rules: 0, apis, volumeTypes: [] }),
    bandwidthKbps: bandwidthOf(lines),
  }
}
