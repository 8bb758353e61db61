import { describe, expect, it } from 'vitest'
import { driftCodes } from '../../lib/drift/codes.ts'
import { driftIn } from '../../lib/drift/compare.ts'
import { driftKinds } from '../../lib/drift/kinds/index.ts'
import { beliefKinds } from '../../lib/isolation/beliefs/index.ts'
import { resourceTypes } from '../../lib/resource-types/index.ts'
import type { Answers, Entry } from '../isolation/api-answers.ts'
import { articled, driftOf, looked, type Otherwise, planSaying, recordedAs, type Said } from './looked.ts'

const stack = 'system_internet_xs_rsj_shebao'
const platform = 'platform_internet'
const domain = 'domain xs_rsj'
const project = `project ${domain} shebao`
const network = `network ${project} shebao`
/** Who may send from any address passes for whomever the other zone lets in. */
const spoofed =
  'zone TY5211 opening security-group-rule system_extranet_xs_rsj_shebao openstack_networking_secgroup_rule_v2 ingress_tcp_8000-8010_ipv4_10-96-1-0_26'
const egress = 'network project domain platform platform egress'

function adds(listing: string, entry: Entry) {
  return (answers: Answers) => {
    answers[listing] = [...(answers[listing] ?? []), { id: 'new', name: '', ...entry }]
  }
}

function sets(listing: string, field: string, value: string, change: Entry) {
  return (answers: Answers) => {
    const found = answers[listing]?.find(entry => entry[field] === value)
    Object.assign(found ?? {}, change)
  }
}

const group = (rule: Entry): Entry => ({
  name: 'other',
  project_id: project,
  security_group_rules: [{ id: 'rule', direction: 'ingress', ethertype: 'IPv4', protocol: null, ...rule }],
})

/** Everything may leave, and members may reach each other. */
function born(rule: Entry): Entry {
  const [out, inward] = ['egress', 'ingress'].map(direction => ({
    direction,
    ethertype: 'IPv4',
    protocol: null,
    ...(direction === 'egress' ? {} : { remote_group_id: 'new', ...rule }),
  }))
  return { name: 'default', project_id: project, security_group_rules: [out, inward] }
}

const quota = 'openstack_compute_quotaset_v2.quota'
const limits = (cores: number) => ({ id: 'q', cores })
const quotaRaised = { address: quota, recorded: limits(4), found: limits(8), wanted: limits(4) }

const changedResources = [
  ['openstack_identity_project_v3.project', 'role TY6602', { enabled: true }, { enabled: false }],
  ['openstack_networking_subnet_v2.subnet', 'network TY6603', { gateway_ip: '10.0.0.1' }, { gateway_ip: '' }],
  ['openstack_networking_secgroup_v2.firewall', 'exposure TY6604', { name: 'a' }, { name: 'b' }],
  [
    'openstack_networking_rbac_policy_v2.egress',
    'rbac TY6605',
    { target_tenant: 'a' },
    { target_tenant: 'b' },
  ],
  ['openstack_networking_qos_bandwidth_limit_rule_v2.out', 'qos TY6606', { max_kbps: 9 }, { max_kbps: 1 }],
  ['openstack_compute_flavor_v2.small', 'zone TY6607', { ram: 1 }, { ram: 2 }],
  [quota, 'quota TY6601', { cores: 4 }, { cores: 8 }],
] as const

const other = 'system_extranet_xs_rsj_shebao'
const standing = recordedAs(other, 'wanted', ['openstack_identity_project_v3.project', 'p'])
const bare = recordedAs(other, 'wanted', ['openstack_networking_network_v2.network', 'n'])

/** What is left of the answers where nothing names this. */
function without(text: string) {
  return (answers: Answers) => {
    for (const [listing, entries] of Object.entries(answers))
      answers[listing] = entries.filter(entry => !JSON.stringify(entry).includes(text))
  }
}

const goneThere = { cloud: 'extranet', edit: without(project) }

const madeOpen = 'exposure TY5212 opening security-group new'

const planted: readonly (readonly [title: string, otherwise: Otherwise, finds: readonly string[]])[] = [
  ['nothing', {}, []],
  [
    'a rule by hand',
    { edit: adds('groups', group({ remote_ip_prefix: '0.0.0.0/0' })) },
    ['exposure TY5212 opening security-group-rule rule'],
  ],
  [
    'the group that Neutron makes in every project, once it was emptied',
    { edit: adds('groups', { ...born({}), security_group_rules: [] }) },
    [],
  ],
  [
    'its rules, which are out and among its members',
    { edit: adds('groups', born({})) },
    [madeOpen, madeOpen],
  ],
  [
    'the same, where rules of the other zone let in what comes from anywhere',
    { cloud: 'extranet', edit: adds('groups', born({})) },
    [
      madeOpen,
      madeOpen,
      'zone TY5211 opening security-group-rule system_internet_xs_rsj_shebao openstack_networking_secgroup_rule_v2 ingress_tcp_443-443_ipv4_0-0-0-0_0',
    ],
  ],
  [
    'a rule by hand in the group that Neutron makes',
    { edit: adds('groups', born({ remote_group_id: null, remote_ip_prefix: '10.64.9.0/26' })) },
    [madeOpen, madeOpen],
  ],
  [
    'a way out by hand',
    { edit: adds('groups', group({ direction: 'egress', remote_ip_prefix: '198.51.100.0/24' })) },
    ['exposure TY5212 opening security-group-rule rule'],
  ],
  [
    'port security taken off',
    { edit: sets('networks', 'id', network, { port_security_enabled: false }) },
    [`exposure TY5214 opening network ${network}`, spoofed],
  ],
  [
    'a share with everybody',
    { edit: sets('networks', 'id', network, { shared: true }) },
    [`rbac TY5202 opening network ${network}`],
  ],
  [
    'an administrator in a project',
    {
      edit: adds('assignments', {
        role: { name: 'admin' },
        user: { id: 'ops', name: 'ops', domain: { id: 'Default', name: 'Default' } },
        scope: { project: { id: project } },
      }),
    },
    ['role TY5217 opening role-assignment ops'],
  ],
  [
    'a key that lets somebody in',
    { edit: adds('ec2Keys', { project_id: project, user_id: 'a' }) },
    ['role TY5218 opening ec2-key new'],
  ],
  [
    'an uplink without its policy',
    { edit: sets('routers', 'project_id', project, { external_gateway_info: { network_id: egress } }) },
    [`qos TY5213 opening router ${stack} openstack_networking_router_v2 router`],
  ],
  [
    'a route to somebody else',
    {
      edit: sets('routers', 'project_id', project, {
        routes: [{ destination: '10.0.0.0/8', nexthop: '10.64.0.9' }],
      }),
    },
    [`network TY5215 opening router ${stack} openstack_networking_router_v2 router`],
  ],
  [
    'a subnet with other addresses',
    {
      edit: adds('subnets', {
        project_id: project,
        network_id: network,
        subnetpool_id: 'p',
        cidr: '10.64.9.0/26',
      }),
    },
    ['network TY5216 drift subnet new'],
  ],
  [
    'a flavor of a dedicated pool',
    { edit: adds('flavorAccess', { flavor_id: 'ecs.small_exclusive', tenant_id: project }) },
    ['rbac TY5219 opening flavor-access ecs.small_exclusive'],
  ],
  [
    'a project in the domain of a unit',
    { edit: adds('projects', { name: 'extra', domain_id: domain }) },
    ['unmanaged TY5220 drift project new'],
  ],
  [
    'something in no state',
    { unmanaged: [{ stack, kind: 'network', id: 'n', name: 'wangluo' }] },
    ['unmanaged TY6608 drift network n'],
  ],
  [
    'a stack that the repository does not speak of',
    { recorded: [recordedAs('system_internet_xs_rsj_old', 'leaked')] },
    ['leaked TY6609 drift system_internet_xs_rsj_old'],
  ],
  ['a stack that has ended', { recorded: [recordedAs(stack, 'ended')] }, []],
  [
    'a resource that is gone',
    { plans: { [stack]: planSaying({ ...quotaRaised, found: null }) } },
    [`vanished TY6610 drift ${stack} ${quota}`],
  ],
  [
    'a project that is gone, of a stack that could not be planned',
    { ...goneThere, recorded: [standing] },
    [`vanished TY6610 drift ${other} openstack_identity_project_v3.project`],
  ],
  [
    'nothing gone of a stack that terraform has looked at',
    { ...goneThere, recorded: [standing], planned: new Set([other]) },
    [],
  ],
  ['nothing gone of a stack without a project', { ...goneThere, recorded: [bare] }, []],
  [
    'nothing gone where no project of the zone is shown',
    { cloud: 'extranet', edit: without('project domain xs'), recorded: [standing] },
    [],
  ],
  ...changedResources.map(
    ([address, finds, recorded, found]) =>
      [
        `a change of ${address.split('.')[0]}`,
        { plans: { [platform]: planSaying({ address, recorded, found, wanted: recorded }) } },
        [`${finds} drift ${platform} ${address}`],
      ] as const,
  ),
]

describe('drift', () => {
  it.each(planted)('finds %s', (_title, otherwise, finds) => {
    expect(driftOf(otherwise)).toEqual(finds)
  })

  it('puts what opens something before everything else, and then goes by class', () => {
    const edit = (answers: Answers) => {
      sets('networks', 'id', network, { shared: true })(answers)
      adds('groups', group({ remote_ip_prefix: '0.0.0.0/0' }))(answers)
      adds('projects', { id: 'extra', name: 'extra', domain_id: domain })(answers)
    }
    expect(driftOf({ edit, plans: { [stack]: planSaying(quotaRaised) } })).toEqual([
      'exposure TY5212 opening security-group-rule rule',
      `rbac TY5202 opening network ${network}`,
      `quota TY6601 drift ${stack} ${quota}`,
      'unmanaged TY5220 drift project extra',
    ])
  })

  it('tells once what is found in two ways', () => {
    expect(
      driftOf({
        edit: adds('groups', group({ remote_ip_prefix: '0.0.0.0/0' })),
        unmanaged: [{ stack, kind: 'security-group-rule', id: 'rule', name: '' }],
      }),
    ).toEqual(['exposure TY5212 opening security-group-rule rule'])
    const address = 'openstack_networking_network_v2.network'
    const recorded = { id: network, port_security_enabled: true }
    const found = { id: network, port_security_enabled: false }
    expect(
      driftOf({
        edit: sets('networks', 'id', network, { port_security_enabled: false }),
        recorded: [recordedAs(stack, 'wanted', [address, network])],
        plans: { [stack]: planSaying({ address, recorded, found, wanted: recorded }) },
      }),
    ).toEqual([`exposure TY5214 opening network ${network}`, spoofed])
  })

  it('tells every way in which one object opens something', () => {
    const edit = sets('networks', 'id', network, { shared: true, port_security_enabled: false })
    expect(driftOf({ edit })).toEqual([
      `exposure TY5214 opening network ${network}`,
      `rbac TY5202 opening network ${network}`,
      spoofed,
    ])
  })

  it('names the stacks that it concerns, and the article that the catalogue gives', () => {
    const edit = sets('networks', 'id', network, { port_security_enabled: false })
    const beliefs = [
      articled('routes-absent', 'ZJ-24'),
      articled('ports-guarded', 'DT-22', 'datong'),
      articled('ports-guarded', 'XS-22.2', 'xs'),
    ]
    const [drift] = driftIn(looked({ edit, beliefs }))
    expect([drift?.stacks, drift?.finding.article]).toEqual([[stack], 'XS-22.2'])
  })
})

describe('what is told of one drift', () => {
  const address = 'openstack_identity_project_v3.project'
  const gone = planSaying({ address: quota, recorded: limits(4), found: null })

  it.each<readonly [title: string, otherwise: Otherwise, moved: string]>([
    ['a leaked stack', { recorded: [recordedAs(stack, 'leaked')] }, 'repository'],
    ['something in no state', { unmanaged: [{ stack, kind: 'network', id: 'n', name: 'a' }] }, 'cloud'],
    ['a resource that is gone', { plans: { [stack]: gone } }, 'cloud'],
    ['a changed resource', { plans: { [stack]: planSaying(quotaRaised) } }, 'cloud'],
  ])('of %s is whose it is, who has moved, and what to do', (_title, otherwise, moved) => {
    const [drift, ...others] = driftIn(looked(otherwise))
    expect(others).toEqual([])
    expect([drift?.stacks, drift?.moved, drift?.opens]).toEqual([[stack], moved, false])
    for (const text of [drift?.finding.message, drift?.finding.fix?.message])
      expect(text).toEqual({ zh: expect.stringMatching(/./), en: expect.stringMatching(/./) })
    expect(JSON.stringify(drift?.finding)).toContain(stack)
  })

  it('has values of a changed resource alone', () => {
    const some: Otherwise = {
      plans: { [stack]: gone },
      recorded: [recordedAs('system_internet_xs_rsj_old', 'leaked')],
      unmanaged: [{ stack, kind: 'network', id: 'n', name: 'a' }],
    }
    expect(driftIn(looked(some)).map(({ values }) => values)).toEqual([[], [], []])
    const [changed] = driftIn(looked({ plans: { [stack]: planSaying(quotaRaised) } }))
    expect(changed?.finding.message.en).toContain('cores')
  })

  it('is told once where a state tells which object it is', () => {
    const plans = { [stack]: planSaying({ address, recorded: { id: 'p', name: 'a' }, found: null }) }
    const recorded = [recordedAs(stack, 'wanted', [address, 'p'])]
    const unmanaged = [{ stack, kind: 'project' as const, id: 'p', name: 'a' }]
    expect(driftOf({ plans, recorded, unmanaged })).toEqual([`vanished TY6610 drift ${stack} ${address}`])
    expect(driftOf({ plans, unmanaged })).toHaveLength(2)
  })

  it('is told of a type that nobody knows as well', () => {
    const plans = {
      [stack]: planSaying({ address: 'openstack_new_v1.thing', recorded: { id: 'x' }, found: null }),
    }
    const [drift] = driftIn(looked({ plans }))
    expect(drift?.finding.message.en).toContain('openstack_new_v1')
  })
})

describe('the three sides of a resource', () => {
  const drifted = (said: Said) =>
    driftIn(looked({ plans: { [stack]: planSaying(said) } })).map(({ values }) => values)

  it('are told value by value', () => {
    expect(drifted(quotaRaised)).toEqual([[{ path: ['cores'], wanted: 4, recorded: 4, found: 8 }]])
    const wanted = limits(6)
    expect(drifted({ ...quotaRaised, wanted })).toEqual([
      [{ path: ['cores'], wanted: 6, recorded: 4, found: 8 }],
    ])
  })

  it('are those of the same resource', () => {
    const subnet = 'openstack_networking_subnet_v2.subnet'
    const other = { address: subnet, recorded: { name: 'a' }, found: { name: 'b' }, wanted: { name: 'a' } }
    const drifts = driftIn(looked({ plans: { [stack]: planSaying(quotaRaised, other) } }))
    expect(drifts.map(({ values }) => values.map(({ path }) => path))).toEqual([[['name']], [['cores']]])
  })

  it('are no drift where the cloud has what the manifest asks for, or what it leaves to the cloud', () => {
    const { wanted: _, ...asFound } = quotaRaised
    expect(drifted(asFound)).toEqual([])
    expect(drifted({ ...quotaRaised, wanted: { id: 'q' }, unknown: { cores: true } })).toEqual([])
    const other = { recorded: { cores: 4, note: 'a' }, found: { cores: 4, note: 'b' } }
    expect(drifted({ address: quota, ...other, wanted: { cores: 8, note: 'b' } })).toEqual([])
  })

  it('are told of a list as a whole where its places do not say which is which', () => {
    const address = 'openstack_networking_subnet_v2.subnet'
    const sides = {
      recorded: { dns: ['a', 'b'] },
      found: { dns: ['c', 'b', 'a'] },
      wanted: { dns: ['b', 'd'] },
    }
    expect(
      drifted({ address, ...sides })
        .flat()
        .map(({ path }) => path),
    ).toEqual([['dns', 0]])
    const shorter = { recorded: { dns: ['a', 'b'] }, found: { dns: ['b'] }, wanted: { dns: ['b', 'a'] } }
    expect(drifted({ address, ...shorter })).toEqual([
      [{ path: ['dns'], wanted: ['b', 'a'], recorded: ['a', 'b'], found: ['b'] }],
    ])
  })
})

describe('who has moved', () => {
  const router = `${stack} openstack_networking_router_v2 router`
  const lifted = sets('routers', 'project_id', project, { external_gateway_info: { network_id: egress } })
  const rule = 'openstack_networking_qos_bandwidth_limit_rule_v2.out'
  const pending = planSaying()
  const narrower = {
    ...pending,
    changes: planSaying({ address: rule, recorded: {}, found: { max_kbps: 9 }, wanted: { max_kbps: 1 } })
      .changes,
  }
  const raised = planSaying({
    address: rule,
    recorded: { max_kbps: 1 },
    found: { max_kbps: 9 },
    wanted: { max_kbps: 1 },
  })
  const moved = (otherwise: Otherwise) =>
    driftIn(looked({ edit: lifted, ...otherwise })).find(({ opens }) => opens)?.moved
  const recorded = [recordedAs(stack, 'wanted', ['openstack_networking_router_v2.router', router])]

  it.each<readonly [string, Otherwise, string]>([
    ['the cloud, where no state has it', {}, 'cloud'],
    ['the cloud, where it was applied and nothing waits', { recorded }, 'cloud'],
    ['the cloud, where terraform has found it changed', { recorded, plans: { [stack]: raised } }, 'cloud'],
    [
      'the repository, where an apply of the class waits',
      { recorded, plans: { [stack]: narrower } },
      'repository',
    ],
    [
      'the cloud, where an apply of another class waits',
      { recorded, plans: { [stack]: { ...narrower, changes: planSaying(quotaRaised).changes } } },
      'cloud',
    ],
    [
      'the repository, where the stack has ended',
      { recorded: [recordedAs(stack, 'ended', ['openstack_networking_router_v2.router', router])] },
      'repository',
    ],
  ])('is %s', (_title, otherwise, who) => {
    expect(moved(otherwise)).toBe(who)
  })
})

describe('the classes of drift', () => {
  it('take every kind of belief once', () => {
    const taken = driftKinds.flatMap(({ openings, breaches }) => [...openings, ...breaches])
    expect(taken.toSorted()).toEqual(Object.keys(beliefKinds).toSorted())
  })

  it('have every type that a stack makes in a cloud', () => {
    const made = resourceTypes.filter(entry => entry.type !== undefined && entry.written !== undefined)
    const without = made.flatMap(entry =>
      entry.type !== undefined && entry.drift === undefined ? [entry.kind] : [],
    )
    expect(without).toEqual(['note'])
  })

  it('have a code each', () => {
    expect(new Set(driftCodes.map(({ code }) => code)).size).toBe(driftKinds.length + 1)
  })
})
