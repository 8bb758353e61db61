import { finding } from '../../../finding/finding.ts'
import {
  coversPorts,
  peerNetwork,
  portRangesOf,
  type TrafficRule,
  trafficIn,
} from '../../../network/traffic.ts'
import { place, related, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const ruleShadowed: SystemRule = {
  code: 'TY3409',
  severity: 'warning',
  title: text('访问规则已被另一条规则包含。', 'A rule opens nothing that another one does not open already.'),
  why: text(
    '规则只有放行，没有先后。被包含的规则不起作用，却会让人误以为收紧另一条即可收紧访问。须删去其中一条。',
    'Rules only open and have no order. One that another covers does nothing, and makes it look as if narrowing it would narrow the access: remove one of the two.',
  ),
  *check(_, system) {
    const lists = Map.groupBy(trafficIn(system), ({ zone, tier, direction, protocol }) =>
      [zone, tier, direction, protocol].join(' '),
    )
    for (const rules of lists.values()) {
      for (const [index, rule] of rules.entries()) {
        const wider = rules.find(
          (other, at) => at !== index && covers(other, rule) && (at < index || !covers(rule, other)),
        )
        if (wider === undefined) continue
        yield finding(ruleShadowed, place(system, ...rule.path), {
          message: text(
            '另一条规则已包含本条，请删去其一',
            'another rule covers this one; remove one of them',
          ),
          related: [related(place(system, ...wider.path), '包含本条的规则', 'the rule that covers it')],
        })
      }
    }
  },
}

/** A rule none of whose ports can be read has a finding of its own. */
function covers(outer: TrafficRule, inner: TrafficRule): boolean {
  const within = portRangesOf(inner)
  return within.length > 0 && coversPeer(outer, inner) && coversPorts(portRangesOf(outer), within)
}

function coversPeer(outer: TrafficRule, inner: TrafficRule): boolean {
  if (outer.peerText === inner.peerText || outer.peer.kind === 'internet') return true
  const [around, within] = [peerNetwork(outer), peerNetwork(inner)]
  return around !== undefined && within !== undefined && around.contains(within)
}
