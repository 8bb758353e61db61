import { codes } from '../../lib/deliver/codes.ts'
import { textAt } from '../../lib/deliver/json.ts'
import type { StateResource } from '../../lib/deliver/state.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import type { OpenStack, Service } from './index.ts'

/** What a project or domain that is to go still holds and nobody declared. */
export interface Leftover {
  readonly kind: string
  readonly id: string
  readonly name: string
}

/** The projects and domains of a stack, by their ids. */
export interface StackOwners {
  readonly projects: readonly string[]
  readonly domains: readonly string[]
}

export function ownersOf(resources: readonly StateResource[]): StackOwners {
  const owners = resources.filter(({ type }) => type === 'openstack_identity_project_v3')
  const ids = (isDomain: boolean) =>
    owners.flatMap(({ attributes }) =>
      (attributes.is_domain === true) === isDomain ? (textAt(attributes, 'id') ?? []) : [],
    )
  return { projects: ids(false), domains: ids(true) }
}

interface Kind {
  readonly kind: string
  readonly service: Service
  readonly path: string
  readonly key: string
  /** What asks for those in one project or domain. */
  readonly query: (owner: string) => Readonly<Record<string, string>>
  readonly isOwn?: (entry: unknown) => boolean
}

/** Ports that Neutron makes itself for routers and DHCP. */
const ownPort = (entry: unknown) => (textAt(entry, 'device_owner') ?? '').startsWith('network:')
const ofProject = (project: string) => ({ project_id: project })
const ofAnyProject = (project: string) => ({ all_tenants: '1', project_id: project })
const ofDomain = (domain: string) => ({ domain_id: domain })

const kindsInProject: readonly Kind[] = [
  { kind: 'server', service: 'compute', path: '/servers', key: 'servers', query: ofAnyProject },
  { kind: 'volume', service: 'block-storage', path: '/volumes', key: 'volumes', query: ofAnyProject },
  { kind: 'snapshot', service: 'block-storage', path: '/snapshots', key: 'snapshots', query: ofAnyProject },
  { kind: 'backup', service: 'block-storage', path: '/backups', key: 'backups', query: ofAnyProject },
  {
    kind: 'image',
    service: 'image',
    path: '/v2/images',
    key: 'images',
    query: project => ({ owner: project }),
  },
  { kind: 'port', service: 'network', path: '/ports', key: 'ports', query: ofProject, isOwn: ownPort },
  { kind: 'floating-ip', service: 'network', path: '/floatingips', key: 'floatingips', query: ofProject },
  { kind: 'network', service: 'network', path: '/networks', key: 'networks', query: ofProject },
  { kind: 'router', service: 'network', path: '/routers', key: 'routers', query: ofProject },
  {
    kind: 'security-group',
    service: 'network',
    path: '/security-groups',
    key: 'security_groups',
    query: ofProject,
    isOwn: isDefaultGroup,
  },
  { kind: 'qos-policy', service: 'network', path: '/qos/policies', key: 'policies', query: ofProject },
  { kind: 'subnet-pool', service: 'network', path: '/subnetpools', key: 'subnetpools', query: ofProject },
  {
    kind: 'address-scope',
    service: 'network',
    path: '/address-scopes',
    key: 'address_scopes',
    query: ofProject,
  },
]

/** Keystone removes all of these with their domain, without a word. */
const kindsInDomain: readonly Kind[] = [
  { kind: 'project', service: 'identity', path: '/projects', key: 'projects', query: ofDomain },
  { kind: 'user', service: 'identity', path: '/users', key: 'users', query: ofDomain },
  { kind: 'group', service: 'identity', path: '/groups', key: 'groups', query: ofDomain },
  { kind: 'role', service: 'identity', path: '/roles', key: 'roles', query: ofDomain },
]

function isDefaultGroup(entry: unknown): boolean {
  return textAt(entry, 'name') === 'default'
}

/** Everything in the stack's projects and domains that is not of the stack. */
export async function leftoversOf(
  cloud: OpenStack,
  resources: readonly StateResource[],
  alsoGoing: ReadonlySet<string>,
): Promise<readonly Leftover[]> {
  const { projects, domains } = ownersOf(resources)
  const own = new Set(resources.flatMap(({ attributes }) => textAt(attributes, 'id') ?? []))
  const listed = (owners: readonly string[], kinds: readonly Kind[]) =>
    owners.flatMap(owner => kinds.map(async kind => await remaining(cloud, kind, owner)))
  const inProjects = listed(projects, kindsInProject)
  const inDomains = listed(domains, kindsInDomain)
  const found = (await Promise.all([...inProjects, ...inDomains])).flat()
  return found.filter(({ id }) => !own.has(id) && !alsoGoing.has(id))
}

async function remaining(cloud: OpenStack, kind: Kind, owner: string): Promise<readonly Leftover[]> {
  try {
    const entries = await cloud.list(kind.service, kind.path, kind.key, kind.query(owner))
    return entries.filter(entry => kind.isOwn?.(entry) !== true).map(entry => leftover(kind.kind, entry))
  } catch (error) {
    // A cloud without the service holds nothing of its kind.
    if (error instanceof Refusal && error.finding.code === codes.serviceMissing.code) return []
    throw error
  }
}

function leftover(kind: string, entry: unknown): Leftover {
  return { kind, id: textAt(entry, 'id') ?? '', name: textAt(entry, 'name') ?? '' }
}

/**
 * Neutron makes a security group `default` for every project that it meets, and keeps it when the project goes: nobody
 * declared it, so nobody removes it.
 */
export async function removeDefaultGroups(cloud: OpenStack, projects: readonly string[]): Promise<void> {
  for (const project of projects) {
    const groups = await cloud.list('network', '/security-groups', 'security_groups', ofProject(project))
    for (const group of groups.filter(isDefaultGroup)) {
      await cloud.request('network', 'DELETE', `/security-groups/${textAt(group, 'id')}`)
    }
  }
}
