import type { ServiceItem } from '../../../../generated/types/service.ts'
import { type Fix, finding, type Text } from '../../../finding/finding.ts'
import { hasAllItems } from '../../../model/left-out.ts'
import type { CatalogueItem, Surroundings } from '../../../model/model.ts'
import { poolsOf } from '../../../model/pool.ts'
import { deliveredVersionOn } from '../../../model/version.ts'
import { inARow, itemTerm, poolTerm, zoneTerm } from '../../../term/index.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'
import { meant } from '../../words.ts'

export const flavorReference: RepositoryRule = {
  code: 'TY3611',
  severity: 'error',
  title: text(
    '以 vCPU 计量的服务项所列的云主机规格不可用。',
    'A size of server that cores may be used for cannot be used.',
  ),
  why: text(
    '所列的须是目录中的云主机服务项，在该项的每个分区、每个资源池都提供，当日有可交付的版本，且不带 GPU（GPU 不随 vCPU 授予）。',
    'Each is a server item of the catalogue that every zone and pool of the item offers, delivered on the day, and without GPUs, which cores do not grant.',
  ),
  *check(model) {
    if (!hasAllItems(model)) return
    const { items, allItems } = model.catalogue
    const servers = allItems.filter(({ value }) => value.versions.some(({ delivery }) => delivery.flavor))
    for (const item of allItems) {
      for (const [index, { from, to, delivery }] of item.value.versions.entries()) {
        if (to !== undefined && to < model.asOf) continue
        const day = from > model.asOf ? from : model.asOf
        for (const [at, id] of (delivery.flavors ?? []).entries()) {
          const fault = faultOf(model, item.value, items.get(id), day)
          if (fault === undefined) continue
          const name = itemTerm(model, id)
          yield finding(flavorReference, place(item, 'versions', index, 'delivery', 'flavors', at), {
            message: text(`${name.zh}${fault.zh}`, `${name.en} ${fault.en}`),
            fix: items.has(id) ? undefined : meantServer(id, servers),
          })
        }
      }
    }
  },
}

function meantServer(id: string, servers: readonly CatalogueItem[]): Fix | undefined {
  return meant(
    id,
    servers.map(({ value }) => value.id),
  )
}

function faultOf(
  model: Surroundings,
  item: ServiceItem,
  server: CatalogueItem | undefined,
  day: string,
): Text | undefined {
  if (server === undefined) return { zh: '不在目录中', en: 'is not in the catalogue' }
  const flavor = deliveredVersionOn(server.value, day)?.delivery.flavor
  if (flavor === undefined) return { zh: '不交付云主机', en: 'delivers no server' }
  if (flavor.gpus !== undefined) return { zh: '带有 GPU', en: 'has GPUs' }
  const zones = item.zones.filter(zone => !server.value.zones.includes(zone))
  if (zones.length > 0) return notOffered(zones.map(zone => zoneTerm(model, zone)))
  const pools = poolsOf(item).filter(pool => !poolsOf(server.value).includes(pool))
  if (pools.length === 0) return undefined
  const [zone = ''] = item.zones
  return notOffered(pools.map(pool => poolTerm(model, zone, pool)))
}

function notOffered(places: readonly Text[]): Text {
  const { zh, en } = inARow(places)
  return { zh: `不在${zh}提供`, en: `is not offered in the ${en}` }
}
