import { DataOpenstackNetworkingNetworkV2 } from '@cdktf/provider-openstack/lib/data-openstack-networking-network-v2'
import { NetworkingQosBandwidthLimitRuleV2 } from '@cdktf/provider-openstack/lib/networking-qos-bandwidth-limit-rule-v2'
import { NetworkingQosPolicyV2 } from '@cdktf/provider-openstack/lib/networking-qos-policy-v2'
import { NetworkingRbacPolicyV2 } from '@cdktf/provider-openstack/lib/networking-rbac-policy-v2'
import { Construct } from 'constructs'
import type { DesiredSystem } from '../../lib/desired-state/index.ts'
import { addressName, projectName, zoneName } from '../names.ts'
import { attributeOf, idOf } from '../reference.ts'
import type { ZoneStack } from '../zone-stack.ts'
import type { PlatformOwner } from './platform-owner.ts'
import type { Project } from './project.ts'
import type { Quotas } from './quotas.ts'

export interface UplinkProps<Z extends string> {
  readonly platform: PlatformOwner<NoInfer<Z>>
  readonly project: Project<NoInfer<Z>>
  readonly quotas: Quotas<NoInfer<Z>>
  readonly record: DesiredSystem<NoInfer<Z>>
  readonly bandwidthKbps: number
}

/** A project's right to use the zone's egress network, and how much of it. */
export class Uplink<Z extends string> extends Construct {
  readonly zone: Z
  /** The egress network's id by way of the right to use it, so that a router waits for the right. */
  readonly networkId: string
  /** The policy's id by way of its rule, so that a router never runs unlimited. */
  readonly qosPolicyId: string

  constructor(stack: ZoneStack<Z>, { platform, project, quotas, record, bandwidthKbps }: UplinkProps<Z>) {
    super(stack, 'uplink')
    this.zone = stack.zone.id
    const egress = new DataOpenstackNetworkingNetworkV2(
      new Construct(this, 'lookups'),
      addressName.only('egress'),
      {
        name: zoneName.egressNetwork,
        tenantId: platform.projectId,
      },
    )
    const access = new NetworkingRbacPolicyV2(this, addressName.only('egress'), {
      action: 'access_as_external',
      objectType: 'network',
      objectId: idOf(egress),
      targetTenant: project.id,
    })
    this.networkId = attributeOf(access, 'object_id')
    this.qosPolicyId = this.addBandwidth(quotas.projectId, record.system, bandwidthKbps)
  }

  private addBandwidth(projectId: string, system: string, bandwidthKbps: number): string {
    const policy = new NetworkingQosPolicyV2(this, addressName.only('bandwidth'), {
      name: projectName(system),
      projectId,
      shared: false,
      isDefault: false,
    })
    const rule = (direction: 'egress' | 'ingress') =>
      new NetworkingQosBandwidthLimitRuleV2(this, addressName.only(`bandwidth-${direction}`), {
        qosPolicyId: idOf(policy),
        direction,
        maxKbps: bandwidthKbps,
      })
    rule('ingress')
    return attributeOf(rule('egress'), 'qos_policy_id')
  }
}
