import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { begun, type Site, site } from '../../deliver/delivery.ts'

const unit = 'unit_extranet_ningwu_jiaoyuju'
const system = 'system_extranet_ningwu_jiaoyuju_xueji-guanli'
const project = `${system}-project`
const scope = 'ningwu/jiaoyuju@extranet'

type Answers = Readonly<Record<string, unknown>>

const network = {
  id: `${system}-network`,
  name: 'xueji-guanli',
  project_id: project,
  port_security_enabled: true,
}

const standing = {
  '/v3/domains': { domains: [{ id: `${unit}-domain`, name: 'ningwu_jiaoyuju' }] },
  '/v3/projects': { projects: [{ id: project, name: 'xueji-guanli', domain_id: `${unit}-domain` }] },
  '/networks': { networks: [network] },
}

/** A unit and its system, applied to a cloud that shows them from then on, and what else is said here. */
async function applied(otherwise: Answers = {}) {
  let isApplied = false
  const holding = Object.entries({ ...standing, ...otherwise }).map(([path, answer]) => [
    path,
    () => (isApplied ? answer : {}),
  ])
  const place = await site(Object.fromEntries(holding))
  const { status } = await place.run(['apply', scope, '--yes'])
  expect(status).toBe(0)
  isApplied = true
  return place
}

interface Told {
  readonly class: string
  readonly opens: boolean
  readonly firstSeen: string
  readonly finding: { readonly code: string }
}

async function drifted(
  place: Site,
  settings: Readonly<Record<string, string>> = {},
  selectors: readonly string[] = [scope],
) {
  const { status, stdout } = await place.run(['drift', ...selectors, '--json'], settings)
  const answer = JSON.parse(stdout)
  const drifts: readonly Told[] = answer.drifts
  return {
    status,
    zones: answer.zones,
    lines: drifts.map(({ class: of, opens, finding }) => `${of} ${finding.code}${opens ? ' opens' : ''}`),
    unlooked: answer.unlooked.map(({ code }: { readonly code: string }) => code),
    ended: answer.ended.length,
    since: drifts.map(({ firstSeen }) => firstSeen),
  }
}

const quota = { address: 'openstack_compute_quotaset_v2.compute', type: 'openstack_compute_quotaset_v2' }

/** Somebody has raised a quota of the system, which an apply would put back. */
const raised = {
  TF_FAKE_PLANNED: JSON.stringify({
    [system]: {
      resource_drift: [
        { ...quota, change: { actions: ['update'], before: { cores: 4 }, after: { cores: 8 } } },
      ],
      resource_changes: [
        { ...quota, change: { actions: ['update'], before: { cores: 8 }, after: { cores: 4 } } },
      ],
    },
  }),
}

describe('drift', () => {
  test('is none where all three sides are of one mind, and nothing was changed to see that', async () => {
    const place = await applied()
    const before = place.cloud.requests.length
    expect(await drifted(place)).toMatchObject({ status: 0, zones: ['extranet'], lines: [], unlooked: [] })
    expect(place.cloud.requests.slice(before).filter(line => !line.startsWith('GET '))).toEqual([])
    expect(begun(place.trace(), 'apply')).toHaveLength(3)
    const { stdout } = await place.run(['drift', scope, '--lang', 'en'])
    expect(stdout).toBe('zones extranet: manifests, states and clouds are of one mind\n')
  })

  test('is told with what opens something first, and ends with 2', async () => {
    const strays = [network, { ...network, id: 'n2' }, { ...network, id: 'n3', shared: true }]
    const place = await applied({ '/networks': { networks: strays } })
    expect(await drifted(place, raised)).toMatchObject({
      status: 2,
      lines: ['rbac TY5202 opens', 'quota TY6601', 'unmanaged TY6608'],
      unlooked: [],
    })
    const { stdout } = await place.run(['drift', scope, '--lang', 'en'], raised)
    const lines = stdout.split('\n')
    expect(lines.filter(line => /^\S/.test(line))).toEqual([
      'ALARM: something is open that nobody was granted',
      'differs',
      'zones extranet: 1 alarm, 2 other differences',
    ])
    expect(lines).toContain('      cores: manifest 4, state 4, cloud 8')
    const file = place.beside('drift.sarif')
    await place.run(['drift', scope, '--format', 'sarif', '--out', file, '--page', `${file}.html`], raised)
    const { runs } = JSON.parse(readFileSync(file, 'utf8'))
    const levels = runs[0].results.map(({ level }: { readonly level: string }) => level)
    expect(levels).toEqual(['error', 'warning', 'warning'])
    expect(readFileSync(`${file}.html`, 'utf8')).toContain('zones extranet: 1 alarm, 2 other differences')
  })

  test('of one zone is found whatever is with another, and alone decides about the status', async () => {
    const place = await applied()
    const file = place.beside('clouds.yaml')
    const { clouds } = JSON.parse(readFileSync(file, 'utf8'))
    clouds.internet.auth.auth_url = 'http://127.0.0.1:1/v3'
    writeFileSync(file, JSON.stringify({ clouds }))
    const both = [scope, 'zone:internet']
    expect(await drifted(place, {}, both)).toMatchObject({
      status: 3,
      zones: ['extranet'],
      lines: [],
      unlooked: ['TY6010'],
    })
    expect(await drifted(place, raised, both)).toMatchObject({
      status: 2,
      lines: ['quota TY6601'],
      unlooked: ['TY6010'],
    })
    expect((await place.run(['drift', 'zone:internet'])).status).toBe(3)
  })

  test('of one tenant is found whatever is with another’s stacks, and is not asked of others', async () => {
    const { domains } = standing['/v3/domains']
    const place = await applied({
      '/v3/domains': { domains: [...domains, { id: 'd2', name: 'ningwu_weijianju' }] },
      '/networks': { networks: [{ ...network, shared: true }] },
    })
    const other = 'ningwu/weijianju@extranet'
    expect(await drifted(place, raised, [scope, other])).toMatchObject({
      status: 2,
      lines: ['rbac TY5202 opens', 'quota TY6601', 'unmanaged TY6608'],
      unlooked: ['TY6202', 'TY6620'],
    })
    expect((await drifted(place, raised, [other])).lines).toEqual(['unmanaged TY6608'])
  })

  test('is found in what stands on a stack that must not be applied as it is planned', async () => {
    const place = await applied()
    const egress = {
      address: 'openstack_networking_network_v2.egress',
      type: 'openstack_networking_network_v2',
    }
    const planned = JSON.parse(raised.TF_FAKE_PLANNED)
    const refused = {
      resource_changes: [{ ...egress, change: { actions: ['delete'], before: { id: 'n' }, after: null } }],
    }
    const TF_FAKE_PLANNED = JSON.stringify({ ...planned, platform_extranet: refused })
    const both = [scope, 'platform:extranet']
    const { status, lines, unlooked } = await drifted(place, { TF_FAKE_PLANNED }, both)
    expect([status, lines, unlooked]).toEqual([2, ['quota TY6601'], []])
  })

  test('takes a stack without a manifest for leaked, where its zone is asked about', async () => {
    const place = await applied()
    const state = readFileSync(place.kept('state', `${system}.tfstate`), 'utf8')
    const old = 'system_extranet_ningwu_jiaoyuju_old'
    writeFileSync(place.kept('state', `${old}.tfstate`), state.replaceAll(system, old))
    expect((await drifted(place)).lines).toEqual([])
    expect((await drifted(place, {}, ['zone:extranet'])).lines).toEqual(['leaked TY6609'])
  })

  test('says what the account is not shown, and what was broken off', async () => {
    const place = await applied({ '/rbac-policies': 403 })
    const { status, unlooked } = await drifted(place)
    expect([status, unlooked]).toEqual([1, ['TY6205', 'TY5205']])
    const stopped = await place.run(['drift', scope, '--json'], {}, { signal: AbortSignal.abort() })
    expect(stopped.status).toBe(1)
    expect(stopped.stdout).toContain('TY6620')
  })

  test('is remembered from one look to the next, until it is over', async () => {
    const place = await applied()
    const first = await drifted(place, raised)
    const second = await drifted(place, raised)
    expect([first.since.length, second.since]).toEqual([1, first.since])
    expect((await drifted(place, {}, ['ningwu/weijianju@extranet'])).ended).toBe(0)
    expect(await drifted(place)).toMatchObject({ status: 0, ended: 1 })
    expect(await drifted(place)).toMatchObject({ status: 0, ended: 0 })
    const { seen } = JSON.parse(readFileSync(place.kept('drift.json'), 'utf8'))
    expect(seen).toMatchObject([{ code: 'TY6601', firstSeen: first.since[0] }])
  })
})
