import { finding } from '../../../finding/finding.ts'
import { peerAddress, trafficIn } from '../../../network/traffic.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'
import { replacement } from '../../words.ts'

export const peerIsSelf: SystemRule = {
  code: 'TY3415',
  severity: 'warning',
  title: text(
    '访问规则把本系统或本层写成另一个。',
    'A rule names its own system or tier as if it were another.',
  ),
  why: text(
    '系统内部、层内部的访问写 self，改名后依然成立，评审人也不会误认为涉及其他系统或其他层。',
    'Access within a system, or within a tier, is written `self`: it stays right when either is renamed, and no reviewer takes it for another one.',
  ),
  *check(_, system) {
    for (const rule of trafficIn(system)) {
      const { peer, tier } = rule
      const at = place(system, ...rule.path, rule.peerKey)
      if (peer.kind === 'tier' && peer.tier === tier)
        yield finding(peerIsSelf, at, {
          message: text('本层自身写成“self”', 'what a rule is about is itself written `self`'),
          fix: replacement('self'),
        })
      if (peerAddress(rule) !== system.address) continue
      yield finding(peerIsSelf, at, {
        message: text('本系统写成“self”', 'the system itself is written `self`'),
        fix: replacement('self'),
      })
    }
  },
}
