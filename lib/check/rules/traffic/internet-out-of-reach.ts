import { finding } from '../../../finding/finding.ts'
import { entryOf } from '../../../model/entry.ts'
import { classFacesInternet } from '../../../model/zone-class.ts'
import { isEverywhere, peerNetwork, type TrafficRule, trafficIn } from '../../../network/traffic.ts'
import { zoneTerm } from '../../../term/index.ts'
import { articleFor } from '../../article.ts'
import { place, related, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const internetOutOfReach: SystemRule = {
  code: 'TY3404',
  severity: 'error',
  articles: ['XS-15.2', 'ZJ-24'],
  title: text(
    '与互联网隔离的分区，规则涉及互联网。',
    'A rule in a zone apart from the internet is about the internet.',
  ),
  why: text(
    '与互联网隔离的分区不接受来自互联网的访问，也不访问互联网。面向公众的部分应放在与互联网相通的分区，经交换网关交换数据。',
    'Nothing comes from the internet into a zone apart from it, and nothing goes there. What serves the public belongs in a zone that faces it, and exchanges data through a gateway.',
  ),
  *check(surroundings, system) {
    const { platform } = surroundings.catalogue
    for (const rule of trafficIn(system)) {
      const declared = entryOf(platform.value.zones, rule.zone)
      if (declared === undefined || classFacesInternet(platform.value, declared.class)) continue
      if (!meansInternet(rule)) continue
      const { zh, en } = zoneTerm(surroundings, rule.zone, system.value.metadata.jurisdiction)
      yield finding(internetOutOfReach, place(rule.system, ...rule.path, rule.peerKey), {
        article: articleFor(internetOutOfReach, surroundings, rule.system.value.metadata.jurisdiction),
        message: text(
          `${zh}与互联网隔离，不能写“${rule.peerText}”`,
          `the ${en} is apart from the internet; “${rule.peerText}” cannot stand here`,
        ),
        related: [related(place(platform, 'zones', rule.zone, 'class'), '分区的类别', "the zone's class")],
      })
    }
  },
}

function meansInternet(rule: TrafficRule): boolean {
  const cidr = peerNetwork(rule)
  return rule.peer.kind === 'internet' || (cidr !== undefined && isEverywhere(cidr))
}
