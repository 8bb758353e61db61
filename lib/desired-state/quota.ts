import {
  baseComputeQuota,
  baseDnsQuota,
  basePorts,
  baseSecurityGroups,
  defaultGroupRules,
  perLoadBalancer,
  portsPerFurtherNetwork,
  portsPerServer,
  rulesPerGrantedGroup,
} from './base-quota.ts'
import type {
  Api,
  BlockStorageQuota,
  ComputeQuota,
  LoadBalancerQuota,
  NetworkQuota,
  Quota,
} from './desired-state.ts'
import type { GrantedLine } from './grant.ts'

/** How much a grant holds of each thing that a cloud counts. */
interface Amounts {
  readonly servers: number
  readonly cores: number
  readonly ramMib: number
  readonly addresses: number
  readonly gigabytes: number
  readonly byVolumeType: Readonly<Record<string, number>>
  readonly snapshots: number
  readonly backups: number
  readonly backupGib: number
  readonly objectGib: number
  readonly loadBalancers: number
  readonly serverGroups: number
  readonly ports: number
  readonly securityGroups: number
}

/** What a quota depends on beside the grant. */
export interface QuotaContext {
  /** What the tool itself puts into the project, which has to fit: a network for each part that has subnets. */
  readonly networks: number
  readonly subnets: number
  readonly rules: number
  /** The services that the zone has. */
  readonly apis: readonly Api[]
  /** The zone's volume types, granted or not. */
  readonly volumeTypes: readonly string[]
}

/** The whole quota of a project: the base, what the grant adds, and room for the tool's own parts. */
export function quotaOf(lines: readonly GrantedLine[], context: QuotaContext): Quota {
  const amounts = amountsOf(lines)
  const { apis } = context
  return {
    compute: computeQuota(amounts),
    blockStorage: blockStorageQuota(amounts, context),
    network: networkQuota(amounts, context),
    ...(apis.includes('load-balancer') ? { loadBalancer: loadBalancerQuota(amounts) } : {}),
    ...(apis.includes('dns') ? { dns: baseDnsQuota } : {}),
    ...(apis.includes('object-storage') ? { objectStorage: { gibibytes: amounts.objectGib } } : {}),
  }
}

function computeQuota(amounts: Amounts): ComputeQuota {
  return {
    ...baseComputeQuota,
    instances: amounts.servers,
    cores: amounts.cores,
    ramMib: amounts.ramMib,
    serverGroups: baseComputeQuota.serverGroups + amounts.serverGroups,
  }
}

function blockStorageQuota(amounts: Amounts, { volumeTypes }: QuotaContext): BlockStorageQuota {
  const none = Object.fromEntries(volumeTypes.map(type => [type, 0]))
  return {
    // A grant says gibibytes, not how many volumes they may be cut into: no volume is smaller than one.
    volumes: amounts.gigabytes,
    gigabytes: amounts.gigabytes,
    perVolumeGigabytes: amounts.gigabytes,
    snapshots: amounts.snapshots,
    backups: amounts.backups,
    backupGigabytes: amounts.backupGib,
    groups: 0,
    volumeTypes: { ...none, ...amounts.byVolumeType },
  }
}

/**
 * Networks, subnets and routers are just those that the tool makes, so that a tenant cannot build a way around them;
 * and no RBAC policy, by which a tenant could hand its network to another project.
 */
function networkQuota(amounts: Amounts, own: QuotaContext): NetworkQuota {
  const further = Math.max(0, own.networks - 1)
  return {
    networks: own.networks,
    subnets: own.subnets,
    subnetPools: 0,
    routers: Math.min(1, own.networks),
    ports: basePorts + portsPerFurtherNetwork * further + portsPerServer * amounts.servers + amounts.ports,
    floatingIps: amounts.addresses,
    securityGroups: baseSecurityGroups + further + amounts.securityGroups,
    // Twice: while rules change, the new ones come before all of the old ones have gone.
    securityGroupRules: defaultGroupRules + 2 * own.rules + rulesPerGrantedGroup * amounts.securityGroups,
    rbacPolicies: 0,
  }
}

function loadBalancerQuota({ loadBalancers }: Amounts): LoadBalancerQuota {
  return {
    loadBalancers,
    listeners: perLoadBalancer.listeners * loadBalancers,
    pools: perLoadBalancer.pools * loadBalancers,
    members: perLoadBalancer.members * loadBalancers,
    healthMonitors: perLoadBalancer.healthMonitors * loadBalancers,
    l7Policies: perLoadBalancer.l7Policies * loadBalancers,
    l7Rules: perLoadBalancer.l7Rules * loadBalancers,
  }
}

function amountsOf(lines: readonly GrantedLine[]): Amounts {
  const sum = (amount: (line: GrantedLine) => number | undefined): number =>
    lines.reduce((total, line) => total + (amount(line) ?? 0) * line.quantity, 0)
  const flavor = (key: 'vcpus' | 'ramMib') => sum(line => (line.by === 'flavor' ? line.flavor[key] : 0))
  const quota = (key: keyof Extract<GrantedLine, { by: 'quota' }>['quota']) =>
    sum(line => (line.by === 'quota' ? line.quota[key] : 0))
  return {
    servers: lines.reduce((total, line) => total + serversIn(line), 0),
    cores: flavor('vcpus') + quota('vcpus'),
    ramMib: flavor('ramMib') + quota('ramMib'),
    addresses:
      lines.reduce((total, line) => total + (line.by === 'address' ? line.addresses : 0), 0) +
      quota('addresses'),
    gigabytes: lines.reduce((total, line) => total + (line.by === 'volume' ? line.gib : 0), 0),
    byVolumeType: gigabytesByType(lines),
    snapshots: quota('snapshots'),
    backups: quota('backups'),
    backupGib: quota('backupGib'),
    objectGib: quota('objectGib'),
    loadBalancers: quota('loadBalancers'),
    serverGroups: quota('serverGroups'),
    ports: quota('ports'),
    securityGroups: quota('securityGroups'),
  }
}

function serversIn(line: GrantedLine): number {
  if (line.by === 'flavor') return line.quantity
  return line.by === 'quota' ? line.servers : 0
}

function gigabytesByType(lines: readonly GrantedLine[]): Readonly<Record<string, number>> {
  const totals = new Map<string, number>()
  for (const line of lines) {
    if (line.by !== 'volume') continue
    totals.set(line.volumeType, (totals.get(line.volumeType) ?? 0) + line.gib)
  }
  return Object.fromEntries([...totals].sort(([a], [b]) => (a < b ? -1 : 1)))
}
