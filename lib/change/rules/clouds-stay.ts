import { finding } from '../../finding/finding.ts'
import { entryOf } from '../../model/entry.ts'
import { classFacesInternet } from '../../model/zone-class.ts'
import { zoneTerm } from '../../term/index.ts'
import type { ChangeRule } from '../rule.ts'
import { usedZonesOf } from '../used.ts'

export const cloudsStay: ChangeRule = {
  code: 'TY4013',
  severity: 'error',
  title: {
    zh: '仍有系统在用的分区不得更换云、区域和类别',
    en: 'A zone in which something stands keeps its cloud, region and class',
  },
  why: {
    zh: '换云等于在别处从零重建，原处的资源无人管理；对调两个分区的云还会打通隔离。恢复原值；确需迁移的，另设分区，由各系统申请变更后迁入。',
    en: 'Another cloud means building everything anew elsewhere and leaving what stands without an owner; two that change places break the isolation. Restore it; to move, add a zone and have each system request the change.',
  },
  articles: ['XS-15.2', 'ZJ-24'],
  *check(base, head) {
    const { platform } = head.catalogue
    const had = base.catalogue.platform.value
    for (const [id, before] of Object.entries(had.zones)) {
      const after = entryOf(platform.value.zones, id)
      if (after === undefined) continue
      const opens = classFacesInternet(platform.value, before.class)
      if (before.class === after.class && opens !== classFacesInternet(had, before.class)) {
        if (!usedZonesOf(base).has(id)) continue
        const { zh, en } = zoneTerm(base, id)
        yield finding(cloudsStay, platform.document.at(['classes', before.class, 'facesInternet']), {
          message: {
            zh: `类别“${before.class}”改为${opens ? '' : '不'}与互联网相通，而${zh}中仍有系统`,
            en: `the class “${before.class}” ${opens ? 'opens to' : 'parts from'} the internet while systems stand in the ${en}`,
          },
        })
      }
      for (const key of ['cloud', 'region', 'class'] as const) {
        if (before[key] === after[key] || !usedZonesOf(base).has(id)) continue
        const { zh, en } = zoneTerm(base, id)
        yield finding(cloudsStay, platform.document.at(['zones', id, key]), {
          message: {
            zh: `${zh}的${keyTerms[key].zh}（${key}）由“${before[key]}”改为“${after[key]}”，而其中仍有系统`,
            en: `the ${keyTerms[key].en} of the ${en} changes from “${before[key]}” to “${after[key]}” while systems stand in it`,
          },
        })
      }
    }
  },
}

const keyTerms = {
  cloud: { zh: '云', en: 'cloud' },
  region: { zh: '区域', en: 'region' },
  class: { zh: '类别', en: 'class' },
} as const
