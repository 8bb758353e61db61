import type { IpVersion } from '../network/cidr.ts'

/** Whole numbers in a row; both ends count. */
export interface Interval {
  readonly from: bigint
  readonly to: bigint
}

/** In this order everywhere. For ICMP the port is the message's type. */
export const dimensions = ['source', 'destination', 'protocol', 'port'] as const

export type Dimension = (typeof dimensions)[number]

/** Packets of one IP version whose every field lies in an interval. Protocols are IANA's numbers. */
export interface TrafficBox extends Readonly<Record<Dimension, Interval>> {
  readonly version: IpVersion
}

/** One packet, as far as a rule of Neutron can tell two apart. */
export interface Packet extends Readonly<Record<Dimension, bigint>> {
  readonly version: IpVersion
}

/** Packets as a union of boxes, which may overlap. */
export type TrafficSet = readonly TrafficBox[]

export const noTraffic: TrafficSet = []

const wholes = {
  4: { from: 0n, to: (1n << 32n) - 1n },
  6: { from: 0n, to: (1n << 128n) - 1n },
} as const

/** Every packet of an IP version, but for the fields that are given. */
export function boxOf(version: IpVersion, fields: Partial<Record<Dimension, Interval>> = {}): TrafficBox {
  return {
    version,
    source: wholes[version],
    destination: wholes[version],
    protocol: { from: 0n, to: 255n },
    port: { from: 0n, to: 65_535n },
    ...fields,
  }
}

function overlap(a: Interval, b: Interval): Interval | undefined {
  const from = a.from > b.from ? a.from : b.from
  const to = a.to < b.to ? a.to : b.to
  return from > to ? undefined : { from, to }
}

function boxIntersection(a: TrafficBox, b: TrafficBox): TrafficBox | undefined {
  if (a.version !== b.version) return undefined
  let shared = a
  for (const dimension of dimensions) {
    const interval = overlap(a[dimension], b[dimension])
    if (interval === undefined) return undefined
    shared = { ...shared, [dimension]: interval }
  }
  return shared
}

/** What is left of a box: slices beside the other, one dimension after the next; they don't overlap. */
function boxDifference(box: TrafficBox, other: TrafficBox): TrafficSet {
  const shared = boxIntersection(box, other)
  if (shared === undefined) return [box]
  const slices: TrafficBox[] = []
  let rest = box
  for (const dimension of dimensions) {
    const { from, to } = rest[dimension]
    const cut = shared[dimension]
    if (from < cut.from) slices.push({ ...rest, [dimension]: { from, to: cut.from - 1n } })
    if (cut.to < to) slices.push({ ...rest, [dimension]: { from: cut.to + 1n, to } })
    rest = { ...rest, [dimension]: cut }
  }
  return slices
}

export function intersection(a: TrafficSet, b: TrafficSet): TrafficSet {
  return a.flatMap(one => b.flatMap(other => boxIntersection(one, other) ?? []))
}

export function difference(a: TrafficSet, b: TrafficSet): TrafficSet {
  return b.reduce<TrafficSet>((left, other) => left.flatMap(box => boxDifference(box, other)), a)
}

/** Without overlaps, so that what is counted in it is counted once. */
export function union(a: TrafficSet, b: TrafficSet): TrafficSet {
  return [...a, ...difference(b, a)]
}

export function isSubset(inner: TrafficSet, outer: TrafficSet): boolean {
  return difference(inner, outer).length === 0
}

export function holds(set: TrafficSet, packet: Packet): boolean {
  return set.some(
    box =>
      box.version === packet.version &&
      dimensions.every(name => box[name].from <= packet[name] && packet[name] <= box[name].to),
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
