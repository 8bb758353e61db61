import { type Case, project } from '../edits.ts'

const member = 'data/openstack_identity_role_v3/member/name'
const assignment = 'resource/openstack_identity_role_assignment_v3/operators/role_id'

export const assignedRoles: readonly Case[] = [
  ...['admin', 'members', 'Member', '', undefined].map(name => ({
    title: `the role ${name ?? 'without a name'}`,
    edits: { [member]: name },
    finds: [`TY5012 ${assignment}`],
  })),
  { title: 'the role reader', edits: { [member]: 'reader' }, finds: [] },
  {
    title: 'the role member',
    edits: { 'data/openstack_identity_role_v3/reader/name': 'member' },
    finds: [],
  },
  ...[
    ['a role by id', '0123456789abcdef'],
    ['a role by name', 'member'],
    ['no role', undefined],
    ['roles in a list', ['${data.openstack_identity_role_v3.member.id}']],
    ['the name of a role', '${data.openstack_identity_role_v3.member.name}'],
  ].map(([title, value]) => ({
    title: String(title),
    edits: { [assignment]: value },
    finds: [`TY5012 ${assignment}`],
  })),
  {
    title: 'a project that has the name of a role',
    edits: { 'resource/openstack_identity_project_v3/project/name': 'member', [assignment]: project },
    finds: [`TY5012 ${assignment}`],
  },
  {
    title: 'a role that nobody gets',
    edits: { 'data/openstack_identity_role_v3/a': { name: 'admin' } },
    finds: [],
  },
  {
    title: 'two assignments of admin',
    edits: { [member]: 'admin', 'data/openstack_identity_role_v3/reader/name': 'admin' },
    finds: [
      'TY5012 resource/openstack_identity_role_assignment_v3/auditors/role_id',
      'TY5012 resource/openstack_identity_role_assignment_v3/operators/role_id',
    ],
  },
]
