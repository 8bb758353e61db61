import { profileOf } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { inARow, wordTerm } from '../../../term/index.ts'
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
    const profile = profileOf(surroundings, system)
    const purposes = profile?.scope?.purposes
    if (purposes === undefined || purposes.allowed.includes(system.value.purpose)) return
    const named = (purpose: string) => wordTerm(profile, 'purposes', purpose)
    const own = named(system.value.purpose)
    const allowed = inARow(purposes.allowed.map(named))
    yield finding(purposeExcluded, place(system, 'purpose'), {
      article: purposes.article,
      message: text(`用途${own.zh}不在允许范围（${allowed.zh}）内`, `${own.en} is not among ${allowed.en}`),
    })
  },
}
