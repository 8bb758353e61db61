import { finding } from '../../../finding/finding.ts'
import type { IpVersion } from '../../../network/cidr.ts'
import { allocationOf, egressSubnetsOf, sizeOf } from '../../../network/egress.ts'
import { zoneTerm } from '../../../term/index.ts'
import { firstUplinkShortage, type UplinkUse } from '../../extract/uplinks.ts'
import { place, placeOfKey, related, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const uplinkAddresses: RepositoryRule = {
  code: 'TY3302',
  severity: 'error',
  title: text(
    '出口网络的地址不够授予的公网地址和路由器使用。',
    'The egress network has too few addresses for what is granted.',
  ),
  why: text(
    '每个授予的地址占用出口网络的一个地址，每个有出口的系统的路由器另占一个（IPv4、IPv6 各一个）。用完后云拒绝建立网关和浮动地址（409，IpAddressGenerationFailure）。须扩大 allocation 或出口网段，或减少授予。',
    'Every granted address takes one of the egress network, and the router of every system with an uplink another one of each IP version. When none is left, the cloud refuses gateways and floating addresses (409, IpAddressGenerationFailure). Widen the allocation or the network, or grant less.',
  ),
  *check(model) {
    const { platform } = model.catalogue
    for (const [zone, value] of Object.entries(platform.value.zones)) {
      for (const subnet of egressSubnetsOf(value)) {
        const room = sizeOf(allocationOf(subnet))
        const shortage = firstUplinkShortage(model, zone, use => takenOf(subnet.version, use) <= room)
        if (shortage?.newest === undefined) continue
        const { system, event } = shortage.newest
        const taken = takenOf(subnet.version, shortage)
        const name = zoneTerm(model, zone)
        yield finding(uplinkAddresses, placeOfKey(system, 'history', event, 'grants', zone), {
          message: text(
            `${name.zh}出口网络可分配 ${room} 个 IPv${subnet.version} 地址，${shortage.day} 起需要 ${taken} 个`,
            `the egress network of the ${name.en} has ${room} IPv${subnet.version} addresses to give, and ${taken} are needed from ${shortage.day}`,
          ),
          related: [
            related(
              place(platform, 'zones', zone, 'egress'),
              '该分区的出口网络',
              "the zone's egress network",
            ),
          ],
        })
      }
    }
  },
}

/** IPv6 has no floating addresses. */
function takenOf(
  version: IpVersion,
  { addresses, routers }: Pick<UplinkUse, 'addresses' | 'routers'>,
): bigint {
  return BigInt(routers + (version === 4 ? addresses : 0))
}
