import { describe, expect, it } from 'vitest'
import type { PlanValue } from '../../lib/deliver/plan.ts'
import { type Around, adoptionOf, requestOf } from '../../lib/drift/adoption/index.ts'
import type { Drift } from '../../lib/drift/drift.ts'
import { driftClasses } from '../../lib/drift/kinds/index.ts'
import { waysOf } from '../../lib/drift/proposal.ts'
import type { DataPath } from '../../lib/finding/finding.ts'
import type { ProjectGrant } from '../../lib/isolation/grant.ts'
import { readRule } from '../../lib/isolation/group-rules.ts'
import { emptyDraft } from '../../lib/isolation/model.ts'
import { Reachability } from '../../lib/isolation/reachability.ts'
import { exampleText, loaded, replaced } from '../example-repository.ts'
import { looked } from './looked.ts'

const stack = 'system_extranet_ningwu_jiaoyuju_xueji-guanli'
const address = 'ningwu/jiaoyuju/xueji-guanli'
const file = `tenants/${address}.yaml`
const group = 'xueji-guanli'

const grant: ProjectGrant = {
  project: 'p',
  stack,
  jurisdiction: 'ningwu',
  zone: 'extranet',
  domain: 'd',
  networks: [],
  traffic: { ingress: [], egress: [] },
  kbps: undefined,
  flavors: new Set(),
}

type Attributes = Readonly<Record<string, unknown>>

/** What is known around a rule in a group of the system's project. */
function around({
  rule = {},
  name = group,
  tiers = [],
}: {
  rule?: Attributes
  name?: string
  tiers?: readonly string[]
} = {}): Around {
  const reading = readRule({ direction: 'ingress', ethertype: 'IPv4', ...rule })
  if (typeof reading === 'string') throw new Error(`cannot be read: ${reading}`)
  const origin = { cloud: 'extranet', object: { kind: 'security-group-rule', id: 'rule', name: '' } }
  const model = { ...emptyDraft(), rules: [{ project: 'p', group: name, ...reading, origin }] }
  const parts = new Map(tiers.map(tier => [tier, { tier, networks: [], traffic: grant.traffic }]))
  const own = { ...grant, ...(tiers.length === 0 ? {} : { parts }) }
  const given = { zones: [], projects: new Map([['p', own]]), roles: [] }
  return {
    model: loaded().model,
    looked: { ...looked({}), world: { model, given, reachability: new Reachability(model) } },
    placeOf: one => (one === stack ? { address, zone: 'extranet' } : undefined),
  }
}

const definition = { code: 'TY6601', severity: 'warning', message: { zh: '', en: '' }, related: [] } as const

function changed(
  of: Drift['class'],
  type: string,
  ...values: readonly (readonly [path: DataPath, wanted: PlanValue, found: PlanValue])[]
): Drift {
  return {
    class: of,
    opens: false,
    moved: 'cloud',
    stacks: [stack],
    values: values.map(([path, wanted, found]) => ({
      path,
      wanted,
      recorded: wanted,
      found,
    })),
    finding: { ...definition, stack, address: `${type}.own` },
  }
}

const opening: Drift = {
  class: 'exposure',
  opens: true,
  moved: 'cloud',
  stacks: [stack],
  values: [],
  finding: {
    ...definition,
    cloud: 'extranet',
    object: { kind: 'security-group-rule', id: 'rule', name: '' },
  },
}

const compute = 'openstack_compute_quotaset_v2'
const volumes = 'openstack_blockstorage_quotaset_v3'
const limit = 'openstack_networking_qos_bandwidth_limit_rule_v2'

/** Of a line of services: from how many to how many. */
const quantities: readonly (readonly [
  title: string,
  drift: Drift,
  line: number,
  before: number,
  after: number,
])[] = [
  ['cores raised to just one server more', changed('quota', compute, [['cores'], 8, 12]), 0, 2, 3],
  ['cores raised to less than that', changed('quota', compute, [['cores'], 8, 9]), 0, 2, 3],
  ['cores raised to one more than that', changed('quota', compute, [['cores'], 8, 13]), 0, 2, 4],
  ['cores lowered to just one server less', changed('quota', compute, [['cores'], 8, 4]), 0, 2, 1],
  ['cores lowered to more than that', changed('quota', compute, [['cores'], 8, 7]), 0, 2, 1],
  [
    'cores and servers raised, of which the servers take more',
    changed('quota', compute, [['cores'], 8, 12], [['instances'], 2, 5]),
    0,
    2,
    5,
  ],
  ['gigabytes', changed('quota', volumes, [['gigabytes'], 300, 301]), 1, 300, 301],
  [
    'gigabytes of a volume type, which a map has as text',
    changed('quota', volumes, [['volume_type_quota', 'gigabytes_sas'], '300', '400']),
    1,
    300,
    400,
  ],
  ['backup', changed('quota', volumes, [['backup_gigabytes'], 300, 500]), 2, 300, 500],
  ['a bandwidth', changed('qos', limit, [['max_kbps'], 100_000, 150_000]), 3, 1, 2],
]

/** What no quantity comes to. */
const never: readonly (readonly [title: string, drift: Drift])[] = [
  ['cores lowered below one server', changed('quota', compute, [['cores'], 8, 3])],
  ['no limit at all', changed('quota', compute, [['cores'], 8, -1])],
  ['something that no service changes', changed('quota', compute, [['key_pairs'], 10, 20])],
  ['one raised and one lowered', changed('quota', compute, [['cores'], 8, 12], [['instances'], 2, 1])],
  ['more than a line can have', changed('quota', compute, [['cores'], 8, 4_000_009])],
  ['what is not known', changed('quota', compute, [['cores'], 8, null])],
  [
    'a drift of another stack',
    {
      ...changed('quota', compute, [['cores'], 8, 12]),
      finding: { ...definition, stack: 'platform_extranet' },
    },
  ],
  [
    'what the repository has moved',
    { ...changed('quota', compute, [['cores'], 8, 12]), moved: 'repository' },
  ],
]

describe('the services that come to what the cloud has', () => {
  it.each(quantities)('are found for %s', (_title, drift, line, before, after) => {
    const found = adoptionOf(drift, around())
    expect(found).toMatchObject({ change: { kind: 'quantity', zone: 'extranet', line, before, after } })
  })

  it.each(never)('are none for %s', (_title, drift) => {
    expect(adoptionOf(drift, around())).toHaveProperty('none')
  })
})

const network = { remote_ip_prefix: '172.20.0.0/16' }
const web = { protocol: 'tcp', port_range_min: 8443, port_range_max: 8443 }

const rules: readonly (readonly [title: string, rule: Attributes, change: object])[] = [
  [
    'one port for a network',
    { ...network, ...web },
    { kind: 'ingress', rule: { from: '172.20.0.0/16', protocol: 'tcp', ports: [8443] } },
  ],
  [
    'several ports for a single address',
    { remote_ip_prefix: '172.20.0.9/32', protocol: 'udp', port_range_min: 5000, port_range_max: 5009 },
    { rule: { from: '172.20.0.9/32', protocol: 'udp', ports: ['5000-5009'] } },
  ],
  [
    'every port for everybody',
    { protocol: 'tcp' },
    { rule: { from: 'internet', protocol: 'tcp', ports: ['1-65535'] } },
  ],
  [
    'a way out over IPv6',
    { direction: 'egress', ethertype: 'IPv6', remote_ip_prefix: 'fd00::/64', ...web },
    { kind: 'egress', rule: { to: 'fd00::/64', protocol: 'tcp', ports: [8443] } },
  ],
  [
    'every ICMP message',
    { ...network, protocol: 'icmp' },
    { rule: { from: '172.20.0.0/16', protocol: 'icmp' } },
  ],
  [
    'a ping',
    { ...network, protocol: 'icmp', port_range_min: 8 },
    { rule: { from: '172.20.0.0/16', protocol: 'icmp', icmpTypes: ['echo-request'] } },
  ],
]

describe('the line of a manifest for a rule by hand', () => {
  it.each(rules)('opens %s', (_title, rule, change) => {
    const found = adoptionOf(opening, around({ rule }))
    expect(found).toMatchObject({ change: { zone: 'extranet', tier: undefined, ...change } })
  })

  it('stands in the tier whose group the rule is in', () => {
    const rule = { ...network, ...web }
    const tiered = { rule, tiers: ['web', 'db'] }
    expect(adoptionOf(opening, around({ ...tiered, name: 'db' }))).toMatchObject({ change: { tier: 'db' } })
    expect(adoptionOf(opening, around({ ...tiered, name: group }))).toHaveProperty('none')
  })

  it.each([
    ['every protocol at once', { rule: network }],
    ['a protocol without a name', { rule: { ...network, protocol: '89' } }],
    ['an ICMP message without a name', { rule: { ...network, protocol: 'icmp', port_range_min: 13 } }],
    ['a rule of a group that the unit made', { rule: { ...network, ...web }, name: 'default' }],
  ])('is none for %s', (_title, what) => {
    expect(adoptionOf(opening, around(what))).toHaveProperty('none')
  })

  it('is none for what is no rule', () => {
    const finding = { ...definition, cloud: 'extranet', object: { kind: 'network', id: 'rule', name: '' } }
    expect(adoptionOf({ ...opening, finding }, around())).toHaveProperty('none')
  })
})

describe('what is adopted', () => {
  const quota = changed('quota', compute, [['cores'], 8, 12])
  const drifts = [opening, quota]
  const ids = new Map([
    [opening, 'a'.repeat(32)],
    [quota, 'b'.repeat(32)],
  ])
  const rule = { ...network, ...web }
  const asked = (wishes: Parameters<typeof waysOf>[3], all: readonly Drift[] = drifts) =>
    waysOf(all, { ids, firstSeen: new Map() }, around({ rule }), wishes)
      .filter(({ isAsked }) => isAsked)
      .map(({ drift }) => drift.class)

  it('is no opening unless somebody names it, by its class or the beginning of its id', () => {
    expect(asked([])).toEqual(['quota'])
    expect(asked([{ class: 'exposure' }])).toEqual(['exposure'])
    expect(asked([{ id: 'aaaaaaaa' }])).toEqual(['exposure'])
    expect(asked([{ class: 'exposure' }, { id: 'bbbbbbbb' }])).toEqual(['exposure', 'quota'])
    expect(asked([{ class: 'role' }])).toEqual([])
  })

  it('is no quantity either, where the drift is an alarm', () => {
    const wide = { ...quota, opens: true }
    expect(asked([], [wide])).toEqual([])
    expect(asked([{ class: 'quota' }], [wide])).toEqual(['quota'])
  })

  it('is no line that lets somebody in, even where the drift is no alarm', () => {
    expect(asked([], [{ ...opening, opens: false }])).toEqual([])
  })

  it.each(driftClasses.filter(of => !['exposure', 'quota', 'qos'].includes(of)))(
    'is nothing of the class %s, and it is said why',
    of => {
      expect(adoptionOf({ ...quota, class: of }, around())).toHaveProperty('none')
    },
  )
})

describe('the request of a change', () => {
  const { model } = loaded()
  const system = model.systemByAddress.get(address)
  if (system === undefined) throw new Error('the examples lack the system')
  const requestAfter = (events: string) => {
    const changed = loaded(new Map([[file, `${replaced(file, '', '')}${events}`]])).model
    const own = changed.systemByAddress.get(address)
    return own && requestOf(changed, own)?.id
  }

  it('is the one of the regulation that may come next', () => {
    expect(requestOf(model, system)?.id).toBe('change-submitted')
  })

  it('is none while one waits for its answer, and while the system is on its way out', () => {
    expect(exampleText(file)).toContain('event: test-filed')
    expect(requestAfter('  - { event: change-submitted, on: 2026-11-20 }\n')).toBeUndefined()
    expect(requestAfter('  - { event: exit-submitted, on: 2026-11-20 }\n')).toBeUndefined()
    expect(
      requestAfter(
        '  - { event: change-submitted, on: 2026-11-20 }\n  - { event: change-withdrawn, on: 2026-11-21 }\n',
      ),
    ).toBe('change-submitted')
  })
})
