import { usersOfProject } from './people.ts'
import type { Query, ResourceType } from './resource-type.ts'

const ofDomain: Query = { domain_id: '{owner}' }
const projectType = 'openstack_identity_project_v3'

/** Keystone removes whatever lies in a domain together with it, without a word. */
export const identityTypes = [
  {
    type: projectType,
    // A domain is a project of its own kind; terraform has one type for both.
    when: { attribute: 'is_domain', value: true },
    kind: 'domain',
    name: { zh: '域', en: 'domain' },
    drift: 'role',
    written: { attributes: ['name', 'description', 'enabled', 'is_domain'], known: ['name'] },
    lookedUp: { attributes: ['is_domain', 'name'] },
    collection: { service: 'identity', path: '/domains', key: 'domains' },
    identity: { query: { name: '{name}' }, marks: ['description'], importId: '{id}' },
    unmanaged: { listing: { by: 'collection', owner: [] }, places: { cloud: 'our-names' } },
    leftover: { not: 'lies in the cloud itself' },
    protection: {
      needsEvent: true,
      onlyBy: 'exit',
      why: {
        zh: '使用单位的用户、用户组和全部项目随域一并消失',
        en: 'the users, groups and projects of a using unit are gone with their domain',
      },
    },
  },
  {
    type: projectType,
    kind: 'project',
    name: { zh: '项目', en: 'project' },
    drift: 'role',
    written: {
      owner: 'domain_id',
      attributes: ['name', 'description', 'domain_id', 'enabled', 'tags'],
      known: ['name'],
    },
    lookedUp: { owner: 'domain_id', attributes: ['domain_id', 'name'] },
    collection: { service: 'identity', path: '/projects', key: 'projects' },
    identity: { query: { name: '{name}', domain_id: '{domain_id}' }, importId: '{id}' },
    unmanaged: {
      listing: { by: 'collection', owner: ['domain_id'] },
      // Users and groups are the unit's own affair; a project is only ever ours.
      places: { 'unit-domain': 'any-name' },
    },
    leftover: { in: 'domain', query: ofDomain },
    protection: {
      needsEvent: true,
      onlyBy: 'exit',
      why: {
        zh: '系统的云主机、云硬盘和网络都在项目内，项目消失后无主',
        en: 'the servers, volumes and networks of a system lie in its project, and are nobody’s without it',
      },
    },
  },
  {
    kind: 'user',
    name: { zh: '用户', en: 'user' },
    collection: { service: 'identity', path: '/users', key: 'users' },
    leftover: { in: 'domain', query: ofDomain },
  },
  {
    kind: 'application-credential',
    name: { zh: '应用凭据', en: 'application credential' },
    collection: {
      service: 'identity',
      path: '/users/{user_id}/application_credentials',
      key: 'application_credentials',
    },
    leftover: { in: 'project', each: usersOfProject, query: {}, where: { project_id: '{owner}' } },
  },
  {
    kind: 'ec2-credential',
    name: { zh: 'EC2 凭据', en: 'EC2 credential' },
    collection: { service: 'identity', path: '/users/{user_id}/credentials/OS-EC2', key: 'credentials' },
    leftover: {
      in: 'project',
      each: usersOfProject,
      query: {},
      where: { tenant_id: '{owner}' },
      id: 'access',
    },
  },
  {
    kind: 'trust',
    name: { zh: '信任委托', en: 'trust' },
    collection: { service: 'identity', path: '/OS-TRUST/trusts', key: 'trusts' },
    leftover: {
      in: 'project',
      query: {},
      where: { project_id: '{owner}' },
      // From whom, and to whom.
      name: [{ first: ['trustor_user_id'] }, { first: ['trustee_user_id'] }],
    },
  },
  {
    type: 'openstack_identity_group_v3',
    kind: 'group',
    name: { zh: '用户组', en: 'group' },
    drift: 'role',
    written: { owner: 'domain_id', attributes: ['name', 'domain_id'], known: ['name'] },
    lookedUp: { owner: 'domain_id', attributes: ['domain_id', 'name'] },
    collection: { service: 'identity', path: '/groups', key: 'groups' },
    identity: { query: { name: '{name}', domain_id: '{domain_id}' }, importId: '{id}' },
    leftover: { in: 'domain', query: ofDomain },
    protection: {
      needsEvent: true,
      why: {
        zh: '组内成员由使用单位自行指定，用户组重建后成员不再恢复',
        en: 'its members are chosen by the using unit itself, and a group that is made anew has none',
      },
    },
  },
  {
    type: 'openstack_identity_role_v3',
    kind: 'role',
    name: { zh: '角色', en: 'role' },
    drift: 'role',
    lookedUp: { attributes: ['name'] },
    collection: { service: 'identity', path: '/roles', key: 'roles' },
    identity: { query: { name: '{name}' }, importId: '{id}' },
    leftover: { in: 'domain', query: ofDomain },
    protection: {
      needsEvent: true,
      why: {
        zh: '全云凡持有该角色者随之失去权限',
        en: 'everybody in the cloud who was given it loses what it allowed',
      },
    },
  },
  {
    type: 'openstack_identity_role_assignment_v3',
    kind: 'role-assignment',
    name: { zh: '角色分配', en: 'role assignment' },
    drift: 'role',
    written: { attributes: ['domain_id', 'group_id', 'project_id', 'role_id'] },
    identity: { set: 'Keystone takes the same assignment again' },
    leftover: { not: 'a right of people that ends with the project or domain' },
    protection: {
      needsEvent: false,
      why: {
        zh: '重新分配即可恢复，不涉及数据',
        en: 'assigned once more it is as before, and no data is in it',
      },
    },
  },
] as const satisfies readonly ResourceType[]
