import { finding } from '../../../finding/finding.ts'
import { isLeftOut } from '../../../model/left-out.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const officeUnitUnknown: RepositoryRule = {
  code: 'TY3805',
  severity: 'error',
  title: text('所写职务的使用单位没有登记。', 'The unit of an office does not exist.'),
  why: text(
    '写了单位的职务只对该单位算数，单位写错就对谁都不算。改为 tenants/<地区>/ 下的单位；不限单位的职务不写 unit。',
    'An office with a unit counts for that unit alone, and for nobody where it is misspelt. Write a unit of tenants/<jurisdiction>/; an office for the whole jurisdiction has no `unit`.',
  ),
  *check(model) {
    const { people } = model.catalogue
    if (people === undefined) return
    for (const [index, { jurisdiction, unit }] of people.value.offices.entries()) {
      if (unit === undefined) continue
      const address = `${jurisdiction}/${unit}`
      if (model.unitByAddress.has(address) || isLeftOut(model, `tenants/${address}/unit.yaml`)) continue
      yield finding(officeUnitUnknown, place(people, 'offices', index, 'unit'), {
        message: text(`没有单位“${address}”`, `there is no unit “${address}”`),
      })
    }
  },
}
