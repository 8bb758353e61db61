import { finding } from '../../../finding/finding.ts'
import {
  type PlatformNetwork,
  platformNetworksOf,
  routingDomainsOf,
  systemNetworksIn,
} from '../../../network/written-networks.ts'
import { place, related, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'
import { advice } from '../../words.ts'

const uses = {
  egress: text('出口网络', 'egress network'),
  gateway: text('交换网关地址', 'gateway address'),
} as const

export const networkOnPlatform: SystemRule = {
  code: 'TY3206',
  severity: 'error',
  title: text(
    '系统网段与平台自用的网段重叠。',
    "A system's network overlaps one that the platform uses itself.",
  ),
  why: text(
    '出口网络和交换网关的地址由平台使用，系统网段与之重叠会使分区的出口或跨区交换中断。',
    'Egress networks and gateway addresses belong to the platform. A system on them would break the way out of the zone, or the exchange between zones.',
  ),
  *check(surroundings, system) {
    const domains = routingDomainsOf(surroundings)
    const reserved = platformNetworksOf(surroundings).filter(isReserved)
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

function isReserved(
  network: PlatformNetwork,
): network is PlatformNetwork & { readonly use: 'egress' | 'gateway' } {
  return network.use !== 'pool'
}
