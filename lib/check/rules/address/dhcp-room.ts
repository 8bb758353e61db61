import { type CodeDefinition, finding } from '../../../finding/finding.ts'
import { Cidr } from '../../../network/cidr.ts'
import { systemNetworksIn } from '../../../network/written-networks.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule, SystemRule } from '../../rule.ts'

/** Neutron: `_validate_subnet` in db_base_plugin_v2.py refuses DHCP in anything smaller. */
const longest = { 4: 30, 6: 126 } as const

const definition = {
  code: 'TY3224',
  severity: 'error',
  title: text('网段太小，放不下 DHCP 服务。', 'A network is too small for the DHCP service.'),
  why: text(
    '系统网段由 DHCP 分配地址，IPv4 至多 /30，IPv6 至多 /126；更小的网段会被云拒绝（400，incompatible with DHCP service enabled）。',
    'Networks of systems give addresses by DHCP, and an IPv4 one is a /30, an IPv6 one a /126 at the smallest. The cloud refuses any smaller (400, incompatible with DHCP service enabled).',
  ),
} satisfies CodeDefinition

/** Of a system's networks. */
export const dhcpRoom: SystemRule = {
  ...definition,
  *check(surroundings, system) {
    for (const { cidr, path } of systemNetworksIn(surroundings, system)) {
      const limit = longest[cidr.version]
      if (cidr.prefixLength <= limit) continue
      yield finding(definition, place(system, ...path), {
        message: text(`${cidr} 至多写到 /${limit}`, `${cidr} may be a /${limit} at the smallest`),
      })
    }
  },
}

/** Of those that a pool gives. */
export const poolDhcpRoom: RepositoryRule = {
  ...definition,
  *check({ catalogue: { platform } }) {
    for (const [zone, { addressPools }] of Object.entries(platform.value.zones)) {
      for (const [index, { cidr: written, prefixLength }] of addressPools.entries()) {
        const { cidr } = Cidr.read(written)
        if (cidr === undefined || prefixLength.max <= longest[cidr.version]) continue
        const limit = longest[cidr.version]
        const path = ['zones', zone, 'addressPools', index, 'prefixLength', 'max']
        yield finding(definition, place(platform, ...path), {
          message: text(
            `地址池的 max 至多为 ${limit}，更小的网段云不接受`,
            `max is ${limit} at most: the cloud takes no smaller network`,
          ),
        })
      }
    }
  },
}
