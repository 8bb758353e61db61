import { finding } from '../../finding/finding.ts'
import type { CatalogueItem } from '../../model/model.ts'
import { versionOn } from '../../model/version.ts'
import { place, text } from '../place.ts'
import type { Rule } from '../rule.ts'
import { isRecordOnly, profileOf } from '../systems.ts'

export const domesticPreferred: Rule = {
  code: 'TY4111',
  local: true,
  severity: 'info',
  title: text('申请的资源有信创替代项。', 'A domestic (信创) item would do in place of the one asked for.'),
  why: text(
    '法规要求优先使用自主可控的软硬件产品；同类别有信创目录项时，宜改为申请信创资源，或说明理由。',
    'Domestic products come first. Where the category has one, ask for it, or say why not.',
  ),
  articles: ['NW-3.7', 'DT-23', 'XS-19.4'],
  *check(model) {
    const items = model.catalogue.items
    const domestic = model.catalogue.allItems.filter(item => item.value.domestic === true)
    for (const system of model.systems) {
      const rule = profileOf(model, system)?.domesticPreferred
      const excused = system.value.domestic.exception !== undefined
      if (rule === undefined || excused || isRecordOnly(model, system)) continue
      for (const [zone, { services }] of Object.entries(system.value.zones)) {
        for (const [index, line] of services.entries()) {
          const asked = items.get(line.item)
          if (asked === undefined || asked.value.domestic === true) continue
          const by = computing(asked, model.asOf)
          if (by === undefined) continue
          const other = domestic.find(
            item => computing(item, model.asOf) === by && item.value.zones.includes(zone),
          )
          if (other === undefined) continue
          yield finding(domesticPreferred, place(system, 'zones', zone, 'services', index, 'item'), {
            article: rule.article,
            message: text(
              `${asked.value.name.zh}有信创替代项，如 ${other.value.name.zh}（${other.value.id}）`,
              `${asked.value.name.en} has a domestic counterpart, such as ${other.value.id}`,
            ),
          })
        }
      }
    }
  },
}

/** What runs programs or keeps data has a domestic counterpart of its own kind; a service done by hand has not. */
function computing(item: CatalogueItem, date: string): 'flavor' | 'volume' | undefined {
  const by = versionOn(item.value, date)?.delivery.by
  return by === 'flavor' || by === 'volume' ? by : undefined
}
