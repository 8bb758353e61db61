import type { CloudPlace, StackPlace } from '../finding/finding.ts'
import type { Cidr, IpVersion } from '../network/cidr.ts'
import type { TrafficSet } from './traffic-set.ts'

/** Where an element of the model was read: a resource of a stack by its address in Terraform, or an object of a cloud. */
export type Origin = Required<StackPlace> | Required<CloudPlace>

/** An origin in one word, for people. */
export function nameOfOrigin(origin: Origin): string {
  if ('address' in origin) return origin.address
  const { kind, id, name } = origin.object
  return name === '' ? `${kind} ${id}` : `${kind} ${name} (${id})`
}

/** An origin with the stack or the cloud that it lies in. */
export function originText(origin: Origin): string {
  return `${'stack' in origin ? origin.stack : origin.cloud} ${nameOfOrigin(origin)}`
}

interface Element {
  /** The same for everything that means this object, in whichever stack it is written. */
  readonly id: string
  readonly origin: Origin
}

interface Owned extends Element {
  /** The id of the project that owns it. */
  readonly project: string
}

export interface Project extends Element {
  readonly domain: string
  readonly name: string
  /** Its cloud and region: nothing leads from one to another but through their uplinks. */
  readonly cloud: string
}

export interface Network extends Owned {
  /** Without it neither anti-spoofing nor security groups apply to a port. */
  readonly portSecurity: boolean
  /** Open to every project of its cloud. */
  readonly shared: boolean
}

export interface Subnet extends Owned {
  readonly network: string
  readonly cidr: Cidr
  /** Whether it comes from a pool, whose address scope routers hold to. */
  readonly pooled: boolean
}

export interface Router extends Owned {
  /** The network of its uplink; undefined for a router that leads nowhere. */
  readonly gateway: string | undefined
  /** What the policy of the uplink lets through in the wider direction; undefined where nothing limits it. */
  readonly kbps: number | undefined
}

/** A subnet joined to a router. */
export interface Interface {
  readonly router: string
  readonly subnet: string
  readonly origin: Origin
}

export type Direction = 'ingress' | 'egress'

/** A rule of a security group of a project. */
export interface GroupRule {
  readonly project: string
  /** The name of the group; a project may have several of one name. */
  readonly group: string
  readonly direction: Direction
  readonly version: IpVersion
  /** The packets it passes. */
  readonly traffic: TrafficSet
  readonly origin: Origin
}

/** The right of a project to use another's network; `*` for every project of its cloud. */
export interface Share {
  readonly network: string
  readonly target: string
  readonly action: 'access_as_shared' | 'access_as_external'
  readonly origin: Origin
}

/** What lies beside networks and may be opened to other projects: an image, a volume, an address pool, a policy. */
export interface SharedObject {
  readonly kind: string
  readonly owner: string
  /** A project, or `*` for every project of its cloud. */
  readonly target: string
  readonly origin: Origin
}

/** A way for packets that routers would not find by themselves. */
export interface Route {
  readonly project: string
  readonly destination: string
  readonly nextHop: string
  readonly origin: Origin
}

/** What takes the guard off a port, whatever its network says. */
export interface Loosened {
  readonly project: string
  readonly by: 'port-security' | 'address-pairs' | 'trusted-device' | 'direct-binding'
  readonly origin: Origin
}

/** Who may act in a project or a domain. */
export interface RoleAssignment {
  /** The id of the project or the domain. */
  readonly on: string
  readonly role: string
  readonly holder: { readonly kind: 'group' | 'user'; readonly name: string; readonly domain: string }
  readonly inherited: boolean
  readonly origin: Origin
}

/** What lets somebody act in a project without being asked for a password again. */
export interface Credential {
  readonly kind: 'application-credential' | 'ec2-key' | 'trust'
  readonly project: string
  /** Whoever it acts for, by name or id. */
  readonly person: string
  /** It may make more of its kind. */
  readonly unrestricted: boolean
  readonly expires: boolean
  readonly origin: Origin
}

/** The right of a project to a flavor that not everybody has. */
export interface FlavorAccess {
  readonly flavor: string
  readonly project: string
  readonly origin: Origin
}

/** Something that was there and could not be understood: with any, nothing is proven. */
export interface Unread {
  readonly origin: Origin
  readonly attribute: string
}

/** What decides who reaches whom, wherever it was read. */
export interface IsolationModel {
  readonly projects: readonly Project[]
  readonly networks: readonly Network[]
  readonly subnets: readonly Subnet[]
  readonly routers: readonly Router[]
  readonly interfaces: readonly Interface[]
  readonly rules: readonly GroupRule[]
  readonly shares: readonly Share[]
  readonly objects: readonly SharedObject[]
  readonly routes: readonly Route[]
  readonly loosened: readonly Loosened[]
  readonly assignments: readonly RoleAssignment[]
  readonly credentials: readonly Credential[]
  readonly accesses: readonly FlavorAccess[]
  readonly unread: readonly Unread[]
}

/** The model under construction. */
export type Draft = { readonly [Kind in keyof IsolationModel]: IsolationModel[Kind][number][] }

export function emptyDraft(): Draft {
  return {
    projects: [],
    networks: [],
    subnets: [],
    routers: [],
    interfaces: [],
    rules: [],
    shares: [],
    objects: [],
    routes: [],
    loosened: [],
    assignments: [],
    credentials: [],
    accesses: [],
    unread: [],
  }
}
