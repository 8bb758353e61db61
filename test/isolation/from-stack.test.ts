import { describe, expect, it } from 'vitest'
import { modelOfStacks } from '../../lib/isolation/from-stack.ts'
import { nameOfOrigin } from '../../lib/isolation/model.ts'
import { Reachability } from '../../lib/isolation/reachability.ts'
import { edited, extranet, platform, soundStacks, system } from '../stack-policy/edits.ts'

function unreadAfter(edits: Readonly<Record<string, unknown>>, stack = system): readonly string[] {
  return modelOfStacks([edited({ stack, edits })]).unread.map(
    ({ origin, attribute }) => `${nameOfOrigin(origin)} ${attribute}`,
  )
}

const network = 'resource/openstack_networking_network_v2/network'
const router = 'resource/openstack_networking_router_v2/router'

describe('the model of stacks', () => {
  it('understands everything that the tool makes', () => {
    const model = modelOfStacks(soundStacks())
    expect(model.unread).toEqual([])
    expect(model.subnets.length).toBeGreaterThan(0)
    expect(model.rules.length).toBeGreaterThan(0)
  })

  it('takes what two stacks find by name for the same network', () => {
    const { routers, networks } = modelOfStacks(soundStacks())
    const gateways = routers.flatMap(({ gateway }) => gateway ?? [])
    expect(gateways.length).toBeGreaterThan(0)
    for (const gateway of gateways) expect(networks.map(({ id }) => id)).toContain(gateway)
  })

  it('leads from no cloud to another', () => {
    const model = modelOfStacks(soundStacks())
    const reachability = new Reachability(model)
    const across = model.projects.flatMap(from =>
      model.projects.filter(to => to.cloud !== from.cloud).map(to => reachability.between(from.id, to.id)),
    )
    expect(across.length).toBeGreaterThan(0)
    for (const verdict of across) expect(verdict).toMatchObject({ reaches: false, barrier: 'way' })
  })

  it.each([
    [
      'a static route of no known router',
      {
        'resource/openstack_networking_router_route_v2/r': {
          router_id: 'f00',
          destination_cidr: '10.0.0.0/8',
          next_hop: '10.0.0.1',
        },
      },
      ['openstack_networking_router_route_v2.r router_id'],
    ],
    [
      'a port of nobody',
      { 'resource/openstack_networking_port_v2/p': { network_id: 'f00' } },
      ['openstack_networking_port_v2.p tenant_id'],
    ],
    [
      'a firewall of another service',
      { 'resource/openstack_fw_rule_v2/r': { action: 'allow' } },
      ['openstack_fw_rule_v2.r type'],
    ],
    [
      'any field of the API',
      { [`${network}/value_specs`]: { shared: 'true' } },
      ['openstack_networking_network_v2.network value_specs'],
    ],
    [
      'a gateway that is no reference to anything',
      { [`${router}/external_network_id`]: '${module.x.id}' },
      ['openstack_networking_router_v2.router external_network_id'],
    ],
    [
      'a second provider',
      { 'provider/openstack/[1]': { cloud: 'extranet', region: 'one' } },
      ['provider.openstack cloud'],
    ],
    [
      'a protocol without a meaning',
      { 'resource/openstack_networking_secgroup_rule_v2/r': ruleWith({ protocol: 'ipip' }) },
      ['openstack_networking_secgroup_rule_v2.r protocol'],
    ],
    [
      'a remote network of another version',
      { 'resource/openstack_networking_secgroup_rule_v2/r': ruleWith({ remote_ip_prefix: '::/0' }) },
      ['openstack_networking_secgroup_rule_v2.r remote_ip_prefix'],
    ],
    [
      'the rule of no known group',
      { 'resource/openstack_networking_secgroup_rule_v2/r': ruleWith({ security_group_id: 'f00' }) },
      ['openstack_networking_secgroup_rule_v2.r security_group_id'],
    ],
    [
      'a rule for another group’s members',
      { 'resource/openstack_networking_secgroup_rule_v2/r': ruleWith({ remote_group_id: 'f00' }) },
      ['openstack_networking_secgroup_rule_v2.r remote_group_id'],
    ],
  ])('does not pretend to understand %s', (_, edits, expected) => {
    expect(unreadAfter(edits)).toEqual(expected)
  })

  it('lets everything out of a group that keeps the rules it was born with', () => {
    const place = 'resource/openstack_networking_secgroup_v2/firewall/delete_default_rules'
    const rulesOf = (edits: Readonly<Record<string, unknown>>) =>
      modelOfStacks([edited({ stack: extranet, edits })]).rules.length
    expect(rulesOf({ [place]: undefined }) - rulesOf({ [`${network}/name`]: 'other' })).toBe(2)
  })

  it.each([
    ['shared', true],
    ['external', true],
  ])('takes a network with %s for open to everybody', (attribute, value) => {
    const model = modelOfStacks([edited({ stack: platform, edits: { [egress(attribute)]: value } })])
    expect(model.networks.map(({ shared }) => shared)).toEqual([true])
  })
})

function egress(attribute: string): string {
  return `resource/openstack_networking_network_v2/egress/${attribute}`
}

function ruleWith(attributes: Readonly<Record<string, unknown>>) {
  return {
    direction: 'ingress',
    ethertype: 'IPv4',
    protocol: 'tcp',
    remote_ip_prefix: '10.0.0.0/8',
    security_group_id: '${openstack_networking_secgroup_v2.firewall.id}',
    ...attributes,
  }
}
