import { finding, type Text } from '../../../finding/finding.ts'
import { entryOf } from '../../../model/entry.ts'
import type { System } from '../../../model/model.ts'
import { tierPeerText } from '../../../network/peer.ts'
import { type TrafficRule, trafficIn } from '../../../network/traffic.ts'
import { partsOf } from '../../../network/zone-part.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'
import { meant } from '../../words.ts'

export const tierUnknown: SystemRule = {
  code: 'TY3420',
  severity: 'error',
  title: text(
    '访问规则所写的层不在本系统的同一分区。',
    'A rule names a tier that the system does not have there.',
  ),
  why: text(
    'tier:<层> 只指本系统在同一分区的另一层，untiered 指该分区的未分层部分。跨区的数据交换写在 exchange；与其他系统互访写 system:<单位>/<系统>，由对方自己的规则限定到层。',
    'tier:<tier> means another tier of the same system in the same zone, and `untiered` what is in none there. What crosses zones is declared under exchange; another system is named system:<unit>/<system>, and its own rules say which of its tiers.',
  ),
  *check(_, system) {
    for (const rule of trafficIn(system)) {
      if (rule.peer.kind !== 'tier') continue
      const peers = peersIn(system, rule.zone)
      if (peers.includes(rule.peerText)) continue
      yield finding(tierUnknown, place(system, ...rule.path, rule.peerKey), {
        message: messageOf(system, rule),
        fix: meant(
          rule.peerText,
          peers.filter(peer => peer !== tierPeerText(rule.tier)),
        ),
      })
    }
  },
}

function peersIn({ value }: System, zone: string): readonly string[] {
  return partsOf(entryOf(value.zones, zone) ?? {}).map(({ tier }) => tierPeerText(tier))
}

function messageOf(system: System, { zone, peer, peerText }: TrafficRule): Text {
  if (peer.kind === 'tier' && peer.tier === undefined)
    return text(
      '本分区的服务器都在某一层内，没有未分层部分（untiered）',
      'every server of this zone is in a tier; nothing there is `untiered`',
    )
  const isElsewhere = Object.keys(system.value.zones).some(
    other => other !== zone && peersIn(system, other).includes(peerText),
  )
  return isElsewhere
    ? text(
        `“${peerText}”在另一分区；跨区交换请在 exchange 中申明`,
        `“${peerText}” is in another zone; what crosses zones is declared under \`exchange\``,
      )
    : text(`本系统在该分区没有“${peerText}”`, `the system has no “${peerText}” in this zone`)
}
