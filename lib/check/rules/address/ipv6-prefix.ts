import { type CodeDefinition, finding } from '../../../finding/finding.ts'
import { Cidr } from '../../../network/cidr.ts'
import { systemNetworksIn } from '../../../network/written-networks.ts'
import { place, related, text } from '../../place.ts'
import type { RepositoryRule, SystemRule } from '../../rule.ts'

/** Neutron: `_validate_eui64_applicable` in db_base_plugin_v2.py; RFC 4862, 5.5.3. */
const slaacLength = 64

const definition = {
  code: 'TY3223',
  severity: 'error',
  title: text('系统的 IPv6 网段不是 /64。', 'An IPv6 network for a system is not a /64.'),
  why: text(
    '服务器按路由器通告自行生成 IPv6 地址（SLAAC），网段只能是 /64；其他长度会被云拒绝（400，requires the prefix to be /64）。',
    'Servers make their IPv6 address from what the router announces (SLAAC), for which a network is a /64. The cloud refuses any other (400, requires the prefix to be /64).',
  ),
} satisfies CodeDefinition

/** Of a system's networks. */
export const ipv6Prefix: SystemRule = {
  ...definition,
  *check(surroundings, system) {
    for (const { cidr, path } of systemNetworksIn(surroundings, system)) {
      if (cidr.version !== 6 || cidr.prefixLength === slaacLength) continue
      yield finding(definition, place(system, ...path), {
        message: text(`${cidr} 须为 /64`, `${cidr} has to be a /64`),
      })
    }
  },
}

/** Of those that a pool gives: it may hold other lengths, but has to give /64 and to be asked for nothing else. */
export const poolIpv6Prefix: RepositoryRule = {
  ...definition,
  *check({ catalogue: { platform } }) {
    for (const [zone, { addressPools }] of Object.entries(platform.value.zones)) {
      for (const [index, { cidr: written, prefixLength }] of addressPools.entries()) {
        if (Cidr.read(written).cidr?.version !== 6 || prefixLength.default === slaacLength) continue
        const path = ['zones', zone, 'addressPools', index]
        yield finding(definition, place(platform, ...path, 'prefixLength', 'default'), {
          message: text(
            `IPv6 地址池分配的网段须为 /64，此处为 /${prefixLength.default}`,
            `an IPv6 pool gives networks of /64, and this one gives /${prefixLength.default}`,
          ),
          related: [related(place(platform, ...path, 'cidr'), '该地址池', 'the pool')],
        })
      }
    }
  },
}
