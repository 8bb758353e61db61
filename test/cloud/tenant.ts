// What people of a using unit do in their projects.
import { setTimeout as sleep } from 'node:timers/promises'
import { textAt, valueAt } from '../../lib/deliver/json.ts'
import { type OpenStack, ServiceError } from '../../scripts/openstack/index.ts'
import type { Person } from './clouds.ts'

const operatorName = 'operator'

/** Makes a person in a unit's domain, and a member of the group of its operators. */
export async function addOperator(admin: OpenStack, domain: string): Promise<Person> {
  const person = { name: operatorName, password: 'of-the-lab', domain }
  const domainId = await idOf(admin, '/domains', 'domains', { name: domain })
  const group = await idOf(admin, '/groups', 'groups', { name: 'operators', domain_id: domainId })
  const { body } = await admin.request('identity', 'POST', '/users', {
    body: { user: { name: person.name, password: person.password, domain_id: domainId } },
  })
  await admin.request('identity', 'PUT', `/groups/${group}/users/${textAt(body, 'user', 'id')}`)
  return person
}

/** The people that were made so, in all units. */
export function operators(admin: OpenStack): Promise<readonly unknown[]> {
  return admin.list('identity', '/users', 'users', { name: operatorName })
}

export async function removeOperators(admin: OpenStack): Promise<void> {
  for (const person of await operators(admin))
    await admin.request('identity', 'DELETE', `/users/${textAt(person, 'id')}`)
}

async function idOf(
  admin: OpenStack,
  path: string,
  key: string,
  query: Readonly<Record<string, string>>,
): Promise<string> {
  const [found] = await admin.list('identity', path, key, query)
  const id = textAt(found, 'id')
  if (id === undefined) throw new Error(`no ${key} with ${JSON.stringify(query)}`)
  return id
}

/** An image that every project may boot. The lab's hypervisor never looks into it. */
export async function uploadImage(admin: OpenStack): Promise<string> {
  const { body } = await admin.request('image', 'POST', '/v2/images', {
    body: { name: 'tenantry', disk_format: 'raw', container_format: 'bare', visibility: 'public' },
  })
  const id = textAt(body, 'id') ?? ''
  await admin.request('image', 'PUT', `/v2/images/${id}/file`, {
    body: new Uint8Array(1024),
    headers: { 'content-type': 'application/octet-stream' },
  })
  return id
}

export interface ServerRequest {
  readonly name: string
  readonly flavor: string
  readonly image: string
  readonly network: string
  readonly securityGroup: string
}

/** Boots a server, and waits until it runs or has failed. @returns the server as its tenant sees it. */
export async function bootServer(tenant: OpenStack, request: ServerRequest): Promise<unknown> {
  const { name, flavor, image, network, securityGroup } = request
  const { body } = await tenant.request('compute', 'POST', '/servers', {
    body: {
      server: {
        name,
        flavorRef: flavor,
        imageRef: image,
        networks: [{ uuid: network }],
        security_groups: [{ name: securityGroup }],
      },
    },
  })
  const path = `/servers/${textAt(body, 'server', 'id')}`
  for (const end = Date.now() + 60_000; ; await sleep(500)) {
    const { body } = await tenant.request('compute', 'GET', path)
    if (valueAt(body, 'server', 'status') !== 'BUILD' || Date.now() > end) return valueAt(body, 'server')
  }
}

/** Deletes a server, and waits until it is gone. */
export async function deleteServer(tenant: OpenStack, id: string): Promise<void> {
  await tenant.request('compute', 'DELETE', `/servers/${id}`)
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(500)) {
    if ((await statusOf(tenant.request('compute', 'GET', `/servers/${id}`))) === 404) return
  }
  throw new Error(`the server ${id} is still there`)
}

/** The HTTP status that a request is answered with. */
export async function statusOf(request: ReturnType<OpenStack['request']>): Promise<number> {
  try {
    return (await request).status
  } catch (error) {
    if (error instanceof ServiceError) return error.status
    throw error
  }
}
