import { finding } from '../../finding/finding.ts'
import { Cidr } from '../../model/cidr.ts'
import type { Model, System } from '../../model/model.ts'
import { entryOf } from '../../model/record.ts'
import { place, text } from '../place.ts'
import type { Rule } from '../rule.ts'
import {
  coversPorts,
  peerNetwork,
  peerSystem,
  portRangesOf,
  type TrafficRule,
  trafficOf,
} from '../traffic.ts'
import { view } from '../view.ts'

const rulesBySide = view(model =>
  Map.groupBy(trafficOf(model), ({ system, zone, direction }) => sideKey(system, zone, direction)),
)

function sideKey({ address }: System, zone: string, direction: TrafficRule['direction']): string {
  return `${direction} ${zone} ${address}`
}

export const peerOneSided: Rule = {
  code: 'TY3412',
  severity: 'warning',
  title: text('两个系统互访只写了一侧。', 'Access between two systems is declared on one side only.'),
  why: text(
    '未写明的访问一律不通：一侧写 egress，对方须写相应的 ingress，反之亦然，否则流量不通。',
    'What is not declared does not pass: an egress rule on one side needs an ingress rule on the other, and the reverse.',
  ),
  *check(model) {
    const sides = rulesBySide(model)
    for (const rule of trafficOf(model)) {
      const other = peerSystem(model, rule)
      if (other === undefined || other === rule.system || entryOf(other.value.zones, rule.zone) === undefined)
        continue
      const opposite = rule.direction === 'ingress' ? 'egress' : 'ingress'
      const answers = sides.get(sideKey(other, rule.zone, opposite)) ?? []
      if (isAnswered(model, rule, answers)) continue
      yield finding(peerOneSided, place(rule.system, ...rule.path), {
        message: text(
          `系统 ${other.address} 没有写明相应的 ${opposite}，访问不通`,
          `the system ${other.address} has no ${opposite} rule to match, so that nothing passes`,
        ),
      })
    }
  },
}

/** Whether the other side's rules together open every port of the rule towards its system. */
function isAnswered(model: Model, rule: TrafficRule, answers: readonly TrafficRule[]): boolean {
  const matching = answers.filter(
    answer => answer.protocol === rule.protocol && pointsAt(model, answer, rule.system),
  )
  if (matching.length === 0) return false
  return coversPorts(matching.flatMap(portRangesOf), portRangesOf(rule))
}

function pointsAt(model: Model, rule: TrafficRule, system: System): boolean {
  if (rule.peer.kind === 'internet' || peerSystem(model, rule) === system) return true
  const around = peerNetwork(rule)
  const network = entryOf(system.value.zones, rule.zone)?.network
  const within = network === undefined ? undefined : Cidr.read(network.ipv4).cidr
  return around !== undefined && within !== undefined && around.contains(within)
}
