import { finding } from '../../../finding/finding.ts'
import { peerAddress, trafficIn } from '../../../network/traffic.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'
import { replacement } from '../../words.ts'

export const peerIsSelf: SystemRule = {
  code: 'TY3415',
  severity: 'warning',
  title: text('访问规则把本系统写成另一系统。', 'A rule names its own system as if it were another.'),
  why: text(
    '系统内部的访问写 self，改名后依然成立，评审人也不会误认为涉及其他系统。',
    'Access within a system is written `self`: it stays right when the system is renamed, and no reviewer takes it for another one.',
  ),
  *check(_, system) {
    for (const rule of trafficIn(system)) {
      if (peerAddress(rule) !== system.address) continue
      yield finding(peerIsSelf, place(system, ...rule.path, rule.peerKey), {
        message: text('本系统写成“self”', 'the system itself is written `self`'),
        fix: replacement('self'),
      })
    }
  },
}
