import type { Backend, PlatformZone } from '../../generated/types/platform.ts'
import type { Specs, VolumeQos } from '../../generated/types/service.ts'
import type { Protocol } from '../../generated/types/system.ts'
import type { IpVersion } from '../network/cidr.ts'

/**
 * What the repository says should stand in the clouds on one day: plain data, with every name's parts, every quota and
 * every firewall rule worked out. It is all that a stack is made from, so that its digest tells whether a stack changed.
 */
export interface DesiredState {
  /** The day, `YYYY-MM-DD`. */
  readonly asOf: string
  /** In order of their ids. */
  readonly zones: readonly ZonePlan[]
}

/**
 * One zone's share of the plan. `Z` is the zone's own type: whatever belongs to a zone carries it, so that joining
 * parts of two zones does not compile.
 */
export interface ZonePlan<Z extends string = string> {
  readonly zone: DesiredZone<Z>
  readonly platform: DesiredPlatform<Z>
  /** Units with at least one system in this zone, in order of their addresses. */
  readonly units: readonly DesiredUnit<Z>[]
  /** Systems with resources in this zone, in order of their addresses. */
  readonly systems: readonly DesiredSystem<Z>[]
}

export type Api = PlatformZone['apis'][number]

/** What every stack of a zone needs to know of it. A zone lies in one centre, and has a cloud there to itself (XS-14a). */
export interface DesiredZone<Z extends string = string> {
  readonly id: Z
  /** Whether anything may come into the zone from the internet, or go there. */
  readonly facesInternet: boolean
  /** The cloud's entry in `clouds.yaml`. */
  readonly cloud: string
  readonly region: string
  readonly apis: readonly Api[]
  readonly backend: Backend
  readonly nameservers: readonly string[]
  /** Where the cloud no longer has the volume type that every Cinder begins with. */
  readonly lacksDefaultVolumeType?: true
}

export interface DesiredPlatform<Z extends string = string> {
  readonly zone: Z
  readonly addressPools: readonly DesiredAddressPool[]
  readonly egress: DesiredEgress
  /** Every flavor that a catalogue version valid on the day delivers here: one a pool that it may be asked for in. */
  readonly flavors: readonly DesiredFlavor[]
  readonly volumeTypes: readonly DesiredVolumeType[]
  /** Names of those that the cloud has beside these, and that nobody is granted; in order. */
  readonly otherVolumeTypes: readonly string[]
  /** Hosts of their own, which only flavors granted for the pool reach (XS-15.3). */
  readonly dedicatedPools: readonly DesiredDedicatedPool[]
}

export interface DesiredAddressPool {
  readonly id: string
  readonly ipVersion: IpVersion
  readonly cidr: string
  readonly prefixLength: { readonly min: number; readonly default: number; readonly max: number }
}

export interface DesiredEgress {
  readonly type: 'flat' | 'vlan'
  readonly physicalNetwork: string
  readonly segment?: number
  readonly subnets: readonly DesiredEgressSubnet[]
}

export interface DesiredEgressSubnet {
  readonly ipVersion: IpVersion
  readonly cidr: string
  /** Absent: the network's first address. */
  readonly gateway?: string
  /** In order, both ends count; absent: every address but the gateway. */
  readonly allocation?: readonly { readonly from: string; readonly to: string }[]
}

/** A flavor's identity: two with equal parts are the same flavor. */
export interface FlavorKey {
  readonly item: string
  readonly pool: string
  /** Counts the item's different sizes over time from 1, for a flavor cannot be changed once it exists. */
  readonly edition: number
}

export interface DesiredFlavor extends FlavorKey {
  readonly vcpus: number
  readonly ramMib: number
  readonly diskGib: number
  readonly extraSpecs: Specs
}

export interface DesiredVolumeType {
  readonly name: string
  readonly extraSpecs: Specs
  readonly qos?: VolumeQos
}

export interface DesiredDedicatedPool {
  readonly id: string
  readonly availabilityZone: string
  readonly hosts: readonly string[]
}

export interface DesiredUnit<Z extends string = string> {
  readonly zone: Z
  /** `<jurisdiction>/<unit>` */
  readonly address: string
  readonly jurisdiction: string
  readonly unit: string
  /** The unit's full name. */
  readonly name: string
}

export interface DesiredSystem<Z extends string = string> extends DesiredPart {
  readonly zone: Z
  /** `<jurisdiction>/<unit>/<system>` */
  readonly address: string
  readonly jurisdiction: string
  readonly unit: string
  readonly system: string
  /** The system's full name. */
  readonly name: string
  /** A trial stands in the same project that the final approval makes formal (ZJ-9a, ZJ-10a). */
  readonly standing: 'trial' | 'formal'
  readonly pool: string
  /** A system's own: what is granted to one cannot be used by another (XS-22.2). Backups as granted (JQ-19). */
  readonly quota: Quota
  /** In the order of their names; absent without any. What is in no tier stands beside them. */
  readonly tiers?: readonly DesiredTier[]
  /** Granted when the grant holds an address: a gateway to the zone's egress network, as wide as the grant. */
  readonly uplink?: { readonly bandwidthKbps: number }
  /** What the grant names and nothing else; 信创 flavors where those are granted (XS-19.4). */
  readonly flavors: readonly FlavorKey[]
  readonly volumeTypes: readonly string[]
}

/** Servers of a system that have networks and a security group of their own. */
export interface DesiredPart {
  /** At most one an IP version, IPv4 first. */
  readonly networks: readonly DesiredNetwork[]
  /**
   * Every rule of the security group, in order and without repetition: nobody else reaches the unit's data (NW-3.6, DT-22,
   * XS-36, ZJ-20, JQ-18), and zones meet only at a gateway (ZJ-24).
   */
  readonly rules: readonly DesiredRule[]
}

/** A tier that is granted and has at least one network. */
export interface DesiredTier extends DesiredPart {
  readonly tier: string
}

export interface DesiredNetwork {
  readonly ipVersion: IpVersion
  readonly cidr: string
  /** The address pool that the network lies in. */
  readonly addressPool: string
}

export interface DesiredRule {
  readonly direction: 'ingress' | 'egress'
  readonly ipVersion: IpVersion
  readonly protocol: Protocol
  /** Both ends count; absent: every port there is. */
  readonly ports?: { readonly from: number; readonly to: number }
  /** The number of a kind of ICMP message in this IP version; absent: every kind. */
  readonly icmpType?: number
  /** The network on the other end. */
  readonly remote: string
}

/** Every field that the clouds' quota APIs take, so that none keeps what an earlier grant or a default left there. */
export interface Quota {
  readonly compute: ComputeQuota
  readonly blockStorage: BlockStorageQuota
  readonly network: NetworkQuota
  /** Only where the zone has the service. */
  readonly loadBalancer?: LoadBalancerQuota
  readonly dns?: DnsQuota
  readonly objectStorage?: ObjectStorageQuota
}

export interface ComputeQuota {
  readonly instances: number
  readonly cores: number
  readonly ramMib: number
  readonly keyPairs: number
  readonly metadataItems: number
  readonly serverGroups: number
  readonly serverGroupMembers: number
  readonly injectedFiles: number
  readonly injectedFileContentBytes: number
  readonly injectedFilePathBytes: number
}

export interface BlockStorageQuota {
  readonly volumes: number
  readonly gigabytes: number
  readonly perVolumeGigabytes: number
  readonly snapshots: number
  readonly backups: number
  readonly backupGigabytes: number
  readonly groups: number
  /** Gigabytes by volume type: every type of the zone, 0 for those that are not granted. */
  readonly volumeTypes: Readonly<Record<string, number>>
}

export interface NetworkQuota {
  readonly networks: number
  readonly subnets: number
  readonly subnetPools: number
  readonly routers: number
  readonly ports: number
  readonly floatingIps: number
  readonly securityGroups: number
  readonly securityGroupRules: number
  readonly rbacPolicies: number
}

export interface LoadBalancerQuota {
  readonly loadBalancers: number
  readonly listeners: number
  readonly pools: number
  readonly members: number
  readonly healthMonitors: number
  readonly l7Policies: number
  readonly l7Rules: number
}

export interface DnsQuota {
  readonly zones: number
  readonly zoneRecordsets: number
  readonly zoneRecords: number
  readonly recordsetRecords: number
  readonly apiExportSize: number
}

export interface ObjectStorageQuota {
  readonly gibibytes: number
}
