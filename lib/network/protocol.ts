import type { IcmpType, Protocol } from '../../generated/types/system.ts'
import type { IpVersion } from './cidr.ts'

type ByVersion<T> = Readonly<Record<IpVersion, T>>

interface ProtocolFacts {
  /** IANA's number, and Neutron's name for it: Neutron stores any other name under this one. */
  readonly number: ByVersion<bigint>
  readonly name: ByVersion<string>
  /** What tells its packets apart beside their addresses. */
  readonly narrowedBy: 'ports' | 'icmpTypes' | 'nothing'
  /** The group that its packets are sent to inside one network, whoever is meant. */
  readonly multicast?: ByVersion<string>
}

/**
 * The protocols that a rule may name. Numbers and names: IANA's protocol numbers, and `neutron_lib.constants`, which
 * knows each of them by name; the group of VRRP: RFC 5798, 5.1.1.2 and 5.1.2.2.
 */
export const protocols: Readonly<Record<Protocol, ProtocolFacts>> = {
  tcp: same(6n, 'tcp', 'ports'),
  udp: same(17n, 'udp', 'ports'),
  icmp: { number: { 4: 1n, 6: 58n }, name: { 4: 'icmp', 6: 'ipv6-icmp' }, narrowedBy: 'icmpTypes' },
  vrrp: { ...same(112n, 'vrrp', 'nothing'), multicast: { 4: '224.0.0.18/32', 6: 'ff02::12/128' } },
  esp: same(50n, 'esp', 'nothing'),
  ah: same(51n, 'ah', 'nothing'),
  gre: same(47n, 'gre', 'nothing'),
}

function same(number: bigint, name: string, narrowedBy: ProtocolFacts['narrowedBy']): ProtocolFacts {
  return { number: { 4: number, 6: number }, name: { 4: name, 6: name }, narrowedBy }
}

export function hasPorts(protocol: Protocol): boolean {
  return protocols[protocol].narrowedBy === 'ports'
}

/**
 * The kinds of ICMP message that a rule may be narrowed to, each with its number in both versions (RFC 792, RFC 4443).
 * Only what begins an exchange or reports on one: replies pass with what they answer. The provider cannot write type 0.
 */
export const icmpTypes: Readonly<Record<IcmpType, ByVersion<number>>> = {
  'echo-request': { 4: 8, 6: 128 },
  'destination-unreachable': { 4: 3, 6: 1 },
  'time-exceeded': { 4: 11, 6: 3 },
  'parameter-problem': { 4: 12, 6: 4 },
}

const everyProtocol = Object.values(protocols).flatMap(({ number, name }) =>
  ([4, 6] as const).map(version => ({ number: number[version], name: name[version] })),
)

const numberByName = new Map(everyProtocol.map(({ number, name }) => [name, number]))
const nameByNumber = new Map(everyProtocol.map(({ number, name }) => [number, name]))

/** The number of a protocol by Neutron's name; undefined for one that no rule of ours names. */
export function protocolNumber(name: string): bigint | undefined {
  return numberByName.get(name)
}

/** Neutron's name of a protocol; undefined for one that no rule of ours names. */
export function protocolName(number: bigint): string | undefined {
  return nameByNumber.get(number)
}

/** The protocol of a rule by its number; undefined for one that no rule names. */
export function protocolOf(number: bigint, version: IpVersion): Protocol | undefined {
  return keyWhere(protocols, facts => facts.number[version] === number)
}

/** The kind of ICMP message by its number; undefined for one that no rule names. */
export function icmpTypeOf(number: bigint, version: IpVersion): IcmpType | undefined {
  return keyWhere(icmpTypes, numbers => BigInt(numbers[version]) === number)
}

function keyWhere<T extends object>(
  table: T,
  isWanted: (value: T[Extract<keyof T, string>]) => boolean,
): Extract<keyof T, string> | undefined {
  for (const key in table) if (isWanted(table[key])) return key
  return undefined
}
