import { Cidr } from '../network/cidr.ts'
import { identified } from '../stack-policy/reference.ts'
import type { PlacedPart, StackView } from '../stack-policy/stack-view.ts'
import { readRule } from './group-rules.ts'
import { identityOf } from './identity.ts'
import type { GroupRule, IsolationModel, Origin } from './model.ts'
import { boxOf } from './traffic-set.ts'

/** The model under construction. */
export type Draft = { readonly [Kind in keyof IsolationModel]: IsolationModel[Kind][number][] }

/** A resource, and how to read it. What cannot be read is named, and the proof stops there. */
export interface Source {
  readonly stack: StackView
  readonly part: PlacedPart
  readonly origin: Origin
  readonly cloud: string
  /** The resource's own id; undefined where its name or owner cannot be read. */
  readonly self: string | undefined
  /** The id behind an attribute, which is reported when there is none. */
  readonly identity: (attribute: string) => string | undefined
  readonly unread: (attribute: string) => void
}

/** Reads the resources of one type. */
type Reader = (source: Source, draft: Draft) => void

export const readers: Readonly<Record<string, Reader>> = {
  openstack_identity_project_v3: ({ part, origin, cloud, identity, self, unread }, { projects }) => {
    if (part.attributes.is_domain === true) return
    const domain = identity('domain_id')
    const name = part.attributes.name
    if (typeof name !== 'string') {
      unread('name')
      return
    }
    if (domain !== undefined && self !== undefined) projects.push({ id: self, origin, domain, name, cloud })
  },
  openstack_networking_network_v2: ({ part, origin, identity, self, unread }, { networks }) => {
    const project = identity('tenant_id')
    if (project === undefined) return
    if (self === undefined) {
      unread('name')
      return
    }
    const { shared, external, port_security_enabled: portSecurity } = part.attributes
    // An external network is open to every project, by a policy that Neutron makes by itself.
    const open = (shared ?? false) !== false || (external ?? false) !== false
    networks.push({ id: self, origin, project, portSecurity: portSecurity === true, shared: open })
  },
  openstack_networking_subnet_v2: ({ part, origin, identity, self, unread }, { subnets }) => {
    const [project, network] = [identity('tenant_id'), identity('network_id')]
    const cidr = typeof part.attributes.cidr === 'string' ? Cidr.read(part.attributes.cidr).cidr : undefined
    if (cidr === undefined) {
      unread('cidr')
      return
    }
    if (project !== undefined && network !== undefined && self !== undefined)
      subnets.push({ id: self, origin, project, network, cidr })
  },
  openstack_networking_router_v2: ({ part, origin, identity, self }, { routers }) => {
    const project = identity('tenant_id')
    const leads = part.attributes.external_network_id !== undefined
    const gateway = leads ? identity('external_network_id') : undefined
    if (project !== undefined && self !== undefined) routers.push({ id: self, origin, project, gateway })
  },
  openstack_networking_router_interface_v2: ({ origin, identity }, { interfaces }) => {
    const [router, subnet] = [identity('router_id'), identity('subnet_id')]
    if (router !== undefined && subnet !== undefined) interfaces.push({ router, subnet, origin })
  },
  openstack_networking_rbac_policy_v2: ({ part, origin, identity, unread }, { shares }) => {
    const { action, object_type: objectType } = part.attributes
    if (objectType !== 'network') {
      unread('object_type')
      return
    }
    if (action !== 'access_as_shared' && action !== 'access_as_external') {
      unread('action')
      return
    }
    const [network, target] = [identity('object_id'), identity('target_tenant')]
    if (network !== undefined && target !== undefined) shares.push({ network, target, action, origin })
  },
  openstack_networking_secgroup_v2: ({ part, origin, identity }, { rules }) => {
    const project = identity('tenant_id')
    if (project === undefined || part.attributes.delete_default_rules === true) return
    rules.push(...defaultRules(project, origin))
  },
  openstack_networking_secgroup_rule_v2: readGroupRule,
}

/** Neutron starts a group with two rules that let everything out. */
function defaultRules(project: string, origin: Origin): readonly GroupRule[] {
  return ([4, 6] as const).map(version => ({
    project,
    direction: 'egress',
    version,
    traffic: [boxOf(version)],
    origin,
  }))
}

/** A rule belongs to whoever owns its group, whatever it says of its own owner. */
function readGroupRule({ stack, part, origin, cloud, unread }: Source, { rules }: Draft): void {
  const group = identified(stack, part.attributes.security_group_id)
  const project = identityOf(stack, cloud, group?.attributes.tenant_id)
  if (project === undefined) {
    unread('security_group_id')
    return
  }
  const reading = readRule(part.attributes)
  if (typeof reading === 'string') {
    unread(reading)
    return
  }
  rules.push({ project, origin, ...reading })
}
