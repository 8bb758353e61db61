import type { IsolationModel, Origin } from './model.ts'

/** One step of a packet, or of whoever may plug a port in: from one project, network or router to the next. */
export interface Hop {
  readonly from: string
  readonly to: string
  /** What makes the step possible. */
  readonly origin: Origin
}

/** Whoever can be stepped to, by where the step begins. */
export type Graph = ReadonlyMap<string, readonly Hop[]>

/**
 * What joins what by networks and routers. Whether the far end routes back is not asked: what has an uplink into one
 * network is taken to reach all that has.
 */
export function graphOf({ networks, subnets, interfaces, routers }: IsolationModel): Graph {
  const hops: Hop[] = []
  const join = (a: string, b: string, origin: Origin): void => {
    hops.push({ from: a, to: b, origin }, { from: b, to: a, origin })
  }
  const networkOf = new Map(subnets.map(({ id, network }) => [id, network]))
  for (const { id, project, origin } of networks) join(project, id, origin)
  // A subnet's owner may have ports in it, whoever owns the network around it.
  for (const { network, project, origin } of subnets) join(project, network, origin)
  for (const { router, subnet, origin } of interfaces) join(networkOf.get(subnet) ?? subnet, router, origin)
  for (const { id, gateway, origin } of routers) {
    if (gateway !== undefined) join(id, gateway, origin)
  }
  return Map.groupBy(hops, hop => hop.from)
}

/** The steps into networks of others that a project may plug into, by project. */
export function pluggedOf(model: IsolationModel): Graph {
  const hops = [...opened(model)].map(({ network, target, origin }) => ({
    from: target,
    to: network,
    origin,
  }))
  return Map.groupBy(hops, hop => hop.from)
}

/** Every right to plug into a network; the right to use it as an uplink is the router's to take. */
function* opened(model: IsolationModel): Generator<{ network: string; target: string; origin: Origin }> {
  for (const { id, shared, origin } of model.networks) {
    if (shared) yield* everybody(model, id, origin)
  }
  for (const { network, target, action, origin } of model.shares) {
    if (target === '*') yield* everybody(model, network, origin)
    else if (action === 'access_as_shared') yield { network, target, origin }
  }
}

function* everybody({ projects }: IsolationModel, network: string, origin: Origin) {
  for (const { id } of projects) yield { network, target: id, origin }
}

/** Which stretches of networks and routers each place touches; two projects have a way exactly when they share one. */
export function areasOf(
  graph: Graph,
  isProject: (place: string) => boolean,
): ReadonlyMap<string, ReadonlySet<number>> {
  const areas = new Map<string, Set<number>>()
  let area = 0
  for (const start of graph.keys()) {
    if (isProject(start) || areas.has(start)) continue
    area += 1
    const due = new Set([start])
    for (const place of due) {
      areas.set(place, (areas.get(place) ?? new Set()).add(area))
      if (!isProject(place)) for (const hop of graph.get(place) ?? []) due.add(hop.to)
    }
  }
  return areas
}

/**
 * The shortest way, or undefined where there is none. No way leads through a third project that is guarded: its servers
 * would have to forward what is not theirs, which anti-spoofing stops.
 */
export function wayBetween(
  graph: Graph,
  isProject: (place: string) => boolean,
  from: string,
  to: string,
): readonly Hop[] | undefined {
  const cameBy = new Map<string, Hop | undefined>([[from, undefined]])
  const due = [from]
  for (const place of due) {
    if (place === to) return wayTo(place, cameBy)
    for (const hop of graph.get(place) ?? []) {
      if (cameBy.has(hop.to)) continue
      cameBy.set(hop.to, hop)
      if (hop.to === to || !isProject(hop.to)) due.push(hop.to)
    }
  }
  return undefined
}

function wayTo(place: string, cameBy: ReadonlyMap<string, Hop | undefined>): readonly Hop[] {
  const way: Hop[] = []
  for (let hop = cameBy.get(place); hop !== undefined; hop = cameBy.get(hop.from)) way.unshift(hop)
  return way
}
