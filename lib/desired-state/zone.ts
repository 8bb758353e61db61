import type { PlatformManifest, PlatformZone } from '../../generated/types/platform.ts'
import type { CatalogueItem } from '../model/model.ts'
import { poolsOf } from '../model/pool.ts'
import { deliveredVersionOn } from '../model/version.ts'
import { classFacesInternet } from '../model/zone-class.ts'
import { Cidr } from '../network/cidr.ts'
import { addressText, allocationOf, type EgressSubnet, egressSubnetsOf } from '../network/egress.ts'
import type {
  DesiredAddressPool,
  DesiredDedicatedPool,
  DesiredEgress,
  DesiredFlavor,
  DesiredPlatform,
  DesiredVolumeType,
  DesiredZone,
} from './desired-state.ts'
import { editionOf } from './flavor.ts'

export function zoneRecord<Z extends string>(
  id: Z,
  zone: PlatformZone,
  classes: Pick<PlatformManifest, 'classes'>,
): DesiredZone<Z> {
  return {
    id,
    facesInternet: classFacesInternet(classes, zone.class),
    cloud: zone.cloud,
    region: zone.region,
    apis: zone.apis,
    backend: zone.backend,
    nameservers: zone.nameservers ?? [],
    ...(zone.defaultVolumeType === false ? { lacksDefaultVolumeType: true } : {}),
  }
}

export function platformRecord<Z extends string>(
  id: Z,
  zone: PlatformZone,
  items: Iterable<CatalogueItem>,
  asOf: string,
): DesiredPlatform<Z> {
  const offered = [...items].filter(item => item.value.zones.includes(id)).sort(byItemId)
  return {
    zone: id,
    addressPools: addressPoolsOf(zone),
    egress: egressOf(zone),
    flavors: offered.flatMap(item => flavorsOf(item, zone, asOf)),
    volumeTypes: volumeTypesOf(offered, asOf),
    otherVolumeTypes: (zone.otherVolumeTypes ?? []).toSorted(),
    dedicatedPools: dedicatedPoolsOf(zone),
  }
}

function addressPoolsOf(zone: PlatformZone): readonly DesiredAddressPool[] {
  return zone.addressPools.map(({ id, cidr: text, prefixLength }) => {
    const cidr = Cidr.of(text)
    return { id, ipVersion: cidr.version, cidr: cidr.toString(), prefixLength }
  })
}

function egressOf(zone: PlatformZone): DesiredEgress {
  const { type, physicalNetwork, segment } = zone.egress
  return {
    type,
    physicalNetwork,
    ...(segment === undefined ? {} : { segment }),
    subnets: egressSubnetsOf(zone).map(egressSubnet),
  }
}

/** What Neutron would choose as well is left to it, so that only a choice of the catalogue stands in a stack. */
function egressSubnet(subnet: EgressSubnet): DesiredEgress['subnets'][number] {
  const { version, cidr, gateway, gatewayStated, stated, nameservers } = subnet
  const chosen = stated.length > 0 || nameservers.length > 0
  const text = (address: bigint) => addressText(version, address)
  return {
    ipVersion: version,
    cidr: cidr.toString(),
    ...(gatewayStated ? { gateway: text(gateway) } : {}),
    ...(chosen
      ? { allocation: allocationOf(subnet).map(({ from, to }) => ({ from: text(from), to: text(to) })) }
      : {}),
  }
}

function flavorsOf(
  { value: item }: CatalogueItem,
  zone: PlatformZone,
  asOf: string,
): readonly DesiredFlavor[] {
  const flavor = deliveredVersionOn(item, asOf)?.delivery.flavor
  if (flavor === undefined) return []
  const { vcpus, ramMib, diskGib, extraSpecs = {} } = flavor
  const edition = editionOf(item, flavor)
  return poolsOf(item)
    .filter(pool => Object.hasOwn(zone.pools, pool))
    .toSorted()
    .map(pool => ({ item: item.id, pool, edition, vcpus, ramMib, diskGib, extraSpecs }))
}

/** Several items may deliver one volume type; the first says what it is like, and a rule reports any other opinion. */
function volumeTypesOf(items: readonly CatalogueItem[], asOf: string): readonly DesiredVolumeType[] {
  const types = new Map<string, DesiredVolumeType>()
  for (const { value: item } of items) {
    const volume = deliveredVersionOn(item, asOf)?.delivery.volume
    if (volume === undefined || types.has(volume.volumeType)) continue
    const { volumeType: name, extraSpecs = {}, qos } = volume
    types.set(name, { name, extraSpecs, ...(qos === undefined ? {} : { qos }) })
  }
  return [...types.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

function dedicatedPoolsOf(zone: PlatformZone): readonly DesiredDedicatedPool[] {
  return Object.entries(zone.pools)
    .filter(([, pool]) => pool.dedicated)
    .map(([id, { availabilityZone, hosts = [] }]) => ({ id, availabilityZone, hosts: hosts.toSorted() }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

function byItemId(a: CatalogueItem, b: CatalogueItem): number {
  return a.value.id < b.value.id ? -1 : 1
}
