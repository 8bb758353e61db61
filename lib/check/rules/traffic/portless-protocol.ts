import { finding } from '../../../finding/finding.ts'
import { hasPorts } from '../../../network/protocol.ts'
import { trafficIn } from '../../../network/traffic.ts'
import { place, placeOfKey, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const portlessProtocol: SystemRule = {
  code: 'TY3407',
  severity: 'error',
  title: text('没有端口的协议写了端口。', 'A protocol that has no ports is given some.'),
  why: text(
    'ICMP、VRRP、ESP、AH、GRE 没有端口，规则不写端口；跨区交换只承载 TCP 或 UDP。须删去端口，或改写协议。',
    'ICMP, VRRP, ESP, AH and GRE have no ports, and an exchange between zones carries TCP or UDP only. Remove the ports, or correct the protocol.',
  ),
  *check(_, system) {
    for (const { path, protocol, ports } of trafficIn(system)) {
      if (hasPorts(protocol) || ports === undefined) continue
      yield finding(portlessProtocol, placeOfKey(system, ...path, 'ports'), {
        message: text(`${protocol} 规则不写 ports`, `a rule about ${protocol} names no ports`),
      })
    }
    for (const [index, { protocol }] of (system.value.exchange ?? []).entries()) {
      if (hasPorts(protocol)) continue
      yield finding(portlessProtocol, place(system, 'exchange', index, 'protocol'), {
        message: text('跨区交换只能用 tcp 或 udp', 'an exchange is tcp or udp'),
      })
    }
  },
}
