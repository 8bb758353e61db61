import type { EgressRule, IngressRule, Protocol } from '../../generated/types/system.ts'
import type { DataPath } from '../finding/finding.ts'
import { Cidr } from '../model/cidr.ts'
import type { Model, System } from '../model/model.ts'
import { type Peer, peerOf } from '../model/peer.ts'
import { PortRange } from '../model/port-range.ts'
import { view } from './view.ts'

/** An ingress or egress rule of a system in a zone. */
export interface TrafficRule {
  readonly system: System
  readonly zone: string
  readonly direction: 'ingress' | 'egress'
  /** From the manifest's root. */
  readonly path: DataPath
  readonly peer: Peer
  /** The peer as the manifest writes it, and the key it stands under. */
  readonly peerText: string
  readonly peerKey: 'from' | 'to'
  readonly protocol: Protocol
  readonly ports: readonly (number | string)[] | undefined
  readonly authorisedBy: string | undefined
}

function ingressOf(system: System, zone: string, index: number, rule: IngressRule): TrafficRule {
  return {
    system,
    zone,
    direction: 'ingress',
    path: ['zones', zone, 'ingress', index],
    peer: peerOf(rule.from),
    peerText: rule.from,
    peerKey: 'from',
    protocol: rule.protocol,
    ports: rule.ports,
    authorisedBy: rule.authorisedBy,
  }
}

function egressOf(system: System, zone: string, index: number, rule: EgressRule): TrafficRule {
  return {
    system,
    zone,
    direction: 'egress',
    path: ['zones', zone, 'egress', index],
    peer: peerOf(rule.to),
    peerText: rule.to,
    peerKey: 'to',
    protocol: rule.protocol,
    ports: rule.ports,
    authorisedBy: undefined,
  }
}

/** Every ingress and egress rule, system by system. */
export const trafficOf = view((model): readonly TrafficRule[] =>
  model.systems.flatMap(system =>
    Object.entries(system.value.zones).flatMap(([zone, { ingress = [], egress = [] }]) => [
      ...ingress.map((rule, index) => ingressOf(system, zone, index, rule)),
      ...egress.map((rule, index) => egressOf(system, zone, index, rule)),
    ]),
  ),
)

/** The system that a rule's peer names; undefined when it names none, or one that does not exist. */
export function peerSystem(model: Model, { system, peer }: TrafficRule): System | undefined {
  if (peer.kind !== 'system') return undefined
  return model.systemByAddress.get(`${system.value.metadata.jurisdiction}/${peer.unit}/${peer.system}`)
}

/** The network that a rule's peer names; undefined when it names none, or one that cannot be read. */
export function peerNetwork({ peer }: TrafficRule): Cidr | undefined {
  return peer.kind === 'network' ? Cidr.read(peer.cidr).cidr : undefined
}

/** Whether a network is all addresses, or so wide that it means as much: no single body has half of the internet. */
export function isEverywhere(cidr: Cidr): boolean {
  return cidr.prefixLength < (cidr.version === 4 ? 8 : 16)
}

const allPorts = [PortRange.of('1-65535')]

/** The readable port ranges of a rule; all of them where it names none. */
export function portRangesOf({ ports }: Pick<TrafficRule, 'ports'>): readonly PortRange[] {
  return ports === undefined ? allPorts : ports.flatMap(port => PortRange.read(port).range ?? [])
}

/** Whether some ranges together hold every port of others. */
export function coversPorts(outer: readonly PortRange[], inner: readonly PortRange[]): boolean {
  const merged = mergedRanges(outer)
  return inner.every(range => merged.some(({ from, to }) => from <= range.from && range.to <= to))
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
