import { areasOf, type Graph, graphOf, type Hop, pluggedOf, wayBetween } from './graph.ts'
import { addressesOf } from './group-rules.ts'
import type { Direction, GroupRule, IsolationModel, Origin, Subnet } from './model.ts'
import {
  boxOf,
  holds,
  intersection,
  noTraffic,
  type Packet,
  type TrafficSet,
  witnessOf,
} from './traffic-set.ts'

/** What keeps two projects apart, the outermost first: without a way no rule matters. */
export type Barrier =
  /** No network, router or uplink joins them. */
  | 'way'
  /** They have no addresses of one IP version. */
  | 'addresses'
  /** No rule of the first lets a packet out to the second. */
  | 'egress'
  /** The first may send, and no rule of the second lets it in. */
  | 'ingress'

export type Verdict =
  | { readonly reaches: false; readonly from: string; readonly to: string; readonly barrier: Barrier }
  | {
      readonly reaches: true
      readonly from: string
      readonly to: string
      readonly way: readonly Hop[]
      /** The right by which one of them may plug into a network on the way: no rule holds it back there. */
      readonly share: Origin | undefined
      readonly traffic: TrafficSet
      /** One packet of the traffic, and the rules that pass it; undefined where no address is known. */
      readonly packet: Packet | undefined
      readonly rules: readonly GroupRule[]
    }

/** Answers who reaches whom in a model. Complete for what is in the model, in favour of reaching where it is unsure. */
export class Reachability {
  readonly #graph: Graph
  readonly #areas: ReadonlyMap<string, ReadonlySet<number>>
  /** Areas that more than one project lies in. */
  readonly #manyIn: ReadonlySet<number>
  readonly #plugged: Graph
  readonly #named: ReadonlySet<string>
  /** Projects that packets end in; one that nothing guards may send on what is not its own. */
  readonly #ends: ReadonlySet<string>
  readonly #subnets: ReadonlyMap<string, readonly Subnet[]>
  readonly #rules: ReadonlyMap<string, readonly GroupRule[]>
  readonly #unprotected: ReadonlySet<string>

  constructor(model: IsolationModel) {
    this.#graph = graphOf(model)
    this.#plugged = pluggedOf(model)
    this.#named = new Set(
      model.shares.flatMap(({ action, target }) =>
        action === 'access_as_shared' && target !== '*' ? [target] : [],
      ),
    )
    this.#subnets = Map.groupBy(model.subnets, subnet => subnet.project)
    this.#rules = Map.groupBy(model.rules, rule => rule.project)
    this.#unprotected = new Set(unprotectedIn(model))
    const owners = new Set(ownersIn(model))
    this.#ends = owners.difference(this.#unprotected)
    this.#areas = areasOf(this.#graph, place => this.#ends.has(place))
    this.#manyIn = new Set(sharedAmong([...owners].map(owner => this.#areas.get(owner) ?? new Set())))
  }

  subnetsOf(project: string): readonly Subnet[] {
    return this.#subnets.get(project) ?? []
  }

  rulesOf(project: string): readonly GroupRule[] {
    return this.#rules.get(project) ?? []
  }

  /** Whether a project may have a port that neither rules nor its addresses hold. */
  isUnprotected(project: string): boolean {
    return this.#unprotected.has(project)
  }

  /** The stretches of networks and routers that lead from a project to others. */
  sharedAreas(project: string): ReadonlySet<number> {
    return new Set([...(this.#areas.get(project) ?? [])].filter(area => this.#manyIn.has(area)))
  }

  /** Whether networks and routers lead from a project to another. */
  isJoined(from: string, to: string): boolean {
    const there = this.#areas.get(to)
    return there !== undefined && !(this.#areas.get(from)?.isDisjointFrom(there) ?? true)
  }

  /** What the rules of both let through, were they joined. */
  letThrough(from: string, to: string): TrafficSet {
    const sent = intersection(this.#addressed(from, to), this.#passed(from, 'egress'))
    return intersection(sent, this.#passed(to, 'ingress'))
  }

  /** Those of whom a policy says that they may plug into a network of somebody else. */
  plugged(): Iterable<string> {
    return this.#named
  }

  /** Whether a project can send packets to another. */
  between(from: string, to: string): Verdict {
    const routed = this.#routed(from, to)
    if (routed.reaches) return routed
    const plugged = this.#pluggedWay(from, to)
    if (plugged === undefined) return routed
    const traffic = this.#addressed(from, to)
    return { reaches: true, from, to, ...plugged, ...this.witness(from, to, traffic) }
  }

  #routed(from: string, to: string): Verdict {
    if (!this.isJoined(from, to)) return { reaches: false, from, to, barrier: 'way' }
    const addressed = this.#addressed(from, to)
    if (addressed.length === 0) return { reaches: false, from, to, barrier: 'addresses' }
    const sent = intersection(addressed, this.#passed(from, 'egress'))
    if (sent.length === 0) return { reaches: false, from, to, barrier: 'egress' }
    const traffic = intersection(sent, this.#passed(to, 'ingress'))
    if (traffic.length === 0) return { reaches: false, from, to, barrier: 'ingress' }
    const way = this.#way(from, to) ?? []
    return { reaches: true, from, to, way, share: undefined, ...this.witness(from, to, traffic) }
  }

  #way(from: string, to: string): readonly Hop[] | undefined {
    return wayBetween(this.#graph, place => this.#ends.has(place), from, to)
  }

  /** A way on which either end stands in a network of somebody else, with the addresses and the trust of that one. */
  #pluggedWay(from: string, to: string): { way: readonly Hop[]; share: Origin } | undefined {
    const [starts, ends] = [this.#plugged.get(from) ?? [], this.#plugged.get(to) ?? []]
    for (const start of [undefined, ...starts]) {
      for (const end of [undefined, ...ends]) {
        const share = (start ?? end)?.origin
        if (share === undefined) continue
        const way = this.#way(start?.to ?? from, end?.to ?? to)
        if (way === undefined) continue
        const last = end === undefined ? [] : [{ ...end, from: end.to, to: end.from }]
        return { way: [...(start === undefined ? [] : [start]), ...way, ...last], share }
      }
    }
    return undefined
  }

  /** Every packet between their addresses. Who is not held to its own addresses may send from any. */
  #addressed(from: string, to: string): TrafficSet {
    const sources = this.subnetsOf(from)
    return this.subnetsOf(to).flatMap(({ cidr }) => {
      const destination = addressesOf(cidr)
      if (this.#unprotected.has(from)) return [boxOf(cidr.version, { destination })]
      return sources
        .filter(source => source.cidr.version === cidr.version)
        .map(source => boxOf(cidr.version, { destination, source: addressesOf(source.cidr) }))
    })
  }

  #passed(project: string, direction: Direction): TrafficSet {
    if (this.#unprotected.has(project)) return [boxOf(4), boxOf(6)]
    return this.rulesOf(project).flatMap(rule => (rule.direction === direction ? rule.traffic : noTraffic))
  }

  /** One packet of a traffic between two projects, and the rules of both that pass it. */
  witness(from: string, to: string, traffic: TrafficSet) {
    const packet = witnessOf(traffic)
    const passing = (project: string, direction: Direction): readonly GroupRule[] =>
      this.rulesOf(project).filter(
        rule => rule.direction === direction && packet !== undefined && holds(rule.traffic, packet),
      )
    return { traffic, packet, rules: [...passing(from, 'egress'), ...passing(to, 'ingress')] }
  }
}

function* sharedAmong(sets: readonly ReadonlySet<number>[]): Generator<number> {
  const seen = new Set<number>()
  for (const set of sets) {
    for (const one of set) {
      if (seen.has(one)) yield one
      seen.add(one)
    }
  }
}

/** Whoever may have a port that no security group guards. */
function* unprotectedIn({ networks, subnets, loosened }: IsolationModel): Generator<string> {
  for (const { project } of loosened) yield project
  const open = new Map(networks.flatMap(network => (network.portSecurity ? [] : [[network.id, network]])))
  for (const { project } of open.values()) yield project
  for (const { network, project } of subnets) if (open.has(network)) yield project
}

/** Every project that is in the model, as itself or as somebody's owner. */
function* ownersIn({ projects, networks, subnets, shares }: IsolationModel): Generator<string> {
  for (const { id } of projects) yield id
  for (const { project } of networks) yield project
  for (const { project } of subnets) yield project
  for (const { target } of shares) yield target
}
