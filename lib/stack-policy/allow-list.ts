/** What the tool may write about one type of resource: anything else in a synthesised stack is refused. */
export interface AllowedType {
  /** The attribute that says whose it is; it must be a reference. */
  readonly owner?: 'tenant_id' | 'project_id' | 'domain_id'
  readonly attributes: readonly string[]
  /** Attributes that must all be there as whole numbers from 0 up. */
  readonly limits?: readonly string[]
}

/**
 * The types that the tool creates, with every attribute that it writes. `value_specs`, `count`, `for_each`,
 * `provisioner`, `connection`, `external`, `allowed_address_pairs` and the like are on no line, and so are refused.
 */
export const allowedResources: Readonly<Record<string, AllowedType>> = {
  // A note in the state and nothing in any cloud: Terraform's own, it needs no provider.
  terraform_data: { attributes: ['input'] },
  openstack_identity_project_v3: {
    attributes: ['name', 'description', 'domain_id', 'enabled', 'is_domain', 'tags'],
  },
  openstack_identity_group_v3: { owner: 'domain_id', attributes: ['name', 'domain_id'] },
  openstack_identity_role_assignment_v3: { attributes: ['domain_id', 'group_id', 'project_id', 'role_id'] },
  openstack_compute_quotaset_v2: {
    owner: 'project_id',
    attributes: ['project_id'],
    limits: [
      'cores',
      'fixed_ips',
      'floating_ips',
      'injected_file_content_bytes',
      'injected_file_path_bytes',
      'injected_files',
      'instances',
      'key_pairs',
      'metadata_items',
      'ram',
      'security_group_rules',
      'security_groups',
      'server_group_members',
      'server_groups',
    ],
  },
  openstack_blockstorage_quotaset_v3: {
    owner: 'project_id',
    attributes: ['project_id', 'volume_type_quota'],
    limits: [
      'backup_gigabytes',
      'backups',
      'gigabytes',
      'groups',
      'per_volume_gigabytes',
      'snapshots',
      'volumes',
    ],
  },
  openstack_networking_quota_v2: {
    owner: 'project_id',
    attributes: ['project_id'],
    limits: [
      'floatingip',
      'network',
      'port',
      'rbac_policy',
      'router',
      'security_group',
      'security_group_rule',
      'subnet',
      'subnetpool',
    ],
  },
  openstack_lb_quota_v2: {
    owner: 'project_id',
    attributes: ['project_id'],
    limits: ['health_monitor', 'l7_policy', 'l7_rule', 'listener', 'loadbalancer', 'member', 'pool'],
  },
  openstack_dns_quota_v2: {
    owner: 'project_id',
    attributes: ['project_id'],
    limits: ['api_export_size', 'recordset_records', 'zone_records', 'zone_recordsets', 'zones'],
  },
  openstack_objectstorage_account_v1: { owner: 'project_id', attributes: ['project_id', 'metadata'] },
  openstack_networking_addressscope_v2: {
    owner: 'project_id',
    attributes: ['name', 'ip_version', 'project_id', 'shared'],
  },
  openstack_networking_subnetpool_v2: {
    owner: 'project_id',
    attributes: [
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
  },
  openstack_networking_network_v2: {
    owner: 'tenant_id',
    attributes: ['admin_state_up', 'name', 'port_security_enabled', 'segments', 'tenant_id'],
  },
  openstack_networking_subnet_v2: {
    owner: 'tenant_id',
    attributes: [
      'cidr',
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
  },
  openstack_networking_router_v2: {
    owner: 'tenant_id',
    attributes: [
      'admin_state_up',
      'external_network_id',
      'external_qos_policy_id',
      'lifecycle',
      'name',
      'tenant_id',
    ],
  },
  openstack_networking_router_interface_v2: { attributes: ['router_id', 'subnet_id'] },
  openstack_networking_rbac_policy_v2: {
    attributes: ['action', 'object_id', 'object_type', 'target_tenant'],
  },
  openstack_networking_qos_policy_v2: {
    owner: 'project_id',
    attributes: ['is_default', 'name', 'project_id', 'shared'],
  },
  openstack_networking_qos_bandwidth_limit_rule_v2: {
    attributes: ['direction', 'max_kbps', 'qos_policy_id'],
  },
  openstack_networking_secgroup_v2: {
    owner: 'tenant_id',
    attributes: ['delete_default_rules', 'description', 'name', 'tenant_id'],
  },
  openstack_networking_secgroup_rule_v2: {
    owner: 'tenant_id',
    attributes: [
      'direction',
      'ethertype',
      'port_range_max',
      'port_range_min',
      'protocol',
      'remote_ip_prefix',
      'security_group_id',
      'tenant_id',
    ],
  },
  openstack_compute_flavor_v2: {
    attributes: ['disk', 'extra_specs', 'flavor_id', 'is_public', 'name', 'ram', 'vcpus'],
  },
  openstack_compute_flavor_access_v2: { owner: 'tenant_id', attributes: ['flavor_id', 'tenant_id'] },
  openstack_compute_aggregate_v2: { attributes: ['hosts', 'metadata', 'name', 'zone'] },
  openstack_blockstorage_volume_type_v3: { attributes: ['extra_specs', 'is_public', 'name'] },
  openstack_blockstorage_volume_type_access_v3: {
    owner: 'project_id',
    attributes: ['project_id', 'volume_type_id'],
  },
  openstack_blockstorage_qos_v3: { attributes: ['consumer', 'name', 'specs'] },
  openstack_blockstorage_qos_association_v3: { attributes: ['qos_id', 'volume_type_id'] },
}

/** What a stack may look up; each by name, and by owner where a tenant could use the same name. */
export const allowedData: Readonly<Record<string, AllowedType>> = {
  openstack_compute_aggregate_v2: { attributes: ['name'] },
  openstack_identity_group_v3: { owner: 'domain_id', attributes: ['domain_id', 'name'] },
  openstack_identity_project_v3: { attributes: ['domain_id', 'is_domain', 'name'] },
  openstack_identity_role_v3: { attributes: ['name'] },
  openstack_networking_network_v2: { owner: 'tenant_id', attributes: ['name', 'tenant_id'] },
  openstack_networking_subnetpool_v2: { owner: 'project_id', attributes: ['name', 'project_id'] },
}

export const allowedRoles: ReadonlySet<string> = new Set(['member', 'reader'])
