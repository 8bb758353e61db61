// What the repository gives, in the words of the model: the beliefs are held against it.
import type { Cidr } from '../network/cidr.ts'
import type { RoleAssignment } from './model.ts'
import type { TrafficSet } from './traffic-set.ts'

/** What a system holds in a zone. */
export interface ProjectGrant {
  /** The id of its project in every model. */
  readonly project: string
  /** The name of the system's stack in the zone. */
  readonly stack: string
  readonly jurisdiction: string
  readonly zone: string
  /** The id of its unit's domain. */
  readonly domain: string
  readonly networks: readonly Cidr[]
  /** What a group of any name may pass: of a system with tiers, what is granted to all of them. */
  readonly traffic: PartGrant['traffic']
  /** By the name of the security group of each part; absent without tiers. */
  readonly parts?: ReadonlyMap<string, PartGrant>
  /** Undefined without an uplink. */
  readonly kbps: number | undefined
  readonly flavors: ReadonlySet<string>
}

/** What a part of a system holds in a zone. */
export interface PartGrant {
  /** Undefined for what is in no tier. */
  readonly tier: string | undefined
  readonly networks: readonly Cidr[]
  readonly traffic: Readonly<Record<'ingress' | 'egress', TrafficSet>>
}

/** Who may hold which role in a unit's domain or in one of its projects. */
export type RoleGrant = Pick<RoleAssignment['holder'], 'kind' | 'name'> & {
  readonly on: 'domain' | 'project'
  readonly role: string
}

/** What a zone is, as the catalogue says. */
export interface ZoneGrant {
  readonly id: string
  /** Its cloud and region, as models name them. */
  readonly cloud: string
  /** The project that owns what the zone has once. */
  readonly platform: string
  /** The networks of that project. */
  readonly networks: readonly Cidr[]
  /** Flavors that reach the hosts of a dedicated pool. */
  readonly dedicatedFlavors: ReadonlySet<string>
}

/** All that is given. */
export interface Given {
  readonly zones: readonly ZoneGrant[]
  /** By the id of the project. */
  readonly projects: ReadonlyMap<string, ProjectGrant>
  readonly roles: readonly RoleGrant[]
}
