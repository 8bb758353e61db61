import type { FlavorSpec } from '../../../../generated/types/service.ts'
import { hasEnded, profileOf } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import type { CatalogueItem } from '../../../model/model.ts'
import { poolsOf, sharedPool } from '../../../model/pool.ts'
import { versionOn } from '../../../model/version.ts'
import { itemTerm } from '../../../term/index.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const domesticPreferred: SystemRule = {
  code: 'TY4111',
  severity: 'info',
  title: text('申请的资源有信创替代项。', 'A domestic (信创) item would do in place of the one asked for.'),
  why: text(
    '法规要求优先使用自主可控的软硬件产品；同类别有信创目录项时，宜改为申请信创资源，或说明理由。',
    'Domestic products come first. Where the category has one, ask for it, or say why not.',
  ),
  articles: ['NW-3.7', 'DT-23', 'XS-19.4'],
  *check(surroundings, system) {
    const domestic = surroundings.catalogue.allItems.filter(item => item.value.domestic === true)
    const rule = profileOf(surroundings, system)?.domesticPreferred
    const excused = system.value.domestic.exception !== undefined
    if (rule === undefined || excused || hasEnded(surroundings, system)) return
    for (const [zone, { pool = sharedPool, services }] of Object.entries(system.value.zones)) {
      const offered = domestic.filter(item => isOffered(item, zone, pool))
      for (const [index, line] of services.entries()) {
        const asked = surroundings.catalogue.items.get(line.item)
        const other = asked && counterpartOf(asked, offered, surroundings.asOf)
        if (asked === undefined || other === undefined) continue
        const [its, others] = [itemTerm(surroundings, line.item), itemTerm(surroundings, other.value.id)]
        yield finding(domesticPreferred, place(system, 'zones', zone, 'services', index, 'item'), {
          article: rule.article,
          message: text(
            `${its.zh}有信创替代项，如${others.zh}`,
            `${its.en} has a domestic counterpart, such as ${others.en}`,
          ),
        })
      }
    }
  },
}

function isOffered({ value }: CatalogueItem, zone: string, pool: string): boolean {
  return value.zones.includes(zone) && poolsOf(value).includes(pool)
}

/** What runs programs or keeps data has a domestic counterpart of its own kind; a service done by hand has not. */
function counterpartOf(
  asked: CatalogueItem,
  domestic: readonly CatalogueItem[],
  day: string,
): CatalogueItem | undefined {
  const delivery = versionOn(asked.value, day)?.delivery
  if (asked.value.domestic === true || delivery === undefined) return undefined
  const { by, flavor } = delivery
  if (by === 'volume') return domestic.find(item => versionOn(item.value, day)?.delivery.by === 'volume')
  return by === 'flavor' && flavor !== undefined ? nearestFlavor(flavor, domestic, day) : undefined
}

/** The smallest that is large enough; the largest where none is. A GPU is replaced by nothing that has none. */
function nearestFlavor(
  asked: FlavorSpec,
  domestic: readonly CatalogueItem[],
  day: string,
): CatalogueItem | undefined {
  const bySize = domestic
    .flatMap(item => {
      const flavor = versionOn(item.value, day)?.delivery.flavor
      return flavor === undefined || hasGpu(flavor) !== hasGpu(asked) ? [] : [{ item, flavor }]
    })
    .toSorted((a, b) => a.flavor.vcpus - b.flavor.vcpus || a.flavor.ramMib - b.flavor.ramMib)
  const enough = bySize.find(({ flavor }) => flavor.vcpus >= asked.vcpus && flavor.ramMib >= asked.ramMib)
  return (enough ?? bySize.at(-1))?.item
}

function hasGpu({ gpus = 0 }: FlavorSpec): boolean {
  return gpus > 0
}
