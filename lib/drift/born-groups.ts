// Neutron makes a group `default` in every project that it meets: all may leave, and its members may reach each other. No
// grant opens that, and `prove --live` tells it; but nobody has changed it, and it is no drift.
import { addressesOf } from '../isolation/group-rules.ts'
import type { GroupRule, IsolationModel } from '../isolation/model.ts'
import { boxOf, difference, type TrafficSet } from '../isolation/traffic-set.ts'

/** The model but for what groups have that are as Neutron makes them; what they let in beside stays. */
export function withoutBornRules(model: IsolationModel): IsolationModel {
  const subnets = Map.groupBy(model.subnets, ({ project }) => project)
  const fromOwn = (project: string): TrafficSet =>
    (subnets.get(project) ?? []).map(({ cidr }) => boxOf(cidr.version, { source: addressesOf(cidr) }))
  const isBorn = ({ group, direction, traffic, project }: GroupRule) =>
    group === 'default' && (direction === 'egress' || difference(traffic, fromOwn(project)).length === 0)
  return { ...model, rules: model.rules.filter(rule => !isBorn(rule)) }
}
