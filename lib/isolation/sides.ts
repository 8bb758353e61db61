// The parts of a system: what each of its tiers may send and take, held apart as its security groups hold them.

import type { PartGrant, ProjectGrant } from './grant.ts'
import { addressesOf } from './group-rules.ts'
import type { Direction, GroupRule, Subnet } from './model.ts'
import type { Reachability } from './reachability.ts'
import { boxOf, holds, intersection, type Packet, type TrafficSet, witnessOf } from './traffic-set.ts'

/** A part of a system as it is in a model, at one end of a way. */
export interface Side {
  readonly project: string
  /** Undefined for what is in no tier, and for a system without any. */
  readonly tier: string | undefined
  readonly subnets: readonly Subnet[]
  readonly rules: readonly GroupRule[]
  /** No rule holds it, and it may send from any address. */
  readonly isUnprotected: boolean
}

/** The parts of a system that are granted; of one without tiers, the whole. */
export function sidesOf(reachability: Reachability, { project, parts }: ProjectGrant): readonly Side[] {
  const subnets = reachability.subnetsOf(project)
  const rules = reachability.rulesOf(project)
  const isUnprotected = reachability.isUnprotected(project)
  if (parts === undefined) return [{ project, tier: undefined, subnets, rules, isUnprotected }]
  return [...parts].map(([group, part]) => ({
    project,
    tier: part.tier,
    subnets: subnets.filter(({ cidr }) => part.networks.some(network => network.contains(cidr))),
    // A server may be in a group that is no part's own, beside that of its part.
    rules: rules.filter(rule => rule.group === group || !parts.has(rule.group)),
    isUnprotected,
  }))
}

/** What the rules of both let through, were they joined. */
export function trafficBetween(from: Side, to: Side): TrafficSet {
  const sent = intersection(addressed(from, to), passed(from, 'egress'))
  return intersection(sent, passed(to, 'ingress'))
}

/** What keeps one part of a system from another, which one router joins. */
export type SideBarrier = 'addresses' | 'egress' | 'ingress'

export type SideVerdict = { readonly from: Side; readonly to: Side } & (
  | { readonly reaches: false; readonly barrier: SideBarrier }
  | {
      readonly reaches: true
      /** One packet, and the rules of both that pass it. */
      readonly packet: Packet
      readonly rules: readonly GroupRule[]
    }
)

/** Whether each part of a system can send packets to each other. */
export function betweenParts(reachability: Reachability, grant: ProjectGrant): readonly SideVerdict[] {
  if (grant.parts === undefined) return []
  const sides = sidesOf(reachability, grant)
  return sides.flatMap(from => sides.filter(to => to !== from).map(to => verdictOf(from, to)))
}

function verdictOf(from: Side, to: Side): SideVerdict {
  const between = addressed(from, to)
  if (between.length === 0) return { from, to, reaches: false, barrier: 'addresses' }
  if (intersection(between, passed(from, 'egress')).length === 0)
    return { from, to, reaches: false, barrier: 'egress' }
  const packet = witnessOf(trafficBetween(from, to))
  if (packet === undefined) return { from, to, reaches: false, barrier: 'ingress' }
  const passing = (side: Side, direction: Direction) =>
    side.rules.filter(rule => rule.direction === direction && holds(rule.traffic, packet))
  return { from, to, reaches: true, packet, rules: [...passing(from, 'egress'), ...passing(to, 'ingress')] }
}

function addressed(from: Side, to: Side): TrafficSet {
  return to.subnets.flatMap(({ cidr }) => {
    const destination = addressesOf(cidr)
    if (from.isUnprotected) return [boxOf(cidr.version, { destination })]
    return from.subnets
      .filter(source => source.cidr.version === cidr.version)
      .map(source => boxOf(cidr.version, { destination, source: addressesOf(source.cidr) }))
  })
}

function passed({ rules, isUnprotected }: Side, direction: Direction): TrafficSet {
  if (isUnprotected) return [boxOf(4), boxOf(6)]
  return rules.flatMap(rule => (rule.direction === direction ? rule.traffic : []))
}

/** What a group of a system may pass: its part's own, or of any other group what every part may. */
export function grantedTo({ parts, traffic }: ProjectGrant, group: string): PartGrant['traffic'] {
  return parts?.get(group)?.traffic ?? traffic
}
