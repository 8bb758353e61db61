import { describe, expect, test } from 'vitest'
import { type Site, site } from '../../deliver/delivery.ts'
import { approvePlatformChange } from '../../deliver/platform-change.ts'

const stack = 'platform_extranet'
const network = { address: 'openstack_networking_network_v2.egress', type: 'openstack_networking_network_v2' }
const quota = { address: 'openstack_compute_quotaset_v2.limits', type: 'openstack_compute_quotaset_v2' }

/** An applied platform, and what terraform then says of it. */
async function planned(said: object, ...argv: readonly string[]) {
  const place = await applied()
  const TF_FAKE_PLANNED = JSON.stringify({ [stack]: said })
  return await place.run(['plan', 'platform:extranet', '--all', ...argv], { TF_FAKE_PLANNED })
}

async function applied(): Promise<Site> {
  const place = await site()
  await place.run(['apply', 'platform:extranet', '--yes'])
  approvePlatformChange(place)
  return place
}

const changed = {
  resource_changes: [
    {
      ...quota,
      change: {
        actions: ['update'],
        before: { cores: 4, secret: 'hunter2', tags: ['a', 'b'] },
        after: { cores: 8, secret: 'hunter3', tags: ['b'] },
        before_sensitive: { secret: true },
        after_sensitive: { secret: true },
      },
    },
    {
      ...network,
      change: {
        actions: ['delete', 'create'],
        before: { id: '1', name: 'egress', mtu: 1500, description: 'a\u202eb' },
        after: { name: 'egress', mtu: 1400, description: null },
        after_unknown: { id: true },
        replace_paths: [['mtu']],
      },
    },
  ],
}

const drifted = {
  resource_drift: [
    { ...network, change: { actions: ['update'], before: { shared: false }, after: { shared: true } } },
    { ...quota, change: { actions: ['update'], before: { tags: null }, after: { tags: [] } } },
  ],
}

describe('a plan', () => {
  test('shows each value before and after, what is made anew first and for what, and no secret', async () => {
    const { status, stdout } = await planned(changed, '--lang', 'en')
    expect(status).toBe(0)
    expect(stdout.split('\n')).toEqual(
      expect.arrayContaining([
        stack,
        '  ± network openstack_networking_network_v2.egress',
        '      id: "1" → (known after apply)',
        '      mtu: 1500 → 1400 (made anew for this)',
        '      description: "a\\u{202e}b" → (none)',
        '      cores: 4 → 8',
        '      tags[0]: "a" → (none)',
        '      secret: (sensitive) → (sensitive)',
      ]),
    )
    expect(stdout.indexOf('±')).toBeLessThan(stdout.indexOf('cores'))
    expect(stdout).not.toContain('hunter')
  })

  test('tells programs the same', async () => {
    const { stdout } = await planned(changed, '--json')
    expect(stdout).not.toContain('hunter')
    const [{ resources, drift }] = JSON.parse(stdout).stacks
    expect(drift).toEqual([])
    expect(resources).toMatchObject([
      {
        ...network,
        kind: 'network',
        action: 'replace',
        replacedFor: [['mtu']],
        values: expect.arrayContaining([
          { path: ['id'], before: '1', after: '(unknown)' },
          { path: ['mtu'], before: 1500, after: 1400, replaces: true },
        ]),
      },
      {
        ...quota,
        action: 'update',
        values: [
          { path: ['cores'], before: 4, after: 8 },
          { path: ['tags', 0], before: 'a', after: null },
          { path: ['secret'], before: '(sensitive)', after: '(sensitive)' },
        ],
      },
    ])
  })

  test('says why a rule is made anew that opens what it did, and says it of no other', async () => {
    const rule = (name: string, from: number, to: number | null) => ({
      address: `openstack_networking_secgroup_rule_v2.${name}`,
      type: 'openstack_networking_secgroup_rule_v2',
      change: {
        actions: ['delete', 'create'],
        before: { protocol: 'tcp', port_range_min: from, port_range_max: 65_535, ethertype: 'IPv4' },
        after: { protocol: 'tcp', port_range_min: to, port_range_max: to, ethertype: 'IPv4' },
        replace_paths: [['port_range_min'], ['port_range_max']],
      },
    })
    const said = { resource_changes: [rule('all', 1, null), rule('most', 2, null), rule('one', 1, 80)] }
    const { stdout } = await planned(said, '--lang', 'en')
    const titles = stdout.split('\n').filter(line => line.startsWith('  ± '))
    expect(titles.map(line => line.includes('made anew this once'))).toEqual([true, false, false])
    const json = await planned(said, '--json')
    const resources: { address: string; because?: { zh: string; en: string } }[] = JSON.parse(json.stdout)
      .stacks[0].resources
    expect(resources.map(({ because }) => because !== undefined)).toEqual([true, false, false])
    expect(resources[0]?.because).toMatchObject({
      zh: expect.stringContaining('只重建这一次'),
      en: expect.stringContaining('this once'),
    })
  })

  test('shows what was changed in the cloud, also where an apply would change nothing', async () => {
    const { status, stdout } = await planned(drifted, '--lang', 'en')
    expect(status).toBe(0)
    expect(stdout).toContain(
      [
        stack,
        '  changed in the cloud since the last apply:',
        '  ~ network openstack_networking_network_v2.egress',
        '      shared: false → true',
        '',
      ].join('\n'),
    )
    expect(stdout).not.toContain(quota.address)
  })

  test('shows what a stack that cannot be planned yet will hold', async () => {
    const place = await site()
    const { stdout } = await place.run(['plan', 'ningwu/jiaoyuju/xueji-guanli@extranet', '--json'])
    const stacks: { status: string; resources: { action: string; values: unknown[] }[] }[] =
      JSON.parse(stdout).stacks
    const deferred = stacks.filter(({ status }) => status === 'deferred')
    expect(deferred).toHaveLength(1)
    expect(deferred[0]?.resources.length).toBeGreaterThan(0)
    expect(
      deferred[0]?.resources.every(({ action, values }) => action === 'create' && values.length > 0),
    ).toBe(true)
  })

  test('is cut where it is long, and whole when that is asked for', async () => {
    const values = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [`key${index}`, 'x'.repeat(200)]),
    )
    const said = {
      resource_changes: [{ ...quota, change: { actions: ['update'], before: {}, after: values } }],
    }
    const { stdout } = await planned(said, '--lang', 'en')
    expect(stdout).toMatch(/^ {2}… 41 more lines: --all-values shows them$/m)
    expect(stdout).not.toContain('x'.repeat(121))
    const whole = await planned(said, '--lang', 'en', '--all-values')
    expect(whole.stdout.match(/^ {6}key\d+: \(none\) → "x{200}"$/gm)).toHaveLength(100)
  })
})

describe('with --detailed-exitcode, the status', () => {
  test.each([
    ['2 with changes', changed, 2],
    ['0 without', {}, 0],
    ['0 for drift that an apply leaves alone', drifted, 0],
  ])('is %s', async (_what, said, expected) => {
    expect((await planned(said, '--detailed-exitcode')).status).toBe(expected)
  })

  test('is 1 for a stack that fails, whatever else changes', async () => {
    const { status } = await planned(
      { resource_changes: [{ ...quota, change: { actions: ['unheard-of'] } }] },
      '--detailed-exitcode',
    )
    expect(status).toBe(1)
  })

  test('is 2 for a stack that is new', async () => {
    const place = await site()
    expect((await place.run(['plan', 'platform:extranet', '--detailed-exitcode'])).status).toBe(2)
    expect((await place.run(['plan', 'platform:extranet'])).status).toBe(0)
  })
})
