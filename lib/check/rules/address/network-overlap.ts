import { finding } from '../../../finding/finding.ts'
import { jurisdictionOf } from '../../../model/address.ts'
import { overlapsAmong } from '../../../network/overlap.ts'
import { routingDomainsOf, type SystemNetwork } from '../../../network/written-networks.ts'
import { systemTerm, zoneTerm } from '../../../term/index.ts'
import { articleFor } from '../../article.ts'
import { type ExtractedModel, extractIn } from '../../extract/extract.ts'
import { heldNetworksOf } from '../../extract/networks.ts'
import { place, related, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'
import { advice } from '../../words.ts'

export const networkOverlap: RepositoryRule = {
  code: 'TY3205',
  severity: 'error',
  articles: ['NW-3.6', 'DT-22', 'XS-22.2', 'XS-36', 'ZJ-20', 'JQ-18'],
  title: text('两个系统或两层的网段重叠。', 'The networks of two systems or tiers overlap.'),
  why: text(
    '同一分区内，以及由交换网关连接的分区之间，网段不得重叠，否则一个系统的流量会到达另一个系统。已终止的系统不再占用网段。',
    'Within a zone, and between zones that a gateway joins, networks may not overlap: traffic meant for one system would reach another. A system that has come to its end takes none.',
  ),
  *check(model) {
    const domains = routingDomainsOf(model)
    const byDomain = Map.groupBy(heldNetworksOf(model), ({ zone }) => domains.get(zone) ?? zone)
    for (const networks of byDomain.values()) {
      for (const { outer, inner } of overlapsAmong(networks)) {
        const [elder, younger] = isYounger(model, inner, outer) ? [outer, inner] : [inner, outer]
        const { zh, en } = zoneTerm(model, elder.zone, jurisdictionOf(elder.system))
        const holder = systemTerm(model, elder.system.address)
        yield finding(networkOverlap, place(younger.system, ...younger.path), {
          article: articleFor(networkOverlap, model, younger.system.value.metadata.jurisdiction),
          message: text(
            `${younger.cidr} 与${holder.zh}在${zh}的网段 ${elder.cidr} 重叠`,
            `${younger.cidr} overlaps ${elder.cidr}, which the system ${holder.en} has in the ${en}`,
          ),
          related: [related(place(elder.system, ...elder.path), '与此网段重叠', 'the network it overlaps')],
          fix: advice(
            `删去该网段，运行 tenantry allocate ${younger.system.address} --write`,
            `remove the network and run: tenantry allocate ${younger.system.address} --write`,
          ),
        })
      }
    }
  },
}

/** Of two systems the one that was asked for later has to give way; on the same day, the one later by address. */
function isYounger(model: ExtractedModel, a: SystemNetwork, b: SystemNetwork): boolean {
  const [of, other] = [extractIn(model, a.system).since, extractIn(model, b.system).since]
  return of === other ? placeText(a) > placeText(b) : of > other
}

function placeText({ system, zone, tier = '' }: SystemNetwork): string {
  return `${system.address} ${zone} ${tier}`
}
