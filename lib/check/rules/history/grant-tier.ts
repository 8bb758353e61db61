import { zoneUsesIn } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { entryOf } from '../../../model/entry.ts'
import { tierNamesOf } from '../../../network/zone-part.ts'
import { zonePartTerm } from '../../../term/index.ts'
import { text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const grantTier: SystemRule = {
  code: 'TY3516',
  severity: 'error',
  title: text('授予的层不在清单中。', 'A grant names a tier that the manifest does not have.'),
  why: text(
    '授予的层在清单的同一分区下建立，网段和访问规则都写在那里；在该分区的 tiers 中补写该层。',
    'A granted tier is made from the manifest’s own, with its networks and rules. Add the tier to `tiers` of the zone.',
  ),
  *check(surroundings, system) {
    for (const { zone, current, path, value } of zoneUsesIn(surroundings, system)) {
      const declared = entryOf(system.value.zones, zone)
      if (!current || declared === undefined) continue
      const known = new Set(tierNamesOf(declared))
      for (const tier of tierNamesOf(value).filter(name => !known.has(name))) {
        const { zh, en } = zonePartTerm(surroundings, { zone, tier }, system.value.metadata.jurisdiction)
        yield finding(grantTier, system.document.at([...path, 'tiers', tier], 'key'), {
          message: text(`清单没有${zh}`, `the manifest has no ${en}`),
        })
      }
    }
  },
}
