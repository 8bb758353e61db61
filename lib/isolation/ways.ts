// Who reaches some systems, and whom they reach, as something that two times can be compared by.
import type { Stretch } from '../network/box.ts'
import { addressBits, Cidr, type IpVersion } from '../network/cidr.ts'
import { everyAddress } from '../network/family.ts'
import type { Given, ProjectGrant } from './grant.ts'
import { addressesOf } from './group-rules.ts'
import type { Direction, IsolationModel } from './model.ts'
import { Reachability } from './reachability.ts'
import { type Side, sidesOf, trafficBetween } from './sides.ts'
import { boxOf, difference, type TrafficBox, type TrafficSet, union } from './traffic-set.ts'

/** An end of a way: the project of a system or a tier in it, a network that is no system's, or every address there is. */
export type End =
  | { readonly kind: 'project'; readonly id: string; readonly tier?: string }
  | { readonly kind: 'network'; readonly cidr: string }
  | { readonly kind: 'everywhere' }

export interface Way {
  /** The id of the project that is looked at, at one of the ends. */
  readonly project: string
  readonly from: End
  readonly to: End
  /** Protocols and ports; the addresses are the ends'. */
  readonly traffic: TrafficSet
}

export interface WayDifference extends Way {
  readonly kind: 'new' | 'gone'
}

/** What is looked at, and what needs no telling: addresses that every server may ask. */
export interface WaysOf {
  readonly projects: ReadonlySet<string>
  readonly unnamed: readonly Cidr[]
}

/**
 * The ways to and from some projects: between them and every other, and past all of them. What one lets in from everywhere
 * is told once, and not again for every system that may then send to it.
 */
export function waysIn(model: IsolationModel, given: Given, { projects, unnamed }: WaysOf): readonly Way[] {
  const reachability = new Reachability(model)
  const linked = new Set(model.routers.flatMap(({ project, gateway }) => (gateway ? [project] : [])))
  const known = [...given.projects.values()].flatMap(({ networks }) => networks)
  return [...given.projects.values()]
    .filter(({ project }) => projects.has(project))
    .flatMap(grant => [
      ...between(reachability, grant, [...given.projects.values()]),
      ...sidesOf(reachability, grant).flatMap(side =>
        linked.has(side.project) ? beyond(side, [...known, ...unnamed]) : [],
      ),
    ])
}

/** With every other system, and within one with tiers between these. */
function between(
  reachability: Reachability,
  grant: ProjectGrant,
  others: readonly ProjectGrant[],
): readonly Way[] {
  const { project } = grant
  const own = sidesOf(reachability, grant)
  const ways = (from: Side, to: Side): readonly Way[] => {
    const traffic = difference(portsOf(passing(reachability, from, to)), openToAll(to))
    return traffic.length === 0 ? [] : [{ project, from: sideEnd(from), to: sideEnd(to), traffic }]
  }
  return others.flatMap(other => {
    if (other.project === project)
      return own.flatMap(from => own.filter(to => to !== from).flatMap(to => ways(from, to)))
    const theirs = sidesOf(reachability, other)
    return own.flatMap(mine => theirs.flatMap(their => [...ways(their, mine), ...ways(mine, their)]))
  })
}

/** Who plugs into a network of another is held by no rule, whatever its tier. */
function passing(reachability: Reachability, from: Side, to: Side): TrafficSet {
  if (from.project === to.project) return trafficBetween(from, to)
  const verdict = reachability.between(from.project, to.project)
  if (!verdict.reaches) return []
  return verdict.share === undefined ? trafficBetween(from, to) : verdict.traffic
}

function openToAll({ rules }: Side): TrafficSet {
  const boxes = rules.flatMap(rule => (rule.direction === 'ingress' ? rule.traffic : []))
  return portsOf(boxes.filter(({ version, source }) => isEvery(version, source)))
}

/** What the rules of a part of a system let past every system: from outside, and out. */
function beyond(side: Side, inside: readonly Cidr[]): readonly Way[] {
  const { project } = side
  const boxes = side.rules
    .flatMap(({ direction, traffic }) =>
      traffic.map(box => ({ direction, box, remote: remoteOf(direction, box) })),
    )
    .filter(
      ({ box, remote }) =>
        !inside.some(cidr => cidr.version === box.version && lies(remote, addressesOf(cidr))),
    )
  const byEnd = Map.groupBy(
    boxes,
    ({ direction, box, remote }) => `${direction} ${textOf(box.version, remote)}`,
  )
  return [...byEnd.values()].flatMap(same => {
    const [first] = same
    if (first === undefined) return []
    const outside = endOf(first.box.version, first.remote)
    const [from, to] = first.direction === 'ingress' ? [outside, sideEnd(side)] : [sideEnd(side), outside]
    return [{ project, from, to, traffic: portsOf(same.map(({ box }) => box)) }]
  })
}

function remoteOf(direction: Direction, box: TrafficBox): Stretch {
  return direction === 'ingress' ? box.source : box.destination
}

function lies(stretch: Stretch, within: Stretch): boolean {
  return stretch.from >= within.from && stretch.to <= within.to
}

function isEvery(version: IpVersion, stretch: Stretch): boolean {
  return lies(everyAddress(version), stretch)
}

function sideEnd({ project, tier }: Side): End {
  return { kind: 'project', id: project, ...(tier === undefined ? {} : { tier }) }
}

function endOf(version: IpVersion, remote: Stretch): End {
  const text = textOf(version, remote)
  return text === everywhere ? { kind: 'everywhere' } : { kind: 'network', cidr: text }
}

const everywhere = '*'

/** A rule names a network, so that its addresses are a power of two. */
function textOf(version: IpVersion, remote: Stretch): string {
  if (isEvery(version, remote)) return everywhere
  const bits = (remote.to - remote.from).toString(2).length
  const hostBits = remote.to === remote.from ? 0 : bits
  return Cidr.at(version, remote.from, addressBits[version] - hostBits).toString()
}

/** Without addresses, and nothing twice. */
function portsOf(traffic: TrafficSet): TrafficSet {
  return traffic
    .map(({ version, protocol, port }) => boxOf(version, { protocol, port }))
    .reduce<TrafficSet>((all, box) => union(all, [box]), [])
}

/** What can be reached after and not before, and the other way round, in a stable order. */
export function wayDifferences(before: readonly Way[], after: readonly Way[]): readonly WayDifference[] {
  return [...beside(after, before, 'new'), ...beside(before, after, 'gone')]
}

function beside(
  ways: readonly Way[],
  others: readonly Way[],
  kind: WayDifference['kind'],
): readonly WayDifference[] {
  const known = new Map(others.map(way => [keyOf(way), way.traffic]))
  return ways
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .flatMap(way => {
      const traffic = difference(way.traffic, known.get(keyOf(way)) ?? [])
      return traffic.length === 0 ? [] : [{ ...way, kind, traffic }]
    })
}

function keyOf({ project, from, to }: Way): string {
  return JSON.stringify([project, from, to])
}
