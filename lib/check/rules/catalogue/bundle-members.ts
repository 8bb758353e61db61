import type { ServiceItem } from '../../../../generated/types/service.ts'
import { type Period, periodOf } from '../../../clock/period.ts'
import { type Fix, finding, type Text } from '../../../finding/finding.ts'
import { membersOf, reachedFrom } from '../../../model/bundle.ts'
import { hasAllItems } from '../../../model/left-out.ts'
import type { Catalogue, Surroundings } from '../../../model/model.ts'
import { poolsOf } from '../../../model/pool.ts'
import { firstDayWithoutVersion } from '../../../model/version.ts'
import { inARow, itemTerm, poolTerm, zoneTerm } from '../../../term/index.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'
import { meant } from '../../words.ts'

export const bundleMembers: RepositoryRule = {
  code: 'TY3612',
  severity: 'error',
  title: text('打包的服务项不能随包交付。', 'A member of a bundle cannot be delivered with it.'),
  why: text(
    '包内各项须在目录中，在包的每个分区、每个资源池提供，所要求的等保级别不高于包，在包的版本有效的每一天都有有效版本；包不得包含自身。',
    'Each member is in the catalogue and offered in every zone and pool of the bundle, asks for no higher level of protection, and is valid on every day of the version; no bundle holds itself.',
  ),
  *check(model) {
    if (!hasAllItems(model)) return
    const { items, allItems } = model.catalogue
    for (const item of allItems) {
      for (const [index, version] of item.value.versions.entries()) {
        if (version.to !== undefined && version.to < model.asOf) continue
        for (const [at, member] of membersOf(version.delivery).entries()) {
          const span = periodOf(version.from > model.asOf ? version.from : model.asOf, version.to)
          const fault = faultOf(model, item.value, member.item, span)
          if (fault === undefined) continue
          const name = itemTerm(model, member.item)
          yield finding(bundleMembers, place(item, 'versions', index, 'delivery', 'items', at, 'item'), {
            message: text(`${name.zh}${fault.zh}`, `${name.en} ${fault.en}`),
            fix: items.has(member.item) ? undefined : meantItem(items, member.item),
          })
        }
      }
    }
  },
}

function meantItem(items: Catalogue['items'], id: string): Fix | undefined {
  return meant(id, items.keys())
}

function faultOf(model: Surroundings, bundle: ServiceItem, id: string, span: Period): Text | undefined {
  const { items } = model.catalogue
  const member = items.get(id)?.value
  if (member === undefined) return { zh: '不在目录中', en: 'is not in the catalogue' }
  if (reachedFrom(items, id).has(bundle.id)) return { zh: '又包含本项', en: 'holds this bundle in turn' }
  const zones = bundle.zones.filter(zone => !member.zones.includes(zone))
  if (zones.length > 0) return notOffered(zones.map(zone => zoneTerm(model, zone)))
  const pools = poolsOf(bundle).filter(pool => !poolsOf(member).includes(pool))
  if (pools.length > 0) return notOffered(pools.map(pool => poolTerm(model, bundle.zones[0] ?? '', pool)))
  if ((member.mlpsFloor ?? 0) > (bundle.mlpsFloor ?? 0))
    return {
      zh: `只供等保 ${member.mlpsFloor} 级及以上`,
      en: `is for MLPS level ${member.mlpsFloor} and above`,
    }
  const day = firstDayWithoutVersion(member, span)
  return day === undefined
    ? undefined
    : { zh: `在 ${day} 没有有效版本`, en: `has no valid version on ${day}` }
}

function notOffered(places: readonly Text[]): Text {
  const { zh, en } = inARow(places)
  return { zh: `不在${zh}提供`, en: `is not offered in the ${en}` }
}
