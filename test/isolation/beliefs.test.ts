import { describe, expect, it } from 'vitest'
import { modelOfStacks } from '../../lib/isolation/from-stack.ts'
import type { SynthesisedStack } from '../../lib/stack-policy/index.ts'
import { apis, edited, extranet, platform, soundStacks, system, unit } from '../stack-policy/edits.ts'
import { examplePlan, jobsIn } from '../stacks/plan.ts'
import { believed, everyBelief, givenIn, proofOf, told } from './proof.ts'

const given = givenIn(jobsIn(examplePlan({ apis: [...apis] })))

const sound = soundStacks()

function proof(changed: readonly SynthesisedStack[], beliefs = everyBelief) {
  const byName = new Map([...sound, ...changed].map(stack => [stack.name, stack]))
  return proofOf(modelOfStacks(byName.values()), given, beliefs)
}

const network = 'resource/openstack_networking_network_v2/network'
const own = '${openstack_identity_project_v3.project.id}'
const group = '${openstack_networking_secgroup_v2.firewall.id}'
const router = '${openstack_networking_router_v2.router.id}'

function rule(attributes: Readonly<Record<string, unknown>>) {
  return {
    'resource/openstack_networking_secgroup_rule_v2/new': {
      direction: 'ingress',
      ethertype: 'IPv4',
      security_group_id: group,
      tenant_id: own,
      ...attributes,
    },
  }
}

function policy(attributes: Readonly<Record<string, unknown>>) {
  return {
    'resource/openstack_networking_rbac_policy_v2/new': {
      action: 'access_as_shared',
      object_type: 'network',
      object_id: '${openstack_networking_network_v2.network.id}',
      target_tenant: '*',
      ...attributes,
    },
  }
}

function assignment(attributes: Readonly<Record<string, unknown>>) {
  return {
    'resource/openstack_identity_role_assignment_v3/new': {
      project_id: own,
      group_id: '${data.openstack_identity_group_v3.operators.id}',
      role_id: '${data.openstack_identity_role_v3.member.id}',
      ...attributes,
    },
  }
}

/** Who may send from any address passes for whomever the other zone lets in. */
const spoofed = `TY5211 ${extranet} openstack_networking_secgroup_rule_v2.ingress_tcp_8000-8010_ipv4_10-96-1-0_26`

const cases: readonly (readonly [
  title: string,
  stack: string,
  edits: Readonly<Record<string, unknown>>,
  finds: readonly string[],
])[] = [
  [
    'a network that is shared with everybody',
    system,
    { [`${network}/shared`]: true },
    ['TY5202 openstack_networking_network_v2.network'],
  ],
  [
    'a policy that opens a network to everybody',
    system,
    policy({}),
    ['TY5202 openstack_networking_rbac_policy_v2.new'],
  ],
  [
    'a policy that makes a network everybody’s uplink',
    system,
    policy({ action: 'access_as_external' }),
    ['TY5202 openstack_networking_rbac_policy_v2.new'],
  ],
  ['a policy for its own project', system, policy({ target_tenant: own }), []],
  [
    'an address scope that is open to everybody',
    platform,
    { 'resource/openstack_networking_addressscope_v2/zone_ipv4/shared': true },
    ['TY5202 openstack_networking_addressscope_v2.zone_ipv4'],
  ],
  [
    'a rule that lets in everybody',
    system,
    rule({ remote_ip_prefix: '0.0.0.0/0' }),
    ['TY5212 openstack_networking_secgroup_rule_v2.new'],
  ],
  [
    'a rule beside the port that is granted',
    system,
    rule({ remote_ip_prefix: '0.0.0.0/0', protocol: 'tcp', port_range_min: 443, port_range_max: 444 }),
    ['TY5212 openstack_networking_secgroup_rule_v2.new'],
  ],
  [
    'a rule within what is granted',
    system,
    rule({ remote_ip_prefix: '10.0.0.0/8', protocol: 'tcp', port_range_min: 443, port_range_max: 443 }),
    [],
  ],
  [
    'a group that keeps the rules it was born with',
    extranet,
    { 'resource/openstack_networking_secgroup_v2/firewall/delete_default_rules': undefined },
    [
      `TY5211 ${system} openstack_networking_secgroup_rule_v2.ingress_tcp_443-443_ipv4_0-0-0-0_0`,
      'TY5212 openstack_networking_secgroup_v2.firewall',
    ],
  ],
  [
    'a rule that lets in the other zone, which sends there',
    extranet,
    rule({ remote_ip_prefix: '10.64.0.0/12', direction: 'ingress', protocol: 'tcp' }),
    ['TY5212 openstack_networking_secgroup_rule_v2.new'],
  ],
  [
    'an uplink without its policy',
    system,
    { 'resource/openstack_networking_router_v2/router/external_qos_policy_id': undefined },
    ['TY5213 openstack_networking_router_v2.router'],
  ],
  [
    'an uplink that is limited in one direction alone',
    system,
    { 'resource/openstack_networking_qos_bandwidth_limit_rule_v2/bandwidth-ingress': undefined },
    ['TY5213 openstack_networking_router_v2.router'],
  ],
  [
    'an uplink that is wider than granted',
    system,
    { 'resource/openstack_networking_qos_bandwidth_limit_rule_v2/bandwidth-ingress/max_kbps': 10_001 },
    ['TY5213 openstack_networking_router_v2.router'],
  ],
  [
    'an uplink that is narrower than granted',
    system,
    { 'resource/openstack_networking_qos_bandwidth_limit_rule_v2/bandwidth-ingress/max_kbps': 9999 },
    [],
  ],
  [
    'a network without port security',
    system,
    { [`${network}/port_security_enabled`]: false },
    ['TY5214 openstack_networking_network_v2.network', spoofed],
  ],
  [
    'a port with pairs, without groups and that passes for DHCP’s',
    system,
    {
      'resource/openstack_networking_port_v2/new': {
        tenant_id: own,
        allowed_address_pairs: [{ ip_address: '0.0.0.0/0' }],
        no_security_groups: true,
        device_owner: 'network:dhcp',
      },
    },
    [
      'TY5214 openstack_networking_port_v2.new',
      'TY5214 openstack_networking_port_v2.new',
      'TY5214 openstack_networking_port_v2.new',
      spoofed,
    ],
  ],
  [
    'a port that goes to the card itself',
    system,
    { 'resource/openstack_networking_port_v2/new': { tenant_id: own, binding: [{ vnic_type: 'direct' }] } },
    ['TY5214 openstack_networking_port_v2.new', spoofed],
  ],
  [
    'a port like any other',
    system,
    { 'resource/openstack_networking_port_v2/new': { tenant_id: own, binding: [{ vnic_type: 'normal' }] } },
    [],
  ],
  [
    'a static route',
    system,
    {
      'resource/openstack_networking_router_route_v2/new': {
        router_id: router,
        destination_cidr: '10.0.0.0/8',
        next_hop: '10.64.0.9',
      },
    },
    ['TY5215 openstack_networking_router_route_v2.new'],
  ],
  [
    'a subnet with the addresses of somebody else',
    system,
    {
      'resource/openstack_networking_subnet_v2/new': {
        name: 'new',
        tenant_id: own,
        network_id: '${openstack_networking_network_v2.network.id}',
        cidr: '10.64.9.0/26',
        ip_version: 4,
        subnetpool_id: 'f00',
      },
    },
    ['TY5216 openstack_networking_subnet_v2.new'],
  ],
  [
    'a project that was granted to nobody',
    system,
    { 'resource/openstack_identity_project_v3/new': { name: 'new', domain_id: 'f00' } },
    ['TY5220 openstack_identity_project_v3.new'],
  ],
  [
    'the role of an administrator in a project',
    system,
    {
      'data/openstack_identity_role_v3/admin': { name: 'admin' },
      ...assignment({ role_id: '${data.openstack_identity_role_v3.admin.id}' }),
    },
    ['TY5217 openstack_identity_role_assignment_v3.new'],
  ],
  [
    'a person with a role of their own',
    system,
    assignment({ group_id: undefined, user_id: 'f00' }),
    ['TY5217 openstack_identity_role_assignment_v3.new'],
  ],
  ['a role that was given, once more', system, assignment({}), []],
  [
    'members in the whole domain',
    unit,
    {
      'data/openstack_identity_role_v3/member': { name: 'member' },
      'resource/openstack_identity_role_assignment_v3/new': {
        domain_id: '${openstack_identity_project_v3.domain.id}',
        group_id: '${openstack_identity_group_v3.operators.id}',
        role_id: '${data.openstack_identity_role_v3.member.id}',
      },
    },
    ['TY5217 openstack_identity_role_assignment_v3.new'],
  ],
  [
    'a role that every project of the domain inherits',
    unit,
    {
      'resource/openstack_identity_inherit_role_assignment_v3/new': {
        domain_id: '${openstack_identity_project_v3.domain.id}',
        group_id: '${openstack_identity_group_v3.operators.id}',
        role_id: '${data.openstack_identity_role_v3.reader.id}',
      },
    },
    ['TY5217 openstack_identity_inherit_role_assignment_v3.new'],
  ],
  [
    'credentials without bounds',
    system,
    {
      'resource/openstack_identity_application_credential_v3/free': {
        name: 'free',
        unrestricted: true,
        expires_at: '2027-01-01T00:00:00Z',
      },
      'resource/openstack_identity_application_credential_v3/endless': { name: 'endless' },
      'resource/openstack_identity_ec2_credential_v3/key': { project_id: own },
    },
    [
      'TY5218 openstack_identity_application_credential_v3.endless',
      'TY5218 openstack_identity_application_credential_v3.free',
      'TY5218 openstack_identity_ec2_credential_v3.key',
    ],
  ],
  [
    'the flavor of a dedicated pool for a system in the shared one',
    system,
    {
      'resource/openstack_compute_flavor_access_v2/new': {
        flavor_id: 'ecs.small_exclusive',
        tenant_id: own,
      },
    },
    ['TY5219 openstack_compute_flavor_access_v2.new'],
  ],
]

describe('the beliefs of the catalogue', () => {
  it('hold of what the tool makes, each for some projects', () => {
    const { beliefs, findings } = proof([])
    expect(told(findings)).toEqual([])
    expect(beliefs.filter(({ subjects }) => subjects === 0)).toEqual([])
    expect(beliefs.length).toBe(everyBelief.length)
  })

  it.each(cases)('are held against %s', (_, stack, edits, finds) => {
    const attributes = withoutUndefined(edits)
    expect(told(proof([edited({ stack, edits: attributes })]).findings)).toEqual(
      finds.map(found => (found.split(' ').length > 2 ? found : found.replace(' ', ` ${stack} `))).sort(),
    )
  })

  it('find the ways from zone to zone that both sides open, each receiver once', () => {
    const opened = edited({ stack: extranet, edits: rule({ remote_ip_prefix: '10.64.0.0/12' }) })
    const sends = edited({
      stack: system,
      edits: rule({ remote_ip_prefix: '10.96.0.0/12', direction: 'egress' }),
    })
    expect(told(proof([opened, sends], [believed('zones-apart')]).findings)).toEqual([
      `TY5211 ${extranet} openstack_networking_secgroup_rule_v2.new`,
    ])
    expect(told(proof([opened], [believed('zones-apart')]).findings)).toEqual([])
  })

  it('cite the article of the jurisdiction that believes it, and count its systems alone', () => {
    const shared = edited({ stack: system, edits: { [`${network}/shared`]: true } })
    const { beliefs, findings } = proof(
      [shared],
      [
        believed('networks-unshared'),
        believed('networks-unshared', 'xs', 'XS-22.2'),
        believed('networks-unshared', 'zj', 'ZJ-24'),
      ],
    )
    expect(findings.map(({ code, article }) => [code, article])).toEqual([
      ['TY5202', 'XS-22.2'],
      ['TY5203', 'ZJ-24'],
    ])
    expect(beliefs.map(({ subjects, breaches }) => [subjects, breaches.length])).toEqual([
      [4, 1],
      [4, 1],
      [0, 0],
    ])
  })

  it('say so where there are none', () => {
    expect(proof([], []).findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['TY5204', 'warning'],
    ])
  })
})

/** A value that is left out inside what is put in is one that is not there. */
function withoutUndefined(edits: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(edits).map(([place, value]) => [
      place,
      value === undefined ? undefined : JSON.parse(JSON.stringify(value)),
    ]),
  )
}
