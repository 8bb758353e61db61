import { finding } from '../../../finding/finding.ts'
import { jurisdictionOf } from '../../../model/address.ts'
import { peerSystem } from '../../../network/traffic.ts'
import { systemTerm, zoneTerm } from '../../../term/index.ts'
import { articleFor } from '../../article.ts'
import { extractIn } from '../../extract/extract.ts'
import { outwardRulesOf } from '../../extract/traffic.ts'
import { place, placeOfKey, related, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const peerNotInZone: RepositoryRule = {
  code: 'TY3402',
  severity: 'error',
  articles: ['XS-15.2', 'ZJ-24'],
  title: text('访问规则所写的系统不在同一分区。', 'A rule names a system that is not in the same zone.'),
  why: text(
    '访问规则只在一个分区之内起作用，分区之间物理隔离。跨区的数据交换须在 exchange 中申明，经交换网关进行。',
    'Ingress and egress rules work within one zone; zones are physically apart. What crosses them is declared under exchange and goes through a gateway.',
  ),
  *check(model) {
    for (const rule of outwardRulesOf(model)) {
      const other = peerSystem(model, rule)
      if (other === undefined || extractIn(model, other).zones.includes(rule.zone)) continue
      const { zh, en } = zoneTerm(model, rule.zone, jurisdictionOf(rule.system))
      const name = systemTerm(model, other.address)
      yield finding(peerNotInZone, place(rule.system, ...rule.path, rule.peerKey), {
        article: articleFor(peerNotInZone, model, rule.system.value.metadata.jurisdiction),
        message: text(
          `${name.zh}不在${zh}；跨区交换请在清单的跨区交换部分（exchange）申明`,
          `the system ${name.en} is not in the ${en}; what crosses zones is declared under \`exchange\``,
        ),
        related: [related(placeOfKey(other, 'zones'), '该系统所在的分区', 'the zones of that system')],
      })
    }
  },
}
