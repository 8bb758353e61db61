import { finding } from '../../../finding/finding.ts'
import { peerSystem } from '../../../network/traffic.ts'
import { systemTerm } from '../../../term/index.ts'
import { extractIn } from '../../extract/extract.ts'
import { outwardRulesOf } from '../../extract/traffic.ts'
import { place, placeOfKey, related, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const peerEnded: RepositoryRule = {
  code: 'TY3417',
  severity: 'warning',
  title: text('访问规则所写的系统已经终止。', 'A rule names a system that has come to its end.'),
  why: text(
    '已终止的系统没有网段，指向它的规则不起作用，留着只会让人误以为仍有往来。须删去该规则。',
    'A system that has come to its end has no network: a rule about it opens nothing, and only makes it look as if the two still spoke to each other. Remove the rule.',
  ),
  *check(model) {
    for (const rule of outwardRulesOf(model)) {
      const other = peerSystem(model, rule)
      if (other === undefined || other === rule.system) continue
      if (!extractIn(model, other).hasEnded || extractIn(model, rule.system).hasEnded) continue
      const { zh, en } = systemTerm(model, other.address)
      yield finding(peerEnded, place(rule.system, ...rule.path, rule.peerKey), {
        message: text(
          `${zh}已经终止，此规则不起作用`,
          `the system ${en} has come to its end, so that this opens nothing`,
        ),
        related: [related(placeOfKey(other, 'history'), '该系统的历程', 'the history of that system')],
      })
    }
  },
}
