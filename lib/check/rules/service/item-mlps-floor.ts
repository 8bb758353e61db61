import { currentLinesIn } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { itemTerm } from '../../../term/index.ts'
import { place, related, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const itemMlpsFloor: SystemRule = {
  code: 'TY3107',
  severity: 'error',
  title: text('系统的等保级别低于服务项的要求。', "The system's MLPS level is below the floor of the item."),
  why: text(
    '有的服务项只供达到一定等保级别的系统申请。须改用其他服务项；系统确已定级备案的，更正清单中的级别。',
    'Some items are only for systems of a certain MLPS level. Choose another item; where the system was in fact graded higher, correct its level.',
  ),
  *check(surroundings, system) {
    for (const { line, path } of currentLinesIn(surroundings, system)) {
      const item = surroundings.catalogue.items.get(line.item)
      const floor = item?.value.mlpsFloor
      const { level } = system.value.mlps
      if (item === undefined || floor === undefined || level >= floor) continue
      const { zh, en } = itemTerm(surroundings, line.item)
      yield finding(itemMlpsFloor, place(system, ...path, 'item'), {
        message: text(
          `${zh}只供等保 ${floor} 级及以上的系统申请，本系统为 ${level} 级`,
          `${en} is for systems of MLPS level ${floor} and above; this one is of level ${level}`,
        ),
        related: [
          related(place(system, 'mlps', 'level'), '本系统的等保级别', "this system's level"),
          related(place(item, 'mlpsFloor'), '服务项的最低级别', "the item's floor"),
        ],
      })
    }
  },
}
