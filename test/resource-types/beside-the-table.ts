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
const ofCloud: How = { not: 'lies in the cloud itself: no tenant can make one' }

/** Types of the provider that the table has no entry for. Whatever a release of the provider brings has to be thought of. */
export const besideTheTable: Readonly<Record<string, How>> = {
  openstack_blockstorage_volume_attach_v3: ofServer,
  openstack_blockstorage_volume_v3: { kind: 'volume' },
  openstack_compute_instance_v2: { kind: 'server' },
  openstack_compute_interface_attach_v2: ofServer,
  openstack_compute_keypair_v2: ofUser,
  openstack_compute_servergroup_v2: {
    not: 'holds nothing: it says how servers, which are asked for, are spread',
  },
  openstack_compute_volume_attach_v2: ofServer,
  openstack_identity_application_credential_v3: ofUser,
  openstack_identity_ec2_credential_v3: ofUser,
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
  openstack_networking_address_group_v2: {
    not: 'holds addresses for rules of security groups, which are asked for',
  },
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
}
