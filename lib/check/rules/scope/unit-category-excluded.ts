import { finding } from '../../../finding/finding.ts'
import { inARow, wordTerm } from '../../../term/index.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const unitCategoryExcluded: RepositoryRule = {
  code: 'TY4101',
  severity: 'error',
  title: text(
    '该类单位不在法规的适用范围内。',
    'Units of this category are outside the scope of the regulation.',
  ),
  why: text(
    '法规写明了适用的单位范围；核对单位类别，或由主管部门另行安排。',
    'The regulation names whom it serves. Check the category of the unit, or ask the authority.',
  ),
  articles: ['XS-3', 'JQ-7'],
  *check(model) {
    for (const unit of model.units) {
      const profile = model.catalogue.jurisdictions.get(unit.value.metadata.jurisdiction)?.value
      const categories = profile?.scope?.categories
      if (categories === undefined || categories.allowed.includes(unit.value.category)) continue
      const named = (category: string) => wordTerm(profile, 'categories', category)
      const own = named(unit.value.category)
      const allowed = inARow(categories.allowed.map(named))
      yield finding(unitCategoryExcluded, place(unit, 'category'), {
        article: categories.article,
        message: text(`${own.zh}不在适用范围（${allowed.zh}）内`, `${own.en} is not among ${allowed.en}`),
      })
    }
  },
}
