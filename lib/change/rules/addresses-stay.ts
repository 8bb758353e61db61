import { finding } from '../../finding/finding.ts'
import { resourcesOf } from '../../lifecycle/index.ts'
import { entryOf } from '../../model/entry.ts'
import { families } from '../../network/family.ts'
import { judgedSystems } from '../changed.ts'
import type { ChangeRule } from '../rule.ts'

export const addressesStay: ChangeRule = {
  code: 'TY4004',
  severity: 'error',
  title: {
    zh: '已开通系统的网段不得更改',
    en: 'The networks of a system that stands in the cloud do not change',
  },
  why: {
    zh: '更改网段会重建网络并中断业务。恢复原网段；确需更换的，先办理注销再重新申请。',
    en: 'A new network would rebuild everything in it. Restore the CIDR; where it must change, exit and apply again.',
  },
  *check(base, head) {
    for (const { before, system, profile } of judgedSystems(base, head)) {
      if (resourcesOf(profile, before.value, base.asOf) === 'none') continue
      for (const [id, zone] of Object.entries(system.value.zones)) {
        for (const [family] of families) {
          const had = entryOf(before.value.zones, id)?.network?.[family]
          const has = zone.network?.[family]
          if (had === undefined || had === has) continue
          yield finding(addressesStay, system.document.at(['zones', id, 'network', family]), {
            message: {
              zh: `网段由 ${had} 改为 ${has ?? '（无）'}`,
              en: `the network changes from ${had} to ${has ?? 'none'}`,
            },
            ...(has === undefined
              ? {}
              : { fix: { message: { zh: '恢复原网段', en: 'restore the network' }, replacement: had } }),
          })
        }
      }
    }
  },
}
