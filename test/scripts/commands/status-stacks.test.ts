import { rmSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { tryLock } from '../../../scripts/workspace/run-lock.ts'
import { type Site, site } from '../../deliver/delivery.ts'
import { keepStatesRemotely } from '../../deliver/remote-states.ts'

const system = 'system_extranet_ningwu_jiaoyuju_xueji-guanli'
const unit = 'unit_extranet_ningwu_jiaoyuju'
const ended = 'system_internet_ningwu_weijianju_yimiao-yuyue'
const leaked = 'system_extranet_ningwu_weijianju_jiankang-dangan'

interface Row {
  readonly stack: string
  readonly selector: string
  readonly claim: string
  readonly state: { readonly backend: string; readonly file: string | null }
  readonly resources: number | null
  readonly unrecorded: boolean
  readonly removing: boolean
  readonly last: { readonly command: string; readonly status: string; readonly code: string | null } | null
  readonly waits: readonly { readonly command: string }[]
}

async function shown(place: Site, ...selectors: readonly string[]) {
  const { status, stdout, stderr } = await place.run(['status', '--stacks', ...selectors, '--json'])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const rows: readonly Row[] = JSON.parse(stdout).stacks
  return { rows, of: (name: string) => rows.find(({ stack }) => stack === name) }
}

describe('where stacks stand', () => {
  test('is told by what the machine knows, and nothing is asked of a cloud', async () => {
    const place = await site()
    await place.run(['apply', 'ningwu/jiaoyuju@extranet', '--yes'])
    const [requests, calls] = [place.cloud.requests.length, place.trace().length]
    const { rows, of } = await shown(place, 'ningwu/jiaoyuju')
    expect(place.cloud.requests).toHaveLength(requests)
    expect(place.trace()).toHaveLength(calls)
    expect(of(system)).toMatchObject({
      selector: 'system:ningwu/jiaoyuju/xueji-guanli@extranet',
      claim: 'wanted',
      state: { backend: 'local', file: place.kept('state', `${system}.tfstate`) },
      unrecorded: false,
      removing: false,
      last: { command: 'apply', status: 'applied', code: null },
      waits: [],
    })
    expect(of(system)?.resources).toBeGreaterThan(20)
    const fresh = rows.filter(({ waits }) => waits.length > 0)
    expect(fresh.map(({ selector }) => selector)).toEqual([
      'unit:ningwu/jiaoyuju@internet',
      'system:ningwu/jiaoyuju/zhaosheng-baoming@internet',
    ])
    for (const row of fresh)
      expect(row).toMatchObject({
        resources: 0,
        last: null,
        waits: [{ command: `tenantry apply ${row.stack}` }],
      })
  })

  test('names what ended, what leaked, what failed and what was broken off, each with the way on', async () => {
    const place = await site()
    await place.run(['apply', 'ningwu/weijianju', '--yes', '--at', '2024-01-01'])
    await place.run(['apply', 'ningwu/jiaoyuju@extranet', '--yes'], {
      TF_FAKE_FAIL: JSON.stringify({ [system]: 'Forbidden' }),
    })
    rmSync(place.path('tenants/ningwu/weijianju/jiankang-dangan.yaml'))
    writeFileSync(place.kept('state', `${unit}.removing.json`), '{"version":1,"projects":[]}')
    const { of } = await shown(place)
    expect(of(ended)).toMatchObject({
      claim: 'ended',
      last: { status: 'applied' },
      waits: [{ command: `tenantry apply --retire ${ended}` }],
    })
    expect(of(leaked)).toMatchObject({
      claim: 'leaked',
      waits: [{ command: `tenantry destroy ${leaked} --confirm ${leaked} --without-papers REASON` }],
    })
    expect(of(system)).toMatchObject({ last: { status: 'failed', code: expect.stringMatching(/^TY62/) } })
    expect(of(system)?.waits.map(({ command }) => command)).toContain(`tenantry plan ${system}`)
    expect(of(unit)).toMatchObject({
      removing: true,
      waits: [{ command: `tenantry destroy ${unit} --confirm ${unit}` }],
    })

    const { stdout } = await place.run(['status', '--stacks', leaked])
    expect(stdout.split('\n')).toEqual([
      `system:ningwu/weijianju/jiankang-dangan@extranet  leaked  ${leaked}`,
      expect.stringMatching(/^ {4}state: local \S+\.tfstate, \d+ resources; last: apply \S+Z applied$/),
      expect.stringMatching(/^ {4}→ .+: tenantry destroy /),
      '',
    ])
    const chinese = await place.run(['status', '--stacks', leaked, '--lang', 'zh'])
    expect(chinese.stdout).toMatch(/无清单.+\n {4}状态：local .+，资源 \d+ 项；上次：apply /)
  })

  test('asks the clouds where it is told to, for what is unrecorded and what is left, and changes nothing', async () => {
    const place = await site({
      '/domains': (query: URLSearchParams) => ({
        domains:
          query.get('name') === 'ningwu_jiaoyuju'
            ? [{ id: 'd1', name: 'ningwu_jiaoyuju', description: '宁武县教育局（示例）' }]
            : [],
      }),
      '/servers': (query: URLSearchParams) => ({
        servers: query.get('project_id') === `${ended}-project` ? [{ id: 's1', name: 'web' }] : [],
      }),
    })
    await place.run(['apply', 'ningwu/weijianju', '--yes', '--at', '2024-01-01'])
    const calls = place.trace().length
    const { stdout } = await place.run(['status', '--stacks', '--clouds', ended, unit, leaked, '--json'])
    const rows: readonly (Row & {
      readonly cloud: { readonly failure: { readonly code: string } | null }
    })[] = JSON.parse(stdout).stacks
    const codeOf = (name: string) => rows.find(({ stack }) => stack === name)?.cloud.failure?.code
    expect([codeOf(ended), codeOf(unit), codeOf(leaked)]).toEqual(['TY6401', 'TY6218', undefined])
    const verbs = new Set(
      place
        .trace()
        .slice(calls)
        .map(({ event }) => event),
    )
    expect([...verbs].filter(verb => !/^(?:version|init)/.test(verb))).toEqual([])
    expect(place.cloud.requests.filter(line => !line.startsWith('GET '))).toEqual([])
    const text = await place.run(['status', '--stacks', '--clouds', ended])
    expect(text.stdout).toContain('server web (s1)')
  })

  test('looks in the clouds beside a run that writes, and takes no removal that was broken off for a loss', async () => {
    const place = await site()
    await place.run(['apply', 'ningwu/weijianju', '--yes', '--at', '2024-01-01'])
    writeFileSync(place.kept('state', `${ended}.removing.json`), '{"version":1,"projects":[]}')
    place.cloud.hide(path => path.includes(`/${ended}-`))
    const writer = tryLock(place.kept('run.lock'))
    const { status, stdout } = await place.run(['status', '--stacks', '--clouds', ended, '--json'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout).stacks).toMatchObject([
      { stack: ended, removing: true, cloud: { failure: null } },
    ])
    if ('release' in writer) writer.release()
  })

  test('does not claim to know what only a backend does', async () => {
    const place = await site()
    keepStatesRemotely(place)
    const { of } = await shown(place, system)
    expect(of(system)).toMatchObject({ state: { backend: 'pg', file: null }, resources: null, waits: [] })
  })

  test('takes the selectors of the other commands, and says where one names nothing', async () => {
    const place = await site()
    const { status, stderr } = await place.run(['status', '--stacks', 'ningwu/nobody'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^error TY6102: /)
  })
})
