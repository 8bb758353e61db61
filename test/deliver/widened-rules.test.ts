import { describe, expect, it } from 'vitest'
import type { Change } from '../../lib/deliver/resource-changes.ts'
import type { StateResource } from '../../lib/deliver/state.ts'
import { widenedRules, writtenRules } from '../../lib/deliver/widened-rules.ts'

const ruleType = 'openstack_networking_secgroup_rule_v2'
type Attributes = Readonly<Record<string, unknown>>

const web: Attributes = {
  direction: 'ingress',
  ethertype: 'IPv4',
  protocol: 'tcp',
  remote_ip_prefix: '198.18.0.0/16',
  port_range_min: 443,
  port_range_max: 443,
}
const groupType = 'openstack_networking_secgroup_v2'
const group: StateResource = {
  address: `${groupType}.firewall`,
  type: groupType,
  attributes: { id: 'id-of-firewall' },
}
const tierGroup: StateResource = {
  address: `${groupType}.firewall_db`,
  type: groupType,
  attributes: { id: 'id-of-firewall-db' },
}
const inGroup = (name: string) => ({ security_group_id: `\${${groupType}.${name}.id}` })

/** What a stack that has one rule is found to open further, once a plan makes or alters rules. */
function wider(
  written: Readonly<Record<string, Attributes>>,
  {
    standing = { old: web },
    elsewhere = [],
    group: has = true,
    action = 'create',
  }: {
    readonly standing?: Readonly<Record<string, Attributes>>
    readonly elsewhere?: readonly string[]
    readonly group?: boolean
    readonly action?: Change['action']
  } = {},
): readonly string[] {
  const rules = Object.entries(standing).map(([name, attributes]) => ({
    address: `${ruleType}.${name}`,
    type: ruleType,
    attributes: { security_group_id: 'id-of-firewall', ...attributes },
  }))
  const changes = Object.keys(written).map(
    (name): Change => ({
      action,
      address: `${ruleType}.${name}`,
      type: ruleType,
    }),
  )
  const placed = Object.entries(written).map(([name, rule]) => [name, { ...inGroup('firewall'), ...rule }])
  const configuration = { resource: { [ruleType]: Object.fromEntries(placed) } }
  const found = widenedRules(has ? [group, tierGroup, ...rules] : rules, configuration, changes, elsewhere)
  return found.map(({ name, note }) => `${name}: ${note}`)
}

describe('rules that pass more than stands', () => {
  it('are found for what stands in the group of another tier alone', () => {
    const [db, gone] = [inGroup('firewall_db'), inGroup('firewall_gone')]
    expect(wider({ one: { ...web, ...db } })).toHaveLength(1)
    expect(wider({ one: { ...web, ...gone } })).toHaveLength(1)
    expect(
      wider(
        { one: { ...web, ...db } },
        { standing: { old: { ...web, security_group_id: 'id-of-firewall-db' } } },
      ),
    ).toEqual([])
    expect(
      wider({ one: web }, { standing: { old: { ...web, security_group_id: 'id-of-firewall-db' } } }),
    ).toHaveLength(1)
  })

  it.each<readonly [string, Attributes]>([
    ['another port', { ...web, port_range_min: 22, port_range_max: 22 }],
    ['one port more', { ...web, port_range_max: 444 }],
    ['another protocol', { ...web, protocol: 'udp' }],
    ['a wider network', { ...web, remote_ip_prefix: '198.18.0.0/15' }],
    ['everyone', { ...web, remote_ip_prefix: '0.0.0.0/0' }],
    ['the other direction', { ...web, direction: 'egress' }],
    ['the other IP version', { ...web, ethertype: 'IPv6', remote_ip_prefix: '::/0' }],
    ['something that cannot be read', { ...web, protocol: 'quux' }],
    [
      'every port',
      { direction: 'ingress', ethertype: 'IPv4', protocol: 'tcp', remote_ip_prefix: '198.18.0.0/16' },
    ],
  ])('are found for %s', (_what, rule) => {
    expect(wider({ one: rule })).toHaveLength(1)
    expect(wider({ one: rule }, { action: 'replace' })).toHaveLength(1)
  })

  it.each<readonly [string, Attributes]>([
    ['the same under another address', web],
    ['a part of the network', { ...web, remote_ip_prefix: '198.18.7.0/24' }],
  ])('are not found for %s', (_what, rule) => {
    expect(wider({ one: rule })).toEqual([])
  })

  it('are not found where several rules stand for one', () => {
    const halves = {
      a: { ...web, remote_ip_prefix: '198.18.0.0/17', port_range_min: 1, port_range_max: 500 },
      b: { ...web, remote_ip_prefix: '198.18.128.0/17' },
    }
    expect(wider({ one: web }, { standing: halves })).toEqual([])
  })

  it('are named with what they pass', () => {
    expect(wider({ one: { ...web, port_range_min: 20, port_range_max: 22 } })).toEqual([
      'one: ingress tcp 20-22 198.18.0.0/16',
    ])
  })

  it('are not found among what goes, stays, or is no rule', () => {
    const rule = { one: { ...web, port_range_max: 444 } }
    expect(wider(rule, { action: 'delete' })).toEqual([])
    expect(wider(rule, { action: 'no-op' })).toEqual([])
    expect(widenedRules([group], {}, [{ action: 'create', address: 'a.b', type: 'a' }], [])).toEqual([])
  })

  it('are found where the group stands without any, and not before it stands', () => {
    expect(wider({ one: web }, { standing: {} })).toHaveLength(1)
    expect(wider({ one: web }, { standing: {}, group: false })).toEqual([])
  })

  it('are left to others where the whole remote is decided elsewhere', () => {
    const rule = { one: { ...web, remote_ip_prefix: '10.64.1.0/26' } }
    expect(wider(rule, { elsewhere: ['10.64.0.0/12'] })).toEqual([])
    expect(wider(rule, { elsewhere: ['10.64.1.0/27'] })).toHaveLength(1)
  })

  it('are compared with a state that writes nothing as an empty text and zero', () => {
    const open = { direction: 'egress', ethertype: 'IPv4', protocol: 'tcp', remote_ip_prefix: '0.0.0.0/0' }
    const stored = { ...open, port_range_min: 0, port_range_max: 0, remote_group_id: '' }
    expect(
      wider({ one: { ...open, port_range_min: 443, port_range_max: 443 } }, { standing: { old: stored } }),
    ).toEqual([])
    const icmp = { ...open, protocol: 'icmp' }
    const kept = { ...icmp, port_range_min: 0, port_range_max: 0 }
    expect(wider({ old: icmp }, { standing: { old: kept }, action: 'replace' })).toEqual([])
    expect(wider({ one: icmp }, { standing: { old: kept } })).toHaveLength(1)
  })
})

it('the rules of a configuration are the same text whatever else it holds', () => {
  const resource = { [ruleType]: { one: web } }
  expect(writtenRules({ resource, terraform: {} })).toBe(writtenRules({ resource }))
  expect(writtenRules({ resource })).not.toBe(writtenRules({ resource: {} }))
})
