import type { Override } from './override.ts'

/** Neutron: a unit reads its own, the prover everything. */
export const networkReads: readonly Override[] = [
  {
    why: { zh: '只读证明者读取全部，单位读取自己的', en: 'the prover reads everything, a unit its own' },
    rules: {
      get_network:
        'rule:admin_only or rule:service_api or rule:prover or rule:unit_reader or rule:shared or rule:external',
      'get_network:router:external': 'role:admin or role:prover or role:reader',
      'get_network:segments': 'rule:admin_only or rule:prover',
      'get_network:provider:network_type': 'rule:admin_only or rule:prover',
      'get_network:provider:physical_network': 'rule:admin_only or rule:prover',
      'get_network:provider:segmentation_id': 'rule:admin_only or rule:prover',
      get_subnet: 'rule:admin_only or rule:service_api or rule:prover or rule:unit_reader or rule:shared',
      get_subnetpool: 'rule:admin_only or rule:prover or rule:unit_reader or rule:shared_subnetpools',
      get_address_scope: 'rule:admin_only or rule:prover or rule:unit_reader or rule:shared_address_scopes',
      get_address_group: 'rule:admin_only or rule:prover or rule:unit_reader or rule:shared_address_groups',
      get_router: 'rule:admin_only or rule:prover or rule:unit_reader',
      'get_router:distributed': 'rule:admin_only or rule:prover',
      'get_router:ha': 'rule:admin_only or rule:prover',
      get_router_conntrack_helper:
        'rule:admin_only or rule:prover or (role:reader and rule:ext_parent_owner)',
      get_security_group: 'rule:admin_only or rule:prover or rule:unit_reader',
      get_security_group_rule:
        'rule:admin_only or rule:prover or rule:unit_reader or (role:reader and rule:sg_owner)',
      get_rbac_policy: 'rule:admin_only or rule:prover or rule:unit_reader',
      get_port:
        'rule:admin_only or rule:service_api or rule:prover or rule:unit_reader or (role:reader and rule:network_owner)',
      'get_port:binding:vif_type': 'rule:admin_only or rule:service_api or rule:prover',
      'get_port:binding:host_id': 'rule:admin_only or rule:service_api or rule:prover',
      'get_port:binding:profile': 'rule:admin_only or rule:service_api or rule:prover',
      get_floatingip: 'rule:admin_only or rule:prover or rule:unit_reader',
      get_floatingip_port_forwarding:
        'rule:admin_only or rule:prover or (role:reader and rule:ext_parent_owner)',
      get_floatingip_pool: 'rule:admin_only or rule:prover or role:reader',
      get_policy: 'rule:admin_only or rule:prover or rule:unit_reader',
      get_policy_bandwidth_limit_rule: 'rule:admin_only or rule:prover or rule:unit_reader',
      get_rule_type: 'rule:admin_only or rule:prover',
      get_quota: 'rule:admin_only or rule:prover',
      get_trunk: 'rule:admin_only or rule:prover or rule:unit_reader',
      get_subports: 'rule:admin_only or rule:prover or rule:unit_reader',
      get_local_ip: 'rule:admin_only or rule:prover or rule:unit_reader',
      get_local_ip_port_association:
        'rule:admin_only or rule:prover or (role:reader and rule:ext_parent_owner)',
      get_ndp_proxy: 'rule:admin_only or rule:prover or rule:unit_reader',
      get_default_security_group_rule: 'role:admin or role:prover or role:reader',
      get_availability_zone: 'role:admin or role:prover or role:reader',
      get_service_provider: 'role:admin or role:prover or role:reader',
      get_agent: 'rule:admin_only or rule:prover',
      get_segment: 'rule:admin_only or rule:prover',
    },
  },
]
