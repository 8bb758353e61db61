import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { claimHome } from '../../../scripts/workspace/state-home.ts'
import { begun, type Site, site } from '../../deliver/delivery.ts'
import { keepStatesRemotely } from '../../deliver/remote-states.ts'

const system = 'system_extranet_ningwu_jiaoyuju_xueji-guanli'
const unit = 'unit_extranet_ningwu_jiaoyuju'
const address = 'ningwu/jiaoyuju/xueji-guanli'
const warned = /^warning TY6409: .+\n {4}→ .+\n$/

/** Most tests are about systems that live. */
const lab = ['--without-papers', 'a test']

interface Answer {
  readonly stacks: readonly {
    readonly stack: string
    readonly status: string
    readonly failure?: {
      readonly code: string
      readonly diagnostics: readonly { readonly summary: string }[]
    }
  }[]
}

/** Destroys, and tells of each stack that was kept by what code, and what was said of it, one line each. */
async function destroyed(place: Site, selector: string, ...options: readonly string[]) {
  const { status, stdout } = await place.run([
    'destroy',
    selector,
    '--confirm',
    selector,
    '--json',
    ...options,
  ])
  const { stacks }: Answer = JSON.parse(stdout)
  const failures = stacks.flatMap(({ stack, failure }) =>
    failure === undefined
      ? []
      : [[stack, failure.code, failure.diagnostics.map(({ summary }) => summary)] as const],
  )
  return { status, failures, stacks }
}

describe('destroy', () => {
  test('takes systems before what they stand on, and leaves no file of them', async () => {
    const place = await site()
    await place.run(['apply', 'ningwu/jiaoyuju', '--yes'])
    const { status, stdout } = await place.run(['destroy', '*', '--confirm', '*', '--json', ...lab])
    expect(status).toBe(0)
    const order = begun(place.trace(), 'destroy')
    const lastSystem = order.findLastIndex(stack => stack.startsWith('system_'))
    const firstPlatform = order.findIndex(stack => stack.startsWith('platform_'))
    expect(firstPlatform).toBeGreaterThan(lastSystem)
    const record: { readonly stacks: readonly { readonly status: string }[] } = JSON.parse(stdout)
    expect(new Set(record.stacks.map(({ status }) => status))).toEqual(new Set(['destroyed']))
    expect(readdirSync(place.kept('state'))).toEqual([])
    for (const folder of ['work', 'data', 'records']) expect(readdirSync(place.kept(folder))).toEqual([])
  })

  test('removes what the cloud keeps of each project: its quotas, and the group that Neutron made', async () => {
    const project = `${system}-project`
    const groups = { security_groups: [{ id: 'g1', name: 'default', project_id: project }] }
    const place = await site({
      '/security-groups': groups,
      '/quotas': { quotas: [{ project_id: project }, { project_id: 'another' }] },
    })
    await place.run(['apply', address, '--yes'])
    const { status } = await place.run(['destroy', address, '--confirm', address, ...lab])
    expect(status).toBe(0)
    expect(place.cloud.requests).toContain(`GET /v2.0/security-groups?project_id=${project}`)
    expect(place.cloud.requests.filter(line => line.startsWith('DELETE'))).toEqual([
      // Nova's, and Cinder's.
      `DELETE /os-quota-sets/${project}`,
      `DELETE /os-quota-sets/${project}`,
      'DELETE /v2.0/security-groups/g1',
      `DELETE /v2.0/quotas/${project}`,
    ])
  })

  test('refuses while what others have hangs on a stack, and not for what goes along', async () => {
    const gateway = (id: string, router: string) => ({
      id,
      device_id: router,
      device_owner: 'network:router_gateway',
      project_id: '',
    })
    const ports: object[] = [gateway('gw1', `${system}-router`)]
    const place = await site({
      '/ports': (query: URLSearchParams) => ({ ports: query.has('network_id') ? ports : [] }),
    })
    await place.run(['apply', address, '--yes'])
    ports.push(gateway('gw2', 'an orphan'))
    const { status, failures } = await destroyed(place, '*', ...lab)
    expect(status).toBe(1)
    expect(new Set(failures.map(([, code]) => code))).toEqual(new Set(['TY6222']))
    expect(new Set(failures.flatMap(([, , said]) => said))).toEqual(
      new Set(['router (an orphan): network:router_gateway gw2']),
    )
    expect(begun(place.trace(), 'destroy')).toEqual([])
  })

  test('refuses while the tenant has anything left, and names all of it', async () => {
    const place = await site({
      '/servers': { servers: [{ id: 's1', name: 'web' }] },
      '/volumes': { volumes: [{ id: 'v1', name: 'data' }] },
      '/v2/images': { images: [{ id: 'i1', name: 'golden' }] },
      '/ports': {
        ports: [
          { id: 'p1', name: 'eth0', device_owner: 'compute:nova' },
          { id: 'p2', name: '', device_owner: 'network:dhcp' },
        ],
      },
    })
    await place.run(['apply', address, '--yes'])
    const { status, failures } = await destroyed(place, address, ...lab)
    expect(status).toBe(1)
    const project = `${system}-project`
    expect(failures).toEqual([
      [
        system,
        'TY6401',
        ['server web (s1)', 'volume data (v1)', 'image golden (i1)', 'port eth0 (p1)'].map(
          named => `${named}, in ${project}`,
        ),
      ],
    ])
    expect(begun(place.trace(), 'destroy')).toEqual([])
  })

  test('refuses while anybody lives in the domain of a unit, and names whatever nobody declared there', async () => {
    const place = await site({
      '/users': { users: [{ id: 'u1', name: 'operator' }] },
      '/groups': { groups: [{ id: 'g1', name: 'developers' }] },
      '/projects': { projects: [{ id: 'p1', name: 'sandbox' }] },
      '/roles': { roles: [{ id: 'r1', name: 'auditor' }] },
    })
    await place.run(['apply', address, '--yes'])
    const { status, stderr } = await place.run(['destroy', unit, '--confirm', unit])
    expect(status).toBe(1)
    expect(stderr).toMatch(/^error TY6402: .+\n$/)
    const refused = await destroyed(place, 'ningwu/jiaoyuju@extranet', ...lab)
    expect(refused.status).toBe(1)
    const domain = `${unit}-domain`
    expect(refused.failures).toEqual([
      [
        unit,
        'TY6401',
        ['project sandbox (p1)', 'user operator (u1)', 'group developers (g1)', 'role auditor (r1)'].map(
          named => `${named}, in ${domain}`,
        ),
      ],
    ])
    expect(place.cloud.requests).toContain(`GET /v3/users?domain_id=${unit}-domain`)
    expect(begun(place.trace(), 'destroy')).toEqual([])
  })

  test('knows its own projects also where a destroy was killed while it wrote their states', async () => {
    const chosen = 'ningwu/jiaoyuju'
    const projects: { readonly id: string; readonly name: string }[] = []
    const place = await site({ '/projects': { projects } })
    await place.run(['apply', chosen, '--yes'])
    const systems = begun(place.trace(), 'apply').filter(stack => stack.startsWith('system_'))
    expect(systems.length).toBeGreaterThan(1)
    for (const stack of systems) {
      projects.push({ id: `${stack}-project`, name: stack })
      const state = place.kept('state', `${stack}.tfstate`)
      renameSync(state, `${state}.backup`)
      writeFileSync(state, '{"version": 4, "resou')
    }
    const { status, stderr } = await place.run(['destroy', chosen, '--confirm', chosen, ...lab])
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(warned) })
  })

  test('takes no offence at ports that Neutron made itself', async () => {
    const place = await site({ '/ports': { ports: [{ id: 'p', name: '', device_owner: 'network:dhcp' }] } })
    await place.run(['apply', address, '--yes'])
    expect((await place.run(['destroy', address, '--confirm', address, ...lab])).status).toBe(0)
  })

  test('refuses to take away what others stand on', async () => {
    const place = await site()
    await place.run(['apply', address, '--yes'])
    const { status, stderr } = await place.run(['destroy', 'platform', '--confirm', 'platform'])
    expect(status).toBe(1)
    expect(stderr).toMatch(/^error TY6402: .+\n$/)
    expect(stderr).toContain(system)
  })

  test('finds a stack of which only the state is left', async () => {
    const place = await site()
    await place.run(['apply', 'ningwu/weijianju', '--yes'])
    for (const name of readdirSync(place.path('tenants/ningwu/weijianju')))
      rmSync(place.path('tenants/ningwu/weijianju', name))
    for (const name of readdirSync(place.kept('work'))) rmSync(place.kept('work', name), { recursive: true })
    const { status, stderr } = await place.run([
      'destroy',
      'ningwu/weijianju',
      '--confirm',
      'ningwu/weijianju',
      ...lab,
    ])
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(warned) })
    expect(begun(place.trace(), 'destroy')).toEqual([
      'system_extranet_ningwu_weijianju_jiankang-dangan',
      'unit_extranet_ningwu_weijianju',
    ])
    expect(existsSync(place.kept('state/unit_extranet_ningwu_weijianju.tfstate'))).toBe(false)
    expect(existsSync(place.kept('state/platform_extranet.tfstate'))).toBe(true)
  })

  test('looks for the state of a stack that is lost where the zone keeps that one’s, however long its name', async () => {
    const place = await site()
    keepStatesRemotely(place)
    const long = `system_extranet_ningwu_jiaoyuju_${'dangan-'.repeat(5)}xitong`
    claimHome(place.kept(), place.root)
    mkdirSync(place.kept('state'))
    writeFileSync(place.kept('state', `${long}.tfstate`), '{"version":4,"resources":[]}')
    await place.run(['destroy', long, '--confirm', long, ...lab], { TF_FAKE_INIT: 'Error: no database' })
    const configuration = JSON.parse(readFileSync(place.kept('work', long, 'cdk.tf.json'), 'utf8'))
    const digest = createHash('sha256').update(long).digest('hex').slice(0, 40)
    expect(configuration.terraform.backend).toEqual({ pg: { schema_name: `states__${digest}` } })
    expect(Object.keys(configuration)).toEqual(['provider', 'terraform'])
  })
})

describe('without the exit of a system, destroy', () => {
  const ended = 'ningwu/weijianju/yimiao-yuyue'
  const endedStack = 'system_internet_ningwu_weijianju_yimiao-yuyue'
  const file = 'tenants/ningwu/weijianju/yimiao-yuyue.yaml'
  /** A day on which it lived. */
  const then = ['--at', '2024-01-01']

  function edit(place: Site, text: string, by: string): void {
    const whole = readFileSync(place.path(file), 'utf8')
    expect(whole).toContain(text)
    writeFileSync(place.path(file), whole.replace(text, by))
  }

  test('refuses a system whose grant holds, and names each step, who takes it, and its papers', async () => {
    const place = await site()
    await place.run(['apply', address, '--yes'])
    const calls = place.cloud.requests.length
    const article = '《宁武县人民政府办公室关于加强政务云管理的实施意见》第二部分第（六）项'
    const { status, failures, stacks } = await destroyed(place, 'ningwu/jiaoyuju@extranet')
    expect(status).toBe(1)
    expect(failures).toEqual([
      [
        system,
        'TY6407',
        [
          `提交资源注销申请单（exit-submitted）：政务云使用部门，${article}，《资源注销申请单》`,
          `批准退出（exit-approved）：县政务信息管理局，${article}`,
          `完成数据备份和移交（data-handed-over）：政务云服务提供方，${article}，《数据移交清单》、《数据清除证明》`,
        ],
      ],
    ])
    expect(stacks.map(({ status }) => status)).toEqual(['failed', 'pending'])
    expect(place.cloud.requests).toHaveLength(calls)
    expect(existsSync(place.kept('state', `${system}.tfstate`))).toBe(true)
  })

  test('says the same to a person, with the way on', async () => {
    const place = await site()
    await place.run(['apply', address, '--yes'])
    const { stdout } = await place.run(['destroy', address, '--confirm', address])
    expect(stdout).toMatch(/TY6407 .+正式运行/)
    expect(stdout).toContain('tenantry apply --retire')
    expect(stdout).toContain('--without-papers')
  })

  test('goes on for a reason, says it aloud, and keeps it in the record', async () => {
    const place = await site()
    await place.run(['apply', address, '--yes'])
    const words = ['destroy', address, '--confirm', address, '--without-papers', ' the rehearsal is over ']
    const { status, stderr } = await place.run(words)
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(warned) })
    expect(stderr).toContain(system)
    expect(JSON.parse(readFileSync(place.kept('runs/latest.json'), 'utf8'))).toMatchObject({
      command: 'destroy',
      withoutPapers: { reason: 'the rehearsal is over', stacks: [system] },
    })
  })

  test('takes no reason that says nothing', async () => {
    const place = await site()
    const { status, stderr } = await place.run(['destroy', '*', '--confirm', '*', '--without-papers', ' '])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^error TY6107: .+\n$/)
  })

  test('asks for nothing more once the exit is through', async () => {
    const place = await site()
    await place.run(['apply', ended, '--yes', ...then])
    expect(existsSync(place.kept('state', `${endedStack}.tfstate`))).toBe(true)
    const { status, stderr } = await place.run(['destroy', ended, '--confirm', ended])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(readFileSync(place.kept('runs/latest.json'), 'utf8')).not.toContain('withoutPapers')
  })

  test('refuses an exit without its papers, and names the place that lacks one', async () => {
    const place = await site()
    await place.run(['apply', ended, '--yes', ...then])
    edit(place, '      - { type: 数据清除证明, number: YM-QC-01, on: 2024-11-08 }\n', '')
    const { status, failures } = await destroyed(place, ended)
    expect(status).toBe(1)
    expect(failures).toEqual([
      [
        endedStack,
        'TY6408',
        [expect.stringMatching(/^tenants\/.+yimiao-yuyue\.yaml:\d+:5 TY42\d\d .+数据清除证明/)],
      ],
    ])
  })

  test.each([
    ['without a manifest', (place: Site) => rmSync(place.path(file))],
    ['whose manifest cannot be read', (place: Site) => edit(place, 'kind: System', 'kind: Sistem')],
    [
      'that was granted nothing',
      (place: Site) =>
        edit(
          place,
          /\n {2}- event: reviewed[\s\S]*/.exec(readFileSync(place.path(file), 'utf8'))?.[0] ?? '',
          '\n',
        ),
    ],
  ])('proves nothing of a system %s', async (_, change) => {
    const place = await site()
    await place.run(['apply', ended, '--yes', ...then])
    change(place)
    const { status, failures } = await destroyed(place, endedStack)
    expect(status).toBe(1)
    expect(failures).toEqual([[endedStack, 'TY6408', []]])
    expect((await destroyed(place, endedStack, ...lab)).status).toBe(0)
  })
})

describe('an account that does not see what the state has', () => {
  test('destroys nothing, and leaves the states as they were', async () => {
    const place = await site()
    await place.run(['apply', address, '--yes'])
    const state = place.kept('state', `${system}.tfstate`)
    const before = readFileSync(state)
    place.cloud.hide(path => path.startsWith('/v2.0/'))
    const { status, failures, stacks } = await destroyed(place, 'ningwu/jiaoyuju@extranet', ...lab)
    expect(status).toBe(1)
    expect(failures.map(([stack, code]) => [stack, code])).toEqual([[system, 'TY6220']])
    expect(stacks.map(({ stack, status }) => [stack, status])).toEqual([
      [system, 'failed'],
      [unit, 'pending'],
    ])
    expect(begun(place.trace(), 'destroy')).toEqual([])
    expect(readFileSync(state)).toEqual(before)
  })

  test('is told from a removal that was broken off, by what is seen of the platform', async () => {
    const place = await site()
    await place.run(['apply', address, '--yes'])
    writeFileSync(place.kept('state', `${system}.removing.json`), '{"version":1,"projects":[]}')
    place.cloud.hide(path => path.includes(`/${system}-`))
    expect(await destroyed(place, address, ...lab)).toMatchObject({ status: 0, failures: [] })
  })

  test('is told from somebody who removed the project, which has to leave the state first', async () => {
    const place = await site()
    await place.run(['apply', address, '--yes'])
    place.cloud.hide(path => path.endsWith(`/projects/${system}-project`))
    const { status, failures } = await destroyed(place, address, ...lab)
    expect(status).toBe(1)
    expect(failures.map(([stack, code]) => [stack, code])).toEqual([[system, 'TY6219']])
    expect(begun(place.trace(), 'destroy')).toEqual([])
  })
})

describe('before anything is touched, destroy', () => {
  test.each([
    [['destroy', address]],
    [['destroy', address, '--confirm', 'ningwu']],
    [['destroy', address, 'platform', '--confirm', address]],
  ])('refuses %j', async argv => {
    const place = await site()
    const { status, stderr } = await place.run(argv)
    expect(status).toBe(2)
    expect(stderr).toMatch(/^error TY6105: .+\n$/)
  })

  test('wants a selector', async () => {
    const place = await site()
    expect((await place.run(['destroy', '--confirm', '*'])).status).toBe(2)
  })

  test('has nothing to do where nothing stands', async () => {
    const place = await site()
    const { status } = await place.run(['destroy', '*', '--confirm', '*'])
    expect(status).toBe(0)
    expect(begun(place.trace(), 'destroy')).toEqual([])
  })
})
