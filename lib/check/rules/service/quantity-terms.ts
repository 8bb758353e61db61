import { isEmptyPeriod } from '../../../clock/period.ts'
import { currentLinesIn } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { nearestOrder } from '../../../model/order-terms.ts'
import { versionOn } from '../../../model/version.ts'
import { itemTerm, quantitiesInWords } from '../../../term/index.ts'
import { decidedOn } from '../../decided-on.ts'
import { place, related, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'
import { replacement } from '../../words.ts'

export const quantityTerms: SystemRule = {
  code: 'TY3114',
  severity: 'error',
  title: text('数量不合服务项的起订量、步长或上限。', 'A quantity is not one that the item is sold in.'),
  why: text(
    '服务目录写明一个分区内至少、至多申请多少，以及须为多少的整数倍，按授予或申请之日有效的版本判断。改为最近的可申请数量，或由主管部门调整目录。',
    'The catalogue says how many may be asked for in a zone, at least, at most and in steps; the version valid on the day of the grant or the request decides. Take the nearest such quantity, or have the authority adjust the catalogue.',
  ),
  *check(surroundings, system) {
    for (const use of currentLinesIn(surroundings, system)) {
      const { line, path } = use
      const item = surroundings.catalogue.items.get(line.item)
      if (item === undefined || isEmptyPeriod(use.span)) continue
      const version = versionOn(item.value, decidedOn(use))
      const nearest = version?.order && nearestOrder(version.order, line.quantity)
      if (version?.order === undefined || nearest === undefined || nearest === line.quantity) continue
      const index = item.value.versions.indexOf(version)
      const { zh, en } = quantitiesInWords(version.order)
      const name = itemTerm(surroundings, use.line.item)
      yield finding(quantityTerms, place(system, ...path, 'quantity'), {
        message: text(
          `${name.zh}${zh}，此处为 ${line.quantity}`,
          `${name.en} is sold ${en}, and this is ${line.quantity}`,
        ),
        related: [
          related(place(item, 'versions', index, 'order'), '可申请的数量', 'how many may be asked for'),
        ],
        fix: replacement(`${nearest}`),
      })
    }
  },
}
