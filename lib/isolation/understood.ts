import type { PlacedPart } from '../stack-policy/stack-view.ts'

/**
 * What the model knows the meaning of: types of network resources, and their attributes. Anything else could open a way
 * that nobody looks at (a static route, a port's address pairs, `value_specs`), so it stops the proof.
 */
const understood: Readonly<Record<string, readonly string[]>> = {
  openstack_networking_addressscope_v2: ['name', 'ip_version', 'project_id', 'shared'],
  openstack_networking_address_group_v2: ['name', 'addresses', 'project_id'],
  openstack_networking_network_v2: [
    'name',
    'tenant_id',
    'admin_state_up',
    'port_security_enabled',
    'segments',
    'shared',
    'external',
  ],
  openstack_networking_port_v2: [
    'admin_state_up',
    'allowed_address_pairs',
    'binding',
    'device_id',
    'device_owner',
    'fixed_ip',
    'name',
    'network_id',
    'no_security_groups',
    'port_security_enabled',
    'security_group_ids',
    'tenant_id',
  ],
  openstack_networking_qos_bandwidth_limit_rule_v2: ['qos_policy_id', 'direction', 'max_kbps'],
  openstack_networking_qos_policy_v2: ['name', 'project_id', 'shared', 'is_default'],
  openstack_networking_rbac_policy_v2: ['action', 'object_id', 'object_type', 'target_tenant'],
  openstack_networking_router_interface_v2: ['router_id', 'subnet_id'],
  openstack_networking_router_route_v2: ['destination_cidr', 'next_hop', 'router_id'],
  openstack_networking_router_v2: [
    'name',
    'tenant_id',
    'admin_state_up',
    'external_network_id',
    'external_qos_policy_id',
  ],
  openstack_networking_secgroup_rule_v2: [
    'direction',
    'ethertype',
    'port_range_max',
    'port_range_min',
    'protocol',
    'remote_ip_prefix',
    'security_group_id',
    'tenant_id',
  ],
  openstack_networking_secgroup_v2: ['name', 'description', 'tenant_id', 'delete_default_rules'],
  openstack_networking_subnet_v2: [
    'allocation_pool',
    'cidr',
    'gateway_ip',
    'dns_nameservers',
    'enable_dhcp',
    'ip_version',
    'ipv6_address_mode',
    'ipv6_ra_mode',
    'name',
    'network_id',
    'subnetpool_id',
    'tenant_id',
  ],
  openstack_networking_subnetpool_v2: [
    'address_scope_id',
    'default_prefixlen',
    'is_default',
    'max_prefixlen',
    'min_prefixlen',
    'name',
    'prefixes',
    'project_id',
    'shared',
  ],
}

/** Terraform's own arguments: they say when a resource is made, never what it is. */
const ordering: readonly string[] = ['depends_on', 'lifecycle']

/** Types whose resources lead packets, which a quota doesn't; of all others the model takes no notice. */
const leadsPackets = /^openstack_(?:networking|vpnaas|fw|bgpvpn|lb|taas|dns)_(?!quota_)/

/** The attributes of a resource that nobody knows the meaning of; `type` itself for one of an unknown type. */
export function notUnderstood({ kind, type, attributes }: PlacedPart): readonly string[] {
  if (kind !== 'resource' || !leadsPackets.test(type)) return []
  const known = understood[type]
  if (known === undefined) return ['type']
  return Object.keys(attributes).filter(name => !known.includes(name) && !ordering.includes(name))
}
