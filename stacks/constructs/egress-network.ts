import { NetworkingNetworkV2 } from '@cdktf/provider-openstack/lib/networking-network-v2'
import { NetworkingRbacPolicyV2 } from '@cdktf/provider-openstack/lib/networking-rbac-policy-v2'
import { NetworkingSubnetV2 } from '@cdktf/provider-openstack/lib/networking-subnet-v2'
import { Construct } from 'constructs'
import type { DesiredEgress } from '../../lib/desired-state/index.ts'
import { addressName, zoneName } from '../names.ts'
import { idOf } from '../reference.ts'
import type { ZoneStack } from '../zone-stack.ts'
import type { AddressSpace } from './address-space.ts'
import type { PlatformOwner } from './platform-owner.ts'

export interface EgressNetworkProps<Z extends string> {
  readonly owner: PlatformOwner<NoInfer<Z>>
  readonly addressSpace: AddressSpace<NoInfer<Z>>
  readonly egress: DesiredEgress
}

/**
 * The network that leads out of the zone. It is never declared `external`, for Neutron then lets every project use it
 * by a wildcard policy; it becomes external through a policy for one project at a time. The first, for the platform
 * itself, is made here, so that no two systems race for being the first.
 */
export class EgressNetwork<Z extends string> extends Construct {
  constructor(stack: ZoneStack<Z>, { owner, addressSpace, egress }: EgressNetworkProps<Z>) {
    super(stack, 'egress')
    const network = new NetworkingNetworkV2(this, addressName.only('egress'), {
      name: zoneName.egressNetwork,
      tenantId: owner.projectId,
      adminStateUp: true,
      portSecurityEnabled: true,
      segments: [
        {
          networkType: egress.type,
          physicalNetwork: egress.physicalNetwork,
          ...(egress.segment === undefined ? {} : { segmentationId: egress.segment }),
        },
      ],
    })
    for (const { ipVersion, cidr, gateway, allocation } of egress.subnets) {
      new NetworkingSubnetV2(this, addressName.forVersion('egress', ipVersion), {
        name: zoneName.egressSubnet(ipVersion),
        tenantId: owner.projectId,
        networkId: idOf(network),
        subnetpoolId: addressSpace.addSinglePool('egress', zoneName.egressPool(ipVersion), ipVersion, cidr),
        cidr,
        ipVersion,
        enableDhcp: false,
        ...(gateway === undefined ? {} : { gatewayIp: gateway }),
        ...(allocation === undefined
          ? {}
          : { allocationPool: allocation.map(({ from, to }) => ({ start: from, end: to })) }),
      })
    }
    new NetworkingRbacPolicyV2(this, addressName.only('egress-access'), {
      action: 'access_as_external',
      objectType: 'network',
      objectId: idOf(network),
      targetTenant: owner.projectId,
    })
  }
}
