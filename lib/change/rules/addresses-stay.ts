import { type DataPath, type Finding, finding } from '../../finding/finding.ts'
import { resourcesOf } from '../../lifecycle/index.ts'
import { entryOf } from '../../model/entry.ts'
import type { System } from '../../model/model.ts'
import { type Family, families } from '../../network/family.ts'
import { partIn, partsOf } from '../../network/zone-part.ts'
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
      for (const { zone, tier, path, network } of placedPartsOf(system)) {
        const stood = partIn(entryOf(before.value.zones, zone) ?? {}, tier)
        for (const [family] of families) {
          const had = stood?.network?.[family]
          const has = network?.[family]
          if (had === undefined && has !== undefined)
            yield* moved(before, system, { zone, family, path, has })
          if (had === undefined || had === has) continue
          yield finding(addressesStay, system.document.at([...path, 'network', family]), {
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

interface Arrived {
  readonly zone: string
  readonly family: Family
  readonly path: DataPath
  readonly has: string
}

/** A network that another part of the system had: it would be torn down there before it could be made here. */
function* moved(before: System, system: System, { zone, family, path, has }: Arrived): Iterable<Finding> {
  const stood = partsOf(entryOf(before.value.zones, zone) ?? {})
  if (!stood.some(({ network }) => network?.[family] === has)) return
  yield finding(addressesStay, system.document.at([...path, 'network', family]), {
    message: {
      zh: `网段 ${has} 原属本系统的另一部分，不能移来`,
      en: `the network ${has} stands in another part of the system, and cannot move`,
    },
  })
}

/** Every part that the manifest has or had; one that is gone has no network, and its place is where it would stand. */
function placedPartsOf({ value }: System) {
  return Object.entries(value.zones).flatMap(([zone, declared]) => {
    const parts = partsOf(declared)
    const own = parts.some(({ tier }) => tier === undefined)
      ? []
      : [{ tier: undefined, path: [], network: undefined }]
    return [...own, ...parts].map(part => ({ ...part, zone, path: ['zones', zone, ...part.path] }))
  })
}
