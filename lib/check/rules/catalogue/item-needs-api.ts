import type { PlatformZone } from '../../../../generated/types/platform.ts'
import type { Delivery } from '../../../../generated/types/service.ts'
import { type DataPath, finding } from '../../../finding/finding.ts'
import { entryOf } from '../../../model/entry.ts'
import { apiTerms, inARow, zoneTerm } from '../../../term/index.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

type Api = PlatformZone['apis'][number]

/** What must run in a cloud so that the parts of a delivery can be made there. */
const needs: readonly (readonly [part: DataPath, api: Api])[] = [
  [['flavor'], 'compute'],
  [['quota', 'vcpus'], 'compute'],
  [['quota', 'ramMib'], 'compute'],
  [['quota', 'serverGroups'], 'compute'],
  [['volume'], 'block-storage'],
  [['quota', 'snapshots'], 'block-storage'],
  [['quota', 'backups'], 'block-storage'],
  [['quota', 'backupGib'], 'block-storage'],
  [['address'], 'network'],
  [['quota', 'addresses'], 'network'],
  [['quota', 'bandwidthMbps'], 'network'],
  [['quota', 'ports'], 'network'],
  [['quota', 'securityGroups'], 'network'],
  [['quota', 'loadBalancers'], 'load-balancer'],
  [['quota', 'objectGib'], 'object-storage'],
]

function has(delivery: Delivery, [part, quota]: DataPath): boolean {
  if (quota === undefined) return Object.hasOwn(delivery, `${part}`)
  return Object.hasOwn(delivery.quota ?? {}, quota)
}

export const itemNeedsApi: RepositoryRule = {
  code: 'TY3604',
  severity: 'error',
  title: text(
    '分区的云没有该服务项所需的服务。',
    'The cloud of a zone lacks the service that an item needs.',
  ),
  why: text(
    '没有对应的服务就无从交付配额；在 platform.yaml 的 apis 中登记已部署的服务，或把该项改为人工交付、移出该分区。',
    'A quota cannot be set without the service. Enter it among the apis of the zone once it is deployed, or deliver the item by hand, or elsewhere.',
  ),
  *check(model) {
    const zones = model.catalogue.platform.value.zones
    for (const item of model.catalogue.allItems) {
      for (const [index, { to, delivery }] of item.value.versions.entries()) {
        if (to !== undefined && to < model.asOf) continue
        for (const [part, api] of needs) {
          if (!has(delivery, part)) continue
          const lacking = item.value.zones.filter(zone => entryOf(zones, zone)?.apis.includes(api) === false)
          if (lacking.length === 0) continue
          const where = inARow(lacking.map(zone => zoneTerm(model, zone)))
          yield finding(itemNeedsApi, place(item, 'versions', index, 'delivery', ...part), {
            message: text(
              `${where.zh}没有${apiTerms[api].zh}（${api}）`,
              `no ${apiTerms[api].en} in the ${where.en}`,
            ),
          })
        }
      }
    }
  },
}
