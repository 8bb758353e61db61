import { finding } from '../../../finding/finding.ts'
import { entryOf } from '../../../model/entry.ts'
import { zoneTerm } from '../../../term/index.ts'
import { placeOfKey, related, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const zoneForeign: SystemRule = {
  code: 'TY3102',
  severity: 'error',
  title: text('本地区的法规没有这一分区。', 'The regulation of the jurisdiction knows no such zone.'),
  why: text(
    '一个地区只使用其管理办法的配置列出的分区；确需增加的，先由主管部门修改配置。',
    'A jurisdiction uses the zones that its profile lists; where another is needed, the authority changes the profile first.',
  ),
  *check(surroundings, system) {
    const { platform, jurisdictions } = surroundings.catalogue
    const profile = jurisdictions.get(system.value.metadata.jurisdiction)
    if (profile === undefined) return
    for (const zone of Object.keys(system.value.zones)) {
      const unknownEverywhere = entryOf(platform.value.zones, zone) === undefined
      if (unknownEverywhere || entryOf(profile.value.zones, zone) !== undefined) continue
      const { zh, en } = zoneTerm(surroundings, zone, system.value.metadata.jurisdiction)
      yield finding(zoneForeign, placeOfKey(system, 'zones', zone), {
        message: text(
          `${profile.value.metadata.name.zh}的管理办法配置没有${zh}`,
          `the profile of ${profile.value.metadata.name.en} has no ${en}`,
        ),
        related: [
          related(placeOfKey(profile, 'zones'), '配置列出的分区', 'the zones that the profile lists'),
        ],
      })
    }
  },
}
