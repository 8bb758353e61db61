import type { Cidr, IpVersion } from '../network/cidr.ts'
import type { TrafficSet } from './traffic-set.ts'

/** Where an element of the model was read: a resource of a stack by its address in Terraform. */
export interface Origin {
  readonly stack: string
  readonly address: string
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
}

export interface Router extends Owned {
  /** The network of its uplink; undefined for a router that leads nowhere. */
  readonly gateway: string | undefined
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
  readonly direction: Direction
  readonly version: IpVersion
  /** The packets it passes. */
  readonly traffic: TrafficSet
  readonly origin: Origin
}

/** The right of a project to use another's network; `*` for every project. */
export interface Share {
  readonly network: string
  readonly target: string
  readonly action: 'access_as_shared' | 'access_as_external'
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
  readonly unread: readonly Unread[]
}
