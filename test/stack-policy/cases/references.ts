import { type Case, project } from '../edits.ts'

const made = 'resource/openstack_identity_project_v3/project'
const description = `${made}/description`
const subnet = 'resource/openstack_networking_subnet_v2/subnet_ipv4'
const volumes = 'resource/openstack_blockstorage_quotaset_v3/block-storage'

/** What Terraform would make of a text, and what is found in it. */
const read: readonly (readonly [title: string, text: string, code?: string])[] = [
  ['a function', '${file("/etc/passwd")}', 'TY5005'],
  ['a directive', '%{ if true }x%{ endif }', 'TY5005'],
  ['an escaped template', '$${a}', 'TY5005'],
  ['a template in the middle', 'a %{b', 'TY5005'],
  ['a dollar', '$a'],
  ['a brace', '{a}'],
  ['a percentage', '5% {a}'],
  ['a dollar apart from its brace', '$ {a}'],
  ['a variable', '${var.a}', 'TY5005'],
  ['a token that nothing resolved', '${TfToken[TOKEN.0]}', 'TY5005'],
  ['text before a reference', `x ${project}`, 'TY5005'],
  ['text after a reference', `${project} x`, 'TY5005'],
  ['two references', `${project}${project}`, 'TY5005'],
  ['a reference to a resource as a whole', '${openstack_identity_project_v3.project}', 'TY5005'],
  ['a reference to an attribute of an attribute', '${openstack_a.b.c.d}', 'TY5005'],
  ['a reference to data of another provider', '${data.external.a.result}', 'TY5005'],
  ['a reference to a resource of another provider', '${null_resource.a.id}', 'TY5005'],
  ['a reference to one of a list', '${openstack_a.b.c[0]}', 'TY5005'],
  ['a reference to an entry with an empty key', '${openstack_a.b.c[""]}', 'TY5005'],
  ['a reference to an entry with a capital', '${openstack_a.b.c["D"]}', 'TY5005'],
  ['a reference into an entry', '${openstack_a.b.c["d"].e}', 'TY5005'],
  ['a reference to an entry of an entry', '${openstack_a.b.c["d"]["e"]}', 'TY5005'],
  ['a name that begins with a digit', '${openstack_a.1b.c}', 'TY5005'],
  ['a name that begins with a capital', '${openstack_a.Bb.c}', 'TY5005'],
  ['a name with a capital', '${openstack_a.bB.c}', 'TY5005'],
  ['a type with a capital', '${openstack_aA.b.c}', 'TY5005'],
  ['a type without a name of its own', '${openstack_.b.c}', 'TY5005'],
  ['an attribute that begins with a digit', '${openstack_a.b.1c}', 'TY5005'],
  ['an attribute with a capital', '${openstack_a.b.cC}', 'TY5005'],
  ['an attribute with a dash', '${openstack_a.b.c-d}', 'TY5005'],
  ['a local of data', '${data.data.openstack_a.b.c}', 'TY5005'],
  ['a template without an end', '${openstack_a.b.c', 'TY5005'],
  ['a reference to a resource that is not there', '${openstack_a.b.c}', 'TY5006'],
  ['a reference to data that is not there', '${data.openstack_a1_2.b1-c_d.e_1}', 'TY5006'],
  ['a reference to an entry of what is not there', '${openstack_ab.bc.cd["de-1"]}', 'TY5006'],
  [
    'a reference to data of the name of a resource',
    '${data.openstack_identity_project_v3.project.id}',
    'TY5006',
  ],
  ['a reference to a resource of the name of data', '${openstack_identity_role_v3.member.id}', 'TY5006'],
  ['a reference to a resource', '${openstack_networking_network_v2.network.name}'],
  ['a reference to data', '${data.openstack_identity_role_v3.member.name}'],
  ['a reference to an entry', '${openstack_objectstorage_account_v1.object-storage.metadata["quota-bytes"]}'],
]

export const templateTexts: readonly Case[] = read.map(([title, text, code]) => ({
  title: `${title}, ${text}`,
  edits: { [description]: text },
  finds: code === undefined ? [] : [`${code} ${description}`],
}))

export const templatePlaces: readonly Case[] = [
  {
    title: 'a template as a key',
    edits: { [`${volumes}/volume_type_quota/\${file("a")}`]: '0' },
    finds: [`TY5005 ${volumes}/volume_type_quota/\${file("a")}`],
  },
  {
    title: 'a reference to nothing as a key',
    edits: { [`${volumes}/volume_type_quota/\${openstack_a.b.c}`]: '0' },
    finds: [`TY5006 ${volumes}/volume_type_quota/\${openstack_a.b.c}`],
  },
  {
    title: 'a template in a list',
    edits: { [`${subnet}/dns_nameservers`]: ['203.0.113.2', '${file("a")}'] },
    finds: [`TY5005 ${subnet}/dns_nameservers/[1]`],
  },
  {
    title: 'a reference in a list',
    edits: { [`${subnet}/dns_nameservers`]: ['${openstack_networking_subnet_v2.subnet_ipv6.cidr}'] },
    finds: [],
  },
  {
    title: 'templates at two places, one under the other',
    edits: { [`${made}/tags`]: ['${a}'], [description]: '${b}' },
    finds: [`TY5005 ${made}/tags/[0]`, `TY5005 ${description}`],
  },
  {
    title: 'a reference in place of all attributes of a resource',
    edits: { 'resource/openstack_networking_secgroup_v2/firewall': project },
    finds: [
      'TY5001 resource/openstack_networking_secgroup_v2/firewall',
      'TY5005 resource/openstack_networking_secgroup_v2/firewall',
      'TY5007 resource/openstack_networking_secgroup_v2/firewall/tenant_id',
      'TY5015 resource/openstack_networking_secgroup_v2/firewall/delete_default_rules',
    ],
  },
  {
    title: 'a reference in place of all attributes of data',
    edits: { 'data/openstack_compute_aggregate_v2/register': project },
    finds: [
      'TY5001 data/openstack_compute_aggregate_v2/register',
      'TY5005 data/openstack_compute_aggregate_v2/register',
    ],
  },
  {
    title: 'a reference as the name of a resource',
    edits: { [`resource/terraform_data/${project}`]: { input: 'a' } },
    finds: [`TY5005 resource/terraform_data/${project}`],
  },
  {
    title: 'a reference in an attribute of data',
    edits: { 'data/openstack_compute_aggregate_v2/register/name': project },
    finds: [],
  },
  {
    title: 'a reference in the provider',
    edits: { 'provider/openstack/[0]/cloud': project },
    finds: ['TY5005 provider/openstack/[0]/cloud'],
  },
  {
    title: 'a reference in the backend',
    edits: { 'terraform/backend': { pg: { schema_name: project } } },
    finds: ['TY5005 terraform/backend/pg/schema_name', 'TY5014 terraform/backend/pg/schema_name'],
  },
  {
    title: 'a reference to nothing in the provider',
    edits: { 'provider/openstack/[0]/region': '${openstack_a.b.c}' },
    finds: ['TY5005 provider/openstack/[0]/region', 'TY5006 provider/openstack/[0]/region'],
  },
]
