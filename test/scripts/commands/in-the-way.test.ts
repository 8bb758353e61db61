import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { begun, type Site, site } from '../../deliver/delivery.ts'
import { giveUpUplink } from '../../deliver/uplink-given-up.ts'

const extranet = 'system_extranet_ningwu_jiaoyuju_xueji-guanli'
const platform = 'platform_extranet'
const few = 'ningwu/jiaoyuju'

interface Failure {
  readonly code: string
  readonly diagnostics: readonly { readonly address?: string; readonly summary: string }[]
  readonly findings?: readonly { readonly address?: string; readonly article?: string }[]
}

interface Stack {
  readonly stack: string
  readonly failure?: Failure
}

async function failureOf(place: Site, name: string, ...argv: readonly string[]) {
  return await failureWith({}, place, name, ...argv)
}

async function failureWith(
  settings: Readonly<Record<string, string>>,
  place: Site,
  name: string,
  ...argv: readonly string[]
) {
  const { stdout } = await place.run([...argv, '--json'], settings)
  const { stacks }: { readonly stacks: readonly Stack[] } = JSON.parse(stdout)
  return stacks.find(({ stack }) => stack === name)?.failure
}

function saidOf(failure: Failure | undefined): readonly string[] {
  return (failure?.diagnostics ?? []).map(({ address, summary }) => `${address}: ${summary}`)
}

/** Asks for one resource less or more than was applied: the stack as the next change would have it. */
function editState(place: Site, stack: string, edit: (resources: StateEntry[]) => StateEntry[]): void {
  const file = place.kept('state', `${stack}.tfstate`)
  const state: { readonly resources: StateEntry[] } = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...state, resources: edit(state.resources) }))
}

interface StateEntry {
  readonly mode: string
  readonly type: string
  readonly name: string
  readonly instances: readonly { readonly attributes: Readonly<Record<string, unknown>> }[]
}

function entry(type: string, name: string, attributes: Readonly<Record<string, unknown>>): StateEntry {
  return { mode: 'managed', type, name, instances: [{ attributes }] }
}

const one = 'ningwu/jiaoyuju/xueji-guanli@extranet'

/** What terraform says of a router whose uplink is gone, for the fake one makes nothing anew. */
const rebuilt = {
  TF_FAKE_PLANNED: JSON.stringify({
    [extranet]: {
      resource_changes: [
        {
          address: 'openstack_networking_router_v2.router',
          mode: 'managed',
          type: 'openstack_networking_router_v2',
          action_reason: 'replace_by_triggers',
          change: { actions: ['delete', 'create'], before: {}, after: {} },
        },
      ],
    },
  }),
}

test('a volume type that the catalogue does not name keeps the systems of its zone from being applied', async () => {
  const place = await site({ '/types': { volume_types: [{ id: 't1', name: 'ceph-old' }] } })
  const failure = await failureOf(place, extranet, 'apply', one, '--yes')
  expect(failure?.code).toBe('TY6071')
  expect(failure?.diagnostics.map(({ summary }) => summary)).toEqual(['volume-type ceph-old (t1)'])
  expect(begun(place.trace(), 'apply')).not.toContain(extranet)
  expect(begun(place.trace(), 'apply')).toContain(platform)
  const file = place.path('catalogue/platform.yaml')
  const text = readFileSync(file, 'utf8')
  const last = '    nameservers: [198.51.100.2, 198.51.100.3]\n'
  writeFileSync(file, text.replace(last, `${last}    otherVolumeTypes: [ceph-old]\n`))
  expect(await failureOf(place, extranet, 'plan', one)).toBeUndefined()
})

describe('what a tenant has in the way of a removal', () => {
  const holding = {
    '/floatingips': (query: URLSearchParams) => ({
      floatingips:
        query.get('router_id') === 'r1' || query.get('floating_network_id') === 'n1'
          ? [{ id: 'f1', floating_ip_address: '203.0.113.9', project_id: 'p1' }]
          : [],
    }),
    '/ports': (query: URLSearchParams) => ({
      ports:
        query.get('device_id') === 'r1'
          ? [
              { id: 'gw', device_id: 'r1', device_owner: 'network:router_gateway' },
              { id: 'theirs', device_id: 'r1', device_owner: 'network:router_interface', project_id: 'p1' },
            ]
          : [],
    }),
  }
  const router = entry('openstack_networking_router_v2', 'router', { id: 'r1' })
  const right = { id: 'b1', object_id: 'n1', target_tenant: 'p1' }
  const uplink = [router, entry('openstack_networking_rbac_policy_v2', 'egress', right)]
  const withKnown = (known: readonly StateEntry[]) => (resources: StateEntry[]) =>
    resources.map(one => known.find(({ type, name }) => type === one.type && name === one.name) ?? one)

  async function givenUp(holding: Parameters<typeof site>[0], known: readonly StateEntry[]): Promise<Site> {
    const place = await site(holding)
    await place.run(['apply', few, '--yes'])
    editState(place, extranet, withKnown(known))
    giveUpUplink(place)
    return place
  }

  test('is named at plan, each once, and keeps an apply from being begun', async () => {
    const place = await givenUp(holding, uplink)
    const failure = await failureWith(rebuilt, place, extranet, 'plan', few)
    expect(failure?.code).toBe('TY6222')
    expect(saidOf(failure)).toEqual([
      'openstack_networking_router_v2.router: floating-ip 203.0.113.9 (f1), in p1',
      'openstack_networking_router_v2.router: port (theirs), in p1: network:router_interface',
    ])
    const applies = begun(place.trace(), 'apply').length
    expect((await failureWith(rebuilt, place, extranet, 'apply', few, '--yes'))?.code).toBe('TY6222')
    expect(begun(place.trace(), 'apply').slice(applies)).not.toContain(extranet)
  })

  test('is nothing that is the stack’s own, nor what Neutron removes by itself', async () => {
    const own = { id: 'theirs', router_id: 'r2' }
    const port = entry('openstack_networking_router_interface_v2', 'subnet_ipv4', own)
    const place = await givenUp({ '/ports': holding['/ports'] }, [...uplink, port])
    expect(await failureWith(rebuilt, place, extranet, 'plan', few)).toBeUndefined()
  })

  test('is not even asked for where no event of the history gives up what it hangs on', async () => {
    const place = await site(holding)
    await place.run(['apply', few, '--yes'])
    editState(place, extranet, withKnown(uplink))
    const refused = await failureWith(rebuilt, place, extranet, 'plan', few, '--all')
    expect(refused?.code).toBe('TY6502')
    expect(refused?.findings?.map(({ address, article }) => `${address} ${article}`)).toEqual([
      'openstack_networking_router_v2.router NW-2.5',
    ])
    const applies = begun(place.trace(), 'apply').length
    expect((await failureWith(rebuilt, place, extranet, 'apply', few, '--all', '--yes'))?.code).toBe('TY6502')
    expect(begun(place.trace(), 'apply').slice(applies)).not.toContain(extranet)
  })
})

describe('a quota', () => {
  const using = (cores: number) => ({
    '/detail': { quota_set: { cores: { limit: 99, in_use: cores, reserved: 1 } } },
  })
  const withoutQuota = (resources: StateEntry[]) =>
    resources.filter(({ type }) => type !== 'openstack_compute_quotaset_v2')
  const limitIn = (place: Site) => {
    const file = place.kept('work', extranet, 'cdk.tf.json')
    const quotas = JSON.parse(readFileSync(file, 'utf8')).resource.openstack_compute_quotaset_v2
    return Number(Object.values<{ readonly cores: number }>(quotas)[0]?.cores)
  }

  test('that would go below what is in use is refused at plan with a code of its own', async () => {
    const place = await site(using(1000))
    await place.run(['apply', few, '--yes'])
    editState(place, extranet, withoutQuota)
    const failure = await failureOf(place, extranet, 'plan', few, '--all')
    expect(failure?.code).toBe('TY6217')
    expect(saidOf(failure)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^openstack_compute_quotaset_v2\\.\\S+: compute-quota \\(\\S+\\): cores: ${limitIn(place)} < 1001$`,
        ),
      ),
    ])
  })

  test('of one volume type that would go below what is in use is, too', async () => {
    const place = await site({
      '-project': { quota_set: { gigabytes_sas: { in_use: 301 }, gigabytes_ssd: { in_use: 0 } } },
    })
    await place.run(['apply', few, '--yes'])
    editState(place, extranet, resources =>
      resources.filter(({ type }) => type !== 'openstack_blockstorage_quotaset_v3'),
    )
    const failure = await failureOf(place, extranet, 'plan', few, '--all')
    expect(failure?.code).toBe('TY6217')
    expect(saidOf(failure)).toEqual([expect.stringContaining('gigabytes_sas: 300 < 301')])
  })

  test('may go down to what is in use, and no further', async () => {
    let inUse = 0
    const place = await site({ '/detail': () => using(inUse)['/detail'] })
    await place.run(['apply', few, '--yes'])
    editState(place, extranet, withoutQuota)
    inUse = limitIn(place) - 1
    expect(await failureOf(place, extranet, 'plan', few, '--all')).toBeUndefined()
    inUse += 1
    expect((await failureOf(place, extranet, 'plan', few, '--all'))?.code).toBe('TY6217')
  })
})

describe('the addresses of a stack', () => {
  const holder = (owner: string, extra: Readonly<Record<string, unknown>> = {}) => ({
    '/subnets': (query: URLSearchParams) => ({
      subnets: query.has('cidr')
        ? [
            {
              id: 's1',
              name: 'left',
              cidr: query.get('cidr'),
              subnetpool_id: 'pool',
              network_id: 'n9',
              project_id: owner,
              ...extra,
            },
          ]
        : [],
    }),
  })

  test('are named as held by an orphan where their project is gone', async () => {
    const place = await site(holder('vanished'))
    place.cloud.hide(path => path.endsWith('/projects/vanished'))
    const failure = await failureOf(place, platform, 'apply', few, '--yes')
    expect(failure?.code).toBe('TY6221')
    expect(saidOf(failure)[0]).toMatch(
      /^openstack_networking_subnet_v2\.\S+: subnet left \(s1\), in vanished: \S+, network n9$/,
    )
  })

  test('are named as taken where another project has them, and as free where no pool gave them', async () => {
    expect((await failureOf(await site(holder('other')), platform, 'apply', few, '--yes'))?.code).toBe(
      'TY6225',
    )
    const theirs = await site(holder('other', { subnetpool_id: null }))
    expect(await failureOf(theirs, platform, 'apply', few, '--yes')).toBeUndefined()
  })
})

test('a refresh that loses more than a handful refuses, and one that loses a handful does not', async () => {
  const place = await site()
  await place.run(['apply', few, '--yes'])
  const lose = (count: number) => {
    const file = place.kept('state', `${extranet}.tfstate`)
    const { resources }: { readonly resources: readonly StateEntry[] } = JSON.parse(
      readFileSync(file, 'utf8'),
    )
    const names = resources.slice(0, count).map(({ type, name }) => `${extranet}:${type}.${name}`)
    return { TF_FAKE_LOST: names.join(' ') }
  }
  const code = async (count: number) => {
    const { stdout } = await place.run(['plan', few, '--all', '--json'], lose(count))
    const { stacks }: { readonly stacks: readonly Stack[] } = JSON.parse(stdout)
    return stacks.find(({ stack }) => stack === extranet)?.failure?.code
  }
  expect(await code(5)).toBeUndefined()
  expect(await code(6)).toBe('TY6223')
})
