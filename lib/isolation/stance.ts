import type { Stretch } from '../network/box.ts'
import type { IpVersion } from '../network/cidr.ts'
import { AddressIndex } from './address-index.ts'
import type { Direction, Subnet } from './model.ts'
import type { Barrier, Reachability } from './reachability.ts'
import { intersection, type TrafficBox, type TrafficSet } from './traffic-set.ts'

/** What a project's rules say, told apart by whom they speak of. */
export interface Stance {
  readonly project: string
  readonly subnets: readonly Subnet[]
  readonly versions: ReadonlySet<IpVersion>
  /** No rule holds it, and it may send from any address. */
  readonly unprotected: boolean
  /** What it says of everybody, whatever their address. */
  readonly wide: Readonly<Record<Direction, TrafficSet>>
  /** The networks that it says something of in particular. */
  readonly narrow: Readonly<Record<Direction, readonly { version: IpVersion; remote: Stretch }[]>>
  /** The IP versions in which anything may come in. */
  readonly lets: ReadonlySet<IpVersion>
  readonly areas: ReadonlySet<number>
  /** Projects with equal ones are treated alike by whoever does not name them. */
  readonly likeness: string
}

/** The stances of some projects, of which each may send to each. */
export function stancesOf(
  reachability: Reachability,
  projects: readonly string[],
): { readonly stances: readonly Stance[]; readonly index: AddressIndex } {
  const index = new AddressIndex(projects.flatMap(project => reachability.subnetsOf(project)))
  return { stances: projects.map(project => stanceOf(reachability, index, project)), index }
}

function stanceOf(reachability: Reachability, index: AddressIndex, project: string): Stance {
  const subnets = reachability.subnetsOf(project)
  const versions = new Set(subnets.map(({ cidr }) => cidr.version))
  const rules = reachability.rulesOf(project)
  const said = (direction: Direction) => {
    const boxes = rules.flatMap(rule => (rule.direction === direction ? rule.traffic : []))
    return Map.groupBy(boxes, box => index.isHeldBy(box.version, remoteOf(box, direction)))
  }
  const [ingress, egress] = [said('ingress'), said('egress')]
  const unprotected = reachability.isUnprotected(project)
  const wide = { ingress: ingress.get(true) ?? [], egress: egress.get(true) ?? [] }
  const narrow = {
    ingress: remotesOf(ingress.get(false) ?? [], 'ingress'),
    egress: remotesOf(egress.get(false) ?? [], 'egress'),
  }
  const lets = new Set([...wide.ingress, ...narrow.ingress].map(({ version }) => version))
  const areas = reachability.sharedAreas(project)
  const likeness = [
    [...areas].join(),
    unprotected,
    [...versions].sort().join(),
    [...lets].sort().join(),
    textOf(wide.egress),
    textOf(wide.ingress),
  ].join('|')
  return { project, subnets, versions, unprotected, wide, narrow, lets, areas, likeness }
}

function remoteOf(box: TrafficBox, direction: Direction): Stretch {
  return direction === 'ingress' ? box.source : box.destination
}

function remotesOf(boxes: TrafficSet, direction: Direction) {
  return boxes.map(box => ({ version: box.version, remote: remoteOf(box, direction) }))
}

function textOf(boxes: TrafficSet): string {
  const texts = boxes.map(
    ({ version, protocol, port }) => `${version}:${protocol.from}-${protocol.to}:${port.from}-${port.to}`,
  )
  return [...new Set(texts)].sort().join()
}

/**
 * What keeps every pair of two stances apart of which neither names the other; undefined where nothing does.
 *
 * @param isJoined whether a way leads from the one to the other
 */
export function barrierBetween(from: Stance, to: Stance, isJoined: boolean): Barrier | undefined {
  if (!isJoined) return 'way'
  const shared = from.versions.intersection(to.versions)
  const reached = from.unprotected ? to.versions : shared
  if (reached.size === 0) return 'addresses'
  if (from.unprotected) return to.unprotected || !reached.isDisjointFrom(to.lets) ? undefined : 'ingress'
  const sent = from.wide.egress.filter(({ version }) => shared.has(version))
  if (sent.length === 0) return 'egress'
  return to.unprotected || meets(sent, to.wide.ingress) ? undefined : 'ingress'
}

/** Addresses aside: what is wide names nobody, and so every address. */
function meets(sent: TrafficSet, taken: TrafficSet): boolean {
  return intersection(sent, taken).length > 0
}

/** Pairs of which one names the other, and which only a close look can judge. */
export function* namedPairs(
  senders: { readonly stances: readonly Stance[]; readonly index: AddressIndex },
  receivers: { readonly stances: readonly Stance[]; readonly index: AddressIndex },
): Generator<readonly [from: string, to: string]> {
  for (const { project, narrow } of senders.stances) {
    for (const { version, remote } of narrow.egress)
      for (const other of receivers.index.touching(version, remote)) yield [project, other]
  }
  for (const { project, narrow } of receivers.stances) {
    for (const { version, remote } of narrow.ingress)
      for (const other of senders.index.touching(version, remote)) yield [other, project]
  }
}
