import { App } from 'cdktf'
import { describe, expect, it } from 'vitest'
import { valueAt } from '../../lib/deliver/json.ts'
import {
  canonicalJson,
  type DesiredRule,
  type DesiredState,
  type DesiredZone,
} from '../../lib/desired-state/index.ts'
import { assemble } from '../../stacks/assemble.ts'
import { emptyStackText } from '../../stacks/empty-stack.ts'
import { type StackJob, stackOf } from '../../stacks/job.ts'
import { backendSettings } from '../../stacks/state-backend.ts'
import { synthesiseStack } from '../../stacks/synthesise-stack.ts'
import { zone } from '../desired-state/model.ts'
import { examplePlan, jobNamed, jobsIn } from './plan.ts'

function configurationOf(name: string, plan?: DesiredState) {
  return JSON.parse(new TextDecoder().decode(synthesiseStack(jobNamed(name, plan)).bytes))
}

/** The rules that a system's stack has where one is all that it opens, by their addresses. */
function writtenRules(rule: DesiredRule) {
  const { zones, asOf } = examplePlan()
  const alone = zones.map(zone => ({
    ...zone,
    systems: zone.systems.map(system => ({ ...system, rules: [rule] })),
  }))
  return configurationOf('system_internet_xs_rsj_shebao', { asOf, zones: alone }).resource
    .openstack_networking_secgroup_rule_v2
}

function textOf(job: StackJob): string {
  return new TextDecoder().decode(synthesiseStack(job).bytes)
}

const internet = 'system_internet_xs_rsj_shebao'
const extranet = 'system_extranet_xs_rsj_shebao'

/** What the library itself makes of a stack, without its comments. */
function ofTheLibrary(job: StackJob): unknown {
  const withoutComments = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(withoutComments)
    if (typeof value !== 'object' || value === null) return value
    const kept = Object.entries(value).filter(([key]) => key !== '//')
    return Object.fromEntries(kept.map(([key, member]) => [key, withoutComments(member)]))
  }
  return withoutComments(stackOf(new App(), job).toTerraform())
}

describe('every stack', () => {
  const jobs = jobsIn(examplePlan())

  it('is of the zone’s platform, of a unit with a system there, or of a system', () => {
    expect(jobs.map(job => job.name)).toEqual([
      'platform_extranet',
      'unit_extranet_xs_gaj',
      'unit_extranet_xs_rsj',
      'system_extranet_xs_gaj_bare',
      'system_extranet_xs_gaj_hukou',
      'system_extranet_xs_rsj_shebao',
      'platform_internet',
      'unit_internet_xs_rsj',
      'system_internet_xs_rsj_shebao',
    ])
  })

  it('waits for the platform and its unit alone', () => {
    const depth = new Map(jobs.map(job => [job.name, job.after]))
    for (const job of jobs) {
      expect(
        job.after.every(name => depth.get(name)?.length === 0),
        job.name,
      ).toBe(true)
      expect(
        job.after.every(name => jobNamed(name).zone.id === job.zone.id),
        job.name,
      ).toBe(true)
    }
    expect(depth.get(internet)).toEqual(['platform_internet', 'unit_internet_xs_rsj'])
  })

  it.each(jobs)('$name says what the library itself would have said', job => {
    const { '//': _, ...own } = JSON.parse(textOf(job))
    expect(own).toEqual(JSON.parse(canonicalJson(ofTheLibrary(job))))
  })

  it.each(jobs)('$name stands the proof', job => {
    expect(synthesiseStack(job).findings).toEqual([])
  })

  it.each(jobs)('$name is the same byte for byte, and ends in a line feed', job => {
    expect(textOf(job)).toBe(textOf(structuredClone(job)))
    expect(textOf(job)).toMatch(/[^\n]\n$/)
  })

  it.each(jobs)('$name has one provider, for its zone, at the exact version of the package', job => {
    const { provider, terraform } = configurationOf(job.name)
    expect(provider).toEqual({ openstack: [{ cloud: job.zone.cloud, region: job.zone.region }] })
    expect(terraform.required_providers).toEqual({
      openstack: { source: 'terraform-provider-openstack/openstack', version: '3.4.0' },
    })
  })

  it('knows nothing of another zone', () => {
    for (const job of jobs) {
      const other = job.zone.id === 'internet' ? 'extranet' : 'internet'
      expect(textOf(job), job.name).not.toContain(other)
    }
  })

  it('tells how many parts it was built from', () => {
    const { parts, configuration } = assemble(stackOf(new App(), jobNamed(internet)))
    const count = (block: unknown) =>
      Object.values(Object(block)).reduce<number>(
        (sum, byName) => sum + Object.keys(Object(byName)).length,
        0,
      )
    expect(count(configuration.resource) + count(configuration.data)).toBe(parts)
  })
})

describe('the platform stack', () => {
  const { resource } = configurationOf('platform_internet')

  it('never makes the egress network external, but open to one project at a time', () => {
    expect(resource.openstack_networking_network_v2.egress).not.toHaveProperty('external')
    expect(resource.openstack_networking_rbac_policy_v2['egress-access']).toMatchObject({
      action: 'access_as_external',
      target_tenant: '${openstack_identity_project_v3.project.id}',
    })
  })

  it('puts every pool into the one address scope of its family, the egress network’s too', () => {
    const pools = Object.values(resource.openstack_networking_subnetpool_v2)
    expect(pools.map(pool => [valueAt(pool, 'name'), valueAt(pool, 'address_scope_id')]).sort()).toEqual([
      ['egress_ipv4_pool', '${openstack_networking_addressscope_v2.scope_ipv4.id}'],
      ['v4', '${openstack_networking_addressscope_v2.scope_ipv4.id}'],
      ['v6', '${openstack_networking_addressscope_v2.scope_ipv6.id}'],
    ])
  })

  it('gives flavors of a dedicated pool the trait of its hosts, and the hosts the same', () => {
    const trait = { 'trait:CUSTOM_POOL_EXCLUSIVE': 'required' }
    expect(resource.openstack_compute_flavor_v2.ecs_small_exclusive_1).toMatchObject({
      flavor_id: 'ecs.small_exclusive',
      is_public: false,
      extra_specs: trait,
    })
    expect(resource.openstack_compute_flavor_v2.ecs_small_shared_1).not.toHaveProperty('extra_specs')
    expect(resource.openstack_compute_aggregate_v2['pool-exclusive']).toMatchObject({
      hosts: ['a', 'b'],
      metadata: trait,
    })
  })

  it('says from where the cloud may give addresses of the way out', () => {
    expect(resource.openstack_networking_subnet_v2.egress_ipv4).toMatchObject({
      allocation_pool: [{ start: '203.0.113.3', end: '203.0.113.254' }],
    })
    expect(resource.openstack_networking_subnet_v2.egress_ipv4).not.toHaveProperty('gateway_ip')
    const { egress } = zone({ class: 'internet' })
    const stated = configurationOf(
      'platform_internet',
      examplePlan({ egress: { ...egress, gateway: '203.0.113.254' } }),
    )
    expect(stated.resource.openstack_networking_subnet_v2.egress_ipv4).toMatchObject({
      gateway_ip: '203.0.113.254',
      allocation_pool: [
        { start: '203.0.113.1', end: '203.0.113.1' },
        { start: '203.0.113.3', end: '203.0.113.253' },
      ],
    })
  })

  it('writes the ids of volume types down where other stacks find them', () => {
    expect(resource.openstack_compute_aggregate_v2.register).toEqual({
      name: 'register',
      metadata: {
        sata: '${openstack_blockstorage_volume_type_v3.sata.id}',
        ssd: '${openstack_blockstorage_volume_type_v3.ssd.id}',
      },
    })
    expect(Object.keys(resource.openstack_blockstorage_qos_association_v3)).toEqual(['ssd'])
  })
})

describe('the unit stack', () => {
  it('makes the domain and its groups, which may read it', () => {
    const { resource } = configurationOf('unit_internet_xs_rsj')
    expect(resource.openstack_identity_project_v3.domain).toMatchObject({ name: 'xs_rsj', is_domain: true })
    expect(Object.keys(resource.openstack_identity_group_v3)).toEqual(['auditors', 'operators'])
    expect(resource.openstack_identity_role_assignment_v3.auditors.role_id).toBe(
      '${data.openstack_identity_role_v3.reader.id}',
    )
  })
})

describe('the system stack', () => {
  const { resource, data } = configurationOf(internet)
  const extranetResource = configurationOf(extranet).resource

  it('lets operators work and auditors read, and nobody else in', () => {
    const assignments = resource.openstack_identity_role_assignment_v3
    expect(Object.keys(assignments)).toEqual(['auditors', 'operators'])
    expect(assignments.operators.role_id).toBe('${data.openstack_identity_role_v3.member.id}')
    expect(assignments.auditors.role_id).toBe('${data.openstack_identity_role_v3.reader.id}')
  })

  it('makes what it makes in the project only when the quota is in force', () => {
    const owner = '${openstack_networking_quota_v2.network.project_id}'
    for (const type of ['network', 'subnet', 'router', 'secgroup', 'secgroup_rule'])
      for (const made of Object.values(resource[`openstack_networking_${type}_v2`]))
        expect(valueAt(made, 'tenant_id'), type).toBe(owner)
  })

  it('has the subnets that were allocated to it, from the zone’s pools', () => {
    const subnets = resource.openstack_networking_subnet_v2
    expect(subnets.subnet_ipv4).toMatchObject({ cidr: '10.64.0.0/26', dns_nameservers: ['203.0.113.2'] })
    expect(subnets.subnet_ipv6).toMatchObject({ cidr: 'fd6a:64:0:1::/64', ipv6_ra_mode: 'slaac' })
    expect(subnets.subnet_ipv6).not.toHaveProperty('dns_nameservers')
    expect(data.openstack_networking_subnetpool_v2.v4.project_id).toBe(
      '${data.openstack_identity_project_v3.platform.id}',
    )
  })

  it('gives a router its gateway by way of the right to the network and of the bandwidth', () => {
    expect(resource.openstack_networking_router_v2.router).toMatchObject({
      external_network_id: '${openstack_networking_rbac_policy_v2.egress.object_id}',
      external_qos_policy_id:
        '${openstack_networking_qos_bandwidth_limit_rule_v2.bandwidth-egress.qos_policy_id}',
      lifecycle: { replace_triggered_by: ['terraform_data.attachment'] },
    })
    const limits = Object.values(resource.openstack_networking_qos_bandwidth_limit_rule_v2)
    expect(limits.map(limit => [valueAt(limit, 'direction'), valueAt(limit, 'max_kbps')])).toEqual([
      ['egress', 10_000],
      ['ingress', 10_000],
    ])
  })

  it('gives no gateway and no right to the network without a granted address', () => {
    const hukou = configurationOf('system_extranet_xs_gaj_hukou').resource
    expect(hukou.openstack_networking_router_v2.router).not.toHaveProperty('external_network_id')
    expect(hukou).not.toHaveProperty('openstack_networking_rbac_policy_v2')
    expect(hukou.terraform_data.attachment.input).not.toEqual(resource.terraform_data.attachment.input)
  })

  it('opens its firewall by explicit rules alone', () => {
    expect(resource.openstack_networking_secgroup_v2.firewall.delete_default_rules).toBe(true)
    expect(Object.keys(extranetResource.openstack_networking_secgroup_rule_v2)).toEqual([
      'egress_tcp_53-53_ipv4_198-51-100-2_32',
      'egress_tcp_80-80_ipv4_169-254-169-254_32',
      'egress_udp_53-53_ipv4_198-51-100-2_32',
      'ingress_tcp_8000-8010_ipv4_10-96-1-0_26',
    ])
    expect(
      resource.openstack_networking_secgroup_rule_v2['ingress_icmp_all_ipv6_fd6a-64-0-1--_64'],
    ).toMatchObject({ protocol: 'ipv6-icmp', ethertype: 'IPv6' })
  })

  it.each([
    ['icmp', 4, 8, { protocol: 'icmp', port_range_min: 8, port_range_max: 0 }],
    ['icmp', 6, 128, { protocol: 'ipv6-icmp', port_range_min: 128, port_range_max: 0 }],
    ['vrrp', 4, undefined, { protocol: 'vrrp' }],
    ['esp', 6, undefined, { protocol: 'esp' }],
  ] as const)(
    'writes a rule of %s over IPv%i as the cloud stores it',
    (protocol, ipVersion, icmpType, stored) => {
      const rule: DesiredRule = {
        direction: 'ingress',
        ipVersion,
        protocol,
        remote: ipVersion === 4 ? '10.0.0.0/8' : 'fd00::/8',
        ...(icmpType === undefined ? {} : { icmpType }),
      }
      const [written] = Object.values(writtenRules(rule))
      expect(written).toEqual({
        ...{ direction: 'ingress', ethertype: `IPv${ipVersion}`, remote_ip_prefix: rule.remote },
        ...{ security_group_id: expect.any(String), tenant_id: expect.any(String) },
        ...stored,
      })
    },
  )

  it('gives access to the granted flavors and volume types', () => {
    expect(resource.openstack_compute_flavor_access_v2).toEqual({
      ecs_small_shared_1: {
        flavor_id: 'ecs.small_shared',
        tenant_id: '${openstack_identity_project_v3.project.id}',
      },
    })
    expect(resource.openstack_blockstorage_volume_type_access_v3.ssd.volume_type_id).toBe(
      '${data.openstack_compute_aggregate_v2.register.metadata["ssd"]}',
    )
  })

  it('says the quota of every volume type, also of Cinder’s own', () => {
    const hukou = configurationOf('system_extranet_xs_gaj_hukou').resource
    const quota = hukou.openstack_blockstorage_quotaset_v3['block-storage'].volume_type_quota
    expect(quota).toMatchObject({ gigabytes_ssd: '0', gigabytes_sata: '0', gigabytes___DEFAULT__: '0' })
    expect(resource.openstack_blockstorage_quotaset_v3['block-storage'].volume_type_quota.gigabytes_ssd).toBe(
      '100',
    )
  })

  it('has no network without an allocated one, but its project and quotas', () => {
    const bare = configurationOf('system_extranet_xs_gaj_bare').resource
    expect(bare).not.toHaveProperty('openstack_networking_network_v2')
    expect(bare.openstack_networking_quota_v2.network).toMatchObject({ network: 0, subnet: 0, router: 0 })
  })

  it('has the quotas of services that the zone has', () => {
    const apis = ['compute', 'block-storage', 'network', 'load-balancer', 'dns', 'object-storage'] as const
    const full = configurationOf(internet, examplePlan({ apis: [...apis] })).resource
    expect(full.openstack_lb_quota_v2['load-balancer']).toMatchObject({ loadbalancer: 1, listener: 10 })
    expect(full.openstack_dns_quota_v2.dns).toMatchObject({ zones: 2, api_export_size: 1000 })
    expect(full.openstack_objectstorage_account_v1['object-storage'].metadata).toEqual({ 'Quota-Bytes': '0' })
    expect(resource).not.toHaveProperty('openstack_lb_quota_v2')
  })
})

describe('the state of a stack', () => {
  const backendOf = (backend: StackJob['zone']['backend']) =>
    configurationOf(internet, examplePlan({ backend })).terraform.backend

  it('lies in a file of its own, beside the output and relative to it', () => {
    expect(backendOf({ type: 'local' })).toEqual({ local: { path: `../../state/${internet}.tfstate` } })
  })

  it('lies in a schema, an object or an address of its own', () => {
    expect(backendOf({ type: 'pg', schema: 'cloud' })).toEqual({ pg: { schema_name: `cloud_${internet}` } })
    expect(
      backendOf({ type: 's3', bucket: 'states', endpoint: 'https://s3.example', region: 'r' }).s3,
    ).toMatchObject({ bucket: 'states', key: `${internet}.tfstate`, use_lockfile: true })
    expect(backendOf({ type: 'http', address: 'https://forge.example/state/' }).http).toMatchObject({
      address: `https://forge.example/state/${internet}`,
      lock_address: `https://forge.example/state/${internet}/lock`,
    })
  })

  it('is apart from every other in PostgreSQL, which cuts long names off, and wherever it is kept', () => {
    const { zone } = jobNamed(internet)
    const long = `system_internet_xs_rsj_${'shebao-'.repeat(6)}a`
    const settings = (type: DesiredZone['backend']['type'], name: string) =>
      JSON.stringify(backendSettings({ ...zone, backend: { type } }, name))
    const schema = valueAt(JSON.parse(settings('pg', long)), 'schema_name')
    expect(schema).toMatch(/^tenantry__[0-9a-f]{40}$/)
    for (const type of ['local', 'pg', 's3', 'http'] as const)
      expect(settings(type, long), type).not.toBe(settings(type, `${long.slice(0, -1)}b`))
  })

  it('is where a stack is looked for of which only its name is left', () => {
    for (const type of ['local', 'pg', 's3', 'http'] as const) {
      const plan = examplePlan({ backend: { type, address: 'https://forge.example/state' } })
      const { terraform, provider } = configurationOf(internet, plan)
      const empty = emptyStackText(jobNamed(internet, plan).zone, internet)
      expect(JSON.parse(empty), type).toEqual({ terraform, provider })
      expect(empty).toBe(`${canonicalJson({ terraform, provider }, 2)}\n`)
    }
  })

  it('holds no secret', () => {
    for (const type of ['local', 'pg', 's3', 'http'] as const)
      expect(JSON.stringify(backendOf({ type })), type).not.toMatch(/pass|secret|token|conn_str/i)
  })
})
