import { finding } from '../../../finding/finding.ts'
import { systemTerm } from '../../../term/index.ts'
import { place, related, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const duplicateSystem: RepositoryRule = {
  code: 'TY3002',
  severity: 'error',
  title: text('同一信息系统登记了两次。', 'One information system is declared twice.'),
  why: text(
    '一个信息系统对应一份清单、一份授予和云上的一个项目。两份清单会争夺同一个项目，须合并为一份或改用另一标识。',
    'One information system is one manifest, one grant and one project in the cloud. Two manifests would fight over that project: merge them, or give one of them another id.',
  ),
  *check(model) {
    for (const system of model.systems) {
      const first = model.systemByAddress.get(system.address)
      if (first === undefined || first === system) continue
      const { zh, en } = systemTerm(model, system.address)
      yield finding(duplicateSystem, place(system, 'metadata', 'id'), {
        message: text(
          `${zh}已在另一文件中登记；请删去其中一份，或改用另一标识`,
          `the system ${en} is already declared in another file; remove one of them, or use another id`,
        ),
        related: [related(place(first, 'metadata', 'id'), '已在此登记', 'already declared here')],
      })
    }
  },
}
