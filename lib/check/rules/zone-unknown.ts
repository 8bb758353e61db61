import { finding } from '../../finding/finding.ts'
import { placeOfKey, text } from '../place.ts'
import type { Rule } from '../rule.ts'
import { meant } from '../words.ts'

export const zoneUnknown: Rule = {
  code: 'TY3101',
  severity: 'error',
  title: text('平台没有清单所写的分区。', 'The platform has no such zone.'),
  why: text(
    '资源只能建在平台登记的分区内，须改用平台已有的分区。',
    'Resources can only be made in the zones that the platform declares: use one of them.',
  ),
  *check(model) {
    const zones = Object.keys(model.catalogue.platform.value.zones)
    const known = new Set(zones)
    for (const system of model.systems) {
      for (const zone of Object.keys(system.value.zones)) {
        if (known.has(zone)) continue
        yield finding(zoneUnknown, placeOfKey(system, 'zones', zone), {
          message: text(
            `平台没有分区 ${zone}；现有 ${zones.join('、')}`,
            `the platform has no zone ${zone}; it has ${zones.join(', ')}`,
          ),
          fix: meant(zone, zones),
        })
      }
    }
  },
}
