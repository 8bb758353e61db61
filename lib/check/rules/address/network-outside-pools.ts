import { finding } from '../../../finding/finding.ts'
import { poolsOf, systemNetworksIn } from '../../../network/written-networks.ts'
import { zoneTerm } from '../../../term/index.ts'
import { place, placeOfKey, related, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'
import { advice } from '../../words.ts'

export const networkOutsidePools: SystemRule = {
  code: 'TY3203',
  severity: 'error',
  title: text('系统网段不在分区的地址池内。', "A system's network lies outside the zone's address pools."),
  why: text(
    '分区内的网段都取自分区的地址池，由 tenantry allocate 分配；池外的网段不能路由，也会与其他用途冲突。',
    'All networks of a zone come from its address pools and are given by tenantry allocate. One outside is not routed, and clashes with other uses.',
  ),
  *check(surroundings, system) {
    for (const { zone, cidr, path } of systemNetworksIn(surroundings, system)) {
      const pools = poolsOf(surroundings, zone).filter(pool => pool.cidr.version === cidr.version)
      const zoneKnown = Object.hasOwn(surroundings.catalogue.platform.value.zones, zone)
      if (!zoneKnown || pools.some(pool => pool.cidr.contains(cidr))) continue
      const { zh, en } = zoneTerm(surroundings, zone, system.value.metadata.jurisdiction)
      const list = pools.map(pool => pool.cidr.toString())
      yield finding(networkOutsidePools, place(system, ...path), {
        message:
          list.length === 0
            ? text(
                `${zh}没有 IPv${cidr.version} 地址池，不能使用 ${cidr}`,
                `the ${en} has no IPv${cidr.version} pool, so that ${cidr} cannot be used`,
              )
            : text(
                `${cidr} 不在${zh}的地址池 ${list.join('、')} 内`,
                `${cidr} is outside the address pools of the ${en}, ${list.join(', ')}`,
              ),
        related: [
          related(
            placeOfKey(surroundings.catalogue.platform, 'zones', zone, 'addressPools'),
            '分区的地址池',
            "the zone's address pools",
          ),
        ],
        fix: advice(
          `删去该网段，运行 tenantry allocate ${system.address} --write`,
          `remove the network and run: tenantry allocate ${system.address} --write`,
        ),
      })
    }
  },
}
