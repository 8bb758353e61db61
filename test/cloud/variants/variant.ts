// One information system, made up: what people write into manifests, and a little beyond.
import type { EgressRule, IngressRule, ServiceLine } from '../../../generated/types/system.ts'
import { Cidr } from '../../../lib/network/cidr.ts'
import { type Random, randomOf } from './random.ts'

export type ZoneId = 'internet' | 'extranet'

export interface Variant {
  /** Counted from 0; with the seed it says all of the variant. */
  readonly index: number
  readonly zone: ZoneId
  readonly name: string
  readonly network: { readonly ipv4: string; readonly ipv6?: string }
  readonly services: readonly ServiceLine[]
  readonly ingress: readonly IngressRule[]
  readonly egress: readonly EgressRule[]
}

/** The pools of the catalogue that variants are written for; see `repository.ts`. */
export const pools = {
  internet: { ipv4: Cidr.of('10.64.0.0/12'), ipv6: Cidr.of('fd6a:4b1e:64::/48') },
  extranet: { ipv4: Cidr.of('10.96.0.0/12'), ipv6: Cidr.of('fd6a:4b1e:96::/48') },
} as const

/** Each variant has a block of its own, in which its network is as large as it likes. */
export const blockLength = 22

export function variantOf(seed: number, index: number): Variant {
  const random = randomOf(seed * 1_000_003 + index)
  const zone = random.one(['internet', 'extranet'])
  const network = networkOf(random, zone, index)
  const rules = (most: number) => random.many(0, most, () => ruleOf(random, zone, network.ipv6 !== undefined))
  return {
    index,
    zone,
    name: nameOf(random),
    network,
    services: servicesOf(random, zone, network.ipv4),
    ingress: rules(5).map(({ peer, ...rule }) => ({ from: peer, ...rule })),
    egress: rules(2).map(({ peer, ...rule }) => ({ to: peer, ...rule })),
  }
}

/** Blocks of characters: common hanzi, rare ones within the plane, their radicals, letters, marks; some beyond it. */
const blocks: readonly [readonly [number, number], ...(readonly [number, number])[]] = [
  [0x4e00, 0x9fa5],
  [0x3400, 0x4db5],
  [0x9fa6, 0x9fef],
  [0x61, 0x7a],
  [0x21, 0x7e],
  [0x3001, 0x3011],
  [0xc0, 0x17f],
  [0x391, 0x3c9],
  [0x20000, 0x2a6d6],
]

function nameOf(random: Random): string {
  const length = random.one([1, 2, 8, 20, 60, 198])
  const last = blocks.length - (random.happens(5) ? 1 : 2)
  const block = () => blocks[random.whole(0, last)]
  const text = Array.from({ length }, () => {
    const [first, last] = block() ?? [0x4e00, 0x9fa5]
    return String.fromCodePoint(random.whole(first, last))
  })
  return text.join('').normalize('NFC')
}

function networkOf(random: Random, zone: ZoneId, index: number): Variant['network'] {
  // The first blocks are those of nobody, and the last ones lie under the gateways' own networks.
  const block = pools[zone].ipv4.subnet(blockLength, BigInt(index + 1))
  const length = random.happens(5) ? random.whole(29, 32) : random.whole(blockLength, 28)
  const count = Number(block.subnetCount(length))
  const ipv4 = block.subnet(length, BigInt(random.whole(0, count - 1))).toString()
  if (random.happens(40)) return { ipv4 }
  const long = random.happens(95) ? 64 : random.one([60, 63, 65, 80, 127])
  const around = pools[zone].ipv6.subnet(60, BigInt(index + 1))
  return { ipv4, ipv6: Cidr.at(6, around.first, long).toString() }
}

const volumes = ['evs.sata', 'evs.sas', 'evs.ssd', 'evs.bulk'] as const
const others = [
  'cbr.volume',
  'cbr.snapshot',
  'cbr.policy',
  'elb.standard',
  'net.ports',
  'sec.groups',
] as const
const uplinks = {
  internet: ['eip.bgp.5m', 'eip.bgp.50m', 'eip.bandwidth'],
  extranet: ['eip.extranet.100m', 'eip.bandwidth'],
} as const

function servicesOf(random: Random, zone: ZoneId, ipv4: string): readonly ServiceLine[] {
  const quantity = () => random.one([1, 2, 3, 7, 100, 1000, 32_768])
  // Five addresses of a network are no server's; now and then there are more servers than that leaves room for.
  const room = Number(Cidr.of(ipv4).size) - 5
  const servers = random.happens(95) && room > 0 ? random.whole(1, Math.min(room, 40)) : 12
  const items = new Map<string, number>([['ecs.domestic.4c8g', servers]])
  for (const item of random.many(0, 3, () => random.one(volumes))) items.set(item, quantity())
  for (const item of random.many(0, 2, () => random.one(others)))
    items.set(item, random.whole(1, item === 'net.ports' || item === 'elb.standard' ? 1 : 8))
  if (random.happens(50)) items.set(random.one(uplinks[zone]), random.one([1, 1, 1, 2, 3]))
  items.set('sec.host-protection', servers)
  items.set('sec.log-audit', 1)
  return [...items].map(([item, quantity]) => ({ item, quantity }))
}

interface Rule extends Omit<IngressRule, 'from'> {
  readonly peer: string
}

function ruleOf(random: Random, zone: ZoneId, hasIpv6: boolean): Rule {
  const protocol = random.one(['tcp', 'tcp', 'udp', 'icmp'])
  const peer = peerOf(random, zone, hasIpv6 || random.happens(2))
  return protocol === 'icmp'
    ? { peer, protocol }
    : { peer, protocol, ports: [...random.many(1, 3, () => portOf(random))] }
}

function peerOf(random: Random, zone: ZoneId, maybeIpv6: boolean): string {
  const kind = random.whole(0, 9)
  if (kind < 2) return 'self'
  if (kind < 3 && zone === 'internet') return 'internet'
  if (kind < 7 || !maybeIpv6) {
    const address = BigInt(random.whole(0, 2 ** 24 - 1)) + (BigInt(random.one([172, 192, 11, 100])) << 24n)
    return Cidr.at(4, address, random.one([8, 12, 16, 20, 24, 30, 31, 32])).toString()
  }
  const address =
    (0xfd00n << 112n) + (BigInt(random.whole(0, 2 ** 31)) << 64n) + BigInt(random.whole(0, 2 ** 31))
  return Cidr.at(6, address, random.one([16, 32, 48, 64, 96, 127, 128])).toString()
}

function portOf(random: Random): number | string {
  const port = () => random.one([1, 2, 22, 443, 8080, 65_534, 65_535, random.whole(1, 65_535)])
  if (random.happens(12)) return '1-65535'
  if (random.happens(60)) return port()
  const ends = [port(), port()].sort((a, b) => a - b)
  return `${ends[0]}-${ends[1]}`
}
