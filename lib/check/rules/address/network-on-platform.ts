import { finding } from '../../../finding/finding.ts'
import { reservedNetworksOf, routingDomainsOf, systemNetworksIn } from '../../../network/written-networks.ts'
import { place, related, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'
import { advice } from '../../words.ts'

const uses = {
  egress: text('出口网络', 'egress network'),
  gateway: text('交换网关地址', 'gateway address'),
  nameserver: text('域名服务器', 'name server'),
} as const

export const networkOnPlatform: SystemRule = {
  code: 'TY3206',
  severity: 'error',
  title: text(
    '系统网段与平台自用的网段重叠。',
    "A system's network overlaps one that the platform uses itself.",
  ),
  why: text(
    '出口网络、交换网关和域名服务器的地址由平台使用，系统网段与之重叠会使分区的出口、跨区交换或域名解析中断。',
    'Egress networks and the addresses of gateways and name servers belong to the platform. A system on them would break the way out of the zone, the exchange between zones, or the resolution of names.',
  ),
  *check(surroundings, system) {
    const domains = routingDomainsOf(surroundings)
    const reserved = reservedNetworksOf(surroundings)
    for (const { zone, cidr, path } of systemNetworksIn(surroundings, system)) {
      const domain = domains.get(zone)
      for (const network of reserved) {
        if (domains.get(network.zone) !== domain || !network.cidr.overlaps(cidr)) continue
        const use = uses[network.use]
        yield finding(networkOnPlatform, place(system, ...path), {
          message: text(
            `${cidr} 与平台的${use.zh} ${network.cidr} 重叠`,
            `${cidr} overlaps the platform's ${use.en} ${network.cidr}`,
          ),
          related: [
            related(
              place(surroundings.catalogue.platform, ...network.path),
              '平台自用',
              'used by the platform',
            ),
          ],
          fix: advice(
            `删去该网段，运行 tenantry allocate ${system.address} --write`,
            `remove the network and run: tenantry allocate ${system.address} --write`,
          ),
        })
      }
    }
  },
}
