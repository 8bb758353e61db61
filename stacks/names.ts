/**
 * Every name and identifier of the tool, made here and nowhere else.
 *
 * Two different things never get one name. The parts of a name are slugs (`a-z`, `0-9`, `-`) and item ids (these and
 * `.`); none of them holds `_`, so that `_` between them says where each begins and ends, and each function joins a
 * fixed number of parts behind a fixed word. All parts are lower case: two names that differ still differ on a file
 * system or in a database that ignores case. Names hold no position in a list and no file name, so that reordering and
 * renaming files moves nothing in the cloud.
 */
import { createHash } from 'node:crypto'
import type { DesiredRule, FlavorKey } from '../lib/desired-state/index.ts'
import type { IpVersion } from '../lib/network/cidr.ts'

const part = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/

/** @throws RangeError for a part that could blur the border to its neighbour. */
function join(...parts: readonly (string | number)[]): string {
  for (const text of parts) {
    if (!part.test(String(text))) throw new RangeError(`${JSON.stringify(text)} cannot be part of a name`)
  }
  return parts.join('_')
}

/** Names of stacks: the folder of the synthesised stack and the key of its state. */
export const stackName = {
  platform: (zone: string): string => join('platform', zone),
  unit: (zone: string, jurisdiction: string, unit: string): string => join('unit', zone, jurisdiction, unit),
  system: (zone: string, jurisdiction: string, unit: string, system: string): string =>
    join('system', zone, jurisdiction, unit, system),
} as const

/**
 * The domain and the project that own what belongs to the zone as a whole. A unit's domain has an underscore in its
 * name, so that no unit can be called like the platform.
 */
export const platformOwner = { domain: 'platform', project: 'platform' } as const

/** A unit's Keystone domain: at most 41 characters of the 64 that Keystone takes. */
export function domainName(jurisdiction: string, unit: string): string {
  return join(jurisdiction, unit)
}

/** A system's project in its unit's domain; also the name of what the project has only one of. */
export function projectName(system: string): string {
  return join(system)
}

/** The groups of a unit's domain whose members its own administrator chooses. */
export const groupName = { operators: 'operators', auditors: 'auditors' } as const

/** Roles that every Keystone has since it bootstraps them. */
export const roleName = { member: 'member', reader: 'reader' } as const

/** A tier's network and security group; what is in no tier has the name of the project. */
export function partName(system: string, tier: string | undefined): string {
  return join(...[system, tier].filter(part => part !== undefined))
}

export function subnetName(system: string, tier: string | undefined, ipVersion: IpVersion): string {
  return `${partName(system, tier)}_${join(`ipv${ipVersion}`)}`
}

/** Whether an object of a system's project is called as those are that its stack makes there. */
export function isNameOfStack(system: string, text: string): boolean {
  const [first, ...rest] = text.split('_')
  return first === system && rest.length <= 2 && rest.every(one => part.test(one))
}

/** The zone's own network objects; all of them belong to the platform's project. */
export const zoneName = {
  egressNetwork: 'egress',
  egressSubnet: (ipVersion: IpVersion): string => join('egress', `ipv${ipVersion}`),
  addressScope: (ipVersion: IpVersion): string => join('zone', `ipv${ipVersion}`),
  /** The pool that the egress subnet comes from, which makes it part of the zone's address scope. */
  egressPool: (ipVersion: IpVersion): string => join('egress', `ipv${ipVersion}`, 'pool'),
  addressPool: (id: string): string => join(id),
} as const

/** A flavor's id and name: `<item>_<pool>`, and behind it the edition from the second on. */
export function flavorName({ item, pool, edition }: FlavorKey): string {
  return edition === 1 ? join(item, pool) : join(item, pool, edition)
}

export function volumeTypeName(id: string): string {
  return join(id)
}

export function aggregateName(pool: string): string {
  return join('pool', pool)
}

/** Where the platform stack writes down what other stacks cannot look up otherwise. */
export const registerName = 'register'

/** The trait that a dedicated pool's hosts have, and that its flavors require. Placement takes A-Z, 0-9 and `_`. */
export function poolTrait(pool: string): string {
  return `CUSTOM_POOL_${join(pool).toUpperCase().replaceAll('-', '_')}`
}

/** Names in Terraform's addresses: what follows the resource type. Two of one type in one stack never share one. */
export const addressName = {
  /** For the only one of its type in its stack, or one of a few with a role of their own. */
  only: (role: string): string => join(role),
  forVersion: (role: string, ipVersion: IpVersion): string => join(role, `ipv${ipVersion}`),
  /** The same of a part of a system: of a tier, or of what is in none. */
  ofPart: (role: string, tier: string | undefined, ipVersion?: IpVersion): string =>
    join(
      role,
      ...(tier === undefined ? [] : [tier]),
      ...(ipVersion === undefined ? [] : [`ipv${ipVersion}`]),
    ),
  /** A `.` is no character of an address; `_` is none of an item's id. Pool and edition are always the last two. */
  flavor: ({ item, pool, edition }: FlavorKey): string =>
    `${join(item).replaceAll('.', '_')}_${join(pool, edition)}`,
  /**
   * Protocol, ports and family have no `-` and a fixed place; what follows them is the remote network. A rule of a tier
   * begins with the word, which is no direction.
   */
  rule: (
    { direction, protocol, ports, icmpType, ipVersion, remote }: DesiredRule,
    tier: string | undefined,
  ): string => {
    const kind = icmpType === undefined ? 'all' : `type${icmpType}`
    const range = ports === undefined ? kind : `${ports.from}-${ports.to}`
    const whose = tier === undefined ? [] : ['tier', tier]
    return `${join(...whose, direction, protocol, range, `ipv${ipVersion}`)}_${remote.replaceAll(/[.:]/g, '-').replace('/', '_')}`
  },
} as const

/**
 * A stack's schema in PostgreSQL, which cuts identifiers off at 63 bytes without a word, and so would make two stacks
 * share a state. A longer name is kept apart by a digest of all of it; `__` is in no name that fits.
 */
export function stateSchemaName(prefix: string, stack: string): string {
  const name = `${join(prefix)}_${stack}`
  if (name.length <= 63) return name
  return `${prefix}__${createHash('sha256').update(stack).digest('hex').slice(0, 40)}`
}
