import type { Stretch } from '../network/box.ts'
import { Cidr, type IpVersion } from '../network/cidr.ts'
import { protocolNumber } from '../network/protocol.ts'
import type { Direction } from './model.ts'
import { boxOf, type TrafficSet } from './traffic-set.ts'

const versions: Readonly<Record<string, IpVersion>> = { IPv4: 4, IPv6: 6 }

/** The addresses of a network as a stretch. */
export function addressesOf({ first, last }: Cidr): Stretch {
  return { from: first, to: last }
}

export interface RuleReading {
  readonly direction: Direction
  readonly version: IpVersion
  readonly traffic: TrafficSet
}

/**
 * What a rule of a security group passes. An attribute that is left out narrows nothing, as in Neutron.
 *
 * @returns the attribute that cannot be understood, as text
 */
export function readRule(attributes: Readonly<Record<string, unknown>>): RuleReading | string {
  const direction = attributes.direction
  if (direction !== 'ingress' && direction !== 'egress') return 'direction'
  const version = versions[String(attributes.ethertype)]
  if (version === undefined) return 'ethertype'
  const remote = remoteOf(attributes.remote_ip_prefix, version)
  if (typeof remote === 'string') return remote
  const protocol = protocolOf(attributes.protocol)
  if (typeof protocol === 'string') return protocol
  const port = portsOf(attributes)
  if (typeof port === 'string') return port
  const traffic = [
    boxOf(version, {
      ...(remote === undefined ? {} : { [direction === 'ingress' ? 'source' : 'destination']: remote }),
      ...(protocol === undefined ? {} : { protocol }),
      ...(port === undefined ? {} : { port }),
    }),
  ]
  return { direction, version, traffic }
}

export type ReadRule = typeof readRule

/** Past it everything is forgotten: most rules of all systems are equal, and those that name a network of one are not. */
const keptAtMost = 20_000

/** Reads rules so that equal ones share what they pass. */
export function sharedReader(): ReadRule {
  const known = new Map<string, RuleReading | string>()
  return attributes => {
    const { direction, ethertype, protocol, remote_ip_prefix: remote } = attributes
    const ports = [attributes.port_range_min, attributes.port_range_max]
    const key = JSON.stringify([direction, ethertype, protocol, remote, ...ports])
    const kept = known.get(key)
    if (kept !== undefined) return kept
    if (known.size >= keptAtMost) known.clear()
    const reading = readRule(attributes)
    known.set(key, reading)
    return reading
  }
}

function remoteOf(value: unknown, version: IpVersion): Stretch | undefined | string {
  if (value === undefined) return undefined
  const cidr = typeof value === 'string' ? Cidr.read(value).cidr : undefined
  return cidr?.version === version ? addressesOf(cidr) : 'remote_ip_prefix'
}

function protocolOf(value: unknown): Stretch | undefined | string {
  if (value === undefined) return undefined
  const number = typeof value === 'string' ? (protocolNumber(value) ?? byNumber(value)) : undefined
  return number === undefined ? 'protocol' : stretchOf(number, number)
}

/** IANA's number, as a rule may name a protocol that has no other name. */
function byNumber(text: string): bigint | undefined {
  return /^(?:[0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])$/.test(text) ? BigInt(text) : undefined
}

/** Of an ICMP rule the first number is the type and the second the code, which the model doesn't tell apart. */
function portsOf(attributes: Readonly<Record<string, unknown>>): Stretch | undefined | string {
  const { port_range_min: min, port_range_max: max, protocol } = attributes
  if (min === undefined && max === undefined) return undefined
  const icmp = protocol === 'icmp' || protocol === 'ipv6-icmp'
  const to = icmp ? min : max
  if (!isPort(min) || !isPort(to) || min > to) return 'port_range_min'
  return stretchOf(BigInt(min), BigInt(to))
}

const stretches = new Map<string, Stretch>()

/** The same stretch for the same numbers: few protocols and ports are ever named, and by very many rules. */
function stretchOf(from: bigint, to: bigint): Stretch {
  const key = `${from}-${to}`
  const known = stretches.get(key)
  if (known !== undefined) return known
  if (stretches.size >= keptAtMost) stretches.clear()
  const stretch = { from, to }
  stretches.set(key, stretch)
  return stretch
}

function isPort(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 65_535
}
