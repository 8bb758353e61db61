import { readRule } from '../isolation/group-rules.ts'
import { difference, type TrafficSet } from '../isolation/traffic-set.ts'
import { Cidr } from '../network/cidr.ts'
import { isRecord, textAt, valueAt } from './json.ts'
import type { Change } from './resource-changes.ts'
import type { StateResource } from './state.ts'
import type { CloudThing } from './thing.ts'

const groupType = 'openstack_networking_secgroup_v2'
const ruleType = 'openstack_networking_secgroup_rule_v2'

/**
 * Rules that a plan makes or alters and that pass what no standing rule of the same security group passes. Nothing for a
 * stack of which no group stands yet: there is nothing to compare with.
 *
 * @param decidedElsewhere networks that other files decide: what lies wholly in them is left out
 */
export function widenedRules(
  resources: readonly StateResource[],
  configuration: unknown,
  changes: readonly Change[],
  decidedElsewhere: readonly string[],
): readonly CloudThing[] {
  if (!resources.some(({ type }) => type === groupType)) return []
  const standing = resources.filter(({ type }) => type === ruleType)
  const byGroup = Map.groupBy(standing, rule => groupOfStanding(rule, resources))
  return changes.flatMap(({ action, address, type }) => {
    if (type !== ruleType || action === 'no-op' || action === 'delete') return []
    const written = valueAt(configuration, 'resource', ruleType, address.slice(ruleType.length + 1))
    if (!isRecord(written) || isDecidedElsewhere(written, decidedElsewhere)) return []
    const beside = byGroup.get(groupOfWritten(written)) ?? []
    const before = beside.find(rule => rule.address === address)
    if (before !== undefined && isSameRule(before.attributes, written)) return []
    return isPassed(written, beside) ? [] : [thingOfRule(address, written)]
  })
}

/** The rules that a configuration has, as text to compare and to keep. */
export function writtenRules(configuration: unknown): string {
  return `${JSON.stringify(valueAt(configuration, 'resource', ruleType) ?? {}, null, 2)}\n`
}

type Attributes = Readonly<Record<string, unknown>>

/** The name in Terraform of the group that a rule is in; undefined where nothing tells. */
function groupOfWritten({ security_group_id: group }: Attributes): string | undefined {
  return typeof group === 'string' ? /secgroup_v2\.([a-z0-9_-]+)\.id/.exec(group)?.[1] : undefined
}

function groupOfStanding(
  { attributes: { security_group_id: id } }: StateResource,
  resources: readonly StateResource[],
): string | undefined {
  const group = resources.find(({ type, attributes }) => type === groupType && attributes.id === id)
  return group?.address.slice(groupType.length + 1)
}

/** What cannot be read passes everything where it is new, and nothing where it stands. */
function isPassed(written: Attributes, standing: readonly StateResource[]): boolean {
  const wanted = readRule(written)
  if (typeof wanted === 'string') return false
  const stands = standing.flatMap(({ attributes }): TrafficSet => {
    const rule = readRule(withoutDefaults(attributes))
    if (typeof rule === 'string' || rule.direction !== wanted.direction) return []
    return rule.traffic
  })
  return difference(wanted.traffic, stands).length === 0
}

/** A state holds empty texts and zeros where nothing was asked for. */
function withoutDefaults(attributes: Attributes): Attributes {
  const icmp = attributes.protocol === 'icmp' || attributes.protocol === 'ipv6-icmp'
  return Object.fromEntries(
    Object.entries(attributes).filter(([key, value]) => {
      const isNoPort = value === 0 && key.startsWith('port_range_') && !icmp
      return value !== '' && value !== null && !isNoPort
    }),
  )
}

const compared = [
  'direction',
  'ethertype',
  'protocol',
  'remote_ip_prefix',
  'port_range_min',
  'port_range_max',
]

function isSameRule(standing: Attributes, written: Attributes): boolean {
  return compared.every(key => (standing[key] || undefined) === (written[key] || undefined))
}

function isDecidedElsewhere(written: Attributes, networks: readonly string[]): boolean {
  const remote = Cidr.read(textAt(written, 'remote_ip_prefix') ?? '').cidr
  return remote !== undefined && networks.some(text => Cidr.read(text).cidr?.contains(remote) === true)
}

function thingOfRule(address: string, written: Attributes): CloudThing {
  const { direction, protocol, remote_ip_prefix: remote, port_range_min: from, port_range_max: to } = written
  const ports = from === undefined ? [] : [from === to ? String(from) : `${from}-${to}`]
  const note = [direction, protocol ?? 'any', ...ports, remote ?? 'any'].map(String).join(' ')
  return { kind: 'security-group-rule', id: '', name: address.slice(ruleType.length + 1), address, note }
}
