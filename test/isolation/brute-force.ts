// Walks every packet that could tell two worlds apart, and lists who may do what. It shares no import with the checker, and
// is as plain as it can be: no intervals, no sets of traffic, one packet after the other.
import type { Answers, Entry } from './api-answers.ts'

interface Prefix {
  readonly version: 4 | 6
  readonly first: bigint
  readonly last: bigint
}

interface Rule {
  readonly version: 4 | 6
  readonly remote: Prefix | undefined
  readonly protocol: string | undefined
  readonly ports: readonly [number, number] | undefined
}

/** The points at which worlds are looked at. */
interface Grid {
  readonly addresses: readonly { readonly version: 4 | 6; readonly at: bigint }[]
  readonly protocols: readonly string[]
  readonly ports: readonly number[]
}

const zonesOwn = 'project domain platform platform'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const list = (value: unknown): readonly Entry[] => (Array.isArray(value) ? value : [])
const record = (value: unknown): Entry => (typeof value === 'object' && value !== null ? { ...value } : {})

/** Undefined for what is no network. */
function prefixOf(value: unknown): Prefix | undefined {
  const [address = '', length = ''] = text(value).split('/')
  const version = address.includes(':') ? 6 : 4
  const bits = version === 4 ? 32 : 128
  const number = version === 4 ? fourOf(address) : sixOf(address)
  if (number === undefined || !/^\d+$/.test(length) || Number(length) > bits) return undefined
  const hosts = 1n << BigInt(bits - Number(length))
  const first = (number / hosts) * hosts
  return { version, first, last: first + hosts - 1n }
}

function fourOf(address: string): bigint | undefined {
  const parts = address.split('.')
  const sound = parts.length === 4 && parts.every(part => /^\d{1,3}$/.test(part) && Number(part) < 256)
  return sound ? parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n) : undefined
}

function sixOf(address: string): bigint | undefined {
  const [head = '', tail] = address.split('::')
  const words = (side: string): string[] => (side === '' ? [] : side.split(':'))
  const [left, right] = [words(head), tail === undefined ? [] : words(tail)]
  const missing = 8 - left.length - right.length
  if (tail === undefined ? missing !== 0 : missing < 0) return undefined
  const all = [...left, ...Array<string>(missing).fill('0'), ...right]
  if (!all.every(word => /^[0-9a-f]{1,4}$/i.test(word))) return undefined
  return all.reduce((sum, word) => sum * 65_536n + BigInt(`0x${word}`), 0n)
}

function ruleOf(rule: Entry): Rule {
  const [min, max] = [rule.port_range_min, rule.port_range_max]
  const protocol = typeof rule.protocol === 'string' ? rule.protocol : undefined
  const isIcmp = protocol === 'icmp' || protocol === 'ipv6-icmp'
  const to = isIcmp ? min : max
  return {
    version: rule.ethertype === 'IPv6' ? 6 : 4,
    remote: prefixOf(rule.remote_ip_prefix),
    protocol,
    ports: typeof min === 'number' && typeof to === 'number' ? [min, to] : undefined,
  }
}

/** Every edge of every rule and network of some worlds, one on either side of it, and some of nobody. */
function gridOf(worlds: readonly Answers[]): Grid {
  const addresses = new Map<string, Grid['addresses'][number]>()
  const protocols = new Set(['tcp', 'udp', 'icmp', 'ipv6-icmp', 'vrrp', 'another'])
  const ports = new Set([0, 1, 22, 65_535])
  const edge = (prefix: Prefix | undefined): void => {
    if (prefix === undefined) return
    for (const at of [prefix.first - 1n, prefix.first, prefix.last, prefix.last + 1n])
      if (at >= 0n && at < 1n << BigInt(prefix.version === 4 ? 32 : 128))
        addresses.set(`${prefix.version} ${at}`, { version: prefix.version, at })
  }
  for (const world of worlds) {
    for (const subnet of world.subnets ?? []) edge(prefixOf(subnet.cidr))
    for (const group of world.groups ?? []) {
      for (const rule of list(group.security_group_rules)) {
        edge(prefixOf(rule.remote_ip_prefix))
        for (const port of [rule.port_range_min, rule.port_range_max])
          if (typeof port === 'number') for (const near of [port - 1, port, port + 1]) ports.add(near)
        if (typeof rule.protocol === 'string') protocols.add(rule.protocol)
      }
    }
  }
  return {
    addresses: [...addresses.values()],
    protocols: [...protocols],
    ports: [...ports].filter(port => port >= 0 && port <= 65_535),
  }
}

/** What a world allows beyond another, a line each. */
export function openedBy(before: Answers, after: Answers): readonly string[] {
  const grid = gridOf([before, after])
  const changed = changedOwners(before, after)
  const known = new Set(allowedIn(before, grid, changed))
  return [...new Set(allowedIn(after, grid, changed))].filter(line => !known.has(line))
}

/** Whose groups are not the same in two worlds: nobody else's packets can differ. */
function changedOwners(before: Answers, after: Answers): ReadonlySet<unknown> {
  const textsOf = (world: Answers) => new Set((world.groups ?? []).map(group => JSON.stringify(group)))
  const [old, now] = [textsOf(before), textsOf(after)]
  const groups = [...(before.groups ?? []), ...(after.groups ?? [])]
  const changed = groups.filter(group => !(old.has(JSON.stringify(group)) && now.has(JSON.stringify(group))))
  return new Set(changed.map(({ project_id: owner }) => owner))
}

function* allowedIn(world: Answers, grid: Grid, changed: ReadonlySet<unknown>): Generator<string> {
  yield* packetsIn(world, grid, changed)
  yield* waysIn(world)
  yield* rightsIn(world)
}

function* packetsIn(
  world: Answers,
  { addresses, protocols, ports }: Grid,
  changed: ReadonlySet<unknown>,
): Generator<string> {
  const projects = new Set((world.projects ?? []).map(({ id }) => id))
  for (const group of world.groups ?? []) {
    if (!projects.has(group.project_id)) continue
    // The zone's own project has no servers that a packet could come from or go to.
    if (!changed.has(group.project_id) || group.project_id === zonesOwn) continue
    for (const entry of list(group.security_group_rules)) {
      const rule = ruleOf(entry)
      const place = `${group.project_id} ${entry.direction}`
      for (const { version, at } of addresses) {
        if (version !== rule.version) continue
        if (rule.remote !== undefined && (at < rule.remote.first || at > rule.remote.last)) continue
        for (const protocol of protocols) {
          if (rule.protocol !== undefined && rule.protocol !== protocol) continue
          for (const port of ports)
            if (rule.ports === undefined || (rule.ports[0] <= port && port <= rule.ports[1]))
              yield `packet ${place} ${version} ${at} ${protocol} ${port}`
        }
      }
    }
  }
}

/** Whose ports stand in which network, and which networks routers join, step by step until nothing is new. */
function* waysIn(world: Answers): Generator<string> {
  const near = new Map<string, Set<string>>()
  const join = (a: string, b: string): void => {
    near.set(a, (near.get(a) ?? new Set()).add(b))
    near.set(b, (near.get(b) ?? new Set()).add(a))
  }
  const owners = new Map((world.networks ?? []).map(({ id, project_id: owner }) => [id, owner]))
  const networkOf = new Map((world.subnets ?? []).map(({ id, network_id: network }) => [id, network]))
  const subnetOwners = new Map((world.subnets ?? []).map(({ id, project_id: owner }) => [id, owner]))
  const routerOwners = new Map((world.routers ?? []).map(({ id, project_id: owner }) => [id, owner]))
  for (const { id, project_id: owner } of world.networks ?? []) join(`project ${owner}`, `place ${id}`)
  for (const { network_id: network, project_id: owner } of world.subnets ?? []) {
    join(`project ${owner}`, `place ${network}`)
    if (owners.get(network) !== owner) yield `subnet of ${owner} in the network of ${owners.get(network)}`
  }
  for (const router of world.routers ?? []) {
    const { network_id: gateway, qos_policy_id: policy } = record(router.external_gateway_info)
    if (typeof gateway !== 'string') continue
    join(`place ${router.id}`, `place ${gateway}`)
    yield `uplink of ${router.project_id} into a network of ${owners.get(gateway)}`
    yield* widths(world, router.project_id, policy)
  }
  for (const port of world.ports ?? []) {
    if (port.device_owner !== 'network:router_interface') continue
    for (const { subnet_id: subnet } of list(port.fixed_ips)) {
      join(`place ${port.device_id}`, `place ${networkOf.get(subnet) ?? subnet}`)
      const [user, owner] = [routerOwners.get(port.device_id), subnetOwners.get(subnet)]
      if (user !== owner) yield `router of ${user} on the subnet of ${owner}`
    }
  }
  for (const start of near.keys()) if (start.startsWith('project ')) yield* reachedFrom(start, near)
}

function* reachedFrom(start: string, near: ReadonlyMap<string, ReadonlySet<string>>): Generator<string> {
  const seen = new Set([start])
  for (const place of seen) {
    if (place !== start && place.startsWith('project ')) yield `way ${start} ${place}`
    else for (const next of near.get(place) ?? []) seen.add(next)
  }
}

const steps = [0, 1, 2, 5, 9, 10, 11, 12, 20, 50, 99, 100, 101, 1000].map(mbps => mbps * 1000)

/** A line for every width that the uplink exceeds. */
function* widths(world: Answers, project: unknown, policy: unknown): Generator<string> {
  const rules = list((world.qosPolicies ?? []).find(({ id }) => id === policy)?.rules)
  const limits = ['ingress', 'egress'].map(
    side =>
      rules.find(rule => rule.type === 'bandwidth_limit' && (rule.direction ?? 'egress') === side)?.max_kbps,
  )
  yield `uplink ${project}`
  for (const step of steps)
    if (limits.some(limit => typeof limit !== 'number' || limit > step))
      yield `uplink ${project} beyond ${step}`
}

function* rightsIn(world: Answers): Generator<string> {
  const domainNames = new Map((world.domains ?? []).map(({ id, name }) => [id, name]))
  const projects = new Set((world.projects ?? []).map(({ id }) => id))
  for (const { name, domain_id: domain, is_domain: isDomain } of world.projects ?? [])
    if (isDomain !== true) yield `project ${domainNames.get(domain)} ${name}`
  const isOwned =
    projects.has(zonesOwn) || !(world.networks ?? []).some(network => network.project_id === zonesOwn)
  if (!isOwned) yield 'nobody known owns what the zone has'
  for (const { role, group, user, scope } of world.assignments ?? []) {
    const [holder, of] = [record(group ?? user), record(scope)]
    const [project, domain] = [record(of.project).id, record(of.domain).id]
    const place = projects.has(project) ? project : domainNames.has(domain) ? domain : 'nobody knows what'
    const { id, name } = record(holder.domain)
    const home = name ?? domainNames.get(id)
    const kind = group === undefined ? 'user' : 'group'
    const way = of['OS-INHERIT:inherited_to'] === undefined ? 'here' : 'inherited'
    yield `role ${record(role).name} on ${place} ${kind} ${home} ${holder.name} ${way}`
  }
  for (const { project_id: owner, cidr, subnetpool_id: pool } of world.subnets ?? []) {
    yield `addresses ${owner} ${cidr}`
    if (typeof pool !== 'string') yield `no scope for ${owner}`
  }
  for (const network of world.networks ?? []) {
    if (network.shared === true) yield `open network ${network.project_id}`
    if (network.port_security_enabled === false) yield `unguarded network ${network.project_id}`
  }
  for (const { project_id: owner, routes } of world.routers ?? [])
    for (const route of list(routes)) yield `route ${owner} ${route.destination} ${route.nexthop}`
  for (const { project_id: owner, host_routes: routes } of world.subnets ?? [])
    for (const route of list(routes)) yield `route ${owner} ${route.destination} ${route.nexthop}`
  yield* guardsOff(world)
  yield* shares(world)
  for (const { flavor_id: flavor, tenant_id: project } of world.flavorAccess ?? [])
    if (text(flavor).endsWith('_exclusive')) yield `flavor ${flavor} ${project}`
}

function* guardsOff(world: Answers): Generator<string> {
  const routers = new Set((world.routers ?? []).map(({ id }) => id))
  for (const port of world.ports ?? []) {
    const isRouters = text(port.device_owner).startsWith('network:router') && routers.has(port.device_id)
    if (isRouters) continue
    if (port.port_security_enabled === false) yield `unguarded port ${port.project_id}`
    if (list(port.allowed_address_pairs).length > 0) yield `pairs ${port.project_id}`
    if (text(port.device_owner).startsWith('network:')) yield `trusted port ${port.project_id}`
  }
}

function* shares(world: Answers): Generator<string> {
  const owners = new Map((world.networks ?? []).map(({ id, project_id: owner }) => [id, owner]))
  for (const { object_type: type, object_id: object, action, target_tenant: target } of world.policies ?? [])
    if (type === 'network' && owners.get(object) !== target)
      yield `policy ${action} ${owners.get(object)} ${target}`
    else if (type !== 'network') yield `policy ${type} ${action} ${object} ${target}`
  for (const listing of ['addressScopes', 'qosPolicies', 'subnetPools'])
    for (const { project_id: owner, shared } of world[listing] ?? [])
      if (shared === true) yield `open ${listing} ${owner}`
}
