// What clouds would answer if stacks stood in them, as plain data. It shares no code with what reads such answers.
export type Entry = { [field: string]: unknown }

/** Thrown for stacks that no cloud would take. */
export class Unbuildable extends Error {}

/** Lists of a cloud's API by the names that the model has for them. */
export type Answers = { [listing: string]: Entry[] }

export interface Stack {
  readonly name: string
  readonly configuration: { readonly [block: string]: unknown }
}

interface Part {
  readonly type: string
  readonly name: string
  readonly data: boolean
  readonly attributes: Entry
}

function record(value: unknown): Entry {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function partsOf({ configuration }: Stack): readonly Part[] {
  return ['resource', 'data'].flatMap(block =>
    Object.entries(record(configuration[block])).flatMap(([type, byName]) =>
      Object.entries(record(byName)).map(([name, attributes]) => ({
        type,
        name,
        data: block === 'data',
        attributes: record(attributes),
      })),
    ),
  )
}

/** The cloud and region that a stack's provider names. */
export function cloudOf({ configuration }: Stack): string {
  const [provider] = Object.values(record(record(configuration.provider).openstack))
  const { cloud, region } = record(provider)
  return `${cloud}/${region}`
}

const reference = /^\$\{(data\.)?([a-z0-9_]+)\.([A-Za-z0-9_-]+)\.([a-z_]+)/

/** An id that two stacks which mean one object agree on. */
function idOf(stack: Stack, parts: readonly Part[], part: Part, depth = 0): string {
  const { type, name, attributes } = part
  const of = (field: string): string => String(resolved(stack, parts, attributes[field], depth))
  if (type === 'openstack_identity_project_v3')
    return attributes.is_domain === true
      ? `domain ${attributes.name}`
      : `project ${of('domain_id')} ${attributes.name}`
  if (type === 'openstack_networking_network_v2') return `network ${of('tenant_id')} ${attributes.name}`
  if (type === 'openstack_identity_group_v3') return `group ${of('domain_id')} ${attributes.name}`
  if (type === 'openstack_identity_role_v3') return `role ${attributes.name}`
  return `${stack.name} ${type} ${name}`
}

function resolved(stack: Stack, parts: readonly Part[], value: unknown, depth = 0): unknown {
  if (depth > 20) throw new Unbuildable('a reference that leads to itself')
  const [, data, type, name, attribute] = (typeof value === 'string' && reference.exec(value)) || []
  if (type === undefined || attribute === undefined) return value
  const part = parts.find(one => one.type === type && one.name === name && one.data === (data !== undefined))
  if (part === undefined) return value
  return attribute === 'id'
    ? idOf(stack, parts, part, depth + 1)
    : resolved(stack, parts, part.attributes[attribute], depth + 1)
}

/** The answers of the cloud in which these stacks stand. */
export function answersOf(stacks: readonly Stack[]): Answers {
  const answers: Answers = {}
  const add = (listing: string, entry: Entry): void => {
    const entries = answers[listing] ?? []
    const isKnown = entries.some(({ id }) => id === entry.id && id !== undefined)
    if (!isKnown) answers[listing] = [...entries, entry]
  }
  for (const stack of stacks) {
    const parts = partsOf(stack)
    const made = parts.filter(({ data, type, attributes }) => {
      // What is looked up is there already.
      return !data || (type === 'openstack_identity_project_v3' && attributes.is_domain === true)
    })
    for (const part of [...made.filter(one => !isInner(one)), ...made.filter(isInner)]) {
      const of = (field: string): unknown => resolved(stack, parts, part.attributes[field])
      translations[part.type]?.({ id: idOf(stack, parts, part), of, add, answers })
    }
  }
  return answers
}

/** What the API tells inside of something else. */
function isInner({ type }: Part): boolean {
  return type.endsWith('_rule_v2') || type.endsWith('_interface_v2')
}

interface Translation {
  readonly id: string
  readonly of: (field: string) => unknown
  readonly add: (listing: string, entry: Entry) => void
  readonly answers: Answers
}

/** Neutron starts every group with two rules that let everything out. */
function bornRules(id: string): readonly Entry[] {
  return ['IPv4', 'IPv6'].map(ethertype => ({
    id: `${id} ${ethertype}`,
    direction: 'egress',
    ethertype,
    protocol: null,
    port_range_min: null,
    port_range_max: null,
    remote_ip_prefix: null,
    remote_group_id: null,
  }))
}

const translations: { readonly [type: string]: (translation: Translation) => void } = {
  openstack_identity_project_v3: ({ id, of, add }) => {
    if (of('is_domain') === true) add('domains', { id, name: of('name') })
    else add('projects', { id, name: of('name'), domain_id: of('domain_id'), is_domain: false })
  },
  openstack_identity_role_assignment_v3: ({ of, add }) => {
    const [, domain, name] = /^group domain (\S+) (\S+)$/.exec(String(of('group_id'))) ?? []
    const project = of('project_id')
    const scope = project === undefined ? { domain: { id: of('domain_id') } } : { project: { id: project } }
    add('assignments', {
      role: { name: String(of('role_id')).replace('role ', '') },
      group: { id: of('group_id'), name, domain: { id: `domain ${domain}`, name: domain } },
      scope,
    })
  },
  openstack_networking_network_v2: ({ id, of, add }) =>
    add('networks', {
      id,
      name: of('name'),
      project_id: of('tenant_id'),
      port_security_enabled: of('port_security_enabled') === true,
      shared: of('shared') === true || of('external') === true,
    }),
  openstack_networking_subnet_v2: ({ id, of, add }) =>
    add('subnets', {
      id,
      name: of('name'),
      project_id: of('tenant_id'),
      network_id: of('network_id'),
      cidr: of('cidr'),
      subnetpool_id: of('subnetpool_id') ?? null,
      host_routes: [],
    }),
  openstack_networking_router_v2: ({ id, of, add }) =>
    add('routers', {
      id,
      name: of('name'),
      project_id: of('tenant_id'),
      routes: [],
      external_gateway_info:
        of('external_network_id') === undefined
          ? null
          : { network_id: of('external_network_id'), qos_policy_id: of('external_qos_policy_id') },
    }),
  openstack_networking_router_interface_v2: ({ id, of, add, answers }) =>
    add('ports', {
      id,
      name: '',
      project_id: (answers.subnets ?? []).find(subnet => subnet.id === of('subnet_id'))?.project_id,
      device_owner: 'network:router_interface',
      device_id: of('router_id'),
      port_security_enabled: false,
      allowed_address_pairs: [],
      fixed_ips: [{ subnet_id: of('subnet_id') }],
    }),
  openstack_networking_secgroup_v2: ({ id, of, add }) =>
    add('groups', {
      id,
      name: of('name'),
      project_id: of('tenant_id'),
      security_group_rules: of('delete_default_rules') === true ? [] : bornRules(id),
    }),
  openstack_networking_secgroup_rule_v2: ({ id, of, answers }) => {
    const group = (answers.groups ?? []).find(entry => entry.id === of('security_group_id'))
    const rules = group?.security_group_rules
    if (!Array.isArray(rules)) throw new Unbuildable(`no group for ${id}`)
    rules.push({
      id,
      direction: of('direction'),
      ethertype: of('ethertype'),
      protocol: of('protocol') ?? null,
      port_range_min: of('port_range_min') ?? null,
      port_range_max: of('port_range_max') ?? null,
      remote_ip_prefix: of('remote_ip_prefix') ?? null,
      remote_group_id: null,
    })
  },
  openstack_networking_rbac_policy_v2: ({ id, of, add }) =>
    add('policies', {
      id,
      action: of('action'),
      object_type: of('object_type'),
      object_id: of('object_id'),
      target_tenant: of('target_tenant'),
    }),
  openstack_networking_qos_policy_v2: ({ id, of, add }) =>
    add('qosPolicies', {
      id,
      name: of('name'),
      project_id: of('project_id'),
      shared: of('shared') === true,
      rules: [],
    }),
  openstack_networking_qos_bandwidth_limit_rule_v2: ({ id, of, answers }) => {
    const policy = (answers.qosPolicies ?? []).find(entry => entry.id === of('qos_policy_id'))
    const rules = policy?.rules
    if (!Array.isArray(rules)) throw new Unbuildable(`no policy for ${id}`)
    rules.push({ id, type: 'bandwidth_limit', direction: of('direction'), max_kbps: of('max_kbps') })
  },
  openstack_networking_addressscope_v2: ({ id, of, add }) =>
    add('addressScopes', {
      id,
      name: of('name'),
      project_id: of('project_id'),
      shared: of('shared') === true,
    }),
  openstack_networking_subnetpool_v2: ({ id, of, add }) =>
    add('subnetPools', { id, name: of('name'), project_id: of('project_id'), shared: of('shared') === true }),
  openstack_networking_port_v2: ({ id, of, add }) =>
    add('ports', {
      id,
      project_id: of('tenant_id'),
      device_owner: of('device_owner') ?? '',
      port_security_enabled: of('no_security_groups') !== true && of('port_security_enabled') !== false,
      allowed_address_pairs: of('allowed_address_pairs') ?? [],
    }),
  openstack_compute_flavor_access_v2: ({ of, add }) =>
    add('flavorAccess', { flavor_id: of('flavor_id'), tenant_id: of('tenant_id') }),
}

/** The answers of every cloud, by its name and region, where these stacks stand. */
export function soundAnswers(stacks: readonly Stack[]): Map<string, Answers> {
  return new Map([...Map.groupBy(stacks, cloudOf)].map(([cloud, some]) => [cloud, answersOf(some)]))
}
