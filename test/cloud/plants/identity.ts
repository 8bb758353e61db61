import { createHash } from 'node:crypto'
import { textAt } from '../../../lib/deliver/json.ts'
import type { OpenStack } from '../../../scripts/openstack/index.ts'
import { made, type Plant } from './plant.ts'

export const identityPlants: readonly Plant[] = [
  {
    title: 'the role admin on the project of a unit',
    by: 'administrator',
    code: 'TY5217',
    plant: async ({ admin, project }) => {
      const role = await idOf(admin, '/roles', 'roles', 'admin')
      const path = `/projects/${project}/users/${admin.userId}/roles/${role}`
      await admin.request('identity', 'PUT', path)
      // An assignment has no id of its own: it is told by who has it.
      return { id: admin.userId ?? '', remove: () => admin.request('identity', 'DELETE', path) }
    },
  },
  {
    title: 'a project in the domain of a unit that nobody was granted',
    by: 'administrator',
    code: 'TY5220',
    plant: async ({ admin, domain }) =>
      made(admin, 'identity', '/projects', 'project', { name: 'beside', domain_id: domain }),
  },
  {
    title: 'an application credential that may make more',
    by: 'member',
    code: 'TY5218',
    plant: ({ member }) =>
      made(member, 'identity', `/users/${member.userId}/application_credentials`, 'application_credential', {
        name: 'ci',
        unrestricted: true,
      }),
  },
  {
    title: 'a key for the interface of EC2',
    by: 'member',
    code: 'TY5218',
    plant: async ({ member, project }) => {
      const path = `/users/${member.userId}/credentials/OS-EC2`
      const { body } = await member.request('identity', 'POST', path, { body: { tenant_id: project } })
      const access = textAt(body, 'credential', 'access') ?? ''
      // As Keystone makes the id of the credential, by which an administrator sees it.
      const id = createHash('sha256').update(access).digest('hex')
      return { id, remove: () => member.request('identity', 'DELETE', `${path}/${access}`) }
    },
  },
  {
    title: 'a trust for somebody else',
    by: 'member',
    code: 'TY5218',
    plant: ({ admin, member, project }) =>
      made(member, 'identity', '/OS-TRUST/trusts', 'trust', {
        trustor_user_id: member.userId,
        trustee_user_id: admin.userId,
        project_id: project,
        impersonation: false,
        roles: [{ name: 'member' }],
      }),
  },
]

async function idOf(admin: OpenStack, path: string, key: string, name: string): Promise<string> {
  const [found] = await admin.list('identity', path, key, { name })
  const id = textAt(found, 'id')
  if (id === undefined) throw new Error(`no ${key} called ${name}`)
  return id
}
