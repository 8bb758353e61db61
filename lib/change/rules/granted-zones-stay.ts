import { grantsOn } from '../../entitlement/index.ts'
import { finding } from '../../finding/finding.ts'
import { resourcesOf } from '../../lifecycle/index.ts'
import { entryOf } from '../../model/entry.ts'
import { zoneTerm } from '../../term/index.ts'
import { judgedSystems } from '../changed.ts'
import type { ChangeRule } from '../rule.ts'

export const grantedZonesStay: ChangeRule = {
  code: 'TY4005',
  severity: 'error',
  title: {
    zh: '仍有授予的分区不得从清单中移除',
    en: 'A zone that is still granted stays in the manifest',
  },
  why: {
    zh: '分区内的资源只有经批准的变更或注销才能收回。保留该分区，直到新的授予不再包含它。',
    en: 'What a zone holds is recovered only by an approved change or exit. Keep the zone until a new grant leaves it out.',
  },
  articles: ['NW-2.6', 'DT-16', 'XS-23', 'ZJ-12', 'JQ-10.2'],
  *check(base, head) {
    for (const { before, system, profile } of judgedSystems(base, head)) {
      if (resourcesOf(profile, system.value, head.asOf) === 'none') continue
      for (const zone of grantsOn(system.value, head.asOf).keys()) {
        if (
          entryOf(system.value.zones, zone) !== undefined ||
          entryOf(before.value.zones, zone) === undefined
        )
          continue
        const { zh, en } = zoneTerm(head, zone, system.value.metadata.jurisdiction)
        yield finding(grantedZonesStay, system.document.at(['zones'], 'key'), {
          message: { zh: `${zh}的资源仍在核定的使用期内`, en: `the ${en} is still granted` },
        })
      }
    }
  },
}
