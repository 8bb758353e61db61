import { finding } from '../../../finding/finding.ts'
import { entryOf } from '../../../model/entry.ts'
import type { System } from '../../../model/model.ts'
import { coversPorts, portRangesOf, type TrafficRule, trafficIn } from '../../../network/traffic.ts'
import { partIn } from '../../../network/zone-part.ts'
import { directionTerms } from '../../../term/index.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const tierOneSided: SystemRule = {
  code: 'TY3421',
  severity: 'warning',
  title: text('两层互访只写了一侧。', 'Access between two tiers is declared on one side only.'),
  why: text(
    '层与层之间未写明的访问一律不通：一层写 egress，另一层须写相应的 ingress，反之亦然。',
    'What is not declared between tiers does not pass: an egress rule of one needs an ingress rule of the other, and the reverse.',
  ),
  *check(_, system) {
    const rules = trafficIn(system)
    for (const rule of rules) {
      const { peer, peerText, zone, direction } = rule
      if (peer.kind !== 'tier' || peer.tier === rule.tier || !hasPart(system, zone, peer.tier)) continue
      const opposite = direction === 'ingress' ? 'egress' : 'ingress'
      const answers = rules.filter(
        other => other.zone === zone && other.tier === peer.tier && other.direction === opposite,
      )
      if (isAnswered(rule, answers)) continue
      yield finding(tierOneSided, place(system, ...rule.path), {
        message: text(
          `“${peerText}”没有写明相应的${directionTerms[opposite].zh}规则（${opposite}），访问不通`,
          `“${peerText}” has no ${opposite} rule to match, so that nothing passes`,
        ),
      })
    }
  },
}

/** One that there is not has a finding of its own. */
function hasPart({ value }: System, zone: string, tier: string | undefined): boolean {
  return partIn(entryOf(value.zones, zone) ?? {}, tier) !== undefined
}

function isAnswered(rule: TrafficRule, answers: readonly TrafficRule[]): boolean {
  const matching = answers.filter(
    ({ protocol, peer }) =>
      protocol === rule.protocol &&
      (peer.kind === 'internet' || (peer.kind === 'tier' && peer.tier === rule.tier)),
  )
  return matching.length > 0 && coversPorts(matching.flatMap(portRangesOf), portRangesOf(rule))
}
