import { isRecord, listAt, numberAt, textAt, valueAt } from '../../deliver/json.ts'
import { Cidr } from '../../network/cidr.ts'
import { readRule } from '../group-rules.ts'
import type { Draft } from '../model.ts'
import { ownerOf } from './owner.ts'
import type { CloudReader, CloudSource } from './reader.ts'

export const readNetworks: CloudReader = ({ lists, named }, { networks }) => {
  for (const entry of lists.of('networks')) {
    networks.push({
      id: named.object(textAt(entry, 'id')),
      origin: named.origin('network', entry),
      project: named.project(ownerOf(entry)),
      // A cloud without the extension guards every port.
      portSecurity: valueAt(entry, 'port_security_enabled') !== false,
      shared: valueAt(entry, 'shared') === true,
    })
  }
}

export const readSubnets: CloudReader = ({ lists, named }, { subnets, routes, unread }) => {
  for (const entry of lists.of('subnets')) {
    const origin = named.origin('subnet', entry)
    const { cidr } = Cidr.read(textAt(entry, 'cidr') ?? '')
    if (cidr === undefined) {
      unread.push({ origin, attribute: 'cidr' })
      continue
    }
    const project = named.project(ownerOf(entry))
    const [id, network] = [textAt(entry, 'id'), textAt(entry, 'network_id')]
    const pooled = textAt(entry, 'subnetpool_id') !== undefined
    subnets.push({ id: named.object(id), origin, project, network: named.object(network), cidr, pooled })
    for (const route of listAt(entry, 'host_routes')) routes.push({ project, origin, ...hopOf(route) })
  }
}

function hopOf(route: unknown) {
  return { destination: textAt(route, 'destination') ?? '', nextHop: textAt(route, 'nexthop') ?? '' }
}

export const readRouters: CloudReader = (source, { routers, routes }) => {
  const { lists, named } = source
  for (const entry of lists.of('routers')) {
    const origin = named.origin('router', entry)
    const project = named.project(ownerOf(entry))
    const id = named.object(textAt(entry, 'id'))
    for (const uplink of uplinksOf(entry)) {
      const network = textAt(uplink, 'network_id')
      const gateway = network === undefined ? undefined : named.object(network)
      routers.push({ id, origin, project, gateway, kbps: widthOf(source, uplink) })
    }
    for (const route of listAt(entry, 'routes')) routes.push({ project, origin, ...hopOf(route) })
  }
}

/** From 2024.1 on a router may have several, of which the older field tells the first; without any, one to nowhere. */
function uplinksOf(router: unknown): readonly unknown[] {
  const several = listAt(router, 'external_gateways')
  return several.length > 0 ? several : [valueAt(router, 'external_gateway_info')]
}

/** In the wider direction; undefined where either is not limited. */
function widthOf({ lists }: CloudSource, uplink: unknown): number | undefined {
  const found = lists.find('qosPolicies', textAt(uplink, 'qos_policy_id'))
  const limits = listAt(found, 'rules').filter(rule => textAt(rule, 'type') === 'bandwidth_limit')
  const [inward, outward] = ['ingress', 'egress'].map(side => {
    const limit = limits.find(rule => (valueAt(rule, 'direction') ?? 'egress') === side)
    return numberAt(limit, 'max_kbps')
  })
  return inward === undefined || outward === undefined ? undefined : Math.max(inward, outward)
}

export const readGroups: CloudReader = (source, draft) => {
  for (const group of source.lists.of('groups'))
    for (const rule of listAt(group, 'security_group_rules')) readGroupRule(source, group, rule, draft)
}

function readGroupRule(source: CloudSource, group: unknown, rule: unknown, { rules, unread }: Draft): void {
  const { named, readRule: read } = source
  const isDefault = textAt(group, 'name') === 'default'
  const origin = isDefault ? named.origin('security-group', group) : named.origin('security-group-rule', rule)
  const project = named.project(ownerOf(group))
  for (const attributes of narrowed(source, rule)) {
    const reading = read(attributes)
    if (typeof reading === 'string') unread.push({ origin, attribute: reading })
    else rules.push({ project, group: textAt(group, 'name') ?? '', origin, ...reading })
  }
}

/** A rule for the members of a group or for a list of addresses, as rules for the networks where these may lie. */
function narrowed(source: CloudSource, rule: unknown): readonly Readonly<Record<string, unknown>>[] {
  const attributes = withoutNulls(rule)
  const version = textAt(rule, 'ethertype') === 'IPv6' ? 6 : 4
  const [group, addresses] = [textAt(rule, 'remote_group_id'), textAt(rule, 'remote_address_group_id')]
  if (group === undefined && addresses === undefined) return [attributes]
  const networks = group === undefined ? addressesIn(source, addresses) : networksOf(source, group)
  return networks
    .filter(text => text.includes(':') === (version === 6))
    .map(remote => ({ ...attributes, remote_ip_prefix: remote }))
}

function networksOf({ lists }: CloudSource, group: string): readonly string[] {
  const owner = ownerOf(lists.find('groups', group))
  return lists.ownedBy('subnets', owner).flatMap(subnet => textAt(subnet, 'cidr') ?? [])
}

function addressesIn({ lists }: CloudSource, group: string | undefined): readonly string[] {
  const found = lists.find('addressGroups', group)
  return listAt(found, 'addresses').filter(address => typeof address === 'string')
}

/** Other names that Neutron takes for a protocol (`neutron_lib.constants.IP_PROTOCOL_NAME_ALIASES`). */
const aliases: Readonly<Record<string, string>> = { icmp: 'icmp', icmp6: 'ipv6-icmp', icmpv6: 'ipv6-icmp' }

/**
 * What a rule does not narrow is null in an answer. A protocol that nobody here knows narrows nothing: what tenants write
 * must not keep the others from being judged.
 */
function withoutNulls(rule: unknown): Readonly<Record<string, unknown>> {
  const told = isRecord(rule) ? Object.entries(rule).filter(([, value]) => value !== null) : []
  const { protocol, ...attributes } = Object.fromEntries(told)
  if (typeof protocol !== 'string') return attributes
  const isV6 = attributes.ethertype === 'IPv6'
  const name = isV6 && protocol === 'icmp' ? 'ipv6-icmp' : (aliases[protocol] ?? protocol)
  const reading = readRule({ direction: 'egress', ethertype: 'IPv4', protocol: name })
  return reading === 'protocol' ? withoutPorts(attributes) : { ...attributes, protocol: name }
}

function withoutPorts(attributes: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { port_range_min: _, port_range_max: __, ...others } = attributes
  return others
}
