import type { CentreRole, PlatformManifest } from '../../../../generated/types/platform.ts'
import { finding } from '../../../finding/finding.ts'
import { entryOf } from '../../../model/entry.ts'
import { centreTerms, inARow, zoneTerm } from '../../../term/index.ts'
import { sharedArticle } from '../../article.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const itemNeedsCentre: RepositoryRule = {
  code: 'TY3616',
  severity: 'error',
  title: text('分区没有服务项所依靠的中心。', 'A zone has no centre of the kind that an item rests on.'),
  why: text(
    '容灾须落在另一处中心，没有该中心就无从交付。在 platform.yaml 的 sites 中登记中心，或把该项移出该分区、写明失效日。',
    'Recovery takes place in another centre, and cannot be delivered where there is none. Enter the centre under `sites` of platform.yaml, take the zone from the item, or give the item its last day.',
  ),
  articles: ['XS-14a'],
  *check(model) {
    const platform = model.catalogue.platform.value
    const article = sharedArticle(itemNeedsCentre, model)
    for (const item of model.catalogue.allItems) {
      const { centre, versions, zones } = item.value
      if (centre === undefined || versions.every(({ to }) => to !== undefined && to < model.asOf)) continue
      const lacking = zones.filter(zone => !hasCentre(platform, zone, centre))
      if (lacking.length === 0) continue
      const where = inARow(lacking.map(zone => zoneTerm(model, zone)))
      const { zh, en } = centreTerms[centre]
      yield finding(itemNeedsCentre, place(item, 'centre'), {
        article,
        message: text(`${where.zh}没有${zh}`, `the ${where.en} has no ${en}`),
      })
    }
  },
}

/** A zone that the platform does not have is another rule's to tell. */
function hasCentre({ sites, zones }: PlatformManifest, zone: string, centre: CentreRole): boolean {
  const own = sites.find(({ id }) => id === entryOf(zones, zone)?.site)
  if (own === undefined) return true
  const isNear = ({ city }: { readonly city: string }) => city === own.city
  const of = sites.filter(({ role }) => role === centre)
  return of.some(site => (centre === 'remote-recovery' ? !isNear(site) : isNear(site)))
}
