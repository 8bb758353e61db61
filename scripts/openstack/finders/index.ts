import { qosSpecs, volumeType, volumeTypeAccess } from './block-storage.ts'
import { aggregate, flavor, flavorAccess } from './compute.ts'
import type { Find } from './finder.ts'
import { group, project, role } from './identity.ts'
import {
  addressScope,
  bandwidthLimit,
  network,
  qosPolicy,
  rbacPolicy,
  router,
  routerInterface,
  securityGroup,
  securityGroupRule,
  subnet,
  subnetPool,
} from './network.ts'

/**
 * How to find what a stack may have created without knowing. Types that are missing here are set, not created: quotas,
 * role assignments, the labels of an account, the QoS of a volume type. Setting them once more changes nothing.
 */
export const finders: ReadonlyMap<string, Find> = new Map([
  ['openstack_identity_project_v3', project],
  ['openstack_identity_group_v3', group],
  ['openstack_identity_role_v3', role],
  ['openstack_compute_flavor_v2', flavor],
  ['openstack_compute_flavor_access_v2', flavorAccess],
  ['openstack_compute_aggregate_v2', aggregate],
  ['openstack_blockstorage_volume_type_v3', volumeType],
  ['openstack_blockstorage_volume_type_access_v3', volumeTypeAccess],
  ['openstack_blockstorage_qos_v3', qosSpecs],
  ['openstack_networking_addressscope_v2', addressScope],
  ['openstack_networking_subnetpool_v2', subnetPool],
  ['openstack_networking_network_v2', network],
  ['openstack_networking_subnet_v2', subnet],
  ['openstack_networking_router_v2', router],
  ['openstack_networking_router_interface_v2', routerInterface],
  ['openstack_networking_rbac_policy_v2', rbacPolicy],
  ['openstack_networking_secgroup_v2', securityGroup],
  ['openstack_networking_secgroup_rule_v2', securityGroupRule],
  ['openstack_networking_qos_policy_v2', qosPolicy],
  ['openstack_networking_qos_bandwidth_limit_rule_v2', bandwidthLimit],
])
