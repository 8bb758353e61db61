import { type Case, platform, project } from '../edits.ts'

const pool = 'resource/openstack_networking_subnetpool_v2/v4'
const scope = 'resource/openstack_networking_addressscope_v2/scope_ipv4'
const network = 'resource/openstack_networking_network_v2/network'
const bandwidth = 'resource/openstack_networking_qos_policy_v2/bandwidth'
const flavor = 'resource/openstack_compute_flavor_v2/ecs_small_shared_1'
const volumeType = 'resource/openstack_blockstorage_volume_type_v3/ssd'
const aggregate = 'resource/openstack_compute_aggregate_v2/register'
const lookUp = 'data/openstack_networking_network_v2/egress'
const policy = 'resource/openstack_networking_rbac_policy_v2/egress'

export const openResources: readonly Case[] = [
  ...[
    ['a shared pool', `${pool}/shared`, true],
    ['a pool that is shared in text', `${pool}/shared`, 'false'],
    ['a pool of which nobody knows whether it is shared', `${pool}/shared`, null],
    ['a default pool', `${pool}/is_default`, true],
    ['a shared address scope', `${scope}/shared`, true],
    ['a public flavor', `${flavor}/is_public`, true],
    ['a flavor that does not say that it is not public', `${flavor}/is_public`, undefined],
    ['a public volume type', `${volumeType}/is_public`, true],
    ['a volume type that does not say that it is not public', `${volumeType}/is_public`, undefined],
  ].map(([title, place, value]) => ({
    title: String(title),
    stack: platform,
    edits: { [String(place)]: value },
    finds: [`TY5008 ${place}`],
  })),
  {
    title: 'a default bandwidth policy that is shared too',
    edits: { [`${bandwidth}/is_default`]: true, [`${bandwidth}/shared`]: true },
    finds: [`TY5008 ${bandwidth}/is_default`, `TY5008 ${bandwidth}/shared`],
  },
  {
    title: 'a shared network',
    edits: { [`${network}/shared`]: true },
    finds: [`TY5004 ${network}/shared`, `TY5008 ${network}/shared`],
  },
  {
    title: 'a network that says that it is not shared',
    edits: { [`${network}/shared`]: false },
    finds: [`TY5004 ${network}/shared`],
  },
  {
    title: 'a public aggregate',
    stack: platform,
    edits: { [`${aggregate}/is_public`]: true },
    finds: [`TY5004 ${aggregate}/is_public`, `TY5008 ${aggregate}/is_public`],
  },
  {
    title: 'a shared resource of a type that is not known',
    edits: { 'resource/null_resource/a': { shared: true } },
    finds: ['TY5002 resource/null_resource/a', 'TY5008 resource/null_resource/a/shared'],
  },
  {
    title: 'a pool that does not speak of sharing',
    stack: platform,
    edits: { [`${pool}/shared`]: undefined, [`${pool}/is_default`]: undefined },
    finds: [],
  },
  {
    title: 'a lookup of what others share',
    edits: { [`${lookUp}/shared`]: true },
    finds: [`TY5004 ${lookUp}/shared`],
  },
]

export const externalNetworks: readonly Case[] = [
  ...[true, 'false', 0].map(value => ({
    title: `an external network, as ${JSON.stringify(value)}`,
    stack: platform,
    edits: { 'resource/openstack_networking_network_v2/egress/external': value },
    finds: [
      'TY5004 resource/openstack_networking_network_v2/egress/external',
      'TY5009 resource/openstack_networking_network_v2/egress/external',
    ],
  })),
  ...[false, null].map(value => ({
    title: `a network that is not external, as ${JSON.stringify(value)}`,
    edits: { [`${network}/external`]: value },
    finds: [`TY5004 ${network}/external`],
  })),
  {
    title: 'a lookup of an external network',
    edits: { [`${lookUp}/external`]: true },
    finds: [`TY5004 ${lookUp}/external`],
  },
]

export const sharingPolicies: readonly Case[] = [
  ...[
    ['everyone', '*'],
    ['a project by id', '0123456789abcdef'],
    ['nobody', undefined],
    ['projects in a list', [project]],
    ['a project that was looked up', '${data.openstack_identity_project_v3.platform.id}'],
    ['a network of the stack', '${openstack_networking_network_v2.network.id}'],
    ['the name of its project', '${openstack_identity_project_v3.project.name}'],
    ['the domain of its project', '${openstack_identity_project_v3.project.domain_id}'],
  ].map(([title, target]) => ({
    title: `a policy for ${title}`,
    edits: { [`${policy}/target_tenant`]: target },
    finds: [`TY5010 ${policy}/target_tenant`],
  })),
  {
    title: 'a policy for its project, handed on by a quota',
    edits: { [`${policy}/target_tenant`]: '${openstack_networking_quota_v2.network.project_id}' },
    finds: [],
  },
  {
    title: 'a policy to use ports',
    edits: { [`${policy}/action`]: 'access_as_shared' },
    finds: [`TY5010 ${policy}/action`],
  },
  {
    title: 'a policy for something else than a network',
    edits: { [`${policy}/object_type`]: 'address_scope' },
    finds: [`TY5010 ${policy}/action`],
  },
  {
    title: 'a policy to share a bandwidth policy with everyone',
    edits: {
      [`${policy}/target_tenant`]: '*',
      [`${policy}/action`]: 'access_as_shared',
      [`${policy}/object_type`]: 'qos_policy',
    },
    finds: [`TY5010 ${policy}/action`, `TY5010 ${policy}/target_tenant`],
  },
  {
    title: 'a second policy, which is for everyone',
    edits: {
      'resource/openstack_networking_rbac_policy_v2/a': {
        action: 'access_as_external',
        object_type: 'network',
        target_tenant: '*',
      },
    },
    finds: ['TY5010 resource/openstack_networking_rbac_policy_v2/a/target_tenant'],
  },
  {
    title: 'a policy that is only looked up',
    edits: { 'data/openstack_networking_rbac_policy_v2/a': { target_tenant: '*' } },
    finds: ['TY5003 data/openstack_networking_rbac_policy_v2/a'],
  },
]
