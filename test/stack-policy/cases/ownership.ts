import { type Case, project, unit } from '../edits.ts'

const network = 'resource/openstack_networking_network_v2/network'
const router = 'resource/openstack_networking_router_v2/router'
const firewall = 'resource/openstack_networking_secgroup_v2/firewall'
const lookUp = 'data/openstack_networking_network_v2/egress'

export const owners: readonly Case[] = [
  {
    title: 'a network without an owner',
    edits: { [`${network}/tenant_id`]: undefined },
    finds: [`TY5007 ${network}/tenant_id`],
  },
  ...[
    ['an owner by id', '0123456789abcdef'],
    ['nothing for an owner', null],
    ['an owner in a list', [project]],
    ['an owner that is a group', '${data.openstack_identity_group_v3.operators.id}'],
    ['an owner that is a project’s name', '${openstack_identity_project_v3.project.name}'],
    ['an owner passed on by what has none', '${openstack_identity_role_assignment_v3.operators.region}'],
    ['an owner passed on that is no project', '${openstack_networking_subnet_v2.subnet_ipv4.network_id}'],
  ].map(([title, value]) => ({
    title: String(title),
    edits: { [`${router}/tenant_id`]: value },
    finds: [`TY5007 ${router}/tenant_id`],
  })),
  {
    title: 'an owner that is nowhere',
    edits: { [`${firewall}/tenant_id`]: '${openstack_identity_project_v3.other.id}' },
    finds: [`TY5006 ${firewall}/tenant_id`, `TY5007 ${firewall}/tenant_id`],
  },
  {
    title: 'an owner passed on by what is nowhere',
    edits: { [`${firewall}/tenant_id`]: '${openstack_networking_router_v2.other.tenant_id}' },
    finds: [`TY5006 ${firewall}/tenant_id`, `TY5007 ${firewall}/tenant_id`],
  },
  {
    title: 'an owner passed on by one to whom it was given by id',
    edits: {
      [`${firewall}/tenant_id`]: '0123456789abcdef',
      [`${router}/tenant_id`]: '${openstack_networking_secgroup_v2.firewall.tenant_id}',
    },
    finds: [`TY5007 ${firewall}/tenant_id`, `TY5007 ${router}/tenant_id`],
  },
  {
    title: 'two owners that pass on each other’s',
    edits: {
      [`${firewall}/tenant_id`]: '${openstack_networking_router_v2.router.tenant_id}',
      [`${router}/tenant_id`]: '${openstack_networking_secgroup_v2.firewall.tenant_id}',
    },
    finds: [`TY5007 ${firewall}/tenant_id`, `TY5007 ${router}/tenant_id`],
  },
  {
    title: 'an owner passed on twice',
    edits: { [`${router}/tenant_id`]: '${openstack_networking_secgroup_v2.firewall.tenant_id}' },
    finds: [],
  },
  {
    title: 'an owner that was looked up',
    edits: { [`${router}/tenant_id`]: '${data.openstack_identity_project_v3.platform.id}' },
    finds: [],
  },
  {
    title: 'the other name of an owner',
    edits: { [`${network}/tenant_id`]: undefined, [`${network}/project_id`]: project },
    finds: [`TY5004 ${network}/project_id`, `TY5007 ${network}/tenant_id`],
  },
  {
    title: 'a lookup by name alone',
    edits: { [`${lookUp}/tenant_id`]: undefined },
    finds: [`TY5007 ${lookUp}/tenant_id`],
  },
  {
    title: 'a lookup of a group in any domain',
    edits: { 'data/openstack_identity_group_v3/operators/domain_id': undefined },
    finds: ['TY5007 data/openstack_identity_group_v3/operators/domain_id'],
  },
  {
    title: 'a type that is not known and has no owner',
    edits: { 'resource/null_resource/a': {}, 'data/external/a': {} },
    finds: ['TY5002 resource/null_resource/a', 'TY5003 data/external/a'],
  },
  {
    title: 'a resource of a type that needs an owner only when looked up',
    edits: { 'data/openstack_networking_router_v2/a': { name: 'a' } },
    finds: ['TY5003 data/openstack_networking_router_v2/a'],
  },
]

const made = 'resource/openstack_identity_project_v3/project'

export const projects: readonly Case[] = [
  {
    title: 'a project outside any domain',
    edits: { [`${made}/domain_id`]: undefined },
    finds: [`TY5007 ${made}/domain_id`],
  },
  {
    title: 'a project in a domain by id',
    edits: { [`${made}/domain_id`]: 'default' },
    finds: [`TY5007 ${made}/domain_id`],
  },
  {
    title: 'a project that says it is no domain',
    edits: { [`${made}/is_domain`]: false, [`${made}/domain_id`]: undefined },
    finds: [`TY5007 ${made}/domain_id`],
  },
  {
    title: 'a project that says in text that it is a domain',
    edits: { [`${made}/is_domain`]: 'true', [`${made}/domain_id`]: undefined },
    finds: [`TY5007 ${made}/domain_id`],
  },
  {
    title: 'a domain that becomes a project',
    stack: unit,
    edits: { 'resource/openstack_identity_project_v3/domain/is_domain': undefined },
    finds: ['TY5007 resource/openstack_identity_project_v3/domain/domain_id'],
  },
  {
    title: 'a project that is looked up by name alone',
    edits: { 'data/openstack_identity_project_v3/platform/domain_id': undefined },
    finds: ['TY5007 data/openstack_identity_project_v3/platform/domain_id'],
  },
  {
    title: 'a domain that is looked up as a project',
    edits: { 'data/openstack_identity_project_v3/domain/is_domain': false },
    finds: ['TY5007 data/openstack_identity_project_v3/domain/domain_id'],
  },
  {
    title: 'one more domain that is looked up',
    edits: { 'data/openstack_identity_project_v3/a': { name: 'a', is_domain: true } },
    finds: [],
  },
  {
    title: 'one more domain',
    stack: unit,
    edits: { 'resource/openstack_identity_project_v3/a': { name: 'a', is_domain: true } },
    finds: [],
  },
]
