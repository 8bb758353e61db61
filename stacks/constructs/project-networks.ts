import { DataOpenstackNetworkingSubnetpoolV2 } from '@cdktf/provider-openstack/lib/data-openstack-networking-subnetpool-v2'
import { NetworkingNetworkV2 } from '@cdktf/provider-openstack/lib/networking-network-v2'
import { NetworkingSubnetV2 } from '@cdktf/provider-openstack/lib/networking-subnet-v2'
import { Construct } from 'constructs'
import type { DesiredNetwork, DesiredSystem, PlacedPart } from '../../lib/desired-state/index.ts'
import { addressName, partName, subnetName, zoneName } from '../names.ts'
import { attributeOf, idOf } from '../reference.ts'
import type { ZoneStack } from '../zone-stack.ts'
import type { PlatformOwner } from './platform-owner.ts'
import type { Quotas } from './quotas.ts'

export interface ProjectNetworksProps<Z extends string> {
  readonly platform: PlatformOwner<NoInfer<Z>>
  readonly quotas: Quotas<NoInfer<Z>>
  readonly record: DesiredSystem<NoInfer<Z>>
  readonly parts: readonly PlacedPart[]
}

/** A subnet as it is made. */
export interface MadeSubnet extends DesiredNetwork {
  readonly tier: string | undefined
  readonly id: string
}

/**
 * The networks of a system, one a part, each with the subnets that were allocated to it from the zone's pools.
 *
 * All of them wait for one another, each subnet by the id of its network and each network by that of its project: Neutron
 * counts what is new twice until its request has ended, as made and as promised, so that the second of two at a time
 * exceeds a quota of two.
 */
export class ProjectNetworks<Z extends string> extends Construct {
  readonly zone: Z
  readonly subnets: readonly MadeSubnet[]
  readonly #nameservers: readonly string[]
  readonly #platform: PlatformOwner<Z>
  readonly #pools = new Map<string, string>()

  constructor(stack: ZoneStack<Z>, { platform, quotas, record, parts }: ProjectNetworksProps<Z>) {
    super(stack, 'network')
    this.zone = stack.zone.id
    this.#nameservers = stack.zone.nameservers
    this.#platform = platform
    let projectId = quotas.projectId
    const made: MadeSubnet[] = []
    for (const { tier, networks } of parts) {
      const network = new NetworkingNetworkV2(this, addressName.ofPart('network', tier), {
        name: partName(record.system, tier),
        tenantId: projectId,
        adminStateUp: true,
        portSecurityEnabled: true,
      })
      let networkId = idOf(network)
      for (const subnet of networks) {
        const { ipVersion } = subnet
        const one = new NetworkingSubnetV2(this, addressName.ofPart('subnet', tier, ipVersion), {
          name: subnetName(record.system, tier, ipVersion),
          tenantId: quotas.projectId,
          networkId,
          ...this.addressing(subnet),
        })
        networkId = attributeOf(one, 'network_id')
        projectId = attributeOf(one, 'tenant_id')
        made.push({ ...subnet, tier, id: idOf(one) })
      }
    }
    this.subnets = made
  }

  private addressing({ ipVersion, cidr, addressPool }: DesiredNetwork) {
    return {
      subnetpoolId: this.pool(addressPool),
      cidr,
      ipVersion,
      enableDhcp: true,
      ...nameserversOf(this.#nameservers, ipVersion),
      // Servers make their IPv6 address from what the router announces; Neutron makes the same one for the port.
      ...(ipVersion === 6 ? { ipv6AddressMode: 'slaac', ipv6RaMode: 'slaac' } : {}),
    }
  }

  private pool(addressPool: string): string {
    const known = this.#pools.get(addressPool)
    if (known !== undefined) return known
    const pool = new DataOpenstackNetworkingSubnetpoolV2(this, addressName.only(addressPool), {
      name: zoneName.addressPool(addressPool),
      projectId: this.#platform.projectId,
    })
    this.#pools.set(addressPool, idOf(pool))
    return idOf(pool)
  }
}

function nameserversOf(all: readonly string[], ipVersion: 4 | 6): { dnsNameservers?: string[] } {
  const dnsNameservers = all.filter(address => address.includes(':') === (ipVersion === 6))
  return dnsNameservers.length === 0 ? {} : { dnsNameservers }
}
