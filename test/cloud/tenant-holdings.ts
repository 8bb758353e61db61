// One of everything that a member of a project can have in it, and by which somebody acts there.
import { setTimeout as sleep } from 'node:timers/promises'
import { isRecord, textAt, valueAt } from '../../lib/deliver/json.ts'
import type { OpenStack, RequestOptions } from '../../scripts/openstack/index.ts'

export interface Holding {
  readonly kind: string
  readonly id: string
}

export interface Holdings {
  readonly held: readonly Holding[]
  /** Takes all of it away again. */
  readonly remove: () => Promise<void>
}

type Service = Parameters<OpenStack['request']>[0]
type Made = Holding & { readonly remove: () => Promise<unknown> }

/** @param tenant a member of the project. Its limits are as before when this returns. */
export async function holdOneOfEach(admin: OpenStack, tenant: OpenStack): Promise<Holdings> {
  const project = tenant.projectId ?? ''
  const neighbour = await make(admin, 'project', 'identity', '/projects', 'project', { name: 'neighbour' })
  const made = await withoutLimits(admin, project, async () => [
    ...(await networkHoldings(tenant, neighbour.id)),
    await make(tenant, 'server-group', 'compute', '/os-server-groups', 'server_group', {
      name: 'theirs',
      policies: ['anti-affinity'],
    }),
    ...(await storageHoldings(tenant)),
    ...(await credentials(admin, tenant)),
  ])
  return {
    held: made,
    remove: async () => {
      for (const { remove } of [neighbour, ...made].toReversed()) await remove()
    },
  }
}

async function networkHoldings(tenant: OpenStack, neighbour: string): Promise<readonly Made[]> {
  const [group] = await tenant.list('network', '/security-groups', 'security_groups', {
    name: 'xueji-guanli',
  })
  const addresses = await make(tenant, 'address-group', 'network', '/address-groups', 'address_group', {
    name: 'theirs',
    addresses: ['10.9.0.0/16'],
  })
  return [
    addresses,
    await make(tenant, 'rbac-policy', 'network', '/rbac-policies', 'rbac_policy', {
      object_type: 'address_group',
      object_id: addresses.id,
      action: 'access_as_shared',
      target_tenant: neighbour,
    }),
    await make(tenant, 'security-group-rule', 'network', '/security-group-rules', 'security_group_rule', {
      security_group_id: textAt(group, 'id'),
      direction: 'ingress',
      ethertype: 'IPv4',
      protocol: 'tcp',
      port_range_min: 4444,
      port_range_max: 4444,
      remote_ip_prefix: '0.0.0.0/0',
    }),
  ]
}

async function storageHoldings(tenant: OpenStack): Promise<readonly Made[]> {
  const types = await tenant.list('block-storage', '/types', 'volume_types')
  const granted = types.find(type => textAt(type, 'name') !== '__DEFAULT__')
  const volume = await make(tenant, 'volume', 'block-storage', '/volumes', 'volume', {
    name: 'data',
    size: 1,
    volume_type: textAt(granted, 'name'),
  })
  await settled(tenant, volume.id)
  const transfer = { volume_id: volume.id, name: 'take it' }
  const since = { headers: { 'OpenStack-API-Version': 'volume 3.57' } }
  const image = (values: object) => makeImage(tenant, values)
  return [
    volume,
    await make(tenant, 'volume-transfer', 'block-storage', '/volume-transfers', 'transfer', transfer, since),
    await image({ name: 'private', visibility: 'private' }),
    await image({ name: 'of the community', visibility: 'community' }),
    await image({ name: 'hidden', visibility: 'private', os_hidden: true }),
  ]
}

async function credentials(admin: OpenStack, tenant: OpenStack): Promise<readonly Made[]> {
  const [user, project] = [tenant.userId ?? '', tenant.projectId ?? '']
  const mine = `/users/${user}`
  const { body } = await tenant.request('identity', 'POST', `${mine}/credentials/OS-EC2`, {
    body: { tenant_id: project },
  })
  const access = textAt(body, 'credential', 'access') ?? ''
  const key = 'application_credential'
  return [
    await make(tenant, 'application-credential', 'identity', `${mine}/${key}s`, key, { name: 'ci' }),
    {
      kind: 'ec2-credential',
      id: access,
      remove: () => tenant.request('identity', 'DELETE', `${mine}/credentials/OS-EC2/${access}`),
    },
    await make(tenant, 'trust', 'identity', '/OS-TRUST/trusts', 'trust', {
      trustor_user_id: user,
      trustee_user_id: admin.userId,
      project_id: project,
      impersonation: false,
      roles: [{ name: 'member' }],
    }),
  ]
}

async function make(
  cloud: OpenStack,
  kind: string,
  service: Service,
  path: string,
  key: string,
  values: object,
  options: RequestOptions = {},
): Promise<Made> {
  const { body } = await cloud.request(service, 'POST', path, { ...options, body: { [key]: values } })
  const id = textAt(body, key, 'id')
  if (id === undefined) throw new Error(`no ${key} was made`)
  return { kind, id, remove: () => cloud.request(service, 'DELETE', `${path}/${id}`, options) }
}

/** Glance wraps nothing in anything. */
async function makeImage(tenant: OpenStack, values: object): Promise<Made> {
  const { body } = await tenant.request('image', 'POST', '/v2/images', {
    body: { disk_format: 'raw', container_format: 'bare', ...values },
  })
  const id = textAt(body, 'id')
  if (id === undefined) throw new Error('no image was made')
  return { kind: 'image', id, remove: () => tenant.request('image', 'DELETE', `/v2/images/${id}`) }
}

async function settled(tenant: OpenStack, volume: string): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(500)) {
    const { body } = await tenant.request('block-storage', 'GET', `/volumes/${volume}`)
    if (valueAt(body, 'volume', 'status') === 'available') return
  }
  throw new Error(`the volume ${volume} did not come up`)
}

/** A few of the limits that our stacks set keep a tenant from having any of a kind. */
const lifted = [
  {
    service: 'network',
    path: '/quotas',
    key: 'quota',
    limits: ['rbac_policy', 'security_group_rule'],
    more: {},
  },
  {
    service: 'compute',
    path: '/os-quota-sets',
    key: 'quota_set',
    limits: ['server_groups'],
    more: { force: true },
  },
] as const

async function withoutLimits<T>(admin: OpenStack, project: string, work: () => Promise<T>): Promise<T> {
  const before = await Promise.all(
    lifted.map(async ({ service, path, key, limits }) => {
      const { body } = await admin.request(service, 'GET', `${path}/${project}`)
      const set = valueAt(body, key)
      return Object.fromEntries(limits.map(name => [name, isRecord(set) ? set[name] : undefined]))
    }),
  )
  const set = async (values: (index: number) => object) => {
    for (const [index, { service, path, key, more }] of lifted.entries())
      await admin.request(service, 'PUT', `${path}/${project}`, {
        body: { [key]: { ...values(index), ...more } },
      })
  }
  await set(index => Object.fromEntries((lifted[index]?.limits ?? []).map(name => [name, -1])))
  try {
    return await work()
  } finally {
    await set(index => before[index] ?? {})
  }
}
