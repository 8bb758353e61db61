import { profileOf } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const dataAbroad: SystemRule = {
  code: 'TY4104',
  severity: 'error',
  title: text('政务数据须存放于境内。', 'Government data stay in the country.'),
  why: text(
    '上云不改变数据的司法管辖；确认数据仅存放于境内后，写 dataInCountry: true。',
    'A cloud does not change the jurisdiction over data. Make sure that they stay, then write dataInCountry: true.',
  ),
  articles: ['JQ-16'],
  *check(surroundings, system) {
    const duty = profileOf(surroundings, system)?.scope?.dataInCountry
    if (duty === undefined || system.value.dataInCountry) return
    yield finding(dataAbroad, place(system, 'dataInCountry'), {
      article: duty.article,
      message: text('数据未承诺仅存放于境内', 'the data are not declared to stay in the country'),
    })
  },
}
