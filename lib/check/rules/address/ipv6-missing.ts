import { hasEnded } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { poolsOf } from '../../../network/written-networks.ts'
import { partsOf } from '../../../network/zone-part.ts'
import { zoneTerm } from '../../../term/index.ts'
import { placeOfKey, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'
import { advice } from '../../words.ts'

export const ipv6Missing: SystemRule = {
  code: 'TY3209',
  severity: 'warning',
  title: text(
    '分区有 IPv6 地址池，而系统没有 IPv6 网段。',
    'The zone has an IPv6 pool, but the system has no IPv6 network.',
  ),
  why: text(
    '分区已具备 IPv6 的，系统应当同时取得 IPv4 和 IPv6 网段。',
    'Where a zone has IPv6, its systems should have both an IPv4 and an IPv6 network.',
  ),
  *check(surroundings, system) {
    const zones = Object.keys(surroundings.catalogue.platform.value.zones)
    const dual = new Set(
      zones.filter(zone => poolsOf(surroundings, zone).some(pool => pool.cidr.version === 6)),
    )
    if (hasEnded(surroundings, system)) return
    const parts = Object.entries(system.value.zones).flatMap(([zone, declared]) =>
      partsOf(declared).map(part => ({ zone, ...part })),
    )
    for (const { zone, path, network } of parts) {
      if (network === undefined || network.ipv6 !== undefined || !dual.has(zone)) continue
      const { zh, en } = zoneTerm(surroundings, zone, system.value.metadata.jurisdiction)
      yield finding(ipv6Missing, placeOfKey(system, 'zones', zone, ...path, 'network'), {
        message: text(
          `${zh}有 IPv6 地址池，应补充 ipv6 网段`,
          `the ${en} has an IPv6 pool; add an ipv6 network`,
        ),
        fix: advice(
          `运行 tenantry allocate ${system.address} --write`,
          `run: tenantry allocate ${system.address} --write`,
        ),
      })
    }
  },
}
