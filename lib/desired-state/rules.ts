import type { Gateway } from '../../generated/types/platform.ts'
import type { IcmpType, SystemManifest } from '../../generated/types/system.ts'
import { entryOf } from '../model/entry.ts'
import { Cidr, type IpVersion } from '../network/cidr.ts'
import { exchangeEnds, type Opening as Line, openingsOf } from '../network/exposure.ts'
import { peerOf } from '../network/peer.ts'
import { PortRange } from '../network/port-range.ts'
import { hasPorts, icmpTypes as knownTypes, protocols } from '../network/protocol.ts'
import { isOpenOn, type OpenPart, sharedParts } from '../network/shared-part.ts'
import type { DesiredNetwork, DesiredRule, DesiredZone } from './desired-state.ts'

/** What the rules of one part of a system in a zone are resolved against. */
export interface RuleContext {
  readonly zone: DesiredZone
  /** Undefined for what is in no tier. */
  readonly tier: string | undefined
  /** The part's own networks in the zone. */
  readonly own: readonly DesiredNetwork[]
  /** Those of another part of the system, where it stands. */
  readonly networksOfTier: (tier: string | undefined) => readonly DesiredNetwork[]
  /**
   * A system's networks in this zone while it holds resources there, else none: the networks of a system that is gone
   * may be another's tomorrow.
   */
  readonly networksOf: (unit: string, system: string) => readonly DesiredNetwork[]
  readonly gateways: readonly Gateway[]
  /** The day, `YYYY-MM-DD`. */
  readonly day: string
  /** What may be open, by the grant or by inheritance; undefined where all that is asked for stands by inheritance. */
  readonly allowed: readonly Line[] | undefined
}

interface Opening {
  readonly direction: 'ingress' | 'egress'
  readonly protocol: DesiredRule['protocol']
  readonly ports?: readonly (number | string)[] | undefined
  readonly icmpTypes?: readonly IcmpType[] | undefined
  readonly remotes: readonly string[]
}

const everywhere = ['0.0.0.0/0', '::/0']

/**
 * Where servers ask for their own data, in every OpenStack cloud; without it no server learns its name or its keys. A
 * network without IPv4 has it under the other address (`METADATA_V6_IP` in neutron_lib).
 */
const metadataService = { 4: '169.254.169.254/32', 6: 'fe80::a9fe:a9fe/128' } as const

/** Addresses of a zone that no manifest names, and that every server may ask. */
export function serviceNetworks({ nameservers }: DesiredZone): readonly string[] {
  return [...Object.values(metadataService), ...nameservers.map(address => Cidr.ofHost(address).toString())]
}

/**
 * Every rule of a part's security group: of what it asks for and exchanges that which is granted or stands by inheritance,
 * and what each server needs.
 */
export function rulesOf(manifest: SystemManifest, context: RuleContext): readonly DesiredRule[] {
  const versions = new Set(context.own.map(network => network.ipVersion))
  const openings = [
    ...declaredOpenings(manifest, context),
    ...exchangeOpenings(manifest, context),
    ...serviceOpenings(context.zone, versions),
  ]
  const rules = openings.flatMap(rulesOfOpening).filter(rule => versions.has(rule.ipVersion))
  return [...new Map(rules.map(rule => [sortKey(rule), rule])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, rule]) => rule)
}

function declaredOpenings(manifest: SystemManifest, context: RuleContext): readonly Opening[] {
  const { zone, tier } = context
  const declared = entryOf(manifest.zones, zone.id)
  if (declared === undefined) return []
  return openingsOf({ zones: { [zone.id]: declared } }).flatMap(({ direction, protocol, ...line }) =>
    direction === 'exchange' || line.tier !== tier
      ? []
      : openParts({ direction, protocol, ...line }, context).map(({ peerText, ports, icmpTypes }) => ({
          direction,
          protocol,
          ports,
          icmpTypes,
          remotes: [...remotesOf(peerText, context), ...groupsOf(direction, protocol)],
        })),
  )
}

function openParts(line: Line, { day, allowed }: RuleContext): readonly OpenPart[] {
  if (allowed !== undefined) return sharedParts(line, allowed, day)
  return isOpenOn(line, day) ? [line] : []
}

function remotesOf(text: string, { zone, own, networksOfTier, networksOf }: RuleContext): readonly string[] {
  const peer = peerOf(text)
  if (peer.kind === 'network') return [Cidr.of(peer.cidr).toString()]
  if (peer.kind === 'system') return networksOf(peer.unit, peer.system).map(network => network.cidr)
  if (peer.kind === 'self') return own.map(network => network.cidr)
  if (peer.kind === 'tier') return networksOfTier(peer.tier).map(network => network.cidr)
  // Apart from the internet the same two networks would mean everyone on the government network.
  return zone.facesInternet ? everywhere : []
}

/** Who sends to a group of its own network names the group, and not the others in it; what comes in names its sender. */
function groupsOf(direction: Opening['direction'], protocol: Opening['protocol']): readonly string[] {
  const { multicast } = protocols[protocol]
  return direction === 'ingress' || multicast === undefined ? [] : Object.values(multicast)
}

/**
 * A system never opens towards the other zone itself, only towards the gateway's address in its own; and only the part of it
 * does that the exchange names.
 */
function exchangeOpenings({ exchange = [] }: SystemManifest, context: RuleContext): readonly Opening[] {
  const { zone, tier, gateways } = context
  const lines = openingsOf({ zones: {}, exchange })
  return exchange.flatMap((one, index) => {
    const { through, protocol } = one
    const address = entryOf(gateways.find(gateway => gateway.id === through)?.addresses, zone.id)
    const line = lines[index]
    if (address === undefined || line === undefined) return []
    const remotes = [Cidr.of(address).toString()]
    const [isFrom, isTo] = exchangeEnds(one).map(end => end.zone === zone.id && end.tier === tier)
    return openParts(line, context).flatMap(({ ports }): readonly Opening[] => [
      ...(isFrom ? [{ direction: 'egress' as const, protocol, ports, remotes }] : []),
      ...(isTo ? [{ direction: 'ingress' as const, protocol, ports, remotes }] : []),
    ])
  })
}

/** What every server needs: its metadata, and the zone's name servers. */
function serviceOpenings(zone: DesiredZone, versions: ReadonlySet<IpVersion>): Opening[] {
  const metadata = metadataService[versions.has(4) ? 4 : 6]
  const nameservers = zone.nameservers.map(address => Cidr.ofHost(address).toString())
  return [
    { direction: 'egress', protocol: 'tcp', ports: [80], remotes: [metadata] },
    { direction: 'egress', protocol: 'tcp', ports: [53], remotes: nameservers },
    { direction: 'egress', protocol: 'udp', ports: [53], remotes: nameservers },
  ]
}

function rulesOfOpening({ direction, protocol, ports, icmpTypes, remotes }: Opening): DesiredRule[] {
  return remotes.flatMap(remote => {
    const ipVersion = Cidr.of(remote).version
    const rule = { direction, ipVersion, protocol, remote }
    if (icmpTypes !== undefined)
      return icmpTypes.map(type => ({ ...rule, icmpType: knownTypes[type][ipVersion] }))
    if (ports === undefined || !hasPorts(protocol)) return [rule]
    return ports.map(port => {
      const { from, to } = PortRange.of(port)
      return { ...rule, ports: { from, to } }
    })
  })
}

function sortKey({ direction, ipVersion, protocol, ports, icmpType, remote }: DesiredRule): string {
  const padded = (port: number | undefined) => String(port ?? 0).padStart(5, '0')
  return [direction, ipVersion, protocol, padded(ports?.from ?? icmpType), padded(ports?.to), remote].join(
    ' ',
  )
}
