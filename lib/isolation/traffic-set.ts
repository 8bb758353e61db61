import { type Box, holdsNumber, type Stretch, sharedBox, uncovered } from '../network/box.ts'
import type { IpVersion } from '../network/cidr.ts'
import { everyAddress } from '../network/family.ts'

/** In this order everywhere. For ICMP the port is the message's type. */
export const dimensions = ['source', 'destination', 'protocol', 'port'] as const

export type Dimension = (typeof dimensions)[number]

/** Packets of one IP version whose every field lies in a stretch. Protocols are IANA's numbers. */
export interface TrafficBox extends Readonly<Record<Dimension, Stretch>> {
  readonly version: IpVersion
}

/** One packet, as far as a rule of Neutron can tell two apart. */
export interface Packet extends Readonly<Record<Dimension, bigint>> {
  readonly version: IpVersion
}

/** Packets as a union of boxes, which may overlap. */
export type TrafficSet = readonly TrafficBox[]

export const noTraffic: TrafficSet = []

const anyProtocol: Stretch = { from: 0n, to: 255n }
const anyPort: Stretch = { from: 0n, to: 65_535n }

/** Every packet of an IP version, but for the fields that are given. */
export function boxOf(version: IpVersion, fields: Partial<Record<Dimension, Stretch>> = {}): TrafficBox {
  const { source, destination, protocol = anyProtocol, port = anyPort } = fields
  return {
    version,
    source: source ?? everyAddress(version),
    destination: destination ?? everyAddress(version),
    protocol,
    port,
  }
}

function sidesOf(box: TrafficBox): Box {
  return dimensions.map(dimension => box[dimension])
}

function boxOfSides(version: IpVersion, sides: Box): TrafficBox {
  return boxOf(version, Object.fromEntries(dimensions.map((dimension, at) => [dimension, sides[at]])))
}

function boxIntersection(a: TrafficBox, b: TrafficBox): TrafficSet {
  const shared = a.version === b.version ? sharedBox(sidesOf(a), sidesOf(b)) : undefined
  return shared === undefined ? noTraffic : [boxOfSides(a.version, shared)]
}

export function intersection(a: TrafficSet, b: TrafficSet): TrafficSet {
  return a.flatMap(one => b.flatMap(other => boxIntersection(one, other)))
}

export function difference(a: TrafficSet, b: TrafficSet): TrafficSet {
  return a.flatMap(box => {
    const others = b.filter(({ version }) => version === box.version).map(sidesOf)
    return uncovered(sidesOf(box), others).map(sides => boxOfSides(box.version, sides))
  })
}

/** Without overlaps, so that what is counted in it is counted once. */
export function union(a: TrafficSet, b: TrafficSet): TrafficSet {
  return [...a, ...difference(b, a)]
}

export function holds(set: TrafficSet, packet: Packet): boolean {
  return set.some(
    box =>
      box.version === packet.version &&
      dimensions.every(dimension => holdsNumber(box[dimension], packet[dimension])),
  )
}

/** One packet of the set, the first of its first box; undefined of none. */
export function witnessOf([box]: TrafficSet): Packet | undefined {
  if (box === undefined) return undefined
  const { version, source, destination, protocol, port } = box
  return {
    version,
    source: source.from,
    destination: destination.from,
    protocol: protocol.from,
    port: port.from,
  }
}
