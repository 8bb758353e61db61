import { finding } from '../../../finding/finding.ts'
import { centreTerms } from '../../../term/index.ts'
import { sharedArticle } from '../../article.ts'
import { place, related, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const centreMisplaced: RepositoryRule = {
  code: 'TY3615',
  severity: 'error',
  title: text(
    '灾备中心所在的城市与其作用不符。',
    'A recovery centre is not in the city that it has to be in.',
  ),
  why: text(
    '同城灾备中心与生产中心在一地，异地灾备中心在另一地：同一场灾害不致使两处同时失效。请核对 sites 的 city 和 role。',
    'The one is in the city of a production centre, the other is not, so that no disaster takes both. Check `city` and `role` of the sites.',
  ),
  articles: ['XS-14a'],
  *check(model) {
    const { platform } = model.catalogue
    const { sites } = platform.value
    const article = sharedArticle(centreMisplaced, model)
    const cities = new Map(
      sites.flatMap(({ role, city }, index) => (role === 'production' ? [[city, index] as const] : [])),
    )
    for (const [index, { role, city }] of sites.entries()) {
      const production = cities.get(city)
      const isThere = production !== undefined
      if (role === 'production' || (role === 'local-recovery') === isThere) continue
      const { zh, en } = centreTerms[role]
      yield finding(centreMisplaced, place(platform, 'sites', index, 'city'), {
        article,
        message: isThere
          ? text(`${zh}与生产中心同在${city}`, `the ${en} is in the city of a production centre`)
          : text(`${city}没有生产中心，不能设${zh}`, `the ${en} is in a city without a production centre`),
        related: isThere
          ? [related(place(platform, 'sites', production, 'city'), '生产中心', 'the production centre')]
          : [],
      })
    }
  },
}
