import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../../../scripts/workspace/package-root.ts'
import { begun, mostAtOnce, type Site, site } from '../../deliver/delivery.ts'
import { temporaryDirectory, testDay } from '../harness.ts'

interface Result {
  readonly stack: string
  readonly status: string
  readonly because?: string
  readonly failure?: { readonly code: string }
  readonly changes?: {
    readonly create: number
    readonly import: number
    readonly removed: readonly string[]
  }
}

interface Record {
  readonly outcome: string
  readonly leaked: readonly string[]
  readonly stacks: readonly Result[]
}

const unit = 'unit_extranet_ningwu_jiaoyuju'
const system = 'system_extranet_ningwu_jiaoyuju_xueji-guanli'
const manifest = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'

/** Three stacks: a unit, a system, and the platform that they stand on. */
const few = ['ningwu/jiaoyuju@extranet']

async function apply(
  place: Site,
  argv: readonly string[] = [],
  settings: { readonly [key: string]: string } = {},
  chosen: readonly string[] = few,
) {
  const { status, stdout, stderr } = await place.run(
    ['apply', ...chosen, '--yes', '--json', ...argv],
    settings,
  )
  expect(stderr).toBe('')
  const record: Record = JSON.parse(stdout)
  const ofStatus = (wanted: string) =>
    record.stacks.filter(result => result.status === wanted).map(({ stack }) => stack)
  return { status, record, ofStatus }
}

function latest(place: Site, name = 'latest.json'): Record {
  return JSON.parse(readFileSync(place.kept('runs', name), 'utf8'))
}

describe('apply', () => {
  test('applies platforms and units before the systems on them, and no more at a time than it may', async () => {
    const place = await site()
    const { status, record } = await apply(place, ['--parallel', '3'], {
      TF_FAKE_DELAY_MS: '200',
    })
    expect(status).toBe(0)
    expect(record.outcome).toBe('succeeded')
    expect(record.stacks.every(({ status }) => status === 'applied')).toBe(true)
    const trace = place.trace()
    expect(mostAtOnce(trace, 'apply')).toBeGreaterThan(1)
    expect(mostAtOnce(trace, 'apply')).toBeLessThanOrEqual(3)
    const order = trace.filter(({ event }) => event === 'apply' || event === 'apply ended')
    const at = (event: string, stack: string) =>
      order.findIndex(entry => entry.event === event && entry.stack === stack)
    for (const { stack } of record.stacks.filter(({ stack }) => stack.startsWith('system_'))) {
      const [, zone, jurisdiction, unitName] = stack.split('_')
      for (const foundation of [`platform_${zone}`, `unit_${zone}_${jurisdiction}_${unitName}`])
        expect(at('apply ended', foundation)).toBeLessThan(at('apply', stack))
    }
  })

  test('runs only what changed since, what has lost its state, or all when told so', async () => {
    const place = await site()
    await apply(place)
    const calls = place.trace().length
    const again = await apply(place)
    expect(new Set(again.record.stacks.map(({ status }) => status))).toEqual(new Set(['unchanged']))
    // One look at the version of terraform.
    expect(
      place
        .trace()
        .slice(calls)
        .map(({ event }) => event),
    ).toEqual(['version', 'version ended'])

    const file = place.path(manifest)
    writeFileSync(file, `# a comment\n${readFileSync(file, 'utf8')}`)
    expect((await apply(place)).ofStatus('applied')).toEqual([])
    writeFileSync(file, readFileSync(file, 'utf8').replace(/name: .*?(,| \})/, 'name: 另一名称（示例）$1'))
    expect((await apply(place)).ofStatus('applied').every(stack => stack.endsWith('_xueji-guanli'))).toBe(
      true,
    )

    rmSync(place.kept('state', `${unit}.tfstate`))
    expect((await apply(place)).ofStatus('applied')).toEqual([unit])
    expect((await apply(place, ['--all'])).ofStatus('unchanged')).toEqual(
      (await apply(place)).record.stacks
        .map(({ stack }) => stack)
        .filter(stack => stack.startsWith('platform_')),
    )
  })

  test('runs again when the cloud of the zone is another', async () => {
    const place = await site()
    await apply(place)
    const other = await site()
    const { record } = await apply(place, [], { OS_CLIENT_CONFIG_FILE: other.beside('clouds.yaml') })
    expect(new Set(record.stacks.map(({ status }) => status))).toEqual(new Set(['applied']))
  })

  test('goes on when a stack fails, skips what stands on it, and retries just these', async () => {
    const place = await site()
    const failing = { TF_FAKE_FAIL: JSON.stringify({ [unit]: 'but got 403 instead: forbidden' }) }
    const { status, record, ofStatus } = await apply(place, [], failing)
    expect(status).toBe(1)
    expect(record.outcome).toBe('failed')
    expect(record.stacks.find(({ stack }) => stack === unit)).toMatchObject({
      status: 'failed',
      failure: { code: 'TY6205' },
    })
    expect(record.stacks.find(({ stack }) => stack === system)).toMatchObject({
      status: 'skipped',
      because: unit,
    })
    expect(ofStatus('applied').length).toBe(record.stacks.length - 2)
    expect(latest(place)).toMatchObject({ outcome: 'failed' })

    await place.run(['plan', ...few, '--json'])
    const retried = await apply(place, ['--retry'])
    expect(retried.status).toBe(0)
    expect(retried.ofStatus('applied')).toEqual([unit, system])
    expect((await apply(place, ['--retry'])).ofStatus('applied')).toEqual([])
  })

  test('tries again by itself what may pass, and not what lasts', async () => {
    const place = await site()
    const passing = { TF_FAKE_FAIL: JSON.stringify({ [unit]: 'got 503', platform_extranet: 'got 400' }) }
    const { record } = await apply(place, [], passing)
    const calls = begun(place.trace(), 'apply')
    expect(calls.filter(stack => stack === unit)).toHaveLength(3)
    expect(calls.filter(stack => stack === 'platform_extranet')).toHaveLength(1)
    expect(record.stacks.find(({ stack }) => stack === unit)?.failure?.code).toBe('TY6207')
  })

  test('tells a person in one line each what became of the stacks, then what failed, why and what to do', async () => {
    const place = await site()
    const settings = { TF_FAKE_FAIL: JSON.stringify({ [unit]: 'but got 409 instead: Conflict \u001b[31m' }) }
    const { status, stdout } = await place.run(['apply', ...few, '--yes'], settings)
    expect(status).toBe(1)
    expect(stdout).toMatch(/^\[\d+\/\d+\] applied {2}platform_extranet {2}\+\d+ {2}\d+\.\d s$/m)
    expect(stdout).toMatch(
      new RegExp(`^${unit}: TY6202 .+\\n {4}openstack_\\S+: but got 409 .+\\n {4}→ .+$`, 'm'),
    )
    expect(stdout).not.toContain('\u001b')
    const chinese = await place.run(['apply', ...few, '--yes', '--lang', 'zh'], settings)
    expect(chinese.stdout).toMatch(/^\[\d+\/\d+\] 失败 /m)
  })

  test('names a state that nothing in the repository asks for, and leaves it alone', async () => {
    const place = await site()
    await apply(place, [], {}, ['ningwu/weijianju'])
    for (const name of readdirSync(place.path('tenants/ningwu/weijianju')))
      rmSync(place.path('tenants/ningwu/weijianju', name))
    const { status, record } = await apply(place)
    expect(status).toBe(0)
    expect(record.leaked).toEqual([
      'system_extranet_ningwu_weijianju_jiankang-dangan',
      'unit_extranet_ningwu_weijianju',
    ])
    expect(begun(place.trace(), 'destroy')).toEqual([])
    const { stdout } = await place.run(['plan', ...few])
    expect(stdout).toMatch(/^warning TY6302: unit_extranet_ningwu_weijianju: /m)
  })
})

/** A PATH that leads to git and to nothing else. */
const gitAlone = mkdtempSync(join(tmpdir(), 'tenantry-path-'))
const gitProgram = (process.env.PATH ?? '')
  .split(':')
  .map(folder => join(folder, 'git'))
  .find(existsSync)
symlinkSync(gitProgram ?? '/nowhere/git', join(gitAlone, 'git'))
afterAll(() => rmSync(gitAlone, { recursive: true }))

describe('before anything is touched, apply', () => {
  test('refuses where nobody can be asked', async () => {
    const place = await site()
    const { status, stderr } = await place.run(['apply'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^error TY6104: .+\n$/)
  })

  test.each(['0', '65', '2.5', 'many', '-1'])('refuses --parallel %s', async count => {
    const place = await site()
    const { status, stderr } = await place.run(['apply', '--yes', `--parallel=${count}`])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^error TY6106: .+\n$/)
  })

  test('refuses to retry what never was', async () => {
    const place = await site()
    const { status, stderr } = await place.run(['apply', '--yes', '--retry'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^error TY6103: .+\n$/)
  })

  test('prints the errors of the repository and calls nothing', async () => {
    const place = await site()
    writeFileSync(
      place.path(manifest),
      readFileSync(place.path(manifest), 'utf8').replace('purpose:', 'purpos:'),
    )
    const { status, stderr } = await place.run(['apply', '--yes'])
    expect(status).toBe(1)
    expect(stderr).toContain(`${manifest}:`)
    expect(place.trace()).toEqual([])
    expect(existsSync(place.kept())).toBe(false)
  })

  test.each([
    ['TY6001', { TENANTRY_TERRAFORM: '', PATH: gitAlone }],
    ['TY9104', { PATH: '/nowhere' }],
    ['TY6001', { TENANTRY_TERRAFORM: '/bin/false' }],
    ['TY6002', { TF_FAKE_VERSION: '1.4.6' }],
    ['TY6005', { OS_CLIENT_CONFIG_FILE: '/nowhere/clouds.yaml' }],
  ])('says with status 3 what the machine lacks: %s', async (code, settings) => {
    const place = await site()
    const { status, stdout, stderr } = await place.run(['apply', '--yes'], settings)
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' })
    expect(stderr).toMatch(new RegExp(`^error ${code}: .+\\n$`))
    expect(existsSync(place.kept())).toBe(false)
  })

  test('says once that the provider cannot be had, and applies nothing', async () => {
    const place = await site()
    const { status, stderr } = await place.run(['apply', '--yes'], {
      TF_FAKE_INIT: 'Error: Failed to query available provider packages\n\nno such host\n',
    })
    expect(status).toBe(3)
    expect(stderr).toMatch(/^error TY6003: .+\n$/)
    expect(begun(place.trace(), 'apply')).toEqual([])
  })

  test('counts the policies that the runner’s project may still make, and touches nothing where they are too few', async () => {
    const may = (limit: number, used: number) => ({
      '/quotas/runner': { quota: { rbac_policy: limit } },
      '/rbac-policies': { rbac_policies: Array.from({ length: used }, (_, index) => ({ id: `${index}` })) },
    })
    const full = await site(may(10, 10))
    const { status, stdout, stderr } = await full.run(['apply', '--yes'])
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' })
    expect(stderr).toMatch(/^error TY6014: .*rbac-policies 1\d runner.*\n$/)
    expect([...begun(full.trace(), 'init'), ...begun(full.trace(), 'apply')]).toEqual([])
    const free = await site(may(-1, 10))
    expect((await apply(free)).status).toBe(0)
    const enough = await site(may(20, 10))
    expect((await apply(enough)).status).toBe(0)
  })

  test('leaves a run alone that goes on, and takes over from one that died', async () => {
    const place = await site()
    const lock = place.kept('run.lock')
    await apply(place)
    expect(existsSync(lock)).toBe(false)
    const holder = { host: hostname(), at: '2026-01-01T00:00:00Z' }
    writeFileSync(lock, JSON.stringify({ ...holder, pid: process.pid }))
    const { status, stderr } = await place.run(['apply', '--yes'])
    expect(status).toBe(3)
    expect(stderr).toMatch(/^error TY6013: .+\n$/)
    // The number of this process, but not this process: it began at another time.
    writeFileSync(lock, JSON.stringify({ ...holder, pid: process.pid, begun: '1' }))
    expect((await apply(place)).status).toBe(0)
    writeFileSync(lock, '{"pid": 1')
    expect((await apply(place)).status).toBe(0)
    expect(existsSync(lock)).toBe(false)
    writeFileSync(lock, JSON.stringify({ ...holder, host: 'another', pid: 1 }))
    expect((await place.run(['apply', ...few, '--yes'])).status).toBe(3)
  })
})

describe('terraform', () => {
  test('gets nothing of the environment that could lead it elsewhere', async () => {
    const place = await site()
    const dump = place.beside('environment.json')
    await apply(place, [], {
      TF_FAKE_ENVIRONMENT: dump,
      OS_AUTH_URL: 'http://elsewhere',
      OS_PROJECT_NAME: 'other',
      OS_CLOUD: 'other',
      TF_VAR_x: '1',
      TF_CLI_ARGS_apply: '-destroy',
      TF_DATA_DIR: '/elsewhere',
      NODE_OPTIONS: '',
      SECRET: 'x',
      https_proxy: 'http://proxy',
      PG_CONN_STR: 'postgres://',
    })
    const seen: { readonly [key: string]: string } = JSON.parse(readFileSync(dump, 'utf8'))
    for (const name of [
      'OS_AUTH_URL',
      'OS_PROJECT_NAME',
      'OS_CLOUD',
      'TF_VAR_x',
      'TF_CLI_ARGS_apply',
      'SECRET',
    ])
      expect(seen).not.toHaveProperty(name)
    expect(seen).toMatchObject({
      CHECKPOINT_DISABLE: '1',
      TF_IN_AUTOMATION: '1',
      OS_CLIENT_CONFIG_FILE: place.beside('clouds.yaml'),
      TF_DATA_DIR: expect.stringContaining(place.kept('data')),
      https_proxy: 'http://proxy',
      PG_CONN_STR: 'postgres://',
    })
  })

  test('is given the reviewed lock file, read-only, and else one of its own making', async () => {
    const place = await site()
    await apply(place)
    const reviewed = '# reviewed\n'
    writeFileSync(place.path('catalogue/terraform.lock.hcl'), reviewed)
    writeFileSync(place.beside('reviewed.lock.hcl'), reviewed)
    place.allow(`provider: { lockFile: ${place.beside('reviewed.lock.hcl')} }`)
    expect((await apply(place, ['--all'])).status).toBe(0)
    const last = place
      .trace()
      .filter(({ event }) => event === 'init')
      .at(-1)
    expect(last?.args).toContain('-lockfile=readonly')
    expect(readFileSync(place.kept('work', unit, '.terraform.lock.hcl'), 'utf8')).toBe(reviewed)
  })

  test('is not initialised again for the same backend and provider', async () => {
    const place = await site()
    await apply(place)
    const count = begun(place.trace(), 'init').length
    await apply(place, ['--all'])
    expect(begun(place.trace(), 'init')).toHaveLength(count)
  })

  test('finds nothing in its working directory but what was laid out, and what init had made only as it was left', async () => {
    const place = await site()
    await apply(place)
    const count = begun(place.trace(), 'init').length
    for (const file of ['zz.tf', 'z_override.tf.json', 'terraform.tfvars', 'z.auto.tfvars', '.terraformrc'])
      writeFileSync(place.kept('work', unit, file), 'x')
    writeFileSync(place.kept('data', unit, 'planted'), 'x')
    expect((await apply(place, ['--all'])).status).toBe(0)
    expect(readdirSync(place.kept('work', unit)).sort()).toEqual(['.terraform.lock.hcl', 'cdk.tf.json'])
    expect(existsSync(place.kept('data', unit, 'planted'))).toBe(false)
    expect(begun(place.trace(), 'init').slice(count)).toEqual([unit])
  })

  test('that is slow is asked to stop on SIGINT, and what it did and did not do is on record', async () => {
    const place = await site()
    const controller = new AbortController()
    const running = place.run(
      ['apply', 'ningwu', '--yes', '--json', '--parallel', '2'],
      {},
      {
        cwd: place.root,
        signal: controller.signal,
        // Slow enough that on a busy machine, too, no stack is done before the signal.
        environment: { ...place.environment, TF_FAKE_DELAY_MS: '500' },
      },
    )
    while (begun(place.trace(), 'apply').length < 2) await sleep(20)
    await sleep(200)
    controller.abort()
    const { status, stdout } = await running
    const record: Record = JSON.parse(stdout)
    expect(status).toBe(1)
    expect(record.outcome).toBe('interrupted')
    expect(begun(place.trace(), 'SIGINT').length).toBeGreaterThan(0)
    const statuses = record.stacks.map(({ status }) => status)
    expect(statuses).toContain('interrupted')
    expect(statuses).toContain('pending')
    expect(existsSync(place.kept('run.lock'))).toBe(false)
    const after = await apply(place, ['--retry'])
    expect(after.record.outcome).toBe('succeeded')
  })

  test('that hangs while it looks for the provider is asked to stop on SIGINT too', async () => {
    const place = await site()
    const controller = new AbortController()
    const running = place.run(
      ['apply', ...few, '--yes', '--json'],
      {},
      {
        cwd: place.root,
        signal: controller.signal,
        environment: { ...place.environment, TF_FAKE_INIT_MS: '60000' },
      },
    )
    while (begun(place.trace(), 'init').length === 0) await sleep(20)
    await sleep(200)
    controller.abort()
    const { status, stdout } = await running
    const record: Record = JSON.parse(stdout)
    expect(status).toBe(1)
    expect(record.outcome).toBe('interrupted')
    expect(record.stacks.every(({ status }) => status === 'pending')).toBe(true)
    expect(begun(place.trace(), 'apply')).toEqual([])
    expect(begun(place.trace(), 'init ended')).toHaveLength(begun(place.trace(), 'SIGINT').length)
  })
})

describe('after kill -9', () => {
  test('of the tool, terraform is told to stop, and the next run goes on from where it was', async () => {
    const place = await site()
    const code = `
      const { run } = await import(${JSON.stringify(join(packageRoot, 'dist/scripts/tenantry.js'))})
      const { processHost } = await import(${JSON.stringify(join(packageRoot, 'dist/scripts/terminal/host.js'))})
      await run(process.argv.slice(1), { ...processHost(), now: () => new Date('${testDay}T04:00:00Z') })`
    const child = spawn(
      process.execPath,
      ['--input-type=module', '-e', code, 'apply', 'ningwu', '--yes', '--root', place.root],
      { env: { ...place.environment, TF_FAKE_DELAY_MS: '60' }, stdio: 'ignore' },
    )
    while (begun(place.trace(), 'apply').length < 3) await sleep(20)
    await sleep(100)
    child.kill('SIGKILL')
    while (begun(place.trace(), 'apply ended').length < begun(place.trace(), 'apply').length) await sleep(20)
    expect(begun(place.trace(), 'SIGINT').length).toBeGreaterThan(0)
    expect(latest(place, 'latest-apply.json').outcome).toBe('running')
    const { status, record } = await apply(place, ['--retry'])
    expect(status).toBe(0)
    expect(record.stacks.every(({ status }) => ['applied', 'unchanged'].includes(status))).toBe(true)
  })

  test('of terraform, what it had begun is looked for in the cloud and taken up', async () => {
    const domains: unknown[] = []
    const place = await site({ '/domains': { domains } })
    await apply(place)
    const records = place.kept('records', unit)
    domains.push({ id: 'existing', name: 'ningwu_jiaoyuju' })
    const address = 'openstack_identity_project_v3.domain'
    rmSync(place.kept('state', `${unit}.tfstate`))
    const event = { type: 'apply_start', hook: { resource: { addr: address }, action: 'create' } }
    writeFileSync(join(records, 'apply.log'), `${JSON.stringify(event)}\n{"type":"apply_comp`)
    const { record } = await apply(place)
    expect(record.stacks.find(({ stack }) => stack === unit)?.changes).toMatchObject({ import: 1, create: 4 })
    const state = JSON.parse(readFileSync(place.kept('state', `${unit}.tfstate`), 'utf8'))
    const domain = state.resources.find(({ name }: { name: string }) => name === 'domain')
    expect(domain.instances[0].attributes.id).toBe('existing')
    expect(existsSync(place.kept('work', unit, 'adopted.tf.json'))).toBe(false)
    expect(existsSync(join(records, 'uncertain.json'))).toBe(false)
  })

  test('of terraform, what it had begun and nobody asks for any more is taken up and planned to go', async () => {
    const place = await site({
      '/security-group-rules': { security_group_rules: [{ id: 'rule', protocol: 'tcp' }] },
    })
    await apply(place)
    const records = place.kept('records', system)
    const attempted = JSON.parse(readFileSync(place.kept('work', system, 'cdk.tf.json'), 'utf8'))
    const type = 'openstack_networking_secgroup_rule_v2'
    attempted.resource[type].dropped = { security_group_id: 'g', protocol: 'tcp' }
    writeFileSync(join(records, 'attempted.json'), JSON.stringify(attempted))
    const event = { type: 'apply_start', hook: { resource: { addr: `${type}.dropped` }, action: 'create' } }
    writeFileSync(join(records, 'apply.log'), JSON.stringify(event))
    rmSync(place.kept('state', `${system}.applied.json`))

    const planned = await place.run(['plan', ...few, '--json'])
    const record: Record = JSON.parse(planned.stdout)
    const stack = record.stacks.find(({ stack }) => stack === system)
    expect(stack?.changes).toMatchObject({ create: 0, import: 0, removed: [`${type}.dropped`] })
    // The plan took it up in its copy alone.
    expect(readFileSync(place.kept('state', `${system}.tfstate`), 'utf8')).not.toContain('dropped')

    const applied = await apply(place)
    expect(applied.record.stacks.find(({ stack }) => stack === system)?.changes).toMatchObject({
      removed: [`${type}.dropped`],
    })
    expect(begun(place.trace(), 'import')).toEqual([system, system])
    expect(readFileSync(place.kept('state', `${system}.tfstate`), 'utf8')).not.toContain('dropped')
  })

  test('of nobody, but with an answer that was lost, what was noted is looked for by the next run', async () => {
    const domains: unknown[] = []
    const place = await site({ '/domains': { domains } })
    const failure = { address: 'openstack_identity_project_v3.domain', summary: 'got 404' }
    const lost = { TF_FAKE_FAIL: JSON.stringify({ [unit]: failure }) }
    expect((await apply(place, [], lost)).ofStatus('failed')).toEqual([unit])
    expect(existsSync(place.kept('records', unit, 'uncertain.json'))).toBe(true)
    domains.push({ id: 'domain', name: 'ningwu_jiaoyuju' })
    const { record } = await apply(place)
    expect(record.stacks.find(({ stack }) => stack === unit)?.changes).toMatchObject({ import: 1 })
    expect(existsSync(place.kept('records', unit, 'uncertain.json'))).toBe(false)
  })

  test('that had begun to make projects anew, what the cloud keeps of those that are gone is removed', async () => {
    const groups = { security_groups: [{ id: 'g1', name: 'default', project_id: 'old' }] }
    const place = await site({ '/security-groups': groups, '/quotas': { quotas: [{ project_id: 'old' }] } })
    await apply(place)
    const note = place.kept('records', system, 'replaced.json')
    writeFileSync(note, JSON.stringify({ version: 1, projects: ['old', `${system}-project`] }))
    rmSync(place.kept('state', `${system}.applied.json`))
    expect((await apply(place)).ofStatus('applied')).toEqual([system])
    expect(place.cloud.requests.filter(line => line.startsWith('DELETE'))).toEqual([
      'DELETE /os-quota-sets/old',
      'DELETE /os-quota-sets/old',
      'DELETE /v2.0/security-groups/g1',
      'DELETE /v2.0/quotas/old',
    ])
    expect(existsSync(note)).toBe(false)
  })

  test('with a change that is taken back before the next run, the stack runs all the same', async () => {
    const place = await site()
    await apply(place)
    const file = place.path(manifest)
    const before = readFileSync(file, 'utf8')
    writeFileSync(file, before.replace('[22, 3306]', '[22, 3306, 6379]'))
    // Dead before its first answer, so that neither the state nor the repository is another in the end.
    const state = readFileSync(place.kept('state', `${system}.tfstate`))
    await apply(place, [], { TF_FAKE_FAIL: JSON.stringify({ [system]: 'got 504' }) })
    expect(readFileSync(place.kept('state', `${system}.tfstate`))).toEqual(state)
    writeFileSync(file, before)
    expect((await apply(place)).ofStatus('applied')).toEqual([system])
    expect((await apply(place)).ofStatus('applied')).toEqual([])
  })

  test('of the first run of a system that was taken back since, what it may have left is named, and destroyed', async () => {
    const domains: unknown[] = []
    const projects: unknown[] = []
    const place = await site({ '/domains': { domains }, '/projects': { projects } })
    await apply(place)
    domains.push({ id: 'domain', name: 'ningwu_jiaoyuju' })
    projects.push({ id: 'project', name: 'xueji-guanli', domain_id: 'domain' })
    const records = place.kept('records', system)
    rmSync(place.kept('state', `${system}.tfstate`))
    rmSync(place.kept('state', `${system}.applied.json`))
    writeFileSync(join(records, 'attempted.json'), readFileSync(place.kept('work', system, 'cdk.tf.json')))
    const address = 'openstack_identity_project_v3.project'
    const event = { type: 'apply_start', hook: { resource: { addr: address }, action: 'create' } }
    writeFileSync(join(records, 'apply.log'), JSON.stringify(event))
    rmSync(place.path(manifest))
    const { record } = await apply(place, [], {}, ['platform'])
    expect(record.leaked).toEqual([system, unit])

    const destroyed = await place.run(['destroy', system, '--confirm', system, '--without-papers', 'a test'])
    expect(destroyed.status).toBe(0)
    expect(begun(place.trace(), 'import')).toEqual([system])
    expect((await apply(place, [], {}, ['platform'])).record.leaked).toEqual([unit])
  })

  test('with a cloud that answers no more, the stack fails for that reason, and the others go on', async () => {
    let isUp = true
    const place = await site({ '/domains': () => (isUp ? {} : 503) })
    const records = place.kept('records', unit)
    await apply(place)
    isUp = false
    rmSync(place.kept('state', `${unit}.tfstate`))
    const event = {
      type: 'apply_start',
      hook: { resource: { addr: 'openstack_identity_project_v3.domain' }, action: 'create' },
    }
    writeFileSync(join(records, 'apply.log'), JSON.stringify(event))
    const { status, record } = await apply(place, ['--all'])
    expect(status).toBe(1)
    expect(record.stacks.find(({ stack }) => stack === unit)).toMatchObject({
      status: 'failed',
      failure: { code: 'TY6207' },
    })
    expect(record.stacks.find(({ stack }) => stack === system)).toMatchObject({
      status: 'skipped',
      because: unit,
    })
  })

  test('in the middle of writing a state, the state before it is used and the rest is looked up', async () => {
    const groupNamed = (query: URLSearchParams) => ({ groups: [{ id: `id of ${query.get('name')}` }] })
    const place = await site({ '/groups': groupNamed })
    await apply(place)
    const state = place.kept('state', `${unit}.tfstate`)
    const whole: { readonly resources: readonly { readonly name: string; readonly type: string }[] } =
      JSON.parse(readFileSync(state, 'utf8'))
    const groups = whole.resources.filter(({ type }) => type === 'openstack_identity_group_v3')
    const rest = whole.resources.filter(item => !groups.includes(item))
    writeFileSync(`${state}.backup`, JSON.stringify({ ...whole, resources: rest }))
    writeFileSync(state, '{"version": 4, "resou')
    const log = groups.map(({ type, name }) =>
      JSON.stringify({
        type: 'apply_complete',
        hook: { resource: { addr: `${type}.${name}` }, action: 'create' },
      }),
    )
    writeFileSync(place.kept('records', unit, 'apply.log'), log.join('\n'))
    const { record } = await apply(place)
    expect(record.stacks.find(({ stack }) => stack === unit)?.changes).toMatchObject({
      create: 0,
      import: groups.length,
    })
  })
})

test('a terraform that writes no event but only dies is reported as killed', async () => {
  const place = await site()
  const script = `#!/bin/sh
case "$1" in
  version) echo '{"terraform_version":"1.11.4"}' ;;
  init) mkdir -p .terraform; touch .terraform.lock.hcl ;;
  *) kill -KILL $$ ;;
esac
`
  const program = join(temporaryDirectory({ terraform: script }), 'terraform')
  chmodSync(program, 0o755)
  const { record } = await apply(place, [], { TENANTRY_TERRAFORM: program })
  expect(record.stacks.find(({ stack }) => stack === unit)?.failure?.code).toBe('TY6215')
})
