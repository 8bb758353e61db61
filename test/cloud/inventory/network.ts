import { listAt, numberAt, textAt, valueAt } from '../../../lib/deliver/json.ts'
import type { OpenStack } from '../../../scripts/openstack/index.ts'
import type { Inventory, Section } from './inventory.ts'
import type { Owners } from './owners.ts'
import { presence, section } from './section.ts'

/** Each kind of object: where it is listed, and under which key. */
const collections = {
  networks: '/networks',
  subnets: '/subnets',
  subnetpools: '/subnetpools',
  address_scopes: '/address-scopes',
  routers: '/routers',
  ports: '/ports',
  floatingips: '/floatingips',
  security_groups: '/security-groups',
  rbac_policies: '/rbac-policies',
  policies: '/qos/policies',
} as const

type Kind = keyof typeof collections
type Lists = (kind: Kind) => readonly unknown[]
type NameOf = (id: string | undefined) => string

export async function network(admin: OpenStack, owners: Owners): Promise<Inventory> {
  const lists = await readLists(admin)
  const nameOf = namer(lists, owners)
  const listed = (kind: Kind, value: (item: unknown) => unknown) =>
    section(lists(kind).map(item => [nameOf(textAt(item, 'id')), value(item)]))
  return {
    networks: listed('networks', networkOf),
    subnets: listed('subnets', item => subnetOf(item, nameOf)),
    'subnet pools': listed('subnetpools', item => poolOf(item, nameOf)),
    'address scopes': listed('address_scopes', item => ({
      ipVersion: valueAt(item, 'ip_version'),
      shared: valueAt(item, 'shared'),
    })),
    routers: listed('routers', item => routerOf(item, lists, nameOf)),
    'security groups': listed('security_groups', item => rulesOf(item, nameOf)),
    'network QoS': listed('policies', policyOf),
    'RBAC policies': presence(lists('rbac_policies').map(item => accessText(item, nameOf, owners))),
    // Those of routers are told with their router; all others belong to servers, or to nobody.
    ports: presence(otherPorts(lists).map(port => `${owners.nameOf(projectOf(port))} ${deviceOf(port)}`)),
    'floating addresses': presence(lists('floatingips').map(item => owners.nameOf(projectOf(item)))),
    'network quotas': await readQuotas(admin, owners),
    // What our stacks have set on a project is of no use once it is gone, and Neutron keeps it.
    'network quotas that outlived their project': presence(await outlived(admin, owners)),
  }
}

async function readLists(admin: OpenStack): Promise<Lists> {
  const all = new Map<string, readonly unknown[]>()
  for (const [kind, path] of Object.entries(collections))
    all.set(kind, await admin.list('network', path, kind))
  return kind => all.get(kind) ?? []
}

/** Names everything that has a name of its own: `<domain>/<project>/<name>`. */
function namer(lists: Lists, owners: Owners): NameOf {
  const kinds = [
    'networks',
    'subnets',
    'subnetpools',
    'address_scopes',
    'routers',
    'security_groups',
    'policies',
  ] as const
  const names = new Map(
    kinds
      .flatMap(lists)
      .map(item => [textAt(item, 'id'), `${owners.nameOf(projectOf(item))}/${textAt(item, 'name')}`]),
  )
  return id => names.get(id) ?? (id === undefined ? 'none' : 'vanished')
}

function projectOf(item: unknown): string | undefined {
  return textAt(item, 'project_id')
}

function networkOf(item: unknown) {
  return {
    external: valueAt(item, 'router:external'),
    shared: valueAt(item, 'shared'),
    enabled: valueAt(item, 'admin_state_up'),
    portSecurity: valueAt(item, 'port_security_enabled'),
    physicalNetwork: valueAt(item, 'provider:physical_network'),
  }
}

function subnetOf(item: unknown, nameOf: NameOf) {
  return {
    network: nameOf(textAt(item, 'network_id')),
    cidr: valueAt(item, 'cidr'),
    gateway: valueAt(item, 'gateway_ip'),
    gives: listAt(item, 'allocation_pools')
      .map(range => `${textAt(range, 'start')}-${textAt(range, 'end')}`)
      .sort(),
    pool: nameOf(textAt(item, 'subnetpool_id')),
    dhcp: valueAt(item, 'enable_dhcp'),
    nameservers: valueAt(item, 'dns_nameservers'),
    ipv6: [valueAt(item, 'ipv6_address_mode'), valueAt(item, 'ipv6_ra_mode')],
  }
}

function poolOf(item: unknown, nameOf: NameOf) {
  return {
    prefixes: valueAt(item, 'prefixes'),
    prefixLengths: ['min', 'default', 'max'].map(bound => Number(valueAt(item, `${bound}_prefixlen`))),
    scope: nameOf(textAt(item, 'address_scope_id')),
    shared: valueAt(item, 'shared'),
    isDefault: valueAt(item, 'is_default'),
  }
}

function routerOf(router: unknown, lists: Lists, nameOf: NameOf) {
  const subnets = lists('ports')
    .filter(port => isInterface(port) && valueAt(port, 'device_id') === valueAt(router, 'id'))
    .flatMap(port => listAt(port, 'fixed_ips'))
    .map(address => interfaceText(address, lists, nameOf))
  return {
    enabled: valueAt(router, 'admin_state_up'),
    gateway: nameOf(textAt(router, 'external_gateway_info', 'network_id')),
    gatewayQos: nameOf(textAt(router, 'external_gateway_info', 'qos_policy_id')),
    subnets: subnets.sort(),
  }
}

/** A subnet's name; with the address, where the router does not stand at the subnet's gateway. */
function interfaceText(address: unknown, lists: Lists, nameOf: NameOf): string {
  const [id, ip] = [textAt(address, 'subnet_id'), textAt(address, 'ip_address')]
  const subnet = lists('subnets').find(item => valueAt(item, 'id') === id)
  return valueAt(subnet, 'gateway_ip') === ip ? nameOf(id) : `${nameOf(id)} at ${ip}`
}

function isInterface(port: unknown): boolean {
  return valueAt(port, 'device_owner') === 'network:router_interface'
}

function otherPorts(lists: Lists): readonly unknown[] {
  const routers = new Set(lists('routers').map(router => valueAt(router, 'id')))
  return lists('ports').filter(
    port => !(deviceOf(port).startsWith('network:router_') && routers.has(valueAt(port, 'device_id'))),
  )
}

function deviceOf(port: unknown): string {
  return textAt(port, 'device_owner') || 'without a device'
}

function rulesOf(group: unknown, nameOf: NameOf): readonly string[] {
  return listAt(group, 'security_group_rules')
    .map(rule => ruleText(rule, nameOf))
    .sort()
}

/** Such as `ingress IPv4 tcp 443-443 0.0.0.0/0`; what a rule leaves open is a `*`. */
function ruleText(rule: unknown, nameOf: NameOf): string {
  const text = (key: string) => textAt(rule, key) ?? '*'
  const range = `${numberAt(rule, 'port_range_min') ?? '*'}-${numberAt(rule, 'port_range_max') ?? '*'}`
  const group = textAt(rule, 'remote_group_id')
  const addressGroup = textAt(rule, 'remote_address_group_id') === undefined ? '' : ' an address group'
  const remote = group === undefined ? text('remote_ip_prefix') : `members of ${nameOf(group)}`
  return `${text('direction')} ${text('ethertype')} ${text('protocol')} ${range} ${remote}${addressGroup}`
}

function policyOf(policy: unknown) {
  const rules = listAt(policy, 'rules').map(
    rule => `${textAt(rule, 'type')} ${textAt(rule, 'direction')} ${numberAt(rule, 'max_kbps')} kbit/s`,
  )
  return { shared: valueAt(policy, 'shared'), isDefault: valueAt(policy, 'is_default'), rules: rules.sort() }
}

/** Such as `access_as_external network platform/platform/egress for a_b/c`; a wildcard is a `*`. */
function accessText(policy: unknown, nameOf: NameOf, owners: Owners): string {
  const target = textAt(policy, 'target_tenant') ?? textAt(policy, 'target_project')
  const object = `${textAt(policy, 'object_type')} ${nameOf(textAt(policy, 'object_id'))}`
  return `${textAt(policy, 'action')} ${object} for ${target === '*' ? '*' : owners.nameOf(target)}`
}

async function outlived(admin: OpenStack, owners: Owners): Promise<readonly string[]> {
  const quotas = await admin.list('network', '/quotas', 'quotas')
  return quotas.flatMap(quota => projectOf(quota) ?? []).filter(id => owners.nameOf(id) === 'vanished')
}

async function readQuotas(admin: OpenStack, { projects }: Owners): Promise<Section> {
  const entries = projects
    .filter(({ ofUnit }) => ofUnit)
    .map(async ({ id, name }) => {
      const { body } = await admin.request('network', 'GET', `/quotas/${id}`)
      return [name, valueAt(body, 'quota')] as const
    })
  return section(await Promise.all(entries))
}
