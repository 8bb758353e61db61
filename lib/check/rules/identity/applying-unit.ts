import { finding, type Text } from '../../../finding/finding.ts'
import { isLeftOut } from '../../../model/left-out.ts'
import type { Model, Unit } from '../../../model/model.ts'
import { articleFor } from '../../article.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'
import { meant } from '../../words.ts'

export const applyingUnit: RepositoryRule = {
  code: 'TY3007',
  severity: 'error',
  articles: ['XS-9a'],
  title: text('代为申请的单位不成立。', 'The unit that applies for another one cannot do so.'),
  why: text(
    '代为申请的须是本地区已登记、自行申请的一级预算单位；本单位自行申请时不写 applyingUnit。',
    'The unit that applies for others is a declared first-level budget unit of the same jurisdiction that applies for itself. A unit that applies for itself leaves applyingUnit out.',
  ),
  *check(model) {
    for (const unit of model.units) {
      const applying = unit.value.applyingUnit
      if (applying === undefined) continue
      const message = fault(model, unit, applying)
      if (message === undefined) continue
      const { jurisdiction } = unit.value.metadata
      const known = model.units.filter(({ value }) => value.metadata.jurisdiction === jurisdiction)
      const candidates = known.filter(({ value }) => value.applyingUnit === undefined)
      yield finding(applyingUnit, place(unit, 'applyingUnit'), {
        article: articleFor(applyingUnit, model, jurisdiction),
        message,
        fix: meant(
          applying,
          candidates.map(({ value }) => value.metadata.id),
        ),
      })
    }
  },
}

function fault(model: Model, unit: Unit, applying: string): Text | undefined {
  const { id, jurisdiction } = unit.value.metadata
  if (applying === id)
    return text('本单位自行申请时不写 applyingUnit', 'a unit that applies for itself leaves applyingUnit out')
  const other = model.unitByAddress.get(`${jurisdiction}/${applying}`)
  if (other === undefined && isLeftOut(model, `tenants/${jurisdiction}/${applying}/unit.yaml`))
    return undefined
  if (other === undefined)
    return text(
      `代为申请的单位 ${jurisdiction}/${applying} 没有登记`,
      `the unit ${jurisdiction}/${applying} that is to apply is not declared`,
    )
  const third = other.value.applyingUnit
  if (third === undefined) return undefined
  return text(
    `单位 ${applying} 自身由 ${third} 代为申请，不能再代他人申请；请改写一级预算单位`,
    `the unit ${applying} is itself applied for by ${third} and cannot apply for others; name the first-level budget unit`,
  )
}
