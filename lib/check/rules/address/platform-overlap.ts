import { finding } from '../../../finding/finding.ts'
import { overlapsAmong } from '../../../network/overlap.ts'
import {
  type PlatformNetwork,
  platformNetworksOf,
  routingDomainsOf,
} from '../../../network/written-networks.ts'
import { place, related, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

const uses = {
  pool: text('地址池', 'address pool'),
  egress: text('出口网络', 'egress network'),
  gateway: text('交换网关地址', 'gateway address'),
} as const

export const platformOverlap: RepositoryRule = {
  code: 'TY3207',
  severity: 'error',
  title: text('平台的两个网段重叠。', 'Two networks of the platform overlap.'),
  why: text(
    '同一分区内，以及由交换网关连接的分区之间，地址池和出口网络不得重叠；交换网关的地址可以取自所在分区的地址池。',
    "Within a zone, and between zones that a gateway joins, address pools and egress networks may not overlap. A gateway's address may be taken out of its own zone's pool.",
  ),
  *check(model) {
    const domains = routingDomainsOf(model)
    const { platform } = model.catalogue
    const byDomain = Map.groupBy(platformNetworksOf(model), ({ zone }) => domains.get(zone) ?? zone)
    for (const networks of byDomain.values()) {
      for (const { outer, inner } of overlapsAmong(networks)) {
        if (isCarvedOut(outer, inner)) continue
        const [outerUse, innerUse] = [uses[outer.use], uses[inner.use]]
        yield finding(platformOverlap, place(platform, ...inner.path), {
          message: text(
            `${innerUse.zh} ${inner.cidr} 与${outerUse.zh} ${outer.cidr} 重叠`,
            `the ${innerUse.en} ${inner.cidr} overlaps the ${outerUse.en} ${outer.cidr}`,
          ),
          related: [related(place(platform, ...outer.path), '与此网段重叠', 'the network it overlaps')],
        })
      }
    }
  },
}

function isCarvedOut(outer: PlatformNetwork, inner: PlatformNetwork): boolean {
  return outer.use === 'pool' && inner.use === 'gateway' && outer.zone === inner.zone
}
