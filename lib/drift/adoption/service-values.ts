// Which attributes in the cloud follow from the services of a grant, and how: the inverse is looked for by trying.
import type { Quota, ServicesWorth } from '../../desired-state/index.ts'

type Worth = (worth: ServicesWorth, rest: string) => number | undefined

const bytesPerGibibyte = 2 ** 30

/** By Terraform's type, then by attribute; of a map the key inside it comes along. */
const attributes: Readonly<Record<string, Readonly<Record<string, Worth>>>> = {
  openstack_compute_quotaset_v2: {
    instances: ({ quota }) => quota.compute.instances,
    cores: ({ quota }) => quota.compute.cores,
    ram: ({ quota }) => quota.compute.ramMib,
    server_groups: ({ quota }) => quota.compute.serverGroups,
    fixed_ips: ({ quota }) => quota.network.ports,
    floating_ips: ({ quota }) => quota.network.floatingIps,
    security_groups: ({ quota }) => quota.network.securityGroups,
    security_group_rules: ({ quota }) => quota.network.securityGroupRules,
  },
  openstack_blockstorage_quotaset_v3: {
    volumes: ({ quota }) => quota.blockStorage.volumes,
    gigabytes: ({ quota }) => quota.blockStorage.gigabytes,
    per_volume_gigabytes: ({ quota }) => quota.blockStorage.perVolumeGigabytes,
    snapshots: ({ quota }) => quota.blockStorage.snapshots,
    backups: ({ quota }) => quota.blockStorage.backups,
    backup_gigabytes: ({ quota }) => quota.blockStorage.backupGigabytes,
    volume_type_quota: ({ quota }, rest) => ofVolumeType(quota, rest),
  },
  openstack_networking_quota_v2: {
    port: ({ quota }) => quota.network.ports,
    floatingip: ({ quota }) => quota.network.floatingIps,
    security_group: ({ quota }) => quota.network.securityGroups,
    security_group_rule: ({ quota }) => quota.network.securityGroupRules,
  },
  openstack_lb_quota_v2: {
    loadbalancer: ({ quota }) => quota.loadBalancer?.loadBalancers,
    listener: ({ quota }) => quota.loadBalancer?.listeners,
    pool: ({ quota }) => quota.loadBalancer?.pools,
    member: ({ quota }) => quota.loadBalancer?.members,
    health_monitor: ({ quota }) => quota.loadBalancer?.healthMonitors,
    l7_policy: ({ quota }) => quota.loadBalancer?.l7Policies,
    l7_rule: ({ quota }) => quota.loadBalancer?.l7Rules,
  },
  openstack_objectstorage_account_v1: {
    metadata: ({ quota }, rest) =>
      rest === 'Quota-Bytes' && quota.objectStorage !== undefined
        ? quota.objectStorage.gibibytes * bytesPerGibibyte
        : undefined,
  },
  openstack_networking_qos_bandwidth_limit_rule_v2: {
    max_kbps: ({ bandwidthKbps }) => bandwidthKbps,
  },
}

function ofVolumeType({ blockStorage }: Quota, key: string): number | undefined {
  const [, what, type = ''] = /^(gigabytes|volumes|snapshots)_(.+)$/s.exec(key) ?? []
  const gigabytes = Object.hasOwn(blockStorage.volumeTypes, type) ? (blockStorage.volumeTypes[type] ?? 0) : 0
  if (what === undefined) return undefined
  return what === 'snapshots' ? (gigabytes === 0 ? 0 : blockStorage.snapshots) : gigabytes
}

/** What services come to at an attribute of a resource; undefined for one that does not follow from any service. */
export function worthAt(type: string, path: readonly (string | number)[], worth: ServicesWorth) {
  const [attribute = '', ...rest] = path.map(String)
  const known = Object.hasOwn(attributes, type) ? attributes[type] : undefined
  const of = known !== undefined && Object.hasOwn(known, attribute) ? known[attribute] : undefined
  return of?.(worth, rest.join('.'))
}
