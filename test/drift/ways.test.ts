import { describe, expect, it } from 'vitest'
import { driftIn } from '../../lib/drift/compare.ts'
import { driftClasses } from '../../lib/drift/kinds/index.ts'
import { wayBack } from '../../lib/drift/ways/back.ts'
import { looked, type Otherwise, planSaying, recordedAs } from './looked.ts'

const stack = 'system_internet_xs_rsj_shebao'
const project = 'project domain xs_rsj shebao'
const change = (type: string, attribute: string) => ({
  address: `${type}.own`,
  recorded: { id: 'r', [attribute]: 1 },
  found: { id: 'r', [attribute]: 2 },
  wanted: { id: 'r', [attribute]: 1 },
})
const changed = (type: string, attribute: string, of = stack): Otherwise => ({
  plans: { [of]: planSaying(change(type, attribute)) },
})
const gone = (address: string): Otherwise => ({
  plans: { [stack]: planSaying({ address, recorded: { id: 'r' }, found: null, wanted: { id: 'r' } }) },
})
const ruleByHand: Otherwise = {
  edit: answers => {
    answers.groups = [
      ...(answers.groups ?? []),
      {
        id: 'g',
        name: 'other',
        project_id: project,
        security_group_rules: [
          {
            id: 'rule',
            direction: 'ingress',
            ethertype: 'IPv4',
            protocol: null,
            remote_ip_prefix: '0.0.0.0/0',
          },
        ],
      },
    ]
  },
}
const withoutPolicy: Otherwise = {
  edit: answers => {
    for (const router of answers.routers ?? [])
      if (router.project_id === project)
        router.external_gateway_info = { network_id: 'network project domain platform platform egress' }
  },
}

const back = `tenantry apply ${stack} --all`

/** Each class, what is otherwise, and what takes the cloud back. */
const table: readonly (readonly [
  of: string,
  otherwise: Otherwise,
  way: string,
  commands: readonly string[],
])[] = [
  ['quota', changed('openstack_compute_quotaset_v2', 'cores'), 'revert apply', [back]],
  ['qos', changed('openstack_networking_qos_bandwidth_limit_rule_v2', 'max_kbps'), 'revert apply', [back]],
  ['network', changed('openstack_networking_subnet_v2', 'name'), 'revert apply', [back]],
  ['role', changed('openstack_identity_project_v3', 'name'), 'revert apply', [back]],
  ['rbac', changed('openstack_networking_rbac_policy_v2', 'target_tenant'), 'revert apply', [back]],
  [
    'zone',
    changed('openstack_compute_flavor_v2', 'ram', 'platform_internet'),
    'revert apply',
    ['tenantry apply platform_internet --all'],
  ],
  [
    'exposure',
    ruleByHand,
    'revert command',
    ['openstack --os-cloud internet security group rule delete rule'],
  ],
  ['qos', withoutPolicy, 'revert hand', []],
  ['vanished', gone('openstack_networking_secgroup_rule_v2.own'), 'revert apply', [back]],
  ['vanished', gone('openstack_identity_project_v3.own'), 'decide', [back]],
  [
    'unmanaged',
    { unmanaged: [{ stack, kind: 'network', id: 'n', name: 'x' }] },
    'decide',
    [`tenantry state adopt ${stack}`, 'openstack --os-cloud internet network delete n'],
  ],
  [
    'leaked',
    { recorded: [recordedAs('system_internet_xs_rsj_old', 'leaked')] },
    'decide',
    ['tenantry destroy system_internet_xs_rsj_old --confirm system_internet_xs_rsj_old'],
  ],
]

function waysBack(otherwise: Otherwise) {
  const all = looked(otherwise)
  return driftIn(all).map(drift => {
    const found = wayBack(drift, all)
    const way = found.way === 'revert' ? `revert ${found.by}` : found.way
    return [drift.class, way, ...found.commands]
  })
}

describe('the way back', () => {
  it.each(table)('of %s is known: %#', (of, otherwise, way, commands) => {
    expect(waysBack(otherwise)).toEqual([[of, way, ...commands]])
  })

  it('is known of every class', () => {
    expect(new Set(table.map(([of]) => of))).toEqual(new Set(driftClasses))
  })

  it('is an apply without options where the repository has moved', () => {
    const plans = {
      [stack]: planSaying({
        address: 'openstack_networking_router_v2.router',
        recorded: { id: 'r' },
        found: { id: 'r' },
        wanted: { id: 'r', name: 'x' },
      }),
    }
    const [drift] = driftIn(looked(withoutPolicy))
    if (drift === undefined) throw new Error('nothing has drifted')
    const moved = { ...drift, moved: 'repository' as const }
    expect(wayBack(moved, looked({ plans }))).toMatchObject({ commands: [`tenantry apply ${stack}`] })
  })

  it('is an apply for what a state has and a plan would set back, and a hand where it would not', () => {
    const [router] = driftIn(looked(withoutPolicy))
    if (router === undefined || !('cloud' in router.finding)) throw new Error('nothing has drifted')
    const address = 'openstack_networking_router_v2.router'
    const id = router.finding.object?.id ?? ''
    const recorded = [recordedAs(stack, 'wanted', [address, id])]
    const plans = {
      [stack]: planSaying({ address, recorded: { id }, found: { id }, wanted: { id, name: 'x' } }),
    }
    expect(wayBack(router, looked({ recorded, plans }))).toMatchObject({ by: 'apply', commands: [back] })
    expect(wayBack(router, looked({ recorded }))).toMatchObject({ by: 'hand', commands: [] })
    const unread = { [stack]: planSaying({ address, recorded: { id }, found: { id } }) }
    expect(wayBack(router, looked({ recorded, plans: unread }))).toMatchObject({ by: 'hand' })
  })

  it.each(['rule; reboot', '$(reboot)', '--all', ''])('makes no command of an id such as %j', id => {
    const all = looked(ruleByHand)
    const [drift] = driftIn(all)
    if (drift === undefined || !('cloud' in drift.finding)) throw new Error('nothing has drifted')
    const object = { kind: 'security-group-rule', id, name: '' }
    expect(wayBack({ ...drift, finding: { ...drift.finding, object } }, all)).toMatchObject({
      by: 'hand',
      commands: [],
    })
  })
})
