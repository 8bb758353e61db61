import { finding } from '../../../finding/finding.ts'
import { poolTerm, zoneTerm } from '../../../term/index.ts'
import { sharedArticle } from '../../article.ts'
import { place, related, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const zonesShareCloud: RepositoryRule = {
  code: 'TY3605',
  severity: 'error',
  title: text('两个分区共用一个云或宿主机。', 'Two zones share a cloud or a host.'),
  why: text(
    '各分区须物理隔离，各有单独的物理资源；给每个分区配置自己的云、区域和宿主机。',
    'The zones are physically isolated, each on resources of its own: give each its own cloud, region and hosts.',
  ),
  articles: ['XS-15.2', 'ZJ-24'],
  *check(model) {
    const { platform } = model.catalogue
    const article = sharedArticle(zonesShareCloud, model)
    const clouds = new Map<string, string>()
    const hosts = new Map<string, readonly [string, string, number]>()
    for (const [id, zone] of Object.entries(platform.value.zones)) {
      const other = clouds.get(zone.cloud)
      if (other === undefined) clouds.set(zone.cloud, id)
      else {
        const [here, there] = [zoneTerm(model, id), zoneTerm(model, other)]
        yield finding(zonesShareCloud, place(platform, 'zones', id, 'cloud'), {
          article,
          message: text(
            `${here.zh}和${there.zh}登记了同一朵云（${zone.cloud}）`,
            `the ${here.en} and the ${there.en} are in one cloud (${zone.cloud})`,
          ),
          related: [related(place(platform, 'zones', other, 'cloud'), '另一分区', 'the other zone')],
        })
      }
      for (const [pool, { hosts: own = [] }] of Object.entries(zone.pools)) {
        for (const [index, host] of own.entries()) {
          const holder = hosts.get(host)
          if (holder === undefined) {
            hosts.set(host, [id, pool, index])
            continue
          }
          const [zoneOf, poolOf, at] = holder
          const { zh, en } = poolTerm(model, zoneOf, poolOf)
          const there = zoneTerm(model, zoneOf)
          yield finding(zonesShareCloud, place(platform, 'zones', id, 'pools', pool, 'hosts', index), {
            article,
            message: text(
              `宿主机 ${host} 已属于${there.zh}的${zh}`,
              `the host ${host} belongs to the ${en} of the ${there.en}`,
            ),
            related: [
              related(
                place(platform, 'zones', zoneOf, 'pools', poolOf, 'hosts', at),
                '另一处',
                'the other place',
              ),
            ],
          })
        }
      }
    }
  },
}
