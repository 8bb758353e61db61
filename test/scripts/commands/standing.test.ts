import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { begun, type Site, site } from '../../deliver/delivery.ts'

const unit = 'unit_extranet_ningwu_jiaoyuju'
const system = 'system_extranet_ningwu_jiaoyuju_xueji-guanli'
const few = 'ningwu/jiaoyuju@extranet'
const domainType = 'openstack_identity_project_v3.domain'

interface Stack {
  readonly stack: string
  readonly status: string
  readonly changes?: { readonly import: number; readonly create: number }
  readonly failure?: {
    readonly code: string
    readonly why: { readonly en: string }
    readonly diagnostics: readonly { readonly address?: string; readonly summary: string }[]
  }
}

async function run(place: Site, ...argv: readonly string[]) {
  const { status, stdout, stderr } = await place.run([...argv, '--json'])
  expect(stderr).toBe('')
  const { stacks }: { readonly stacks: readonly Stack[] } = JSON.parse(stdout)
  return { status, of: (name: string) => stacks.find(({ stack }) => stack === name) }
}

/** The domain of the unit, as the cloud has it when asked by its name. */
function domainHolding(extra: Readonly<Record<string, unknown>> = {}) {
  return (query: URLSearchParams) => ({
    domains:
      query.get('name') === 'ningwu_jiaoyuju'
        ? [{ id: 'd1', name: 'ningwu_jiaoyuju', description: '宁武县教育局（示例）', ...extra }]
        : [],
  })
}

describe('what stands in the cloud and in no state', () => {
  const groups = (query: URLSearchParams) => ({
    groups: [{ id: `g-${query.get('name')}`, name: query.get('name'), domain_id: query.get('domain_id') }],
  })

  test('is named at plan, one object a line, with the command that takes it up', async () => {
    const place = await site({ '/domains': domainHolding(), '/groups': groups })
    const { status, of } = await run(place, 'plan', few)
    expect(status).toBe(1)
    expect(of(unit)).toMatchObject({ status: 'failed', failure: { code: 'TY6218' } })
    expect(of(unit)?.failure?.diagnostics.map(({ address, summary }) => `${address}: ${summary}`)).toEqual([
      'openstack_identity_group_v3.auditors: group auditors (g-auditors), in d1',
      'openstack_identity_group_v3.operators: group operators (g-operators), in d1',
      `${domainType}: domain ningwu_jiaoyuju (d1)`,
    ])
    expect(of(unit)?.failure?.why.en).toContain(`tenantry apply --adopt ${unit}`)
    expect(begun(place.trace(), 'plan')).not.toContain(unit)
  })

  test('is not made twice by an apply, and taken up by one that is told to', async () => {
    const place = await site({ '/domains': domainHolding(), '/groups': groups })
    const refused = await run(place, 'apply', few, '--yes')
    expect(refused.of(unit)?.failure?.code).toBe('TY6218')
    expect(begun(place.trace(), 'apply')).not.toContain(unit)

    const adopted = await run(place, 'apply', few, '--yes', '--adopt')
    expect(adopted.status).toBe(0)
    expect(adopted.of(unit)?.changes).toMatchObject({ import: 3, create: 2 })
    const state = readFileSync(place.kept('state', `${unit}.tfstate`), 'utf8')
    expect(state).toContain('"id":"d1"')
    expect((await run(place, 'plan', few, '--all')).of(unit)?.status).toBe('planned')
  })

  test('is taken up whole where all of the state is lost: its own subnets do not stand in its way', async () => {
    const platform = 'platform_extranet'
    const named = (query: URLSearchParams, name: string) => query.get('name') === name
    const place = await site({
      '/domains': (query: URLSearchParams) => ({
        domains: named(query, 'platform') ? [{ id: 'd1', name: 'platform' }] : [],
      }),
      '/projects': (query: URLSearchParams) => ({
        projects: named(query, 'platform') ? [{ id: 'p1', name: 'platform', domain_id: 'd1' }] : [],
      }),
      '/networks': (query: URLSearchParams) => ({
        networks: named(query, 'egress') ? [{ id: 'n1', name: 'egress', project_id: 'p1' }] : [],
      }),
      '/subnets': (query: URLSearchParams) => ({
        subnets:
          named(query, 'egress_ipv4') || query.get('cidr') === '198.51.100.0/24'
            ? [
                {
                  id: 's1',
                  name: 'egress_ipv4',
                  network_id: 'n1',
                  cidr: '198.51.100.0/24',
                  subnetpool_id: 'a pool',
                  project_id: 'p1',
                },
              ]
            : [],
      }),
    })
    const adopted = await run(place, 'apply', 'zone:extranet', '--yes', '--adopt')
    expect(adopted.of(platform)).toMatchObject({ status: 'applied', changes: { import: 4 } })
  })

  test('is named as another’s where it is not as ours would be, and never taken up', async () => {
    const place = await site({ '/domains': domainHolding({ description: 'of somebody else' }) })
    const { of } = await run(place, 'apply', few, '--yes', '--adopt')
    expect(of(unit)).toMatchObject({ status: 'failed', failure: { code: 'TY6202' } })
    expect(of(unit)?.failure?.diagnostics.map(({ summary }) => summary)).toEqual([
      'domain ningwu_jiaoyuju (d1)',
    ])
    expect(begun(place.trace(), 'apply')).not.toContain(unit)
  })

  test('is looked for once in a new system: without its project nothing can lie in it', async () => {
    const place = await site()
    await run(place, 'apply', few, '--yes')
    expect(place.cloud.requests.filter(line => line.includes('/networks?name=xueji-guanli'))).toEqual([])
  })
})

describe('an account that does not see what the state has', () => {
  test('leaves plan and apply refused, and the state as it was', async () => {
    const place = await site()
    await run(place, 'apply', few, '--yes')
    const state = place.kept('state', `${system}.tfstate`)
    const before = readFileSync(state)
    place.cloud.hide(path => path.startsWith('/v2.0/'))
    for (const argv of [
      ['plan', few, '--all'],
      ['apply', few, '--all', '--yes'],
    ]) {
      const calls = place.trace().length
      const { status, of } = await run(place, ...argv)
      expect(status).toBe(1)
      expect(of(system)).toMatchObject({ status: 'failed', failure: { code: 'TY6220' } })
      const about = place
        .trace()
        .slice(calls)
        .filter(({ stack }) => stack === system)
      expect(about.filter(({ event }) => event === 'plan' || event === 'apply')).toEqual([])
    }
    expect(readFileSync(state)).toEqual(before)
  })
})

describe('a cloud that keeps some kinds from the account, and not all of a service', () => {
  const isKept = (path: string) => /\/v2\.0\/(?:networks|address-scopes|subnetpools|subnets)\b/.test(path)

  test('leaves plan, apply and destroy refused', async () => {
    const place = await site()
    await run(place, 'apply', 'zone:extranet', '--yes')
    place.cloud.hide(isKept)
    for (const argv of [
      ['plan', 'platform', '--all'],
      ['apply', 'platform', '--all', '--yes'],
      ['destroy', '*', '--confirm', '*', '--without-papers', 'the test is over'],
    ]) {
      const { stdout } = await place.run([...argv, '--json'])
      const { stacks }: { readonly stacks: readonly Stack[] } = JSON.parse(stdout)
      const failure = stacks.find(({ stack }) => stack === 'platform_extranet')?.failure
      expect(failure?.code, argv[0]).toBe('TY6220')
      expect(failure?.diagnostics.map(({ address }) => address)).toEqual(
        expect.arrayContaining(['openstack_networking_network_v2.egress']),
      )
    }
    expect(begun(place.trace(), 'destroy')).toEqual([])
  })

  test('is one that shows others of a kind: what is not there of it was taken away', async () => {
    const place = await site({ '/networks': { networks: [{ id: 'another' }] } })
    await run(place, 'apply', 'zone:extranet', '--yes')
    place.cloud.hide(path => isKept(path) && !path.endsWith('/networks') && !/address-scopes/.test(path))
    const { of } = await run(place, 'plan', 'platform', '--all')
    expect(of('platform_extranet')?.failure?.code).not.toBe('TY6220')
  })
})

describe('a project that is gone from the cloud', () => {
  test('is named at plan with the command that takes it out of the state', async () => {
    const place = await site()
    await run(place, 'apply', few, '--yes')
    place.cloud.hide(path => path.endsWith(`/projects/${system}-project`))
    const { status, of } = await run(place, 'plan', few, '--all')
    expect(status).toBe(1)
    expect(of(system)).toMatchObject({ status: 'failed', failure: { code: 'TY6219' } })
    const address = 'openstack_identity_project_v3.project'
    expect(of(system)?.failure?.diagnostics).toEqual([
      expect.objectContaining({
        address,
        summary: expect.stringContaining(`project xueji-guanli (${system}-project)`),
      }),
    ])
    expect(of(system)?.failure?.why.en).toContain(`tenantry state forget ${system} ${address}`)
    expect(of(unit)?.status).toBe('planned')
  })
})
