import { zoneUsesOf } from '../../../entitlement/service-lines.ts'
import { finding } from '../../../finding/finding.ts'
import { entryOf } from '../../../model/entry.ts'
import { place, text } from '../../place.ts'
import type { Rule } from '../../rule.ts'
import { meant, zoneName } from '../../words.ts'

export const poolUnknown: Rule = {
  code: 'TY3105',
  local: true,
  severity: 'error',
  title: text('分区没有清单所写的资源池。', 'The zone has no such resource pool.'),
  why: text(
    '资源池由平台按分区登记；不写即为共享资源池 shared。',
    'Resource pools are declared by the platform, zone by zone; where none is named, the shared pool is meant.',
  ),
  *check(model) {
    for (const { system, zone, pool, path, value, current } of zoneUsesOf(model)) {
      const pools = entryOf(model.catalogue.platform.value.zones, zone)?.pools
      if (!current || value.pool === undefined || pools === undefined || Object.hasOwn(pools, pool)) continue
      const { zh, en } = zoneName(model, zone)
      const names = Object.keys(pools)
      yield finding(poolUnknown, place(system, ...path, 'pool'), {
        message: text(
          `${zh}没有资源池 ${pool}；现有 ${names.join('、')}`,
          `the ${en} has no pool ${pool}; it has ${names.join(', ')}`,
        ),
        fix: meant(pool, names),
      })
    }
  },
}
