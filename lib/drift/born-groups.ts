// Neutron makes a group `default` in every project that it meets: all may leave, and its members may reach each other.
// That no grant opens it is told by `prove --live`; nobody has changed it, so it is no drift before it lets in more.
import type { World } from '../isolation/beliefs/index.ts'
import { addressesOf } from '../isolation/group-rules.ts'
import type { Origin } from '../isolation/model.ts'
import { boxOf, difference, type TrafficSet } from '../isolation/traffic-set.ts'

/** Whether something is a group `default` that lets in nobody but its own project. */
export function bornGroupsOf({ model }: World): (origin: Origin) => boolean {
  const subnets = Map.groupBy(model.subnets, ({ project }) => project)
  const fromOwn = (project: string): TrafficSet =>
    (subnets.get(project) ?? []).map(({ cidr }) => boxOf(cidr.version, { source: addressesOf(cidr) }))
  const widened = new Set(
    model.rules.flatMap(({ origin, direction, traffic, project }) => {
      const id = defaultGroup(origin)
      const isOwn = direction === 'egress' || difference(traffic, fromOwn(project)).length === 0
      return id === undefined || isOwn ? [] : [id]
    }),
  )
  return origin => {
    const id = defaultGroup(origin)
    return id !== undefined && !widened.has(id)
  }
}

/** The id of a group `default`; rules of others are told each by itself. */
function defaultGroup(origin: Origin): string | undefined {
  return 'object' in origin && origin.object.kind === 'security-group' ? origin.object.id : undefined
}
