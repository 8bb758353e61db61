import { DataOpenstackNetworkingSubnetpoolV2 } from '@cdktf/provider-openstack/lib/data-openstack-networking-subnetpool-v2'
import { NetworkingNetworkV2 } from '@cdktf/provider-openstack/lib/networking-network-v2'
import { NetworkingSubnetV2 } from '@cdktf/provider-openstack/lib/networking-subnet-v2'
import { Construct } from 'constructs'
import type { DesiredNetwork, DesiredSystem } from '../../lib/desired-state/index.ts'
import { addressName, projectName, subnetName, zoneName } from '../names.ts'
import { attributeOf, idOf } from '../reference.ts'
import type { ZoneStack } from '../zone-stack.ts'
import type { PlatformOwner } from './platform-owner.ts'
import type { Quotas } from './quotas.ts'

export interface ProjectNetworkProps<Z extends string> {
  readonly platform: PlatformOwner<NoInfer<Z>>
  readonly quotas: Quotas<NoInfer<Z>>
  readonly record: DesiredSystem<NoInfer<Z>>
}

/** A system's one network, with the subnets that were allocated to it from the zone's pools. */
export class ProjectNetwork<Z extends string> extends Construct {
  readonly zone: Z
  readonly subnetIds: readonly (DesiredNetwork & { readonly id: string })[]

  constructor(stack: ZoneStack<Z>, { platform, quotas, record }: ProjectNetworkProps<Z>) {
    super(stack, 'network')
    this.zone = stack.zone.id
    const network = new NetworkingNetworkV2(this, addressName.only('network'), {
      name: projectName(record.system),
      tenantId: quotas.projectId,
      adminStateUp: true,
      portSecurityEnabled: true,
    })
    // Each subnet has the network's id by way of the one before it. Neutron counts a new subnet twice until its request
    // has ended, as made and as promised, so that the second of two at a time exceeds a quota of two.
    let networkId = idOf(network)
    this.subnetIds = record.networks.map(subnet => {
      const { ipVersion, cidr, addressPool } = subnet
      const pool = new DataOpenstackNetworkingSubnetpoolV2(this, addressName.only(addressPool), {
        name: zoneName.addressPool(addressPool),
        projectId: platform.projectId,
      })
      const made = new NetworkingSubnetV2(this, addressName.forVersion('subnet', ipVersion), {
        name: subnetName(record.system, ipVersion),
        tenantId: quotas.projectId,
        networkId,
        subnetpoolId: idOf(pool),
        cidr,
        ipVersion,
        enableDhcp: true,
        ...nameserversOf(stack.zone.nameservers, ipVersion),
        // Servers make their IPv6 address from what the router announces; Neutron makes the same one for the port.
        ...(ipVersion === 6 ? { ipv6AddressMode: 'slaac', ipv6RaMode: 'slaac' } : {}),
      })
      networkId = attributeOf(made, 'network_id')
      return { ...subnet, id: idOf(made) }
    })
  }
}

function nameserversOf(all: readonly string[], ipVersion: 4 | 6): { dnsNameservers?: string[] } {
  const dnsNameservers = all.filter(address => address.includes(':') === (ipVersion === 6))
  return dnsNameservers.length === 0 ? {} : { dnsNameservers }
}
