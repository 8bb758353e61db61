import { NetworkingRouterInterfaceV2 } from '@cdktf/provider-openstack/lib/networking-router-interface-v2'
import { NetworkingRouterV2 } from '@cdktf/provider-openstack/lib/networking-router-v2'
import { DataResource } from 'cdktf'
import { Construct } from 'constructs'
import type { DesiredSystem } from '../../lib/desired-state/index.ts'
import { addressName, projectName, zoneName } from '../names.ts'
import { addressOf, idOf } from '../reference.ts'
import type { ZoneStack } from '../zone-stack.ts'
import type { ProjectNetworks } from './project-networks.ts'
import type { Quotas } from './quotas.ts'
import type { Uplink } from './uplink.ts'

export interface ProjectRouterProps<Z extends string> {
  readonly quotas: Quotas<NoInfer<Z>>
  readonly networks: ProjectNetworks<NoInfer<Z>>
  readonly uplink: Uplink<NoInfer<Z>> | undefined
  readonly record: DesiredSystem<NoInfer<Z>>
}

/**
 * Joins a system's subnets, and with an uplink also the zone's egress network.
 *
 * The provider leaves a gateway alone that the configuration no longer speaks of, so that a system would keep an uplink
 * that it lost. A router is therefore made anew whenever its uplink comes or goes.
 */
export class ProjectRouter<Z extends string> extends Construct {
  constructor(stack: ZoneStack<Z>, { quotas, networks, uplink, record }: ProjectRouterProps<Z>) {
    super(stack, 'router')
    const attachment = new DataResource(this, addressName.only('attachment'), {
      input: { network: uplink === undefined ? 'none' : zoneName.egressNetwork },
    })
    const router = new NetworkingRouterV2(this, addressName.only('router'), {
      name: projectName(record.system),
      tenantId: quotas.projectId,
      adminStateUp: true,
      ...(uplink === undefined
        ? {}
        : { externalNetworkId: uplink.networkId, externalQosPolicyId: uplink.qosPolicyId }),
      lifecycle: { replaceTriggeredBy: [addressOf(attachment)] },
    })
    for (const { tier, ipVersion, id } of networks.subnets) {
      new NetworkingRouterInterfaceV2(this, addressName.ofPart('subnet', tier, ipVersion), {
        routerId: idOf(router),
        subnetId: id,
      })
    }
  }
}
