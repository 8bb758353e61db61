import { type Finding, finding } from '../../../finding/finding.ts'
import { view } from '../../../model/view.ts'
import type { Cidr } from '../../../network/cidr.ts'
import { NetworkIndex } from '../../../network/overlap.ts'
import { tierPeerText } from '../../../network/peer.ts'
import { isEverywhere, peerNetwork, type TrafficRule } from '../../../network/traffic.ts'
import { poolsOf, type SystemNetwork } from '../../../network/written-networks.ts'
import { systemTerm } from '../../../term/index.ts'
import { articleFor } from '../../article.ts'
import type { ExtractedModel } from '../../extract/extract.ts'
import { heldNetworksOf } from '../../extract/networks.ts'
import { outwardRulesOf } from '../../extract/traffic.ts'
import { place, related, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'
import { replacement } from '../../words.ts'

export const peerUnnamed: RepositoryRule = {
  code: 'TY3410',
  severity: 'error',
  articles: ['NW-3.6', 'DT-22', 'XS-36', 'XS-22.2', 'ZJ-20', 'JQ-18'],
  title: text('用网段书写平台上的系统。', 'A system on the platform is written as a network.'),
  why: text(
    '与平台上的系统互访须写 system:<单位>/<系统>，与本系统互访写 self 或 tier:<层>，使评审人看到对方是谁，并按授权规定办理；网段会绕过授权。',
    'Access to or from a system on the platform is written system:<unit>/<system>, within the system itself self or tier:<tier>. Then a reviewer sees who it is and whether it is authorised; a network would go round that.',
  ),
  *check(model) {
    for (const rule of outwardRulesOf(model)) {
      const cidr = peerNetwork(rule)
      if (cidr === undefined || isEverywhere(cidr)) continue
      // Most networks that rules name are offices, which no pool overlaps; the index is made when one does.
      if (!poolsOf(model, rule.zone).some(pool => pool.cidr.overlaps(cidr))) continue
      yield* unnamed(model, rule, cidr, indexesOf(model).get(rule.zone))
    }
  },
}

const indexesOf = view((model: ExtractedModel) => {
  const byZone = Map.groupBy(heldNetworksOf(model), ({ zone }) => zone)
  return new Map(byZone.entries().map(([zone, networks]) => [zone, new NetworkIndex(networks)]))
})

/** At most one finding a rule, however many systems lie in the network. */
function* unnamed(
  model: ExtractedModel,
  rule: TrafficRule,
  cidr: Cidr,
  index: NetworkIndex<SystemNetwork> | undefined,
): Generator<Finding> {
  const met = index?.overlapping(cidr).next().value
  if (met === undefined) return
  const name = nameOf(rule, met)
  const { zh, en } = systemTerm(model, met.system.address)
  yield finding(peerUnnamed, place(rule.system, ...rule.path, rule.peerKey), {
    article: articleFor(peerUnnamed, model, rule.system.value.metadata.jurisdiction),
    message: text(
      `${cidr} 与${zh}的网段 ${met.cidr} 重叠；请写明系统名称`,
      `${cidr} overlaps ${met.cidr} of the system ${en}; name the system instead`,
    ),
    related: [related(place(met.system, ...met.path), '该系统的网段', 'the network of that system')],
    fix: name !== undefined && met.cidr.contains(cidr) ? replacement(name) : undefined,
  })
}

/** Systems of another jurisdiction have no name here. */
function nameOf({ system, tier }: TrafficRule, met: SystemNetwork): string | undefined {
  if (met.system === system) return met.tier === tier ? 'self' : tierPeerText(met.tier)
  const { jurisdiction, unit, id } = met.system.value.metadata
  return jurisdiction === system.value.metadata.jurisdiction ? `system:${unit}/${id}` : undefined
}
