import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Site, site } from '../../deliver/delivery.ts'

const unit = 'unit_extranet_ningwu_jiaoyuju'
const system = 'system_extranet_ningwu_jiaoyuju_xueji-guanli'
const project = `${system}-project`
const scope = 'ningwu/jiaoyuju@extranet'
const manifest = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'
const branch = 'tenantry/drift-2026-11-23'

/** A rule for anybody in another network that an administrator has put into the system's group. */
const rule = {
  id: 'rule-by-hand',
  direction: 'ingress',
  ethertype: 'IPv4',
  protocol: 'tcp',
  port_range_min: 8443,
  port_range_max: 8443,
  remote_ip_prefix: '172.20.0.0/16',
  remote_group_id: null,
}

const standing = {
  '/v3/domains': { domains: [{ id: `${unit}-domain`, name: 'ningwu_jiaoyuju' }] },
  '/v3/projects': { projects: [{ id: project, name: 'xueji-guanli', domain_id: `${unit}-domain` }] },
  '/networks': {
    networks: [
      { id: `${system}-network`, name: 'xueji-guanli', project_id: project, port_security_enabled: true },
    ],
  },
  '/security-groups': {
    security_groups: [
      { id: 'group', name: 'xueji-guanli', project_id: project, security_group_rules: [rule] },
    ],
  },
}

/** The regulation's own day is over: nothing may be added by it. Here it still holds. */
async function applied(regulation: (text: string) => string = withoutEnd): Promise<Site> {
  let isApplied = false
  const holding = Object.entries(standing).map(([path, answer]) => [path, () => (isApplied ? answer : {})])
  const place = await site(Object.fromEntries(holding))
  const profile = place.path('catalogue/jurisdictions/ningwu.yaml')
  writeFileSync(profile, regulation(readFileSync(profile, 'utf8')))
  const { status } = await place.run(['apply', scope, '--yes'])
  expect(status).toBe(0)
  isApplied = true
  return place
}

function withoutEnd(text: string): string {
  return text.replace(/^ {2}# 自发布之日起.*\n {2}validYears: 3\n {2}validityArticle: NW-5.2\n/m, '')
}

const quota = { address: 'openstack_compute_quotaset_v2.compute', type: 'openstack_compute_quotaset_v2' }

/** Somebody has set a quota of the system, which an apply would put back. */
function set(cores: number) {
  const change = (before: number, after: number) => ({
    ...quota,
    change: { actions: ['update'], before: { cores: before }, after: { cores: after } },
  })
  return {
    TF_FAKE_PLANNED: JSON.stringify({
      [system]: { resource_drift: [change(8, cores)], resource_changes: [change(cores, 8)] },
    }),
  }
}

interface Way {
  readonly id: string
  readonly class: string
  readonly way: string
  readonly by: string | null
  readonly adoption: { readonly possible: boolean }
  readonly refused: { readonly findings?: readonly { readonly code: string }[] } | null
}

async function proposed(place: Site, settings: Readonly<Record<string, string>>, ...more: readonly string[]) {
  const { status, stdout } = await place.run(['drift', scope, '--propose', '--json', ...more], settings)
  const { proposal } = JSON.parse(stdout)
  const ways: readonly Way[] = proposal.ways
  return {
    status,
    branch: proposal.branch,
    owed: proposal.owed.map(({ code }: { readonly code: string }) => code),
    ids: ways.map(({ id }) => id),
    ways: ways.map(one => [one.class, one.way, one.by, ...refusedCodes(one)].join(' ')),
  }
}

function refusedCodes({ refused }: Way): readonly string[] {
  return refused?.findings?.map(({ code }) => code) ?? []
}

function git({ root }: Site, ...words: readonly string[]): string {
  return execFileSync('git', ['-C', root, ...words], { encoding: 'utf8' })
}

function added(place: Site, name: string): readonly string[] {
  const lines = git(place, 'diff', '--unified=0', `master...${name}`).split('\n')
  return lines.filter(line => /^[+-](?![+-])/.test(line))
}

describe('drift --propose', () => {
  test('asks on a branch for what opens nothing, and names the way back of the rest', async () => {
    const place = await applied()
    writeFileSync(place.path('README.md'), 'not committed\n')
    const lies = [git(place, 'status', '--porcelain', '--branch'), git(place, 'ls-files', '--stage')]
    const first = await proposed(place, set(12))
    expect(first).toMatchObject({
      status: 2,
      ways: ['exposure revert command', 'quota adopt apply', 'unmanaged decide '],
      branch: { name: branch, isKnown: false, files: [manifest], push: `git push origin ${branch}` },
      owed: ['TY4201'],
    })
    expect([git(place, 'status', '--porcelain', '--branch'), git(place, 'ls-files', '--stage')]).toEqual(lies)
    expect(git(place, 'rev-parse', branch).trim()).toBe(first.branch.commit)
    expect(git(place, 'rev-parse', `${branch}^`)).toBe(git(place, 'rev-parse', 'master'))
    const lines = added(place, branch)
    expect(lines.slice(0, 4)).toEqual([
      '-      - { item: ecs.domestic.4c8g, quantity: 2 }',
      '+      - { item: ecs.domestic.4c8g, quantity: 3 }',
      '+  - event: change-submitted # 提交资源变更申请单',
      '+    on: 2026-11-23',
    ])
    expect(lines.join('\n')).not.toContain('grants')
    expect(git(place, 'log', '-1', '--format=%B', branch)).toContain(first.ids[1])
  })

  test('asks for an opening only where it is named, with what stands by inheritance', async () => {
    const place = await applied()
    const before = await proposed(place, set(12), '--adopt', 'qos')
    expect([before.ways[0], before.ways[1], before.branch]).toEqual([
      'exposure revert command',
      'quota revert apply',
      null,
    ])
    const id = before.ids[0] ?? ''
    expect(await proposed(place, set(12), '--adopt', id.slice(0, 8))).toMatchObject({
      ways: ['exposure adopt command', 'quota revert apply', 'unmanaged decide '],
      branch: { name: branch },
    })
    const lines = added(place, branch)
    expect(lines[0]).toBe('+      - { from: 172.20.0.0/16, protocol: tcp, ports: [8443] }')
    expect(lines).toContain('+    inherited:')
    const both = await proposed(place, set(12), '--adopt', 'exposure', 'quota')
    expect(both.branch).toMatchObject({ name: `${branch}-2`, isKnown: false })
    const { stdout } = await place.run(
      ['drift', scope, '--propose', '--adopt', 'qos', '--lang', 'en'],
      set(12),
    )
    expect(stdout).toContain('nothing is to be adopted: no branch was written')
    expect(stdout).toContain(`tenantry apply ${system} --all`)
  })

  test('leaves out of the branch what would not validate, and writes the rest', async () => {
    const place = await applied()
    expect(await proposed(place, set(4000), '--adopt', 'exposure', 'quota')).toMatchObject({
      status: 2,
      ways: ['exposure adopt command', 'quota revert apply TY3225', 'unmanaged decide '],
      branch: { name: branch },
    })
    expect(added(place, branch).some(line => line.includes('8443'))).toBe(true)
    expect(added(place, branch).some(line => line.includes('ecs.domestic'))).toBe(false)
  })

  test('writes no branch where the regulation lets nothing be added', async () => {
    const place = await applied(text => text)
    expect(await proposed(place, set(12))).toMatchObject({
      ways: expect.arrayContaining(['quota revert apply TY4011']),
      branch: null,
    })
    expect(git(place, 'branch', '--list', 'tenantry/*')).toBe('')
  })

  test('finds a branch with the same content again, and tells people of it', async () => {
    const place = await applied()
    const { branch: made } = await proposed(place, set(12))
    const { stdout } = await place.run(['drift', scope, '--propose', '--lang', 'en'], set(12))
    expect(stdout).toContain(`the branch ${branch} (${made.commit.slice(0, 12)}) has the same content`)
    expect(git(place, 'branch', '--list', 'tenantry/*', '--format=%(refname:short)')).toBe(`${branch}\n`)
  })

  test('begins at the commit that is checked out without a branch, and refuses what it cannot begin at', async () => {
    const place = await applied()
    git(place, 'checkout', '--quiet', '--detach')
    expect((await proposed(place, set(12))).branch).toMatchObject({ name: branch })
    git(place, 'branch', '--delete', '--force', '--quiet', branch)
    git(place, 'branch', 'tenantry')
    const clash = await place.run(['drift', scope, '--propose'], set(12))
    expect([clash.status, clash.stderr]).toEqual([3, expect.stringContaining('TY9038')])
    const refused: readonly (readonly [string, ...string[]])[] = [
      ['TY9004', '--adopt', 'quota'],
      ['TY9051', '--propose', '--dirty'],
      ['TY9006', '--propose', '--adopt', 'quotas'],
      ['TY9006', '--propose', '--adopt', '00000000'],
    ]
    for (const [code, ...words] of refused) {
      const { status, stderr } = await place.run(['drift', scope, ...words])
      expect([status, stderr]).toEqual([2, expect.stringContaining(code)])
    }
  })

  test('with a form that has no place for it tells of it beside', async () => {
    const place = await applied()
    const { stdout, stderr } = await place.run(['drift', scope, '--propose', '--format', 'sarif'], set(12))
    expect(JSON.parse(stdout).runs).toHaveLength(1)
    expect(stderr).toContain(branch)
  })
})
