import { type Finding, type Fix, finding, type Text } from '../../../finding/finding.ts'
import { isLeftOut } from '../../../model/left-out.ts'
import type { Model, Unit } from '../../../model/model.ts'
import { unitTerm } from '../../../term/index.ts'
import { articleFor } from '../../article.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'
import { advice, meant } from '../../words.ts'

export const applyingUnit: RepositoryRule = {
  code: 'TY3007',
  severity: 'error',
  articles: ['XS-9a'],
  title: text('代为申请的单位不成立。', 'The unit that applies for another one cannot do so.'),
  why: text(
    '由一级预算单位统一申请：级次低于一级的单位在 applyingUnit 写明代为申请的、本地区已登记的一级预算单位；一级预算单位自行申请，不写。',
    'First-level budget units apply, for themselves and those below. A unit below names one of the same jurisdiction in applyingUnit; a first-level one leaves it out.',
  ),
  *check(model) {
    for (const unit of model.units) {
      const { applyingUnit: applying, budgetLevel = 1 } = unit.value
      if (applying === undefined) {
        if (budgetLevel > 1) yield unapplied(model, unit, budgetLevel)
        continue
      }
      const fault = faultOf(model, unit, applying)
      if (fault === undefined) continue
      yield finding(applyingUnit, place(unit, 'applyingUnit'), {
        article: articleFor(applyingUnit, model, unit.value.metadata.jurisdiction),
        ...fault,
      })
    }
  },
}

interface Fault {
  readonly message: Text
  /** Only where another name is meant: what should not be there at all has nothing to take its place. */
  readonly fix?: Fix | undefined
}

function unapplied(model: Model, unit: Unit, level: number): Finding {
  return finding(applyingUnit, place(unit, 'budgetLevel'), {
    article: articleFor(applyingUnit, model, unit.value.metadata.jurisdiction),
    message: text(
      `本单位为${level}级预算单位，没有写明代为申请的一级预算单位（applyingUnit）`,
      `the unit is of budget level ${level} and names no first-level budget unit that applies for it (\`applyingUnit\`)`,
    ),
    fix: advice('补写代为申请的一级预算单位（applyingUnit）', 'add `applyingUnit`'),
  })
}

function faultOf(model: Model, unit: Unit, applying: string): Fault | undefined {
  const { id, jurisdiction } = unit.value.metadata
  if (unit.value.budgetLevel === 1)
    return {
      message: text(
        '本单位为一级预算单位，自行申请，不写代为申请的单位（applyingUnit）',
        'a first-level budget unit applies for itself and leaves `applyingUnit` out',
      ),
    }
  if (applying === id)
    return {
      message: text(
        '本单位自行申请时，不写代为申请的单位（applyingUnit）',
        'a unit that applies for itself leaves `applyingUnit` out',
      ),
    }
  const other = model.unitByAddress.get(`${jurisdiction}/${applying}`)
  if (other === undefined && isLeftOut(model, `tenants/${jurisdiction}/${applying}/unit.yaml`))
    return undefined
  if (other === undefined)
    return {
      message: text(
        `代为申请的单位“${jurisdiction}/${applying}”没有登记`,
        `the unit “${jurisdiction}/${applying}” that is to apply is not declared`,
      ),
      fix: meant(applying, thoseThatApply(model, jurisdiction)),
    }
  const third = other.value.applyingUnit
  return third === undefined ? undefined : { message: appliedForItself(model, jurisdiction, applying, third) }
}

function thoseThatApply(model: Model, jurisdiction: string): readonly string[] {
  return model.units
    .filter(({ value }) => value.metadata.jurisdiction === jurisdiction && value.applyingUnit === undefined)
    .map(({ value }) => value.metadata.id)
}

function appliedForItself(model: Model, jurisdiction: string, applying: string, third: string): Text {
  const named = (one: string) => unitTerm(model, `${jurisdiction}/${one}`)
  return text(
    `${named(applying).zh}自身由${named(third).zh}代为申请，不能再代他人申请；请改写一级预算单位`,
    `the unit ${named(applying).en} is itself applied for by ${named(third).en} and cannot apply for others; name the first-level budget unit`,
  )
}
