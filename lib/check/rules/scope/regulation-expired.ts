import { profileOf } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { entryOf } from '../../../model/entry.ts'
import { lastDayInForce, repealInWords, repealOf } from '../../../profile/validity.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const regulationExpired: SystemRule = {
  code: 'TY4105',
  severity: 'warning',
  title: text(
    '提出申请之日，所依据的法规不在有效期内。',
    'On the day of the request the regulation was not in force.',
  ),
  why: text(
    '法规写明了施行日期和有效期；确认是否延期或已有新规定，并更新管理办法的配置。',
    'The regulation says when it begins and ends. Find out whether it was prolonged or replaced, and update the profile.',
  ),
  articles: ['NW-5.2', 'DT-31'],
  *check(surroundings, system) {
    const profile = profileOf(surroundings, system)
    if (profile === undefined) return
    const { inForce, validityArticle, title } = profile.regulation
    const expires = lastDayInForce(profile)
    const repeal = repealOf(surroundings, profile)
    for (const [index, { event, on }] of system.value.history.entries()) {
      if (entryOf(profile.lifecycle.events, event)?.requests !== true) continue
      const early = inForce !== undefined && on < inForce
      const late = expires !== undefined && on > expires
      if (repeal !== undefined && on >= repeal.since) {
        yield finding(regulationExpired, place(system, 'history', index, 'on'), {
          message: repealInWords(profile, repeal),
        })
        continue
      }
      if (!early && !late) continue
      yield finding(regulationExpired, place(system, 'history', index, 'on'), {
        article: validityArticle,
        message: early
          ? text(`《${title}》自 ${inForce} 起施行`, `《${title}》 came into force on ${inForce}`)
          : text(`《${title}》有效期至 ${expires}`, `《${title}》 expired on ${expires}`),
      })
    }
  },
}
