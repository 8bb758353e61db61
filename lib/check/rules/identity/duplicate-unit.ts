import { finding } from '../../../finding/finding.ts'
import { unitTerm } from '../../../term/index.ts'
import { place, related, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const duplicateUnit: RepositoryRule = {
  code: 'TY3001',
  severity: 'error',
  title: text('同一使用单位登记了两次。', 'One using unit is declared twice.'),
  why: text(
    '使用单位由所在地区和单位标识确定，对应云上的一个域。两份登记会争夺同一个域，须合并为一份或改用另一标识。',
    'A using unit is told by its jurisdiction and id and becomes one domain in the cloud. Two files would fight over that domain: merge them, or give one of them another id.',
  ),
  *check(model) {
    for (const unit of model.units) {
      const first = model.unitByAddress.get(unit.address)
      if (first === undefined || first === unit) continue
      const { zh, en } = unitTerm(model, unit.address)
      yield finding(duplicateUnit, place(unit, 'metadata', 'id'), {
        message: text(
          `${zh}已在另一文件中登记；请删去其中一份，或改用另一标识`,
          `the using unit ${en} is already declared in another file; remove one of them, or use another id`,
        ),
        related: [related(place(first, 'metadata', 'id'), '已在此登记', 'already declared here')],
      })
    }
  },
}
