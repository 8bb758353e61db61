import { finding } from '../../../finding/finding.ts'
import { isEverywhere, peerNetwork, trafficIn } from '../../../network/traffic.ts'
import { type PlatformNetwork, platformNetworksOf, poolsOf } from '../../../network/written-networks.ts'
import { zoneTerm } from '../../../term/index.ts'
import { articleFor } from '../../article.ts'
import { place, related, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const peerInOtherZone: SystemRule = {
  code: 'TY3411',
  severity: 'error',
  articles: ['XS-15.2', 'ZJ-24'],
  title: text('访问规则指向另一分区的地址池。', "A rule points into another zone's address pool."),
  why: text(
    '分区之间物理隔离，只有登记的交换网关相通。跨区的数据交换须在 exchange 中申明。',
    'Zones are physically apart; only declared gateways join them. What crosses is declared under exchange.',
  ),
  *check(surroundings, system) {
    const pools = platformNetworksOf(surroundings).filter(network => network.use === 'pool')
    for (const rule of trafficIn(system)) {
      const cidr = peerNetwork(rule)
      if (cidr === undefined || isEverywhere(cidr)) continue
      // Zones without a gateway between them may use the same addresses: then the network is the zone's own.
      if (poolsOf(surroundings, rule.zone).some(pool => pool.cidr.overlaps(cidr))) continue
      const other: PlatformNetwork | undefined = pools.find(pool => pool.cidr.overlaps(cidr))
      if (other === undefined) continue
      const { zh, en } = zoneTerm(surroundings, other.zone, system.value.metadata.jurisdiction)
      yield finding(peerInOtherZone, place(rule.system, ...rule.path, rule.peerKey), {
        article: articleFor(peerInOtherZone, surroundings, rule.system.value.metadata.jurisdiction),
        message: text(
          `${cidr} 是${zh}的地址；跨区交换请在 exchange 中申明`,
          `${cidr} belongs to the ${en}; what crosses zones is declared under exchange`,
        ),
        related: [
          related(
            place(surroundings.catalogue.platform, ...other.path),
            '该分区的地址池',
            "that zone's pool",
          ),
        ],
      })
    }
  },
}
