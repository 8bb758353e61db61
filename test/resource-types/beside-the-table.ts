/** How something that the provider could make, and no stack does, comes to notice in a project or domain that is to go. */
type How =
  /** As an object of this kind. */
  | { readonly kind: string }
  /** Not by itself, for this reason. */
  | { readonly not: string }

const ofServer: How = { not: 'goes with its server, which is asked for' }
const ofPort: How = { not: 'goes with its port, which is asked for' }
const ofRouter: How = { not: 'goes with its router, which is asked for' }
const ofQosPolicy: How = { not: 'goes with its QoS policy, which is asked for' }
const ofUser: How = { not: 'goes with its user, who is asked for' }
const ofLoadBalancer: How = { not: 'goes with its load balancer, which is asked for' }
const ofZone: How = { not: 'goes with its zone, which is asked for' }
const ofShare: How = { not: 'goes with its share, which is asked for' }
const ofService: How = {
  not: 'what the service makes for it lies in the project as servers, volumes and ports, which are asked for',
}
const ofPlugin: How = {
  not: 'of a plug-in of Neutron that our stacks never use; it hangs on routers, networks and ports, which are asked for',
}
const ofCloud: How = { not: 'lies in the cloud itself: no tenant can make one' }

/** Types of the provider that the table has no entry for. Whatever a release of the provider brings has to be thought of. */
export const besideTheTable: Readonly<Record<string, How>> = {
  openstack_blockstorage_volume_attach_v3: ofServer,
  openstack_blockstorage_volume_v3: { kind: 'volume' },
  openstack_compute_instance_v2: { kind: 'server' },
  openstack_compute_interface_attach_v2: ofServer,
  openstack_compute_keypair_v2: { kind: 'keypair' },
  openstack_compute_servergroup_v2: { kind: 'server-group' },
  openstack_compute_volume_attach_v2: ofServer,
  openstack_identity_application_credential_v3: { kind: 'application-credential' },
  openstack_identity_ec2_credential_v3: { kind: 'ec2-credential' },
  openstack_identity_endpoint_v3: ofCloud,
  openstack_identity_inherit_role_assignment_v3: {
    not: 'a right of people that ends with the project or domain',
  },
  openstack_identity_limit_v3: ofCloud,
  openstack_identity_registered_limit_v3: ofCloud,
  openstack_identity_service_v3: ofCloud,
  openstack_identity_user_membership_v3: ofUser,
  openstack_identity_user_v3: { kind: 'user' },
  openstack_images_image_access_accept_v2: { not: 'a view of an image of another project' },
  openstack_images_image_access_v2: { not: 'goes with its image, which is asked for' },
  openstack_images_image_v2: { kind: 'image' },
  openstack_networking_address_group_v2: { kind: 'address-group' },
  openstack_networking_bgp_peer_v2: ofCloud,
  openstack_networking_bgp_speaker_v2: ofCloud,
  openstack_networking_floatingip_associate_v2: { kind: 'floating-ip' },
  openstack_networking_floatingip_v2: { kind: 'floating-ip' },
  openstack_networking_port_secgroup_associate_v2: ofPort,
  openstack_networking_port_v2: { kind: 'port' },
  openstack_networking_portforwarding_v2: { kind: 'floating-ip' },
  openstack_networking_qos_dscp_marking_rule_v2: ofQosPolicy,
  openstack_networking_qos_minimum_bandwidth_rule_v2: ofQosPolicy,
  openstack_networking_router_route_v2: ofRouter,
  openstack_networking_router_routes_v2: ofRouter,
  openstack_networking_segment_v2: ofCloud,
  openstack_networking_subnet_route_v2: {
    not: 'goes with its subnet, and that with its network, which is asked for',
  },
  openstack_networking_trunk_v2: ofPort,
  openstack_bgpvpn_network_associate_v2: ofPlugin,
  openstack_bgpvpn_port_associate_v2: ofPlugin,
  openstack_bgpvpn_router_associate_v2: ofPlugin,
  openstack_bgpvpn_v2: ofPlugin,
  openstack_containerinfra_cluster_v1: ofService,
  openstack_containerinfra_clustertemplate_v1: ofService,
  openstack_containerinfra_nodegroup_v1: ofService,
  openstack_db_configuration_v1: ofService,
  openstack_db_database_v1: ofService,
  openstack_db_instance_v1: ofService,
  openstack_db_user_v1: ofService,
  openstack_dns_recordset_v2: ofZone,
  openstack_dns_transfer_accept_v2: ofZone,
  openstack_dns_transfer_request_v2: ofZone,
  openstack_dns_zone_share_v2: ofZone,
  openstack_dns_zone_v2: { kind: 'dns-zone' },
  openstack_fw_group_v2: ofPlugin,
  openstack_fw_policy_v2: ofPlugin,
  openstack_fw_rule_v2: ofPlugin,
  openstack_keymanager_container_v1: { kind: 'secret-container' },
  openstack_keymanager_order_v1: { not: 'is done as soon as its secret is there, which is asked for' },
  openstack_keymanager_secret_v1: { kind: 'secret' },
  openstack_lb_flavor_v2: ofCloud,
  openstack_lb_flavorprofile_v2: ofCloud,
  openstack_lb_l7policy_v2: ofLoadBalancer,
  openstack_lb_l7rule_v2: ofLoadBalancer,
  openstack_lb_listener_v2: ofLoadBalancer,
  openstack_lb_loadbalancer_v2: { kind: 'load-balancer' },
  openstack_lb_member_v2: ofLoadBalancer,
  openstack_lb_members_v2: ofLoadBalancer,
  openstack_lb_monitor_v2: ofLoadBalancer,
  openstack_lb_pool_v2: ofLoadBalancer,
  openstack_objectstorage_container_v1: { kind: 'container' },
  openstack_objectstorage_object_v1: { not: 'lies in a container, which is asked for' },
  openstack_objectstorage_tempurl_v1: { not: 'a signed address, and no object of the cloud' },
  openstack_orchestration_stack_v1: ofService,
  openstack_sharedfilesystem_securityservice_v2: { not: 'holds nothing: its share network is asked for' },
  openstack_sharedfilesystem_share_access_v2: ofShare,
  openstack_sharedfilesystem_share_v2: { kind: 'share' },
  openstack_sharedfilesystem_sharenetwork_v2: { kind: 'share-network' },
  openstack_taas_tap_mirror_v2: ofPlugin,
  openstack_vpnaas_endpoint_group_v2: ofPlugin,
  openstack_vpnaas_ike_policy_v2: ofPlugin,
  openstack_vpnaas_ipsec_policy_v2: ofPlugin,
  openstack_vpnaas_service_v2: ofPlugin,
  openstack_vpnaas_site_connection_v2: ofPlugin,
}
