import { finding } from '../../../finding/finding.ts'
import { trafficIn } from '../../../network/traffic.ts'
import { placeOfKey, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const icmpTypesElsewhere: SystemRule = {
  code: 'TY3418',
  severity: 'error',
  title: text('只有 ICMP 规则可以写报文类型。', 'Only a rule about ICMP names kinds of messages.'),
  why: text(
    '报文类型只对 ICMP 有意义；写在别的协议上，这条规则不会因此收窄。须删去 icmpTypes，或把协议改为 icmp。',
    'Kinds of messages mean something for ICMP alone, and narrow no other rule. Remove icmpTypes, or make the protocol icmp.',
  ),
  *check(_, system) {
    for (const { path, protocol, icmpTypes } of trafficIn(system)) {
      if (protocol === 'icmp' || icmpTypes === undefined) continue
      yield finding(icmpTypesElsewhere, placeOfKey(system, ...path, 'icmpTypes'), {
        message: text(`${protocol} 规则不写 icmpTypes`, `a rule about ${protocol} names no icmpTypes`),
      })
    }
  },
}
