import { finding } from '../../../finding/finding.ts'
import { trafficIn } from '../../../network/traffic.ts'
import { place, placeOfKey, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const portsWithIcmp: SystemRule = {
  code: 'TY3407',
  severity: 'error',
  title: text('ICMP 没有端口。', 'ICMP has no ports.'),
  why: text(
    'ICMP 规则不写端口；跨区交换只承载 TCP 或 UDP。须删去端口，或改写协议。',
    'An ICMP rule names no ports, and an exchange between zones carries TCP or UDP only. Remove the ports, or correct the protocol.',
  ),
  *check(_, system) {
    for (const { path, protocol, ports } of trafficIn(system)) {
      if (protocol !== 'icmp' || ports === undefined) continue
      yield finding(portsWithIcmp, placeOfKey(system, ...path, 'ports'), {
        message: text('ICMP 规则不写 ports', 'an icmp rule names no ports'),
      })
    }
    for (const [index, { protocol }] of (system.value.exchange ?? []).entries()) {
      if (protocol !== 'icmp') continue
      yield finding(portsWithIcmp, place(system, 'exchange', index, 'protocol'), {
        message: text('跨区交换只能用 tcp 或 udp', 'an exchange is tcp or udp'),
      })
    }
  },
}
