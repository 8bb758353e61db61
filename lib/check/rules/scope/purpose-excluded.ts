import { profileOf } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const purposeExcluded: SystemRule = {
  code: 'TY4102',
  severity: 'error',
  title: text('系统用途不在法规允许的范围内。', 'The regulation does not allow a system of this purpose.'),
  why: text(
    '政务云只用于法规列明的用途；核对 purpose。',
    'The cloud serves the purposes that the regulation lists. Check the purpose.',
  ),
  articles: ['XS-6'],
  *check(surroundings, system) {
    const purposes = profileOf(surroundings, system)?.scope?.purposes
    if (purposes === undefined || purposes.allowed.includes(system.value.purpose)) return
    yield finding(purposeExcluded, place(system, 'purpose'), {
      article: purposes.article,
      message: text(
        `用途“${system.value.purpose}”不在允许范围（${purposes.allowed.join('、')}）内`,
        `“${system.value.purpose}” is not among ${purposes.allowed.map(one => `“${one}”`).join(', ')}`,
      ),
    })
  },
}
