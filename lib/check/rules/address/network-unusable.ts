import { finding } from '../../../finding/finding.ts'
import { Cidr } from '../../../network/cidr.ts'
import { platformNetworksOf } from '../../../network/written-networks.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

/**
 * Where no cloud gives addresses: Neutron refuses the first three kinds for DHCP (`_validate_subnet` in
 * db_base_plugin_v2.py), and has its metadata service and the links of its routers in the last (RFC 3927, RFC 4291).
 */
const reserved = [
  ['0.0.0.0/8', text('“本网络”地址', '"this network"')],
  ['127.0.0.0/8', text('环回地址', 'loopback addresses')],
  ['::1/128', text('环回地址', 'loopback addresses')],
  ['224.0.0.0/4', text('组播地址', 'multicast addresses')],
  ['ff00::/8', text('组播地址', 'multicast addresses')],
  ['169.254.0.0/16', text('链路本地地址', 'link-local addresses')],
  ['fe80::/10', text('链路本地地址', 'link-local addresses')],
] as const

const ranges = reserved.map(([cidr, use]) => ({ cidr: Cidr.of(cidr), use }))

export const networkUnusable: RepositoryRule = {
  code: 'TY3226',
  severity: 'error',
  title: text(
    '平台的网段含有云不能分配的地址。',
    'A network of the platform holds addresses that no cloud gives.',
  ),
  why: text(
    '环回、组播、链路本地等地址另有用途，云拒绝在其中建立子网，或者元数据服务会中断。',
    'Loopback, multicast, link-local addresses and the like have uses of their own: the cloud refuses a subnet there, or its metadata service breaks.',
  ),
  *check(model) {
    for (const { cidr, path } of platformNetworksOf(model)) {
      const met = ranges.find(range => range.cidr.overlaps(cidr))
      if (met === undefined) continue
      yield finding(networkUnusable, place(model.catalogue.platform, ...path), {
        message: text(
          `${cidr} 含有 ${met.cidr}（${met.use.zh}）`,
          `${cidr} holds ${met.cidr}: ${met.use.en}`,
        ),
      })
    }
  },
}
