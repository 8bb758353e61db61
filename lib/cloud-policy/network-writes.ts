import type { Override } from './override.ts'

/** Neutron: what is declared is made by the tool alone; a unit keeps its ports and its floating IPs. Measured on Zed (21.0). */
export const networkWrites: readonly Override[] = [
  {
    why: {
      zh: '单位成员、审计员和只读证明者在规则中的称谓',
      en: 'how the rules below call a unit’s members, its auditors and the prover',
    },
    rules: {
      unit_member: 'role:member and project_id:%(project_id)s',
      unit_reader: 'role:reader and project_id:%(project_id)s',
      prover: 'role:prover',
    },
  },
  {
    why: {
      zh: '2023.2 起 Nova 以 service 角色来访',
      en: 'from 2023.2 on Nova may come with the role `service`',
    },
    rules: {
      service_api: 'role:service',
    },
  },
  {
    why: { zh: '只读证明者看到全部项目', en: 'the prover is shown every project' },
    until: '2024.2',
    rules: {
      context_is_advsvc: 'role:advsvc or role:prover',
    },
  },
  {
    why: { zh: '只读证明者看到全部项目', en: 'the prover is shown every project' },
    since: '2025.1',
    rules: {
      context_with_global_access: 'role:prover',
    },
  },
  {
    why: {
      zh: 'Neutron 没有专门规则的操作（如 2026 年之前的地址组）落到此处，原本所有者可为',
      en: 'what Neutron has no rule for, such as address groups before 2026, falls here, and would be its owner’s to do',
    },
    rules: {
      default: 'rule:admin_only',
    },
  },
  {
    why: {
      zh: '成员改动或重建申报的网络和子网，关闭端口安全',
      en: 'a member changes or rebuilds the declared network and subnets, or takes port security off',
    },
    rules: {
      create_network: 'rule:admin_only',
      'create_network:port_security_enabled': 'rule:admin_only',
      update_network: 'rule:admin_only',
      'update_network:port_security_enabled': 'rule:admin_only',
      delete_network: 'rule:admin_only',
      create_subnet: 'rule:admin_only',
      update_subnet: 'rule:admin_only',
      delete_subnet: 'rule:admin_only',
      onboard_network_subnets: 'rule:admin_only',
      get_auto_allocated_topology: 'rule:admin_only',
      delete_auto_allocated_topology: 'rule:admin_only',
    },
  },
  {
    why: {
      zh: '成员自建地址范围、地址池和地址组，使用他人的地址',
      en: 'a member makes scopes, pools and groups of addresses, with those of others',
    },
    rules: {
      create_subnetpool: 'rule:admin_only',
      update_subnetpool: 'rule:admin_only',
      delete_subnetpool: 'rule:admin_only',
      add_prefixes: 'rule:admin_only',
      remove_prefixes: 'rule:admin_only',
      create_address_scope: 'rule:admin_only',
      update_address_scope: 'rule:admin_only',
      delete_address_scope: 'rule:admin_only',
      create_address_group: 'rule:admin_only',
      update_address_group: 'rule:admin_only',
      delete_address_group: 'rule:admin_only',
      add_addresses: 'rule:admin_only',
      remove_addresses: 'rule:admin_only',
    },
  },
  {
    why: {
      zh: '成员改动或重建路由器：取下带宽策略，添加静态路由，拆下子网',
      en: 'a member changes or rebuilds the router: takes its bandwidth policy off, adds static routes, takes subnets off',
    },
    rules: {
      create_router: 'rule:admin_only',
      'create_router:external_gateway_info': 'rule:admin_only',
      'create_router:external_gateway_info:network_id': 'rule:admin_only',
      update_router: 'rule:admin_only',
      'update_router:external_gateway_info': 'rule:admin_only',
      'update_router:external_gateway_info:network_id': 'rule:admin_only',
      delete_router: 'rule:admin_only',
      add_router_interface: 'rule:admin_only',
      remove_router_interface: 'rule:admin_only',
      add_extraroutes: 'rule:admin_only',
      remove_extraroutes: 'rule:admin_only',
      create_router_conntrack_helper: 'rule:admin_only',
      update_router_conntrack_helper: 'rule:admin_only',
      delete_router_conntrack_helper: 'rule:admin_only',
    },
  },
  {
    why: { zh: '成员为路由器另加网关', en: 'a member gives the router further gateways' },
    since: '2024.1',
    rules: {
      add_external_gateways: 'rule:admin_only',
      'add_external_gateways:external_gateways': 'rule:admin_only',
      'add_external_gateways:external_gateways:network_id': 'rule:admin_only',
      update_external_gateways: 'rule:admin_only',
      'update_external_gateways:external_gateways': 'rule:admin_only',
      'update_external_gateways:external_gateways:network_id': 'rule:admin_only',
      remove_external_gateways: 'rule:admin_only',
      'remove_external_gateways:external_gateways': 'rule:admin_only',
    },
  },
  {
    why: {
      zh: '成员在申报的组和 default 组中放行任何地址',
      en: 'a member opens anything in the declared group and in `default`',
    },
    rules: {
      create_security_group: 'rule:admin_only',
      update_security_group: 'rule:admin_only',
      delete_security_group: 'rule:admin_only',
      create_security_group_rule: 'rule:admin_only',
      delete_security_group_rule: 'rule:admin_only',
    },
  },
  {
    why: {
      zh: '成员改变安全组缺省的有状态与否',
      en: 'a member changes whether groups keep state by default',
    },
    since: '2025.2',
    rules: {
      create_security_groups_default_statefulness: 'rule:admin_only',
      update_security_groups_default_statefulness: 'rule:admin_only',
      delete_security_groups_default_statefulness: 'rule:admin_only',
    },
  },
  {
    why: { zh: '成员把网络共享给别的单位', en: 'a member shares its network with other units' },
    rules: {
      create_rbac_policy: 'rule:admin_only',
      'create_rbac_policy:target_tenant': 'rule:admin_only',
      update_rbac_policy: 'rule:admin_only',
      'update_rbac_policy:target_tenant': 'rule:admin_only',
      delete_rbac_policy: 'rule:admin_only',
    },
  },
  {
    why: {
      zh: '成员把网络共享给别的单位（新的字段名）',
      en: 'a member shares its network with other units (by the newer name of the field)',
    },
    since: '2025.1',
    rules: {
      'create_rbac_policy:target_project': 'rule:admin_only',
      'update_rbac_policy:target_project': 'rule:admin_only',
    },
  },
  {
    why: {
      zh: '只读角色和成员改写申报对象的标签',
      en: 'readers and members write the tags of what is declared',
    },
    since: '2025.1',
    rules: {
      'create_network:tags': 'rule:admin_only',
      'update_network:tags': 'rule:admin_only',
      'create_subnet:tags': 'rule:admin_only',
      'update_subnet:tags': 'rule:admin_only',
      'delete_subnet:tags': 'rule:admin_only',
      'create_subnetpool:tags': 'rule:admin_only',
      'update_subnetpool:tags': 'rule:admin_only',
      'delete_subnetpool:tags': 'rule:admin_only',
      'create_router:tags': 'rule:admin_only',
      'update_router:tags': 'rule:admin_only',
      'delete_router:tags': 'rule:admin_only',
      'create_security_group:tags': 'rule:admin_only',
      'update_security_group:tags': 'rule:admin_only',
      'delete_security_group:tags': 'rule:admin_only',
    },
  },
  {
    why: { zh: '目录之外的对象绕过防火墙', en: 'objects beside the catalogue lead past the firewall' },
    rules: {
      create_trunk: 'rule:admin_only',
      update_trunk: 'rule:admin_only',
      delete_trunk: 'rule:admin_only',
      add_subports: 'rule:admin_only',
      remove_subports: 'rule:admin_only',
      create_local_ip: 'rule:admin_only',
      update_local_ip: 'rule:admin_only',
      delete_local_ip: 'rule:admin_only',
      create_local_ip_port_association: 'rule:admin_only',
      delete_local_ip_port_association: 'rule:admin_only',
      create_ndp_proxy: 'rule:admin_only',
      update_ndp_proxy: 'rule:admin_only',
      delete_ndp_proxy: 'rule:admin_only',
    },
  },
  {
    why: {
      zh: '成员的端口绕过防火墙：关闭端口安全，使用别的地址，冒充网络设备，直通网卡',
      en: 'a member’s port goes past the firewall: without port security, with other addresses, as a device of the network, or on the card itself',
    },
    rules: {
      create_port: 'rule:admin_only or rule:service_api or rule:unit_member',
      'create_port:device_owner': 'not rule:network_device or rule:admin_only or rule:service_api',
      'create_port:mac_address': 'rule:admin_only or rule:service_api or rule:network_owner',
      'create_port:fixed_ips': 'rule:admin_only or rule:service_api or rule:network_owner',
      'create_port:fixed_ips:ip_address': 'rule:admin_only or rule:service_api or rule:network_owner',
      'create_port:fixed_ips:subnet_id': 'rule:admin_only or rule:service_api or rule:network_owner',
      'create_port:port_security_enabled': 'rule:admin_only or rule:service_api',
      'create_port:allowed_address_pairs': 'rule:admin_only',
      'create_port:allowed_address_pairs:mac_address': 'rule:admin_only',
      'create_port:allowed_address_pairs:ip_address': 'rule:admin_only',
      'create_port:binding:vnic_type': 'rule:admin_only',
      update_port: 'rule:admin_only or rule:service_api or (rule:unit_member and not rule:network_device)',
      'update_port:device_owner': 'not rule:network_device or rule:admin_only or rule:service_api',
      'update_port:mac_address': 'rule:admin_only or rule:service_api',
      'update_port:fixed_ips': 'rule:admin_only or rule:service_api or rule:network_owner',
      'update_port:fixed_ips:ip_address': 'rule:admin_only or rule:service_api or rule:network_owner',
      'update_port:fixed_ips:subnet_id': 'rule:admin_only or rule:service_api or rule:network_owner',
      'update_port:port_security_enabled': 'rule:admin_only or rule:service_api',
      'update_port:allowed_address_pairs': 'rule:admin_only',
      'update_port:allowed_address_pairs:mac_address': 'rule:admin_only',
      'update_port:allowed_address_pairs:ip_address': 'rule:admin_only',
      'update_port:binding:vnic_type': 'rule:admin_only',
      delete_port: 'rule:admin_only or rule:service_api or (rule:unit_member and not rule:network_device)',
    },
  },
  {
    why: { zh: '成员的端口加入私有 VLAN', en: 'a member’s port joins a private VLAN' },
    since: '2026.1',
    rules: {
      'create_port:pvlan_type': 'rule:admin_only',
      'update_port:pvlan_type': 'rule:admin_only',
    },
  },
  {
    why: { zh: '只读角色申请和删除浮动 IP', en: 'readers take and release floating IPs' },
    rules: {
      create_floatingip: 'rule:admin_only or rule:unit_member',
      update_floatingip: 'rule:admin_only or rule:unit_member',
      delete_floatingip: 'rule:admin_only or rule:unit_member',
      create_floatingip_port_forwarding: 'rule:admin_only or (role:member and rule:ext_parent_owner)',
      update_floatingip_port_forwarding: 'rule:admin_only or (role:member and rule:ext_parent_owner)',
      delete_floatingip_port_forwarding: 'rule:admin_only or (role:member and rule:ext_parent_owner)',
    },
  },
]
