import { numberAt } from '../../deliver/json.ts'
import { Cidr } from '../../network/cidr.ts'
import { identified } from '../../stack-policy/reference.ts'
import { type PartsView, type PlacedPart, resourcesOfType } from '../../stack-policy/stack-view.ts'
import { identityOf } from '../identity.ts'
import type { Draft, GroupRule, Origin } from '../model.ts'
import { shared } from '../shared-texts.ts'
import { boxOf } from '../traffic-set.ts'
import type { Readers, Source } from './reader.ts'

export const networkReaders: Readers = {
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
    const pooled = part.attributes.subnetpool_id !== undefined
    if (project !== undefined && network !== undefined && self !== undefined)
      subnets.push({ id: self, origin, project, network, cidr, pooled })
  },
  openstack_networking_router_v2: ({ part, stack, origin, identity, self }, { routers }) => {
    const project = identity('tenant_id')
    const leads = part.attributes.external_network_id !== undefined
    const gateway = leads ? identity('external_network_id') : undefined
    const kbps = widthOf(stack, part)
    if (project !== undefined && self !== undefined)
      routers.push({ id: self, origin, project, gateway, kbps })
  },
  openstack_networking_router_interface_v2: ({ origin, identity }, { interfaces }) => {
    const [router, subnet] = [identity('router_id'), identity('subnet_id')]
    if (router !== undefined && subnet !== undefined) interfaces.push({ router, subnet, origin })
  },
  openstack_networking_secgroup_v2: ({ part, origin, identity }, { rules }) => {
    const project = identity('tenant_id')
    if (project === undefined || part.attributes.delete_default_rules === true) return
    rules.push(...defaultRules(project, nameOf(part), origin))
  },
  openstack_networking_secgroup_rule_v2: readGroupRule,
}

/** How wide the policy of an uplink is: in either direction, or it limits nothing. */
function widthOf(stack: PartsView, router: PlacedPart): number | undefined {
  const policy = identified(stack, router.attributes.external_qos_policy_id)
  if (policy === undefined) return undefined
  const limits = resourcesOfType(stack, 'openstack_networking_qos_bandwidth_limit_rule_v2')
    .filter(limit => identified(stack, limit.attributes.qos_policy_id) === policy)
    .map(({ attributes }) => ({ direction: attributes.direction, kbps: numberAt(attributes, 'max_kbps') }))
  const widths = ['ingress', 'egress'].map(side => limits.find(({ direction }) => direction === side)?.kbps)
  const [inward, outward] = widths
  return inward === undefined || outward === undefined ? undefined : Math.max(inward, outward)
}

/** Neutron starts a group with two rules that let everything out. */
function defaultRules(project: string, group: string, origin: Origin): readonly GroupRule[] {
  return ([4, 6] as const).map(version => ({
    project,
    group,
    direction: 'egress',
    version,
    traffic: [boxOf(version)],
    origin,
  }))
}

/** A rule belongs to whoever owns its group, whatever it says of its own owner. */
function readGroupRule({ stack, part, origin, cloud, unread, readRule }: Source, { rules }: Draft): void {
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
  const { direction, version, traffic } = reading
  // Field by field: an object that is spread into another takes half as much again, and there are a million of these.
  rules.push({
    project,
    group: group === undefined ? '' : nameOf(group),
    origin,
    direction,
    version,
    traffic,
  })
}

function nameOf({ attributes }: PlacedPart): string {
  return typeof attributes.name === 'string' ? shared(attributes.name) : ''
}
