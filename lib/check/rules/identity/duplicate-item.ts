import { finding } from '../../../finding/finding.ts'
import { itemTerm } from '../../../term/index.ts'
import { place, related, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const duplicateItem: RepositoryRule = {
  code: 'TY3003',
  severity: 'error',
  title: text('服务目录中有两项使用同一标识。', 'Two items of the service catalogue have the same id.'),
  why: text(
    '清单以标识选用服务项，费用标准也由标识确定。标识重复时无法确定选用的是哪一项，须改用另一标识，或合并为同一项的两个版本。',
    'Manifests choose items by id, and the fee follows from it. With one id twice nobody can tell which is meant: give one another id, or make them two versions of one item.',
  ),
  *check(model) {
    for (const item of model.catalogue.allItems) {
      const first = model.catalogue.items.get(item.value.id)
      if (first === undefined || first === item) continue
      const { zh, en } = itemTerm(model, item.value.id)
      yield finding(duplicateItem, place(item, 'id'), {
        message: text(
          `${zh}已在目录中；请改用另一标识，或并入该项作为一个版本`,
          `${en} is already in the catalogue; use another id, or add a version to that item`,
        ),
        related: [related(place(first, 'id'), '已在此列出', 'already listed here')],
      })
    }
  },
}
