// What every project gets whatever it was granted: as much as a project cannot do without, and no more.

/** Nova's own defaults for what costs nothing: keys, labels, injected files, groups of servers. */
export const baseComputeQuota = {
  keyPairs: 100,
  metadataItems: 128,
  serverGroups: 10,
  serverGroupMembers: 100,
  injectedFiles: 5,
  injectedFileContentBytes: 10_240,
  injectedFilePathBytes: 255,
} as const

/** Beside the ports of servers: DHCP agents (two a network), the router's interfaces, two to exchange one by. */
export const basePorts = 8

/** For each network beyond the first: two DHCP agents, and the router's interface in each of two subnets. */
export const portsPerFurtherNetwork = 4

/** A server's own port, and a second for one that is being exchanged or serves as a virtual address. */
export const portsPerServer = 2

/** The group `default`, which Neutron makes with every project and nothing can do without, and the system's own; each tier has one more. */
export const baseSecurityGroups = 2

/** The rules that Neutron puts into the group `default`. */
export const defaultGroupRules = 4

/** For a group that was granted on top, which the tenant fills. */
export const rulesPerGrantedGroup = 32

/** What one load balancer needs to be of use. */
export const perLoadBalancer = {
  listeners: 10,
  pools: 10,
  members: 50,
  healthMonitors: 10,
  l7Policies: 10,
  l7Rules: 50,
} as const

/** One zone for the system's name and one for its reverse addresses; the rest are Designate's own defaults. */
export const baseDnsQuota = {
  zones: 2,
  zoneRecordsets: 500,
  zoneRecords: 500,
  recordsetRecords: 20,
  apiExportSize: 1000,
} as const
