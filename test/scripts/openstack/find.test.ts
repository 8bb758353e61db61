import { describe, expect, it } from 'vitest'
import { type CreatedType, placesIn, resourceTypes } from '../../../lib/resource-types/index.ts'
import { findObject } from '../../../scripts/openstack/find.ts'
import { recordingCloud } from './recording-cloud.ts'

interface Case {
  readonly kind: string
  readonly arguments: Readonly<Record<string, string>>
  /** The one request that looks for it. */
  readonly request: string
  /** What it is found by in the answer, where the request does not tell it from others. */
  readonly found: Readonly<Record<string, unknown>>
  readonly importId: string
  /** Entries of the same answer that it is not. */
  readonly others?: readonly Readonly<Record<string, unknown>>[]
}

const ofProject = { name: 'shebao', tenant_id: 'p' }
const ofPlatform = { name: 'zone', project_id: 'p' }
const rule = {
  security_group_id: 'g',
  direction: 'ingress',
  ethertype: 'IPv4',
  protocol: 'tcp',
  port_range_min: '443',
  port_range_max: '443',
  remote_ip_prefix: '10.0.0.0/8',
}
const ruleFound = { ...rule, port_range_min: 443, port_range_max: 443 }

const cases: readonly Case[] = [
  {
    kind: 'domain',
    arguments: { name: 'xs_rsj', is_domain: 'true' },
    request: 'GET identity /domains?name=xs_rsj domains',
    found: {},
    importId: 'x',
  },
  {
    kind: 'project',
    arguments: { name: 'shebao', domain_id: 'd' },
    request: 'GET identity /projects?name=shebao&domain_id=d projects',
    found: {},
    importId: 'x',
  },
  {
    kind: 'group',
    arguments: { name: 'operators', domain_id: 'd' },
    request: 'GET identity /groups?name=operators&domain_id=d groups',
    found: {},
    importId: 'x',
  },
  {
    kind: 'role',
    arguments: { name: 'member' },
    request: 'GET identity /roles?name=member roles',
    found: {},
    importId: 'x',
  },
  {
    kind: 'flavor',
    arguments: { flavor_id: 'x', name: 'small' },
    request: 'GET compute /flavors?is_public=None flavors',
    found: { name: 'small' },
    importId: 'x',
    others: [{ id: 'y', name: 'small' }],
  },
  {
    kind: 'flavor-access',
    arguments: { flavor_id: 'ecs.small/1', tenant_id: 'p' },
    request: 'GET compute /flavors/ecs.small%2F1/os-flavor-access flavor_access',
    found: { tenant_id: 'p' },
    importId: 'ecs.small/1/p',
    others: [{ tenant_id: 'q' }],
  },
  {
    kind: 'aggregate',
    arguments: { name: 'register' },
    request: 'GET compute /os-aggregates aggregates',
    found: { id: 7, name: 'register' },
    importId: '7',
    others: [{ id: 8, name: 'pool' }],
  },
  {
    kind: 'volume-type',
    arguments: { name: 'ssd' },
    request: 'GET block-storage /types?is_public=None volume_types',
    found: { name: 'ssd' },
    importId: 'x',
    others: [{ id: 'y', name: 'sata' }],
  },
  {
    kind: 'volume-type-access',
    arguments: { volume_type_id: 't', project_id: 'p' },
    request: 'GET block-storage /types/t/os-volume-type-access volume_type_access',
    found: { project_id: 'p' },
    importId: 't/p',
    others: [{ project_id: 'q' }],
  },
  {
    kind: 'volume-qos',
    arguments: { name: 'ssd' },
    request: 'GET block-storage /qos-specs qos_specs',
    found: { name: 'ssd' },
    importId: 'x',
    others: [{ id: 'y', name: 'sata' }],
  },
  {
    kind: 'network',
    arguments: ofProject,
    request: 'GET network /networks?name=shebao&project_id=p networks',
    found: {},
    importId: 'x',
  },
  {
    kind: 'subnet',
    arguments: { name: 'shebao_ipv4', network_id: 'n', tenant_id: 'p' },
    request: 'GET network /subnets?name=shebao_ipv4&network_id=n subnets',
    found: {},
    importId: 'x',
  },
  {
    kind: 'router',
    arguments: ofProject,
    request: 'GET network /routers?name=shebao&project_id=p routers',
    found: {},
    importId: 'x',
  },
  {
    kind: 'router-interface',
    arguments: { router_id: 'r', subnet_id: 's' },
    request: 'GET network /ports?device_id=r&fixed_ips=subnet_id%3Ds ports',
    found: { device_owner: 'network:router_interface' },
    importId: 'x',
    others: [{ id: 'y', device_owner: 'network:router_gateway' }],
  },
  {
    kind: 'security-group',
    arguments: ofProject,
    request: 'GET network /security-groups?name=shebao&project_id=p security_groups',
    found: {},
    importId: 'x',
  },
  {
    kind: 'security-group-rule',
    arguments: rule,
    request: 'GET network /security-group-rules?security_group_id=g security_group_rules',
    found: ruleFound,
    importId: 'x',
    others: [
      { ...ruleFound, id: 'a', direction: 'egress' },
      { ...ruleFound, id: 'b', ethertype: 'IPv6' },
      { ...ruleFound, id: 'c', protocol: 'udp' },
      { ...ruleFound, id: 'd', port_range_min: 442 },
      { ...ruleFound, id: 'e', port_range_max: 444 },
      { ...ruleFound, id: 'f', remote_ip_prefix: null },
    ],
  },
  {
    kind: 'rbac-policy',
    arguments: { object_id: 'n', object_type: 'network', action: 'access_as_external', target_tenant: 'p' },
    request: 'GET network /rbac-policies?object_id=n&action=access_as_external&target_tenant=p rbac_policies',
    found: {},
    importId: 'x',
  },
  {
    kind: 'qos-policy',
    arguments: ofPlatform,
    request: 'GET network /qos/policies?name=zone&project_id=p policies',
    found: {},
    importId: 'x',
  },
  {
    kind: 'bandwidth-limit-rule',
    arguments: { qos_policy_id: 'q', direction: 'egress', max_kbps: '10' },
    request: 'GET network /qos/policies/q/bandwidth_limit_rules bandwidth_limit_rules',
    found: { direction: 'egress' },
    importId: 'q/x',
    others: [{ id: 'y', direction: 'ingress' }],
  },
  {
    kind: 'subnet-pool',
    arguments: ofPlatform,
    request: 'GET network /subnetpools?name=zone&project_id=p subnetpools',
    found: {},
    importId: 'x',
  },
  {
    kind: 'address-scope',
    arguments: ofPlatform,
    request: 'GET network /address-scopes?name=zone&project_id=p address_scopes',
    found: {},
    importId: 'x',
  },
]

const created = resourceTypes.flatMap(entry =>
  entry.type === undefined || entry.collection === undefined ? [] : [entry],
)

function typeOf(kind: string): CreatedType {
  return created.find(entry => entry.kind === kind) ?? expect.fail(`no ${kind} is created`)
}

/** What a cloud answers with that holds these, and what it was asked. */
async function search(kind: string, args: Case['arguments'], entries: readonly unknown[]) {
  const { service, path } = typeOf(kind).collection
  const place = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(args[name] ?? ''))
  const cloud = recordingCloud({ [`${service} ${place}`]: entries })
  const found = await findObject(cloud, typeOf(kind), async name => args[name])
  return { found, requests: cloud.requests }
}

describe('what a broken-off run created', () => {
  it('has a case here for every type that can be created', () => {
    expect(cases.map(({ kind }) => kind).toSorted()).toEqual(created.map(({ kind }) => kind).toSorted())
  })

  it.each(cases)('is found by one request: $kind', async ({ kind, arguments: args, request, ...it }) => {
    const object = { id: 'x', ...it.found }
    const { found, requests } = await search(kind, args, [...(it.others ?? []), object])
    expect(requests).toEqual([request])
    expect(found).toEqual({ importId: it.importId, values: object })
  })

  it.each(cases)('is not taken for another, nor made up: $kind', async ({ kind, arguments: args, ...it }) => {
    expect((await search(kind, args, it.others ?? [])).found).toBeUndefined()
  })

  it.each(cases.flatMap(each => needed(each.kind).map(name => ({ ...each, name }))))(
    'is not looked for while its $name is not known: $kind',
    async ({ kind, name, arguments: args, ...it }) => {
      const { [name]: _, ...others } = args
      expect(await search(kind, others, [{ id: 'x', ...it.found }])).toEqual({
        found: undefined,
        requests: [],
      })
    },
  )

  it.each([
    ['of every port', { port_range_min: null, port_range_max: null }, true],
    ['that leaves its ports out', {}, true],
    ['of one port', { port_range_min: 8, port_range_max: 0 }, false],
  ])('is, for a rule without ports, one %s', async (_, ports, isFound) => {
    const { port_range_min, port_range_max, ...icmp } = { ...rule, protocol: 'icmp' }
    const { found } = await search('security-group-rule', icmp, [{ ...icmp, ...ports, id: 'x' }])
    expect(found?.importId).toBe(isFound ? 'x' : undefined)
  })

  it.each([
    ['of that kind', { port_range_min: 8, port_range_max: null }, true],
    ['of every kind', { port_range_min: null, port_range_max: null }, false],
    ['of another kind', { port_range_min: 3, port_range_max: null }, false],
    ['of one code of that kind', { port_range_min: 8, port_range_max: 1 }, false],
  ])('is, for a rule of a kind of ICMP message, one %s', async (_, kind, isFound) => {
    const wanted = { ...rule, protocol: 'icmp', port_range_min: '8', port_range_max: '0' }
    const { found } = await search('security-group-rule', wanted, [{ ...wanted, ...kind, id: 'x' }])
    expect(found?.importId).toBe(isFound ? 'x' : undefined)
  })

  it('is nothing without an id to import it by', async () => {
    expect((await search('network', ofProject, [{ name: 'shebao' }])).found).toBeUndefined()
  })
})

/** The arguments without which nobody can ask, or import. */
function needed(kind: string): readonly string[] {
  const { collection, identity } = typeOf(kind)
  const templates = [collection.path, ...Object.values(identity.query ?? {}), identity.importId]
  return [...new Set(templates.flatMap(placesIn))].filter(name => name !== 'id')
}
