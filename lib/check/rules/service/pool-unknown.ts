import { zoneUsesIn } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { entryOf } from '../../../model/entry.ts'
import { inARow, poolTerm, zoneTerm } from '../../../term/index.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'
import { meant } from '../../words.ts'

export const poolUnknown: SystemRule = {
  code: 'TY3105',
  severity: 'error',
  title: text('分区没有清单所写的资源池。', 'The zone has no such resource pool.'),
  why: text(
    '资源池由平台按分区登记；不写即为共享资源池（“shared”）。',
    'Resource pools are declared by the platform, zone by zone; where none is named, the shared pool is meant.',
  ),
  *check(surroundings, system) {
    for (const { zone, pool, path, value, current } of zoneUsesIn(surroundings, system)) {
      const pools = entryOf(surroundings.catalogue.platform.value.zones, zone)?.pools
      if (!current || value.pool === undefined || pools === undefined || Object.hasOwn(pools, pool)) continue
      const { zh, en } = zoneTerm(surroundings, zone, system.value.metadata.jurisdiction)
      const names = Object.keys(pools)
      const there = inARow(names.map(name => poolTerm(surroundings, zone, name)))
      yield finding(poolUnknown, place(system, ...path, 'pool'), {
        message: text(
          `${zh}没有资源池“${pool}”；现有${there.zh}`,
          `the ${en} has no pool “${pool}”; it has ${there.en}`,
        ),
        fix: meant(pool, names),
      })
    }
  },
}
