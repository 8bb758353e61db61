import { describe, expect, test } from 'vitest'
import { stackHistoryOf } from '../../lib/plan-gate/index.ts'
import { writtenOn } from '../../stacks/written-on.ts'
import {
  change,
  foundIn,
  history,
  type Judged,
  modelWith,
  platformStack,
  stackNamed,
  unitStack,
} from './plans.ts'

const router = 'openstack_networking_router_v2.router'
const access = 'openstack_networking_rbac_policy_v2.egress'
const network = 'openstack_networking_network_v2.network'
const project = 'openstack_identity_project_v3.project'
const port = 'openstack_networking_router_interface_v2.subnet_ipv4'
const subnet = 'openstack_networking_subnet_v2.subnet_ipv4'
const group = 'openstack_networking_secgroup_v2.firewall'
const domain = 'openstack_identity_project_v3.domain'
const operators = 'openstack_identity_group_v3.operators'
const flavor = 'openstack_compute_flavor_v2.ecs_dated_shared_1'

const opened = history().slice(0, 1)
const anew = (address: string, ...roots: readonly string[]) =>
  change('replace', address, { replacedFor: roots.map(root => [root]) })
/** As `anew`, of what was tied to something with the id `former`. */
const bereft = (former: string, address: string, root: string) =>
  change('replace', address, { replacedFor: [[root]], before: { id: `of ${address}`, [root]: former } })
const quota = 'openstack_networking_quota_v2.network'
const triggered = change('replace', router, { reason: 'replace_by_triggers' })
const ended = (to: string) => [
  {
    event: 'opened',
    on: '2025-01-01',
    grants: {
      internet: {
        services: [
          { item: 'ecs.small', quantity: 2 },
          { item: 'eip.10m', quantity: 1, to },
        ],
      },
    },
  },
]

describe('what is protected and goes without an event', () => {
  test.each<readonly [title: string, judged: Judged, finds: readonly string[]]>([
    ['a project', { model: modelWith(opened), changes: [change('delete', project)] }, [`TY6502 ${project}`]],
    [
      'a right to the egress network that is still granted',
      { model: modelWith(opened), changes: [change('delete', access)] },
      [`TY6502 ${access}`],
    ],
    [
      'a right that a change has given up',
      { model: modelWith(history()), changes: [change('delete', access)] },
      [],
    ],
    [
      'a right that a change gives up tomorrow',
      { model: modelWith(history('2026-11-24')), changes: [change('delete', access)] },
      [`TY6502 ${access}`],
    ],
    [
      'a right that a change gives up today',
      { model: modelWith(history('2026-11-23')), changes: [change('delete', access)] },
      [],
    ],
    [
      'a right whose line has had its last day',
      { model: modelWith(ended('2026-11-22')), changes: [change('delete', access)] },
      [],
    ],
    [
      'a right whose line has its last day today',
      { model: modelWith(ended('2026-11-23')), changes: [change('delete', access)] },
      [`TY6502 ${access}`],
    ],
    [
      'a router that is tied to the uplink that a change gave up, and what is tied to the router',
      { model: modelWith(history()), changes: [triggered, anew(port, 'router_id')] },
      [],
    ],
    [
      'a router, though its uplink stays',
      { model: modelWith(opened), changes: [triggered, anew(port, 'router_id')] },
      [`TY6502 ${router}`, `TY6502 ${port}`],
    ],
    [
      'a router for the sake of its owner, whatever became of the uplink',
      { model: modelWith(history()), changes: [anew(router, 'tenant_id')] },
      [`TY6502 ${router}`],
    ],
    [
      'a network for the sake of what no change speaks of',
      { model: modelWith(history()), changes: [anew(network, 'segments')] },
      [`TY6502 ${network}`],
    ],
    [
      'an interface whose subnet is made anew without a reason',
      { model: modelWith(history()), changes: [anew(port, 'subnet_id'), anew(subnet, 'cidr')] },
      [`TY6502 ${port}`, `TY6502 ${subnet}`],
    ],
    [
      'what was never made in full',
      {
        model: modelWith(opened),
        changes: [change('replace', project, { reason: 'replace_because_tainted' })],
      },
      [],
    ],
    [
      'all of a project that was never made in full',
      {
        model: modelWith(opened),
        changes: [
          change('replace', project, { reason: 'replace_because_tainted' }),
          anew(quota, 'project_id'),
          anew(network, 'tenant_id'),
          anew(subnet, 'network_id', 'tenant_id'),
          change('delete', access),
        ],
      },
      [`TY6502 ${access}`],
    ],
    [
      'what is taken up, for what no cloud tells of it',
      {
        model: modelWith(opened),
        changes: [
          change('replace', group, {
            importId: 'g',
            replacedFor: [['delete_default_rules']],
            before: { delete_default_rules: null, name: 'firewall' },
          }),
        ],
      },
      [],
    ],
    [
      'what is taken up, for what the cloud tells otherwise',
      {
        model: modelWith(opened),
        changes: [
          change('replace', group, {
            importId: 'g',
            replacedFor: [['delete_default_rules'], ['tenant_id']],
            before: { delete_default_rules: null, tenant_id: 'other' },
          }),
        ],
      },
      [`TY6502 ${group}`],
    ],
    [
      'what is taken up and has nothing where the stack says something',
      {
        model: modelWith(opened),
        changes: [
          change('replace', subnet, {
            importId: 's',
            replacedFor: [['subnetpool_id']],
            before: { subnetpool_id: null },
          }),
        ],
      },
      [`TY6502 ${subnet}`],
    ],
    [
      'what is taken up, with no word of why',
      { model: modelWith(opened), changes: [change('replace', group, { importId: 'g' })] },
      [`TY6502 ${group}`],
    ],
    [
      'what an earlier run has taken up, for what no cloud tells of it',
      { model: modelWith(opened), changes: [anew(group, 'delete_default_rules')] },
      [],
    ],
    [
      'what the state tells of, whatever a cloud tells of it',
      {
        model: modelWith(opened),
        changes: [
          change('replace', group, {
            replacedFor: [['delete_default_rules']],
            before: { delete_default_rules: false },
          }),
        ],
      },
      [`TY6502 ${group}`],
    ],
    [
      'what belonged to a project that is gone and is made anew, and what hangs on that',
      {
        model: modelWith(opened),
        changes: [
          change('create', project),
          bereft('gone', quota, 'project_id'),
          anew(network, 'tenant_id'),
          anew(subnet, 'network_id', 'tenant_id'),
        ],
      },
      [],
    ],
    [
      'what belonged to a domain that is gone and is made anew, in a stack without a history',
      {
        model: modelWith(opened),
        stack: unitStack,
        changes: [change('create', domain), bereft('gone', operators, 'domain_id')],
      },
      [],
    ],
    [
      'what was tied to something that still stands, though what it is to be tied to is made',
      {
        model: modelWith(opened),
        changes: [
          change('create', project),
          change('no-op', router, { before: { id: 'stands' } }),
          bereft('stands', quota, 'project_id'),
          anew(network, 'tenant_id'),
        ],
      },
      [`TY6502 ${network}`],
    ],
    [
      'what was tied to nobody knows what, though what it is to be tied to is made',
      {
        model: modelWith(opened),
        changes: [
          change('create', project),
          change('replace', quota, { replacedFor: [['project_id']], before: { project_id: null } }),
          anew(network, 'tenant_id'),
        ],
      },
      [`TY6502 ${network}`],
    ],
    [
      'what is made anew for another reason beside a project that is made',
      {
        model: modelWith(opened),
        changes: [
          change('create', project),
          bereft('gone', quota, 'project_id'),
          bereft('gone', network, 'segments'),
        ],
      },
      [`TY6502 ${network}`],
    ],
    [
      'what is made anew for its owner and something else, though the owner is gone',
      {
        model: modelWith(opened),
        changes: [
          change('create', domain),
          change('replace', operators, {
            replacedFor: [['domain_id'], ['description']],
            before: { domain_id: 'gone', description: 'other' },
          }),
        ],
        stack: unitStack,
      },
      [`TY6502 ${operators}`],
    ],
    [
      'what is made anew for its owner, though that stands',
      { model: modelWith(opened), changes: [anew(network, 'tenant_id')] },
      [`TY6502 ${network}`],
    ],
    [
      'what belonged to what is gone, though what it is to belong to has stood before',
      {
        model: modelWith(opened),
        stack: unitStack,
        changes: [
          change('no-op', domain, { before: { id: 'stands' } }),
          bereft('gone', operators, 'domain_id'),
        ],
      },
      [`TY6502 ${operators}`],
    ],
    [
      'what nobody knows',
      { model: modelWith(history()), changes: [change('delete', 'openstack_lb_loadbalancer_v2.x')] },
      ['TY6502 openstack_lb_loadbalancer_v2.x'],
    ],
    [
      'what takes no event',
      {
        model: modelWith(opened),
        changes: [
          change('delete', 'openstack_networking_secgroup_rule_v2.r'),
          change('replace', 'openstack_networking_qos_policy_v2.bandwidth'),
          change('update', network),
          change('no-op', project),
        ],
      },
      [],
    ],
    [
      'the domain of a unit',
      {
        model: modelWith(history()),
        stack: unitStack,
        changes: [change('delete', domain)],
      },
      [`TY6502 ${domain}`],
    ],
    [
      'a flavor whose version of the catalogue is over',
      {
        model: modelWith(opened, '2026-01-01', ['ecs.dated']),
        stack: platformStack,
        changes: [change('delete', flavor)],
      },
      [],
    ],
    [
      'a flavor on the last day of its version',
      {
        model: modelWith(opened, '2025-12-31', ['ecs.dated']),
        stack: platformStack,
        changes: [change('delete', flavor)],
      },
      [`TY6502 ${flavor}`],
    ],
    [
      'a flavor that the catalogue no longer has at all',
      { model: modelWith(opened), stack: platformStack, changes: [change('delete', flavor)] },
      [`TY6502 ${flavor}`],
    ],
  ])('%s', (_, judged, finds) => {
    expect(foundIn(judged)).toEqual(finds)
  })

  test('an uplink that the history gave up and got back is still asked for', () => {
    const again = [...history(), { event: 'changed', on: '2025-09-01', grants: opened[0]?.grants ?? {} }]
    expect(foundIn({ model: modelWith(again), changes: [change('delete', access)] })).toEqual([
      `TY6502 ${access}`,
    ])
  })

  test('each day is made once, however many resources are asked about', () => {
    const days: string[] = []
    const model = modelWith(history())
    const past = stackHistoryOf(model, stackNamed('system_internet_xs_rsj_shebao'), (all, stack, day) => {
      days.push(day)
      return writtenOn(all, stack, day)
    })
    for (const _ of [1, 2]) past.writtenOn('2025-06-01')
    expect(days).toEqual(['2025-06-01'])
  })
})

describe('an approved change to the platform', () => {
  const gone = [change('delete', flavor)]
  const events = ['platform-change-submitted', 'platform-change-approved', 'platform-change-done'] as const

  test.each([
    ['only asked for', 1, '2026-11-23', [`TY6502 ${flavor}`]],
    ['approved and under way', 2, '2026-11-23', []],
    ['approved tomorrow', 2, '2026-11-02', [`TY6502 ${flavor}`]],
    ['done', 3, '2026-11-23', [`TY6502 ${flavor}`]],
  ] as const)('%s', (_, count, asOf, finds) => {
    const model = modelWith(opened, asOf)
    const platform = {
      ...model.catalogue.platform,
      value: {
        ...model.catalogue.platform.value,
        changes: [
          {
            id: 'c1',
            name: '调整',
            jurisdiction: 'xs',
            major: true,
            interrupts: false,
            history: events.slice(0, count).map((event, index) => ({ event, on: `2026-11-0${index + 2}` })),
          },
        ],
      },
    }
    const changed = { ...model, catalogue: { ...model.catalogue, platform } }
    expect(foundIn({ model: changed, stack: platformStack, changes: gone })).toEqual(finds)
  })
})

describe('how much one run removes', () => {
  const model = modelWith(history())
  const changes = [
    change('delete', access),
    triggered,
    change('delete', 'openstack_networking_qos_policy_v2.bandwidth'),
  ]

  test.each([
    ['as much as it may', { most: 2, taken: 0 }, []],
    ['one more than it may', { most: 1, taken: 0 }, ['TY6503']],
    ['with other stacks as much as it may', { most: 7, taken: 5 }, []],
    ['with other stacks one more', { most: 7, taken: 6 }, ['TY6503']],
    ['none at all', { most: 0, taken: 0 }, ['TY6503']],
  ] as const)('%s', (_, removals, finds) => {
    expect(foundIn({ model, changes, removals })).toEqual(finds)
  })

  test('nothing removed is never too much', () => {
    expect(foundIn({ model, changes: [change('update', network)], removals: { most: 0, taken: 9 } })).toEqual(
      [],
    )
  })
})
