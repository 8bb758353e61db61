import { type Case, platform, project } from '../edits.ts'

const network = 'resource/openstack_networking_network_v2/network'
const router = 'resource/openstack_networking_router_v2/router'
const made = 'resource/openstack_identity_project_v3/project'
const note = 'terraform_data.attachment'

export const blocks: readonly Case[] = [
  { title: 'a module', edits: { 'module/m': { source: './x' } }, finds: ['TY5001 module'] },
  { title: 'locals', edits: { 'locals/a': 'b' }, finds: ['TY5001 locals'] },
  { title: 'an output', edits: { 'output/a': { value: 'b' } }, finds: ['TY5001 output'] },
  { title: 'a variable', edits: { 'variable/a': {} }, finds: ['TY5001 variable'] },
  ...[
    ['a list of resources', 'resource/openstack_networking_router_interface_v2/x', [{ provisioner: {} }]],
    ['a list of a type', 'resource/null_resource', [{ a: {} }]],
    ['a list of data sources of a type', 'data/external', [{ a: { program: ['sh'] } }]],
    ['a body that is a text', 'data/openstack_identity_role_v3/x', 'a'],
  ].map(([title, place, value]) => ({
    title: String(title),
    edits: { [String(place)]: value },
    finds: [`TY5001 ${place}`],
  })),
  { title: 'an import', edits: { import: [{ to: 'a', id: 'b' }] }, finds: ['TY5001 import'] },
  { title: 'a block without a name', edits: { '': {} }, finds: ['TY5001'] },
  { title: 'two blocks', edits: { locals: {}, moved: [] }, finds: ['TY5001 locals', 'TY5001 moved'] },
  { title: 'a hosted run', edits: { 'terraform/cloud': {} }, finds: ['TY5001 terraform/cloud'] },
  {
    title: 'experiments',
    edits: { 'terraform/experiments': ['a'] },
    finds: ['TY5001 terraform/experiments'],
  },
  {
    title: 'a list in place of the settings',
    edits: { terraform: [{ cloud: {} }] },
    finds: [
      'TY5001 terraform/0',
      'TY5013 terraform/required_providers',
      'TY5013 terraform/required_providers',
      'TY5014 terraform/backend',
    ],
  },
  ...[null, 'local'].map(value => ({
    title: `${value} in place of the settings`,
    edits: { terraform: value },
    finds: [
      'TY5013 terraform/required_providers',
      'TY5013 terraform/required_providers',
      'TY5014 terraform/backend',
    ],
  })),
]

export const resourceTypes: readonly Case[] = [
  ...[
    ['of another provider', 'null_resource'],
    ['that runs a server', 'openstack_compute_instance_v2'],
    ['that makes a port', 'openstack_networking_port_v2'],
    ['that makes a credential', 'openstack_identity_application_credential_v3'],
    ['that may only be looked up', 'openstack_identity_role_v3'],
    ['that makes a static route', 'openstack_networking_router_route_v2'],
    ['that every object of the language has', 'constructor'],
  ].map(([title, type]) => ({
    title: `a resource ${title}`,
    edits: { [`resource/${type}/a`]: { name: 'a' } },
    finds: [`TY5002 resource/${type}/a`],
  })),
  {
    title: 'two resources of two types that are not known',
    edits: { 'resource/null_resource/a': {}, 'resource/random_id/b': {} },
    finds: ['TY5002 resource/null_resource/a', 'TY5002 resource/random_id/b'],
  },
  ...[
    ['a program as data', 'external'],
    ['a request as data', 'http'],
    ['another stack’s state', 'terraform_remote_state'],
    ['data that may only be made', 'openstack_networking_router_v2'],
    ['data that every object of the language has', 'constructor'],
  ].map(([title = '', type]) => ({
    title,
    edits: { [`data/${type}/a`]: { name: 'a' } },
    finds: [`TY5003 data/${type}/a`],
  })),
  {
    title: 'one more role that is looked up',
    edits: { 'data/openstack_identity_role_v3/a': { name: 'a' } },
    finds: [],
  },
  {
    title: 'one more note',
    edits: { 'resource/terraform_data/a': { input: 'a' } },
    finds: [],
  },
]

export const attributes: readonly Case[] = [
  ...[
    ['fields of the API by name', `${network}/value_specs`, { a: 'b' }],
    ['a provisioner', `${network}/provisioner`, [{ 'local-exec': { command: 'sh' } }]],
    ['a connection', `${network}/connection`, { host: 'a' }],
    ['a count', `${made}/count`, 2],
    ['one for each', `${made}/for_each`, ['a']],
    ['another provider’s alias', `${made}/provider`, 'openstack.other'],
    ['a host route', 'resource/openstack_networking_subnet_v2/subnet_ipv4/host_routes', []],
    ['a parent for the project', `${made}/parent_id`, project],
    ['a number that no quota has', 'resource/openstack_compute_quotaset_v2/compute/volumes', 1],
    ['a lookup by tag', 'data/openstack_networking_network_v2/egress/tags', ['a']],
    ['an attribute that every object of the language has', `${made}/constructor`, 'a'],
    ['a lifecycle where none is needed', `${network}/lifecycle`, { replace_triggered_by: [note] }],
  ].map(([title, place, value]) => ({
    title: String(title),
    edits: { [String(place)]: value },
    finds: [`TY5004 ${place}`],
  })),
  {
    title: 'an attribute of a resource that may only be looked up so',
    stack: platform,
    edits: { 'resource/openstack_compute_flavor_v2/ecs_large_shared_1/tenant_id': project },
    finds: ['TY5004 resource/openstack_compute_flavor_v2/ecs_large_shared_1/tenant_id'],
  },
  {
    title: 'a segment of a network',
    edits: { [`${network}/segments`]: [{ network_type: 'flat', physical_network: 'public' }] },
    finds: [],
  },
]

export const lifecycles: readonly Case[] = [
  ...[
    ['that ignores all changes', { ignore_changes: 'all' }],
    ['that says nothing', {}],
    ['that ignores changes beside its trigger', { replace_triggered_by: [note], ignore_changes: 'all' }],
    ['that prevents an end beside its trigger', { prevent_destroy: true, replace_triggered_by: [note] }],
    ['that follows a resource', { replace_triggered_by: ['openstack_identity_project_v3.project'] }],
    [
      'that follows a note and a resource',
      { replace_triggered_by: [note, 'openstack_identity_project_v3.project'] },
    ],
    ['that follows a note that is not there', { replace_triggered_by: ['terraform_data.other'] }],
    ['whose trigger is no list', { replace_triggered_by: note }],
    ['that is a list', [{ replace_triggered_by: [note] }]],
    ['that is nothing', null],
  ].map(([title, value]) => ({
    title: `a lifecycle ${title}`,
    edits: { [`${router}/lifecycle`]: value },
    finds: [`TY5004 ${router}/lifecycle`],
  })),
  { title: 'a router without a lifecycle', edits: { [`${router}/lifecycle`]: undefined }, finds: [] },
  {
    title: 'a lifecycle that follows two notes',
    edits: {
      'resource/terraform_data/other': { input: 'a' },
      [`${router}/lifecycle`]: { replace_triggered_by: [note, 'terraform_data.other'] },
    },
    finds: [],
  },
]
