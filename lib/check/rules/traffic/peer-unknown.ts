import { finding } from '../../../finding/finding.ts'
import { jurisdictionOf } from '../../../model/address.ts'
import { isLeftOut } from '../../../model/left-out.ts'
import { peerSystem } from '../../../network/traffic.ts'
import { outwardRulesOf } from '../../extract/traffic.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'
import { meant } from '../../words.ts'

export const peerUnknown: RepositoryRule = {
  code: 'TY3401',
  severity: 'error',
  title: text('访问规则所写的系统不存在。', 'A rule names a system that does not exist.'),
  why: text(
    'system:<单位>/<系统> 指本地区已有清单的系统。所指系统不存在时规则不起作用，将来同名系统出现时又会自动放行。',
    'system:<unit>/<system> means a system of the same jurisdiction that has a manifest. A rule for one that does not exist opens nothing now, and would open for whichever system gets that name later.',
  ),
  *check(model) {
    for (const rule of outwardRulesOf(model)) {
      if (rule.peer.kind !== 'system' || peerSystem(model, rule) !== undefined) continue
      const jurisdiction = jurisdictionOf(rule.system)
      if (isLeftOut(model, `tenants/${jurisdiction}/${rule.peer.unit}/${rule.peer.system}.yaml`)) continue
      const names = model.systems
        .values()
        .filter(system => jurisdictionOf(system) === jurisdiction)
        .map(({ address }) => `system:${address.slice(jurisdiction.length + 1)}`)
      yield finding(peerUnknown, place(rule.system, ...rule.path, rule.peerKey), {
        message: text(
          `本地区没有系统“${rule.peer.unit}/${rule.peer.system}”`,
          `there is no system “${rule.peer.unit}/${rule.peer.system}” in this jurisdiction`,
        ),
        fix: meant(rule.peerText, names),
      })
    }
  },
}
