import { dayOf } from '../clock/day.ts'
import { lastDay } from '../clock/period.ts'
import { type Box, type Stretch, uncovered } from './box.ts'
import { Cidr, type IpVersion } from './cidr.ts'
import type { Opening } from './exposure.ts'
import { everyAddress } from './family.ts'
import { peerOf } from './peer.ts'
import { portRangesOf } from './traffic.ts'

/**
 * The lines that open anything which others together do not: another address, port, protocol, IP version, gateway or day,
 * or the same without its authorisation. How the others are written, split and ordered does not matter.
 *
 * @param from the first day that is compared
 * @default - every day
 */
export function widenings(
  lines: readonly Opening[],
  allowed: readonly Opening[],
  from?: string,
): readonly Opening[] {
  return lines.filter(line => !isCovered(line, allowed, from))
}

/** Whether lines together open all that one opens. One that cannot be read opens nothing. */
export function isCovered(line: Opening, allowed: readonly Opening[], from?: string): boolean {
  const fitting = allowed.filter(other => isComparable(line, other))
  return line.versions.every(version => {
    const others = fitting.flatMap(other => boxesOf(other, line.peerText, version))
    return boxesOf(line, line.peerText, version, from).every(box => uncovered(box, others).length === 0)
  })
}

/**
 * Whether two lines can have anything in common. What is open for one tier is closed for every other, and what a paper
 * authorises goes no further than that paper.
 */
export function isComparable(line: Opening, allowed: Opening): boolean {
  return (
    line.direction === allowed.direction &&
    line.scope === allowed.scope &&
    line.tier === allowed.tier &&
    line.protocol === allowed.protocol &&
    (allowed.authorisedBy === undefined || allowed.authorisedBy === line.authorisedBy)
  )
}

/** Addresses × ports × days of a line, as far as it has any in the measure of a peer. */
function boxesOf(line: Opening, peer: string, version: IpVersion, from?: string): readonly Box[] {
  const addresses = line.versions.includes(version) ? addressesOf(line.peerText, peer, version) : undefined
  const days = daysOf(line, from)
  if (addresses === undefined || days === undefined) return []
  return portRangesOf(line).map(ports => [
    addresses,
    { from: BigInt(ports.from), to: BigInt(ports.to) },
    days,
  ])
}

/**
 * The internet and networks are measured by their addresses; the part of the system itself, its tiers,
 * other systems and gateways by their names.
 * The internet holds every system, and a network none: which systems lie in it may be another matter tomorrow.
 */
function addressesOf(text: string, measure: string, version: IpVersion): Stretch | undefined {
  if (hasAddresses(measure)) return rangeOf(text, version)
  return text === measure || peerOf(text).kind === 'internet' ? { from: 0n, to: 0n } : undefined
}

function hasAddresses(text: string): boolean {
  return rangeOf(text, 4) !== undefined || rangeOf(text, 6) !== undefined
}

function rangeOf(text: string, version: IpVersion): Stretch | undefined {
  const peer = peerOf(text)
  if (peer.kind === 'internet') return everyAddress(version)
  const cidr = peer.kind === 'network' ? Cidr.read(peer.cidr).cidr : undefined
  return cidr?.version === version ? { from: cidr.first, to: cidr.last } : undefined
}

const firstDay = '0001-01-01'

function daysOf({ since = firstDay, until = lastDay }: Opening, from = firstDay): Stretch | undefined {
  const first = since > from ? since : from
  return first > until ? undefined : { from: BigInt(dayOf(first)), to: BigInt(dayOf(until)) }
}
