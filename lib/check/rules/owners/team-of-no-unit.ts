import { finding } from '../../../finding/finding.ts'
import { isLeftOut } from '../../../model/left-out.ts'
import { placeOfKey, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const teamOfNoUnit: RepositoryRule = {
  code: 'TY3701',
  severity: 'error',
  title: text('owners.yaml 中的单位不存在。', 'A unit in owners.yaml does not exist.'),
  why: text(
    '写错的单位没有人审核。改为 tenants/ 下的 <地区>/<单位>，或删去该行，再运行 tenantry owners。',
    'Nobody reviews a unit that is misspelt. Write <jurisdiction>/<unit> as under tenants/, or take the line out; then run `tenantry owners`.',
  ),
  *check(model) {
    const { owners } = model.catalogue
    if (owners === undefined) return
    for (const unit of Object.keys(owners.value.units)) {
      if (model.unitByAddress.has(unit) || isLeftOut(model, `tenants/${unit}/unit.yaml`)) continue
      yield finding(teamOfNoUnit, placeOfKey(owners, 'units', unit), {
        message: text(`没有单位 ${unit}`, `there is no unit ${unit}`),
      })
    }
  },
}
