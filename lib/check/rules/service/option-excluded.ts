import { finding } from '../../../finding/finding.ts'
import { itemTerm, zoneTerm } from '../../../term/index.ts'
import { place, related, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'
import { heldOn, turningDays } from './beside.ts'
import { tiedLines } from './option-terms.ts'

export const optionExcluded: SystemRule = {
  code: 'TY3119',
  severity: 'error',
  title: text('申请了不能并用的服务项。', 'Items that exclude each other.'),
  why: text(
    '服务目录写明两项不能一并申请，如同一台服务器的两种硬盘、托管与自管。同一分区、同一份申请或授予之内，同一天只能有其中一项；请删去其一，或错开日期。',
    'The catalogue says that the two may not be asked for together, such as two kinds of disk of one server, or managed and self-managed. In the same zone and the same request or grant no day has both: remove one, or move their days apart.',
  ),
  *check(surroundings, system) {
    for (const line of tiedLines(surroundings, system)) {
      for (const other of line.order.excludes ?? []) {
        const day = turningDays(surroundings, line).find(one =>
          heldOn(surroundings, line.beside, one).has(other),
        )
        if (day === undefined) continue
        const zone = zoneTerm(surroundings, line.use.zone, system.value.metadata.jurisdiction)
        const [first, second] = [itemTerm(surroundings, line.item), itemTerm(surroundings, other)]
        yield finding(optionExcluded, place(system, ...line.use.path, 'item'), {
          message: text(
            `${day} 起，${zone.zh}同时有${first.zh}和${second.zh}`,
            `from ${day} the ${zone.en} has both ${first.en} and ${second.en}`,
          ),
          related: [related(line.at, '不能一并申请的服务项', 'what may not be asked for beside it')],
        })
      }
    }
  },
}
