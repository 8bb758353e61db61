import { zoneUsesIn } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { entryOf } from '../../../model/entry.ts'
import { zoneTerm } from '../../../term/index.ts'
import { text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const grantZone: SystemRule = {
  code: 'TY3505',
  severity: 'error',
  title: text('授予的分区不在清单的 zones 中。', 'A grant names a zone that the manifest does not have.'),
  why: text(
    '授予的资源要开通在清单写明的分区，网段和访问规则都在那里；在 zones 中补写该分区。',
    'What is granted is opened in a zone of the manifest, with its network and rules. Add the zone to `zones`.',
  ),
  *check(surroundings, system) {
    for (const { zone, current, path } of zoneUsesIn(surroundings, system)) {
      if (!current || entryOf(system.value.zones, zone) !== undefined) continue
      const { zh, en } = zoneTerm(surroundings, zone, system.value.metadata.jurisdiction)
      yield finding(grantZone, system.document.at(path, 'key'), {
        message: text(`清单没有${zh}（${zone}）`, `the manifest has no ${en} (\`${zone}\`)`),
      })
    }
  },
}
