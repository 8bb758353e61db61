import { finding } from '../../../finding/finding.ts'
import { protocols } from '../../../network/protocol.ts'
import { trafficIn } from '../../../network/traffic.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'
import { replacement } from '../../words.ts'

export const vrrpBeyondSelf: SystemRule = {
  code: 'TY3419',
  severity: 'error',
  title: text('VRRP 只在本系统的网段内有效。', 'VRRP works inside the system’s own network alone.'),
  why: text(
    'VRRP 报文发往本网段的组播地址，路由器不转发（RFC 5798 第5.1.1.3条），对其他网段开放不起作用。对方须写 self。',
    'VRRP is sent to a group of the network that it is in, and no router passes it on (RFC 5798, 5.1.1.3): opening it to another network opens nothing. The other end is self.',
  ),
  *check(_, system) {
    for (const { path, protocol, peer, peerKey } of trafficIn(system)) {
      if (protocols[protocol].multicast === undefined || peer.kind === 'self') continue
      yield finding(vrrpBeyondSelf, place(system, ...path, peerKey), {
        message: text(`${protocol} 的对方只能是“self”`, `the other end of ${protocol} is \`self\``),
        fix: replacement('self'),
      })
    }
  },
}
