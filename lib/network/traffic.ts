import type { IcmpType, Protocol } from '../../generated/types/system.ts'
import type { DataPath } from '../finding/finding.ts'
import { jurisdictionOf } from '../model/address.ts'
import type { Model, System } from '../model/model.ts'
import { systemValue } from '../model/view.ts'
import { Cidr } from './cidr.ts'
import { openingsOf } from './exposure.ts'
import { type Peer, peerOf } from './peer.ts'
import { PortRange } from './port-range.ts'
import { icmpTypes as knownTypes } from './protocol.ts'

/** An ingress or egress rule of a system in a zone. */
export interface TrafficRule {
  readonly system: System
  readonly zone: string
  /** The tier whose servers it is about; undefined for those in none. */
  readonly tier: string | undefined
  readonly direction: 'ingress' | 'egress'
  /** From the manifest's root. */
  readonly path: DataPath
  readonly peer: Peer
  /** The peer as the manifest writes it, and the key it stands under. */
  readonly peerText: string
  readonly peerKey: 'from' | 'to'
  readonly protocol: Protocol
  readonly ports: readonly (number | string)[] | undefined
  readonly icmpTypes: readonly IcmpType[] | undefined
  readonly authorisedBy: string | undefined
}

/** What of a rule is told by more than where it stands. */
type Said = Omit<TrafficRule, 'system' | 'peer' | 'peerKey'>

export function trafficRule(system: System, said: Said): TrafficRule {
  const { zone, tier, direction, path, peerText, protocol, ports, icmpTypes, authorisedBy } = said
  return {
    system,
    zone,
    tier,
    direction,
    path,
    peer: peerOf(peerText),
    peerText,
    peerKey: direction === 'ingress' ? 'from' : 'to',
    protocol,
    ports,
    icmpTypes,
    authorisedBy,
  }
}

/** Every ingress and egress rule of a system. */
export const trafficIn = systemValue((system): readonly TrafficRule[] =>
  openingsOf({ zones: system.value.zones }).flatMap(({ direction, scope, ...line }) =>
    direction === 'exchange' ? [] : [trafficRule(system, { ...line, zone: scope, direction })],
  ),
)

/** The address of the system that a rule's peer names, whether there is one or not; undefined when it names none. */
export function peerAddress({ system, peer }: TrafficRule): string | undefined {
  return peer.kind === 'system' ? `${jurisdictionOf(system)}/${peer.unit}/${peer.system}` : undefined
}

/** The system that a rule's peer names; undefined when it names none, or one that does not exist. */
export function peerSystem({ systemByAddress }: Model, rule: TrafficRule): System | undefined {
  const address = peerAddress(rule)
  return address === undefined ? undefined : systemByAddress.get(address)
}

/** The network that a rule's peer names; undefined when it names none, or one that cannot be read. */
export function peerNetwork({ peer }: TrafficRule): Cidr | undefined {
  return peer.kind === 'network' ? Cidr.read(peer.cidr).cidr : undefined
}

/** Whether a network is all addresses, or so wide that it means as much: no single body has half of the internet. */
export function isEverywhere({ version, prefixLength }: Pick<Cidr, 'version' | 'prefixLength'>): boolean {
  return prefixLength < (version === 4 ? 8 : 16)
}

const allPorts = [PortRange.of('1-65535')]

/** What narrows a rule beside its addresses and its protocol. */
export type Narrowing = Pick<TrafficRule, 'ports'> & Partial<Pick<TrafficRule, 'icmpTypes'>>

const typeNames = Object.keys(knownTypes)

/**
 * The readable port ranges of a rule; all of them where it names none. For ICMP a port is a kind of message, by its place
 * in our list: its number is another in each IP version.
 */
export function portRangesOf({ ports, icmpTypes }: Narrowing): readonly PortRange[] {
  const written = ports ?? icmpTypes?.map(type => typeNames.indexOf(type) + 1)
  return written === undefined ? allPorts : written.flatMap(port => PortRange.read(port).range ?? [])
}

/** Whether some ranges together hold every port of others. */
export function coversPorts(outer: readonly PortRange[], inner: readonly PortRange[]): boolean {
  const merged = mergedRanges(outer)
  return inner.every(range => merged.some(({ from, to }) => from <= range.from && range.to <= to))
}

/** Whether two rules have a port in common. */
export function sharesPort(one: Narrowing, other: Narrowing): boolean {
  return portRangesOf(one).some(a => portRangesOf(other).some(b => a.from <= b.to && b.from <= a.to))
}

function mergedRanges(
  ranges: readonly PortRange[],
): readonly { readonly from: number; readonly to: number }[] {
  const merged: { from: number; to: number }[] = []
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last !== undefined && from <= last.to + 1) last.to = Math.max(last.to, to)
    else merged.push({ from, to })
  }
  return merged
}
