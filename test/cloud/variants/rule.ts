import type { Exchange, IcmpType, IngressRule, Protocol } from '../../../generated/types/system.ts'
import { Cidr } from '../../../lib/network/cidr.ts'
import type { Random } from '../long/random.ts'
import { gatewayIds } from './catalogue.ts'
import type { Network, ZoneId } from './variant.ts'

export interface Rule extends Omit<IngressRule, 'from'> {
  readonly peer: string
}

interface Place {
  readonly zone: ZoneId
  readonly index: number
  readonly network: Network
}

/** Stands for the unit of a variant, which it does not know, in the name of a peer. */
export const ownUnit = 'unit'

/** Rules, and of some a second one: the same again, the same written another way, or one that holds it. */
export function rulesOf(random: Random, place: Place, most: number): readonly Rule[] {
  const rules = random.many(0, most, () => ruleOf(random, place))
  return rules.flatMap(rule => (random.happens(15) ? [rule, again(random, rule)] : [rule]))
}

function ruleOf(random: Random, place: Place): Rule {
  const protocol = random.happens(80) ? random.one(['tcp', 'tcp', 'udp', 'icmp']) : random.one(portless)
  const peer = protocol === 'vrrp' && random.happens(90) ? 'self' : peerOf(random, place)
  const open = daysOf(random)
  if (protocol === 'icmp') return { peer, protocol, ...typesOf(random), ...open }
  if (protocol !== 'tcp' && protocol !== 'udp') return { peer, protocol, ...open }
  return { peer, protocol, ports: [...random.many(1, 4, () => portOf(random))], ...open }
}

const portless = ['vrrp', 'esp', 'ah', 'gre'] as const satisfies readonly Protocol[]

const icmpTypes = [
  'echo-request',
  'destination-unreachable',
  'time-exceeded',
  'parameter-problem',
] as const satisfies readonly IcmpType[]

function typesOf(random: Random): Pick<Rule, 'icmpTypes'> {
  if (random.happens(50)) return {}
  return { icmpTypes: [...new Set(random.many(1, 3, () => random.one(icmpTypes)))] }
}

function again(random: Random, rule: Rule): Rule {
  const { ports, peer } = rule
  const way = random.whole(0, 3)
  if (way === 0 && ports !== undefined) return { ...rule, ports: ports.toReversed() }
  if (way === 1 && ports !== undefined) return { ...rule, ports: ports.map(otherText) }
  const { cidr } = Cidr.read(peer)
  if (way === 2 && cidr !== undefined && cidr.prefixLength > 9)
    return { ...rule, peer: Cidr.at(cidr.version, cidr.first, cidr.prefixLength - 1).toString() }
  return rule
}

function otherText(port: number | string): number | string {
  return typeof port === 'number' ? `${port}-${port}` : port
}

const days: readonly [Days, ...Days[]] = [
  { since: '2026-01-01' },
  { since: '2027-01-01' },
  { until: '2026-11-23' },
  { until: '2026-11-22' },
  { since: '2026-11-23', until: '2026-12-31' },
]

type Days = Pick<Rule, 'since' | 'until'>

function daysOf(random: Random): Days {
  return random.happens(90) ? {} : random.one(days)
}

function peerOf(random: Random, place: Place): string {
  const { zone, index, network } = place
  const kind = random.whole(0, 19)
  if (kind < 4) return 'self'
  if (kind < 6 && zone === 'internet') return 'internet'
  if (kind < 7 && random.happens(50))
    return `system:${ownUnit}/variant-${Math.max(0, index - random.whole(0, 2))}`
  if (kind < 8) return random.happens(20) ? (network.ipv4 ?? 'self') : 'self'
  if (kind < 14 || (network.ipv6 === undefined && !random.happens(1))) return ipv4Peer(random)
  const address =
    (random.one([0xfd00n, 0x2001n, 0x2409n]) << 112n) +
    (BigInt(random.whole(0, 2 ** 31)) << 64n) +
    BigInt(random.whole(0, 2 ** 31))
  return Cidr.at(6, address, random.one([16, 17, 32, 48, 63, 64, 65, 96, 127, 128])).toString()
}

function ipv4Peer(random: Random): string {
  if (random.happens(3))
    return random.one(['0.0.0.0/0', '0.0.0.0/1', '10.0.0.0/7', '::/0', '169.254.169.254/32'])
  const address =
    BigInt(random.whole(0, 2 ** 24 - 1)) + (BigInt(random.one([172, 192, 11, 100, 223, 1])) << 24n)
  const network = Cidr.at(4, address, random.one([8, 9, 12, 16, 20, 23, 24, 25, 30, 31, 32]))
  return random.happens(2)
    ? `${network.address(network.size - 1n)}/${network.prefixLength}`
    : network.toString()
}

function portOf(random: Random): number | string {
  const port = () => random.one([1, 2, 22, 443, 8080, 65_534, 65_535, random.whole(1, 65_535)])
  if (random.happens(12)) return '1-65535'
  if (random.happens(4)) return random.one(['2-65535', '1-65534', '1-1', '65535-65535', '443-443'])
  if (random.happens(60)) return port()
  const ends = [port(), port()].sort((a, b) => a - b)
  return `${ends[0]}-${ends[1]}`
}

export function exchangeOf(random: Random): Exchange {
  const [from, to] = random.one([
    ['internet', 'extranet'],
    ['extranet', 'internet'],
  ])
  return {
    through: random.one(gatewayIds),
    from,
    to,
    protocol: random.one(['tcp', 'tcp', 'udp']),
    ports: [portOf(random), ...random.many(0, 1, () => portOf(random))],
    authorisedBy: '示例授权〔2026〕2号',
  }
}
