import { BlockstorageQuotasetV3 } from '@cdktf/provider-openstack/lib/blockstorage-quotaset-v3'
import { ComputeQuotasetV2 } from '@cdktf/provider-openstack/lib/compute-quotaset-v2'
import { DnsQuotaV2 } from '@cdktf/provider-openstack/lib/dns-quota-v2'
import { LbQuotaV2 } from '@cdktf/provider-openstack/lib/lb-quota-v2'
import { NetworkingQuotaV2 } from '@cdktf/provider-openstack/lib/networking-quota-v2'
import { ObjectstorageAccountV1 } from '@cdktf/provider-openstack/lib/objectstorage-account-v1'
import { Construct } from 'constructs'
import type { Quota } from '../../lib/desired-state/index.ts'
import { cinderDefaultType } from '../../lib/resource-types/index.ts'
import { addressName } from '../names.ts'
import { attributeOf } from '../reference.ts'
import type { ZoneStack } from '../zone-stack.ts'
import type { Project } from './project.ts'

export interface QuotasProps<Z extends string> {
  readonly project: Project<NoInfer<Z>>
  readonly quota: Quota
}

/** A number of JavaScript holds no more than 2^53 of them exactly. */
const bytesPerGibibyte = 2n ** 30n

/** Every quota of a project, in every field: what is left out keeps whatever was there before. */
export class Quotas<Z extends string> extends Construct {
  readonly zone: Z
  /**
   * The project's id by way of its network quota. What is made with it waits until the quota is in force, and so never
   * runs into the cloud's default.
   */
  readonly projectId: string

  constructor(stack: ZoneStack<Z>, { project, quota }: QuotasProps<Z>) {
    super(stack, 'quotas')
    this.zone = stack.zone.id
    this.addCompute(project.id, quota)
    this.addBlockStorage(project.id, quota, stack.zone.lacksDefaultVolumeType === true)
    this.projectId = this.addNetwork(project.id, quota)
    this.addLoadBalancer(project.id, quota)
    this.addDns(project.id, quota)
    this.addObjectStorage(project.id, quota)
  }

  /** The last four fields date from Nova's own networks; Nova still counts them for old clients. */
  private addCompute(projectId: string, { compute, network }: Quota): void {
    new ComputeQuotasetV2(this, addressName.only('compute'), {
      projectId,
      instances: compute.instances,
      cores: compute.cores,
      ram: compute.ramMib,
      keyPairs: compute.keyPairs,
      metadataItems: compute.metadataItems,
      serverGroups: compute.serverGroups,
      serverGroupMembers: compute.serverGroupMembers,
      injectedFiles: compute.injectedFiles,
      injectedFileContentBytes: compute.injectedFileContentBytes,
      injectedFilePathBytes: compute.injectedFilePathBytes,
      fixedIps: network.ports,
      floatingIps: network.floatingIps,
      securityGroups: network.securityGroups,
      securityGroupRules: network.securityGroupRules,
    })
  }

  /** The cloud answers with every volume type that it has, and so every one is said, also Cinder's own where it is. */
  private addBlockStorage(projectId: string, { blockStorage }: Quota, lacksDefault: boolean): void {
    const types = { ...(lacksDefault ? {} : { [cinderDefaultType]: 0 }), ...blockStorage.volumeTypes }
    const byType = Object.entries(types).flatMap(([type, gigabytes]) => [
      [`gigabytes_${type}`, String(gigabytes)],
      [`volumes_${type}`, String(gigabytes)],
      [`snapshots_${type}`, String(gigabytes === 0 ? 0 : blockStorage.snapshots)],
    ])
    new BlockstorageQuotasetV3(this, addressName.only('block-storage'), {
      projectId,
      volumes: blockStorage.volumes,
      gigabytes: blockStorage.gigabytes,
      perVolumeGigabytes: blockStorage.perVolumeGigabytes,
      snapshots: blockStorage.snapshots,
      backups: blockStorage.backups,
      backupGigabytes: blockStorage.backupGigabytes,
      groups: blockStorage.groups,
      volumeTypeQuota: Object.fromEntries(byType),
    })
  }

  private addNetwork(projectId: string, { network }: Quota): string {
    const quota = new NetworkingQuotaV2(this, addressName.only('network'), {
      projectId,
      network: network.networks,
      subnet: network.subnets,
      subnetpool: network.subnetPools,
      router: network.routers,
      port: network.ports,
      floatingip: network.floatingIps,
      securityGroup: network.securityGroups,
      securityGroupRule: network.securityGroupRules,
      rbacPolicy: network.rbacPolicies,
    })
    return attributeOf(quota, 'project_id')
  }

  private addLoadBalancer(projectId: string, { loadBalancer }: Quota): void {
    if (loadBalancer === undefined) return
    new LbQuotaV2(this, addressName.only('load-balancer'), {
      projectId,
      loadbalancer: loadBalancer.loadBalancers,
      listener: loadBalancer.listeners,
      pool: loadBalancer.pools,
      member: loadBalancer.members,
      healthMonitor: loadBalancer.healthMonitors,
      l7Policy: loadBalancer.l7Policies,
      l7Rule: loadBalancer.l7Rules,
    })
  }

  private addDns(projectId: string, { dns }: Quota): void {
    if (dns === undefined) return
    new DnsQuotaV2(this, addressName.only('dns'), { projectId, ...dns })
  }

  /** Swift has no quota API; it reads the limit from a label of the account. */
  private addObjectStorage(projectId: string, { objectStorage }: Quota): void {
    if (objectStorage === undefined) return
    new ObjectstorageAccountV1(this, addressName.only('object-storage'), {
      projectId,
      metadata: { 'Quota-Bytes': String(BigInt(objectStorage.gibibytes) * bytesPerGibibyte) },
    })
  }
}
