import { currentLinesIn } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { zoneTerm } from '../../../term/index.ts'
import { articleFor } from '../../article.ts'
import { place, related, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const itemNotOffered: SystemRule = {
  code: 'TY3104',
  severity: 'error',
  articles: ['DT-11a', 'XS-19.5'],
  title: text('服务项不在该分区提供。', 'The item is not offered in the zone.'),
  why: text(
    '每个服务项写明可在哪些分区申请。须选用该分区提供的相近服务项，或由主管部门修改目录。',
    'Every item says in which zones it may be asked for. Choose the nearest item that the zone offers, or have the authority change the catalogue.',
  ),
  *check(surroundings, system) {
    for (const { zone, line, path } of currentLinesIn(surroundings, system)) {
      const item = surroundings.catalogue.items.get(line.item)
      if (item === undefined || item.value.zones.includes(zone)) continue
      const { zh, en } = zoneTerm(surroundings, zone, system.value.metadata.jurisdiction)
      yield finding(itemNotOffered, place(system, ...path, 'item'), {
        article: articleFor(itemNotOffered, surroundings, system.value.metadata.jurisdiction),
        message: text(
          `${item.value.name.zh}（${line.item}）不在${zh}提供`,
          `${item.value.name.en} (${line.item}) is not offered in the ${en}`,
        ),
        related: [related(place(item, 'zones'), '可申请的分区', 'where it may be asked for')],
      })
    }
  },
}
