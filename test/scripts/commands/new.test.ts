import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { askerOn } from '../../../scripts/terminal/ask.ts'
import { runHere, temporaryDirectory } from '../harness.ts'

/** What a newcomer types for a request, by the guide alone. */
interface Request {
  readonly jurisdiction: string
  readonly category: string
  readonly unit?: readonly string[]
  readonly system: readonly string[]
}

/** One of each place; several origins, levels, zones; as people type: full-width commas, the Chinese word for a category. */
const requests: Readonly<Record<string, Request>> = {
  'an old system that moves to the cloud': {
    jurisdiction: 'ningwu',
    category: '行政机关',
    system: [
      '--origin',
      'migrated',
      '--purpose',
      '内部管理',
      '--mlps',
      '2',
      '--service',
      'extranet:ecs.domestic.4c8g=2',
      'extranet:evs.domestic=100',
    ],
  },
  'a new service for citizens': {
    jurisdiction: 'jiuquan',
    category: '行政机关',
    system: [
      '--origin',
      'new',
      '--purpose',
      '政务服务',
      '--mlps',
      '2',
      '--service',
      'internet:ecs.domestic.4c8g=2',
      'internet：eip.bgp.5m＝1',
      '--set',
      'project.approval=酒发改〔2026〕8号',
      'project.responsible=张三',
    ],
  },
  'a system that a province rolls out': {
    jurisdiction: 'datong',
    category: 'government-organ',
    system: [
      '--origin',
      'rolled-out-from-above',
      '--purpose',
      '公共事业',
      '--mlps',
      '2',
      '--service',
      'extranet:ecs.domestic.8c16g=1',
    ],
  },
  'one of both zones that is not adapted': {
    jurisdiction: 'xishuangbanna',
    category: '公益一类事业单位',
    unit: ['--set', 'budgetLevel=1'],
    system: [
      '--origin',
      'new',
      '--purpose',
      '政务服务',
      '--mlps',
      '2',
      '--not-domestic',
      '短信组件尚无信创版本',
      '--service',
      'internet:ecs.general.4c8g=2',
      'extranet:ecs.general.4c8g=1',
    ],
  },
  'one of level three': {
    jurisdiction: 'zhejiang',
    category: 'government-organ',
    system: [
      '--origin',
      'new',
      '--purpose',
      '社会治理',
      '--mlps',
      '3',
      '--service',
      'internet:ecs.domestic.8c16g=2',
      'internet:sec.waf=1',
      'internet:sec.host-protection=2',
    ],
  },
}

const day = '2026-11-23'

async function made({ jurisdiction, category, unit: ofUnit = [], system }: Request) {
  const cwd = temporaryDirectory()
  await runHere(['init', 'data', '--jurisdiction', jurisdiction], { cwd })
  const here = { cwd: join(cwd, 'data') }
  const unit = await runHere(
    [
      'new',
      'unit',
      `${jurisdiction}/xinju`,
      '--name',
      '新局',
      '--category',
      category,
      '--contact',
      '张三，0350-0000123，局长',
      'security=李四,0350-0000124',
      'emergency=王五,0350-0000125',
      'liaison=赵六,0350-0000126',
      ...ofUnit,
      '--at',
      day,
    ],
    here,
  )
  const drafted = await runHere(
    [
      'new',
      'system',
      `${jurisdiction}/xinju/xitong`,
      '--name',
      '新系统',
      '--contact',
      '张三,0350-0000123',
      'security=李四,0350-0000124',
      'emergency=王五,0350-0000125',
      ...system,
      '--json',
      '--at',
      day,
    ],
    here,
  )
  return { ...here, unit, drafted, file: join(cwd, 'data', `tenants/${jurisdiction}/xinju/xitong.yaml`) }
}

/** What a person does then: takes the marks of comments away, and enters numbers and days. */
function filledIn(text: string): string {
  const list = text.includes('\n    papers:') ? text : text.replace('    # papers:', '    papers:')
  return list
    .replaceAll(/^ {4}# {3}- (\{ type: .*)$/gm, '      - $1')
    .replaceAll(/^(?: {2})?# ([a-z]+: \{ .*\} # [A-Z].*)$/gm, (line, entry: string) =>
      line.startsWith(' ') ? `  ${entry}` : entry,
    )
    .replaceAll('填写', '张三')
    .replaceAll('name: 姓名, phone: 电话', 'name: 赵六, phone: 0350-0000127')
    .replaceAll('number: 文号, on: 日期', 'number: 新〔2026〕1号, on: 2026-11-20')
}

describe('from nothing to a clean request', () => {
  test.each(Object.entries(requests))('%s takes one round', async (_, request) => {
    const { cwd, unit, drafted, file } = await made(request)
    expect(unit).toMatchObject({ status: 0, stderr: '' })
    expect(drafted).toMatchObject({ stderr: '', status: 0 })
    const { findings } = JSON.parse(drafted.stdout)
    expect(findings.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([])
    const text = readFileSync(file, 'utf8')
    expect(text).toContain('network: { ipv4: ')
    writeFileSync(file, filledIn(text))
    const checked = await runHere(['validate', file, '--json', '--at', day], { cwd })
    expect(
      JSON.parse(checked.stdout).findings.filter(
        ({ severity }: { severity: string }) => severity === 'error',
      ),
    ).toEqual([])
    expect(checked.status).toBe(0)
    expect(await runHere(['fmt', 'tenants'], { cwd })).toMatchObject({ stderr: '', status: 0 })
    expect(await runHere(['run', '--at', day], { cwd })).toMatchObject({ stderr: '', status: 0 })
  })
})

describe('new', () => {
  test('names all options that lack at once, and writes nothing', async () => {
    const cwd = temporaryDirectory()
    await runHere(['init', 'data', '--jurisdiction', 'ningwu'], { cwd })
    const here = { cwd: join(cwd, 'data') }
    const { status, stderr } = await runHere(['new', 'system', 'ningwu/jiaoyuju/kaowu'], here)
    expect(status).toBe(2)
    expect(stderr).toMatch(
      /TY9061: options are missing: --name --origin --purpose --mlps --service --contact;/,
    )
    expect(existsSync(join(here.cwd, 'tenants/ningwu/jiaoyuju/kaowu.yaml'))).toBe(false)
  })

  test.each([
    [['new', 'unit', 'ningwu/jiaoyuju'], 'TY9017'],
    [['new', 'unit', 'ningwu/Jiaoyu'], 'TY9062'],
    [['new', 'unit', 'ningwo/minzheng'], 'TY9006'],
    [['new', 'system', 'ningwu/minzheng/dibao'], 'TY9010'],
    [['new', 'system', 'ningwu/jiaoyuju'], 'TY9062'],
    [['new', 'box', 'ningwu/jiaoyuju'], 'TY9006'],
    [['new', 'system', 'ningwu/jiaoyuju/kaowu', '--service', 'ecs.general.4c8g=2'], 'TY9062'],
    [['new', 'system', 'ningwu/jiaoyuju/kaowu', '--service', 'internet:ecs.general.4c8g=0'], 'TY9062'],
    [['new', 'system', 'ningwu/jiaoyuju/kaowu', '--origin', 'old'], 'TY9062'],
    [['new', 'system', 'ningwu/jiaoyuju/kaowu', '--contact', '张三'], 'TY9062'],
    [['new', 'system', 'ningwu/jiaoyuju/kaowu', '--paper', '申请表'], 'TY9062'],
    [['new', 'system', 'ningwu/jiaoyuju/kaowu', '--set', 'x'], 'TY9062'],
  ])('refuses %j with %s', async (line, code) => {
    const { status, stderr } = await runHere(line)
    expect({ status, code: /TY\d{4}/.exec(stderr)?.[0] }).toEqual({ status: 2, code })
  })

  test('takes papers that are there, and asks for the others', async () => {
    const cwd = temporaryDirectory()
    await runHere(['init', 'data', '--jurisdiction', 'ningwu'], { cwd })
    const { stdout } = await runHere(
      [
        'new',
        'system',
        'ningwu/jiaoyuju/kaowu',
        '--name',
        '考务',
        '--origin',
        'new',
        '--purpose',
        '内部管理',
        '--mlps',
        '2',
        '--service',
        'extranet:ecs.domestic.4c8g=1',
        '--contact',
        '张三,0350-0000123',
        '--paper',
        '上云请示报告=宁教〔2026〕9号@2026-11-01',
        '--set',
        'project.period.from=2026-12-01',
        'project.period.to=2027-06-30',
        '--json',
        '--at',
        day,
      ],
      { cwd: join(cwd, 'data') },
    )
    const papers = JSON.parse(stdout).lacking.flatMap(({ papers }: { papers: readonly string[] }) => papers)
    expect(papers).toContain('政务云资源需求申请表')
    expect(papers).not.toContain('上云请示报告')
    const text = readFileSync(join(cwd, 'data/tenants/ningwu/jiaoyuju/kaowu.yaml'), 'utf8')
    expect(text).toContain('project: { period: { from: 2026-12-01, to: 2027-06-30 } }')
    expect(text).toContain('- { type: 上云请示报告, number: 宁教〔2026〕9号, on: 2026-11-01 }')
  })
})

describe('questions on a terminal', () => {
  function terminal() {
    const [input, output] = [new PassThrough(), new PassThrough()]
    output.resume()
    return { input, output, type: (keys: string) => setTimeout(() => input.write(keys), 50) }
  }

  test('take text, a choice, several and a yes', async () => {
    const { type, ...streams } = terminal()
    const asker = askerOn(streams, 'must not be empty')
    type('名称\r')
    expect(await asker.text('name')).toBe('名称')
    const choices = [
      { value: 'a', label: '甲' },
      { value: 'b', label: '乙' },
    ]
    type('\u001b[B\r')
    expect(await asker.choice('which', choices)).toBe('b')
    type(' \u001b[B \r')
    expect(await asker.several('which', choices)).toEqual(['a', 'b'])
    type('y')
    expect(await asker.yes('sure')).toBe(true)
  })

  test('refuse an answer that will not do until one does, and end the command with Ctrl-C', async () => {
    const { type, ...streams } = terminal()
    const asker = askerOn(streams, 'must not be empty')
    type('\r')
    setTimeout(() => streams.input.write('x\r'), 150)
    setTimeout(() => streams.input.write('y\r'), 250)
    expect(await asker.text('name', { accept: text => (text.includes('y') ? undefined : 'y') })).toBe('xy')
    type('\u0003')
    await expect(asker.text('name')).rejects.toMatchObject({ finding: { code: 'TY9060' } })
  })
})
