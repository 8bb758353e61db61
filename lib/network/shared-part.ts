import { holdsOn, periodOf } from '../clock/period.ts'
import { Cidr } from './cidr.ts'
import { isComparable, isCovered } from './coverage.ts'
import type { Opening } from './exposure.ts'
import { peerOf } from './peer.ts'
import type { PortRange } from './port-range.ts'
import { hasPorts } from './protocol.ts'
import { portRangesOf } from './traffic.ts'

/** What of a line is open on a day. */
export type OpenPart = Pick<Opening, 'peerText' | 'ports' | 'icmpTypes'>

/**
 * What of a line others open too, on one day: the line as it is written where they open all of it, else the parts that it
 * shares with each of them; nothing where it has ended or not begun.
 */
export function sharedParts(line: Opening, allowed: readonly Opening[], day: string): readonly OpenPart[] {
  if (!isOpenOn(line, day)) return []
  const fitting = allowed.filter(other => isOpenOn(other, day) && isComparable(line, other))
  if (isCovered({ ...line, since: day, until: day }, fitting)) return [line]
  return fitting.flatMap(other => sharedPart(line, other) ?? [])
}

/** Whether a line is open on a day, as far as its own days go. */
export function isOpenOn({ since, until }: Pick<Opening, 'since' | 'until'>, day: string): boolean {
  return holdsOn(periodOf(since, until), day)
}

function sharedPart(line: Opening, other: Opening): OpenPart | undefined {
  const peerText = sharedPeer(line.peerText, other.peerText)
  if (peerText === undefined) return undefined
  if (!hasPorts(line.protocol)) return sharedMessages(peerText, line.icmpTypes, other.icmpTypes)
  const ports = portRangesOf(line).flatMap(range =>
    portRangesOf(other).flatMap(one => sharedPorts(range, one)),
  )
  return ports.length === 0 ? undefined : { peerText, ports, icmpTypes: undefined }
}

/** Of a protocol without ports; without any type both mean every kind of message. */
function sharedMessages(
  peerText: string,
  ours: Opening['icmpTypes'],
  theirs: Opening['icmpTypes'],
): OpenPart | undefined {
  const icmpTypes =
    ours === undefined || theirs === undefined ? (ours ?? theirs) : ours.filter(type => theirs.includes(type))
  return icmpTypes?.length === 0 ? undefined : { peerText, ports: undefined, icmpTypes }
}

/** The narrower of two peers, where it lies in the other. */
function sharedPeer(a: string, b: string): string | undefined {
  if (a === b) return a
  const [one, other] = [peerOf(a), peerOf(b)]
  if (one.kind === 'internet') return b
  if (other.kind === 'internet') return a
  if (one.kind !== 'network' || other.kind !== 'network') return undefined
  const [inner, outer] = [Cidr.read(one.cidr).cidr, Cidr.read(other.cidr).cidr]
  if (inner === undefined || outer === undefined) return undefined
  if (outer.contains(inner)) return a
  return inner.contains(outer) ? b : undefined
}

function sharedPorts(a: PortRange, b: PortRange): readonly (number | string)[] {
  const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)]
  if (from > to) return []
  return [from === to ? from : `${from}-${to}`]
}
