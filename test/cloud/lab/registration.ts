import { listAt, textAt, valueAt } from '../../../lib/deliver/json.ts'
import { connect, type OpenStack } from '../../../scripts/openstack/index.ts'
import { type Cloud, computeHost, password, url } from './configuration.ts'
import { waitFor } from './processes.ts'

/** The services as the catalogue of a cloud lists them. Nova looks for Cinder by this type and name. */
const services = [
  { user: 'placement', name: 'placement', type: 'placement', path: '' },
  { user: 'glance', name: 'glance', type: 'image', path: '' },
  { user: 'neutron', name: 'neutron', type: 'network', path: '' },
  { user: 'nova', name: 'nova', type: 'compute', path: '/v2.1' },
  { user: 'cinder', name: 'cinderv3', type: 'volumev3', path: '/v3/%(project_id)s' },
] as const

/** How a client signs in as the cloud's admin: the `auth` section of clouds.yaml. */
export function adminAuth(cloud: Cloud): Readonly<Record<string, string>> {
  return {
    auth_url: `${url(cloud, 'keystone')}/v3`,
    username: 'admin',
    password,
    project_name: 'admin',
    user_domain_name: 'Default',
    project_domain_name: 'Default',
  }
}

/** Service users, their roles and the endpoints. */
export async function registerServices(cloud: Cloud): Promise<void> {
  const admin = await signIn(cloud)
  const create = async (collection: string, kind: string, values: object): Promise<string> => {
    const { body } = await admin.request('identity', 'POST', `/${collection}`, { body: { [kind]: values } })
    const id = textAt(body, kind, 'id')
    if (id === undefined) throw new Error(`Keystone made no ${kind}`)
    return id
  }
  const roles = await admin.list('identity', '/roles', 'roles', { name: 'admin' })
  const adminRole = textAt(roles, 0, 'id')
  const serviceRole = await create('roles', 'role', { name: 'service' })
  const project = await create('projects', 'project', { name: 'service', domain_id: 'default' })
  for (const { user, name, type, path } of services) {
    const userId = await create('users', 'user', { name: user, password, domain_id: 'default' })
    for (const role of [adminRole, serviceRole]) {
      await admin.request('identity', 'PUT', `/projects/${project}/users/${userId}/roles/${role}`)
    }
    const serviceId = await create('services', 'service', { name, type })
    for (const kind of ['public', 'internal', 'admin']) {
      await create('endpoints', 'endpoint', {
        service_id: serviceId,
        interface: kind,
        url: `${url(cloud, user)}${path}`,
        region_id: cloud.name,
      })
    }
  }
}

/** Waits until a server can be scheduled: hypervisor mapped, network agents alive, volume services up. */
export async function waitForAgents(cloud: Cloud): Promise<void> {
  const admin = await signIn(cloud)
  await waitFor(`${cloud.name}: hypervisor, network agents and volume services`, 90_000, async () => {
    const hypervisors = await admin.list('compute', '/os-hypervisors', 'hypervisors')
    const agents = await admin.list('network', '/agents', 'agents')
    const { body } = await admin.request('block-storage', 'GET', '/os-services')
    return (
      hypervisors.some(item => valueAt(item, 'hypervisor_hostname') === computeHost) &&
      agents.filter(item => valueAt(item, 'alive') === true).length >= 3 &&
      listAt(body, 'services').filter(item => valueAt(item, 'state') === 'up').length >= 2
    )
  })
}

function signIn(cloud: Cloud): Promise<OpenStack> {
  return connect({
    name: cloud.name,
    file: cloud.directory,
    region: cloud.name,
    interface: 'public',
    caFile: undefined,
    verify: true,
    auth: adminAuth(cloud),
    secureAuth: {},
  })
}
