import type { PlatformZone } from '../../generated/types/platform.ts'
import { type Stretch, uncovered } from './box.ts'
import { addressBits, Cidr, type IpVersion } from './cidr.ts'
import { families } from './family.ts'

/** The part of a zone's egress network that has one IP version. */
export interface EgressSubnet {
  readonly version: IpVersion
  readonly cidr: Cidr
  /** The first and the last address that a port can have: IPv4 keeps the network's own and the broadcast address. */
  readonly usable: Stretch
  readonly gateway: bigint
  /** Whether the catalogue names the gateway; else it is the first address, as Neutron takes it. */
  readonly gatewayStated: boolean
  /** The readable ranges that the catalogue states for it. */
  readonly stated: readonly Stretch[]
  /** The zone's name servers that lie in it. */
  readonly nameservers: readonly bigint[]
}

/** Under which key the catalogue writes the gateway of each version. */
export const gatewayKeys = { ipv4: 'gateway', ipv6: 'ipv6Gateway' } as const

/** The subnets of a zone's egress network, IPv4 first; one that cannot be read is left out. */
export function egressSubnetsOf({ egress, nameservers = [] }: PlatformZone): readonly EgressSubnet[] {
  return families.flatMap(([family, version]) => {
    const text = egress[family]
    const cidr = text === undefined ? undefined : Cidr.read(text).cidr
    if (cidr === undefined || cidr.version !== version) return []
    const usable = usableOf(cidr)
    const gateway = addressOf(egress[gatewayKeys[family]], version)
    return [
      {
        version,
        cidr,
        usable,
        gateway: gateway ?? usable.from,
        gatewayStated: gateway !== undefined,
        stated: (egress.allocation ?? []).flatMap(range => rangeOf(range, version)),
        nameservers: nameservers
          .flatMap(server => addressOf(server, version) ?? [])
          .filter(address => cidr.first <= address && address <= cidr.last),
      },
    ]
  })
}

/** As Neutron's `validate_allocation_pools` counts them (ipam_backend_mixin.py). */
function usableOf({ version, prefixLength, first, last }: Cidr): Stretch {
  if (version === 6) return { from: first + (prefixLength < 128 ? 1n : 0n), to: last }
  return prefixLength > 30 ? { from: first, to: last } : { from: first + 1n, to: last - 1n }
}

/** An address as a number; undefined when it is not given, cannot be read, or is of another version. */
export function addressOf(text: string | undefined, version: IpVersion): bigint | undefined {
  const cidr = text === undefined ? undefined : Cidr.readHost(text).cidr
  return cidr?.version === version ? cidr.first : undefined
}

function rangeOf(range: { readonly from: string; readonly to: string }, version: IpVersion): Stretch[] {
  const [from, to] = [addressOf(range.from, version), addressOf(range.to, version)]
  return from === undefined || to === undefined ? [] : [{ from, to }]
}

/** From where Neutron may give addresses away: what is stated, or all but the gateway and the name servers. */
export function allocationOf({ usable, gateway, nameservers, stated }: EgressSubnet): readonly Stretch[] {
  if (stated.length > 0) return stated.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const kept = [gateway, ...nameservers].map(address => [{ from: address, to: address }])
  return uncovered([usable], kept).flat()
}

/** How many addresses some ranges hold. */
export function sizeOf(ranges: readonly Stretch[]): bigint {
  return ranges.reduce((sum, { from, to }) => sum + (to - from + 1n), 0n)
}

/** The text of an address that is given as a number. */
export function addressText(version: IpVersion, address: bigint): string {
  return Cidr.at(version, address, addressBits[version]).address(0n)
}
