import { describe, expect, it } from 'vitest'
import { desiredState } from '../../lib/desired-state/index.ts'
import { modelOfStacks } from '../../lib/isolation/from-stack.ts'
import { synthesiseStack } from '../../stacks/synthesise-stack.ts'
import { modelOf } from '../desired-state/model.ts'
import { tieredSystem } from '../desired-state/tiers.ts'
import { givenIn, proofOf, told } from '../isolation/proof.ts'
import { jobsIn } from './plan.ts'

const jobs = jobsIn(desiredState(modelOf({ systems: [tieredSystem()] })))
const name = 'system_internet_xs_rsj_shebao'

type Blocks = Record<string, Record<string, Record<string, Record<string, unknown>>>>

const stacks = jobs.map(job => {
  const { bytes, findings } = synthesiseStack(job)
  const configuration: Blocks = JSON.parse(new TextDecoder().decode(bytes))
  return { name: job.name, configuration, findings }
})
const resources = stacks.find(stack => stack.name === name)?.configuration.resource ?? {}
const of = (type: string) => resources[`openstack_networking_${type}`] ?? {}
const groupOf = (id: string) => `\${openstack_networking_secgroup_v2.${id}.id}`

/** The proof of the stacks with one more rule in a group. */
function proofWith(group: string, rule: Readonly<Record<string, unknown>>) {
  const [some] = Object.values(of('secgroup_rule_v2'))
  const planted = { ...some, ...rule, security_group_id: groupOf(group) }
  const changed = structuredClone(stacks)
  const rules = changed.find(stack => stack.name === name)?.configuration.resource
  if (rules?.openstack_networking_secgroup_rule_v2 !== undefined)
    rules.openstack_networking_secgroup_rule_v2.planted = planted
  return proofOf(modelOfStacks(changed), givenIn(jobs))
}

describe('the stack of a system of tiers', () => {
  it('is one that the policy for stacks lets pass', () => {
    expect(stacks.flatMap(({ findings }) => findings)).toEqual([])
  })

  it('has a network, its subnets and a group for each tier, and one router for all', () => {
    expect(Object.values(of('network_v2')).map(network => network.name)).toEqual([
      'shebao_app',
      'shebao_db',
      'shebao_web',
    ])
    expect(
      Object.entries(of('subnet_v2')).map(([id, { name: called, network_id: network }]) => [
        id,
        called,
        network,
      ]),
    ).toEqual([
      ['subnet_app_ipv4', 'shebao_app_ipv4', '${openstack_networking_network_v2.network_app.id}'],
      ['subnet_db_ipv4', 'shebao_db_ipv4', '${openstack_networking_network_v2.network_db.id}'],
      ['subnet_web_ipv4', 'shebao_web_ipv4', '${openstack_networking_network_v2.network_web.id}'],
      ['subnet_web_ipv6', 'shebao_web_ipv6', '${openstack_networking_subnet_v2.subnet_web_ipv4.network_id}'],
    ])
    expect(Object.values(of('secgroup_v2')).map(group => group.name)).toEqual([
      'shebao_app',
      'shebao_db',
      'shebao_web',
    ])
    expect(Object.keys(of('router_v2'))).toEqual(['router'])
    expect(Object.keys(of('router_interface_v2'))).toEqual(Object.keys(of('subnet_v2')))
  })

  it('makes one network after the other, and one group after the other, for a quota that holds just these', () => {
    const owners = (type: string) => Object.values(of(type)).map(part => part.tenant_id)
    expect(owners('network_v2')).toEqual([
      '${openstack_networking_quota_v2.network.project_id}',
      '${openstack_networking_subnet_v2.subnet_app_ipv4.tenant_id}',
      '${openstack_networking_subnet_v2.subnet_db_ipv4.tenant_id}',
    ])
    expect(owners('secgroup_v2')).toEqual([
      '${openstack_networking_quota_v2.network.project_id}',
      '${openstack_networking_secgroup_v2.firewall_app.tenant_id}',
      '${openstack_networking_secgroup_v2.firewall_db.tenant_id}',
    ])
  })

  it('has each rule in the group of its tier', () => {
    const placed = Object.entries(of('secgroup_rule_v2')).filter(([id]) => /443|8080|3306/.test(id))
    expect(placed.map(([id, rule]) => [id, rule.security_group_id])).toEqual([
      ['tier_app_egress_tcp_3306-3306_ipv4_10-64-0-128_26', groupOf('firewall_app')],
      ['tier_app_ingress_tcp_8080-8080_ipv4_10-64-0-0_26', groupOf('firewall_app')],
      ['tier_db_ingress_tcp_3306-3306_ipv4_10-64-0-64_26', groupOf('firewall_db')],
      ['tier_web_egress_tcp_8080-8080_ipv4_10-64-0-64_26', groupOf('firewall_web')],
      ['tier_web_ingress_tcp_443-443_ipv4_0-0-0-0_0', groupOf('firewall_web')],
      ['tier_web_ingress_tcp_443-443_ipv6_--_0', groupOf('firewall_web')],
    ])
  })
})

describe('the proof of a system of tiers', () => {
  const open = { direction: 'ingress', ethertype: 'IPv4', protocol: 'tcp', remote_ip_prefix: '0.0.0.0/0' }
  const https = { ...open, port_range_min: 443, port_range_max: 443 }

  it('finds nothing where each tier opens what it was granted', () => {
    const found = told(proofOf(modelOfStacks(stacks), givenIn(jobs)).findings)
    expect(found.filter(text => text.includes(name))).toEqual([])
  })

  it.each(['firewall_db', 'firewall_app'])(
    'finds what one tier was granted in the group of another: %s',
    group => {
      expect(told(proofWith(group, https).findings)).toContain(
        `TY5212 ${name} openstack_networking_secgroup_rule_v2.planted`,
      )
    },
  )

  it('lets the group of a tier pass what it was granted', () => {
    expect(told(proofWith('firewall_web', https).findings).filter(text => text.startsWith('TY5212'))).toEqual(
      [],
    )
  })

  it('says of each tier which others it reaches, with a packet and the rules that pass it, or what is in the way', () => {
    const { tiers } = proofOf(modelOfStacks(stacks), givenIn(jobs))
    const told = tiers.map(({ from, to, ...verdict }) => [
      `${from.tier} → ${to.tier}`,
      verdict.reaches
        ? verdict.rules.map(({ origin }) => ('address' in origin ? origin.address.split('.')[1] : ''))
        : verdict.barrier,
    ])
    expect(Object.fromEntries(told)).toEqual({
      'web → app': [
        'tier_web_egress_tcp_8080-8080_ipv4_10-64-0-64_26',
        'tier_app_ingress_tcp_8080-8080_ipv4_10-64-0-0_26',
      ],
      'app → db': [
        'tier_app_egress_tcp_3306-3306_ipv4_10-64-0-128_26',
        'tier_db_ingress_tcp_3306-3306_ipv4_10-64-0-64_26',
      ],
      'web → db': 'egress',
      'db → web': 'egress',
      'db → app': 'egress',
      'app → web': 'egress',
    })
    const [witness] = tiers.flatMap(verdict =>
      verdict.reaches && verdict.from.tier === 'web' ? [verdict.packet] : [],
    )
    expect(witness).toMatchObject({ version: 4, protocol: 6n, port: 8080n })
  })

  it('says that the other side is in the way where one sends alone, and nothing where both let it pass', () => {
    const toDb = {
      direction: 'egress',
      ethertype: 'IPv4',
      protocol: 'tcp',
      remote_ip_prefix: '10.64.0.128/26',
      port_range_min: 3306,
      port_range_max: 3306,
    }
    const verdict = proofWith('firewall_web', toDb).tiers.find(
      ({ from, to }) => from.tier === 'web' && to.tier === 'db',
    )
    expect(verdict).toMatchObject({ reaches: false, barrier: 'ingress' })
  })
})
