import { finding } from '../../../finding/finding.ts'
import { entryOf } from '../../../model/entry.ts'
import { unitTerm } from '../../../term/index.ts'
import { placeOfKey, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const unitWithoutTeam: RepositoryRule = {
  code: 'TY3702',
  severity: 'warning',
  title: text('单位没有写明审核团队。', 'A unit has no team that reviews.'),
  why: text(
    '没有团队的单位，其文件由主管部门审核，他人改动时单位不会得到通知。在 catalogue/owners.yaml 的 units 中写明其团队，再运行 tenantry owners。',
    'The authority reviews the files of a unit without a team, and the unit does not hear of changes that others make. Write its team under `units` of catalogue/owners.yaml, then run `tenantry owners`.',
  ),
  *check(model) {
    const { units } = model
    const { owners } = model.catalogue
    if (owners === undefined) return
    for (const { address } of units) {
      if (entryOf(owners.value.units, address) !== undefined) continue
      const { zh, en } = unitTerm(model, address)
      yield finding(unitWithoutTeam, placeOfKey(owners, 'units'), {
        message: text(`${zh}没有审核团队`, `${en} has no team`),
      })
    }
  },
}
