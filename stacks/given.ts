import {
  type DesiredRule,
  type DesiredSystem,
  type DesiredZone,
  type PlacedPart,
  partsWithNetworks,
} from '../lib/desired-state/index.ts'
import type { Given, PartGrant, ProjectGrant, ZoneGrant } from '../lib/isolation/grant.ts'
import type { ReadRule } from '../lib/isolation/group-rules.ts'
import { domainId, projectId } from '../lib/isolation/identity.ts'
import { intersection, type TrafficSet } from '../lib/isolation/traffic-set.ts'
import { Cidr } from '../lib/network/cidr.ts'
import { protocols } from '../lib/network/protocol.ts'
import { portRangeOf } from './constructs/firewalls.ts'
import type { StackJob } from './job.ts'
import {
  domainName,
  flavorName,
  groupName,
  partName,
  platformOwner,
  projectName,
  roleName,
  stackName,
} from './names.ts'
import { domainRole, projectRoles } from './roles.ts'

/** What the jobs of some stacks give to whom, under the names that the stacks make. */
export function givenBy(jobs: Iterable<StackJob>, read: ReadRule): Given {
  const draft = nothingGiven()
  for (const job of jobs) addGrant(draft, job, read)
  return draft
}

/** What is given, under construction. */
export interface GivenDraft extends Given {
  readonly zones: ZoneGrant[]
  readonly projects: Map<string, ProjectGrant>
}

export function nothingGiven(): GivenDraft {
  return { zones: [], projects: new Map(), roles }
}

/** Takes in what one job gives, so that no two records need be in memory at once. */
export function addGrant({ zones, projects }: GivenDraft, job: StackJob, read: ReadRule): void {
  if (job.kind === 'platform') zones.push(zoneGrant(job.zone, job.record))
  if (job.kind !== 'system') return
  const grant = projectGrant(job.zone, job.record, read)
  projects.set(grant.project, grant)
}

/** The cloud of a zone, as models name it. */
export function cloudOfZone({ cloud, region }: DesiredZone): string {
  return `${cloud}/${region}`
}

const roles: Given['roles'] = [
  ...Object.values(groupName).map(name => ({
    on: 'domain' as const,
    kind: 'group' as const,
    name,
    role: roleName[domainRole],
  })),
  ...projectRoles.map(([group, role]) => ({
    on: 'project' as const,
    kind: 'group' as const,
    name: groupName[group],
    role: roleName[role],
  })),
]

function zoneGrant(
  zone: DesiredZone,
  { flavors, dedicatedPools, egress }: Extract<StackJob, { kind: 'platform' }>['record'],
): ZoneGrant {
  const cloud = cloudOfZone(zone)
  const dedicated = new Set(dedicatedPools.map(({ id }) => id))
  return {
    id: zone.id,
    cloud,
    platform: projectId(cloud, platformOwner.domain, platformOwner.project),
    networks: egress.subnets.map(({ cidr }) => Cidr.of(cidr)),
    dedicatedFlavors: new Set(flavors.filter(({ pool }) => dedicated.has(pool)).map(flavorName)),
  }
}

function projectGrant(zone: DesiredZone, record: DesiredSystem, read: ReadRule): ProjectGrant {
  const { jurisdiction, unit, system, uplink, flavors, tiers } = record
  const cloud = cloudOfZone(zone)
  const domain = domainName(jurisdiction, unit)
  const parts = new Map(
    partsWithNetworks(record).map(part => [partName(system, part.tier), partGrant(part, read)]),
  )
  return {
    project: projectId(cloud, domain, projectName(system)),
    stack: stackName.system(zone.id, jurisdiction, unit, system),
    jurisdiction,
    zone: zone.id,
    domain: domainId(cloud, domain),
    networks: [...parts.values()].flatMap(part => part.networks),
    traffic: grantedToAll([...parts.values()]),
    ...(tiers === undefined ? {} : { parts }),
    kbps: uplink?.bandwidthKbps,
    flavors: new Set(flavors.map(flavorName)),
  }
}

function partGrant({ tier, networks, rules }: PlacedPart, read: ReadRule): PartGrant {
  const traffic = (direction: DesiredRule['direction']) =>
    rules.flatMap(rule => (rule.direction === direction ? trafficOf(rule, read) : []))
  return {
    tier,
    networks: networks.map(({ cidr }) => Cidr.of(cidr)),
    traffic: { ingress: traffic('ingress'), egress: traffic('egress') },
  }
}

/** A group that is no part's own may be given to servers of any. */
function grantedToAll([first, ...others]: readonly PartGrant[]): PartGrant['traffic'] {
  const all = (direction: DesiredRule['direction']): TrafficSet =>
    others.reduce(
      (common, { traffic }) => intersection(common, traffic[direction]),
      first?.traffic[direction] ?? [],
    )
  return { ingress: all('ingress'), egress: all('egress') }
}

/** As a cloud would have the rule: all ports of a protocol are none in particular. */
function trafficOf(rule: DesiredRule, read: ReadRule) {
  const { portRangeMin, portRangeMax } = portRangeOf(rule)
  const reading = read({
    direction: rule.direction,
    ethertype: `IPv${rule.ipVersion}`,
    protocol: protocols[rule.protocol].name[rule.ipVersion],
    remote_ip_prefix: rule.remote,
    port_range_min: portRangeMin,
    port_range_max: portRangeMax,
  })
  if (typeof reading === 'string') throw new RangeError(`a rule of ours has no meaning: ${reading}`)
  return reading.traffic
}
