import { finding } from '../../../finding/finding.ts'
import type { System } from '../../../model/model.ts'
import { view } from '../../../model/view.ts'
import {
  coversPorts,
  peerNetwork,
  peerSystem,
  portRangesOf,
  type TrafficRule,
} from '../../../network/traffic.ts'
import { directionTerms, systemTerm } from '../../../term/index.ts'
import { type ExtractedModel, extractIn } from '../../extract/extract.ts'
import { networksOf } from '../../extract/networks.ts'
import { outwardRulesOf } from '../../extract/traffic.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

const rulesBySide = view((model: ExtractedModel) =>
  Map.groupBy(outwardRulesOf(model), ({ system, zone, direction }) => sideKey(system, zone, direction)),
)

function sideKey({ address }: System, zone: string, direction: TrafficRule['direction']): string {
  return `${direction} ${zone} ${address}`
}

export const peerOneSided: RepositoryRule = {
  code: 'TY3412',
  severity: 'warning',
  title: text('两个系统互访只写了一侧。', 'Access between two systems is declared on one side only.'),
  why: text(
    '未写明的访问一律不通：一侧写 egress，对方须写相应的 ingress，反之亦然，否则流量不通。',
    'What is not declared does not pass: an egress rule on one side needs an ingress rule on the other, and the reverse.',
  ),
  *check(model) {
    const sides = rulesBySide(model)
    for (const rule of outwardRulesOf(model)) {
      const other = peerSystem(model, rule)
      if (other === undefined || other === rule.system) continue
      if (!extractIn(model, other).zones.includes(rule.zone)) continue
      const { zh, en } = systemTerm(model, other.address)
      const opposite = rule.direction === 'ingress' ? 'egress' : 'ingress'
      const answers = sides.get(sideKey(other, rule.zone, opposite)) ?? []
      if (isAnswered(model, rule, answers)) continue
      yield finding(peerOneSided, place(rule.system, ...rule.path), {
        message: text(
          `${zh}没有写明相应的${directionTerms[opposite].zh}规则（${opposite}），访问不通`,
          `the system ${en} has no ${opposite} rule to match, so that nothing passes`,
        ),
      })
    }
  },
}

/** Whether the other side's rules together open every port of the rule towards its system. */
function isAnswered(model: ExtractedModel, rule: TrafficRule, answers: readonly TrafficRule[]): boolean {
  const matching = answers.filter(
    answer => answer.protocol === rule.protocol && pointsAt(model, answer, rule.system),
  )
  if (matching.length === 0) return false
  return coversPorts(matching.flatMap(portRangesOf), portRangesOf(rule))
}

function pointsAt(model: ExtractedModel, rule: TrafficRule, system: System): boolean {
  if (rule.peer.kind === 'internet' || peerSystem(model, rule) === system) return true
  const around = peerNetwork(rule)
  const within = networksOf(model, system, rule.zone)
  return around !== undefined && within.length > 0 && within.every(network => around.contains(network))
}
