import { describe, expect, test } from 'vitest'
import { runHere } from '../harness.ts'

const day = ['--at', '2026-11-23', '--lang', 'zh']

interface Routine {
  readonly routine: { readonly id: string }
  readonly period: string
}

async function systems(...more: readonly string[]): Promise<readonly string[]> {
  const { status, stdout } = await runHere(['status', '--json', ...day, ...more])
  expect(status).toBe(0)
  return JSON.parse(stdout).systems.map(({ system }: { system: string }) => system)
}

describe('status', () => {
  test('narrows to a state, by its id and by its name', async () => {
    const byId = await systems('--state', 'submitted')
    expect(byId).toContain('xishuangbanna/jiuye-zhongxin/jiuye-fuwu')
    expect(byId.length).toBeLessThan((await systems()).length)
    expect(await systems('--state', '已申请')).toEqual(
      expect.arrayContaining(['xishuangbanna/jiuye-zhongxin/jiuye-fuwu']),
    )
  })

  test('narrows to who must act', async () => {
    const authority = await systems('--actor', 'authority')
    expect(authority).toContain('xishuangbanna/jiuye-zhongxin/jiuye-fuwu')
    expect(await systems('--actor', '州发展改革委（州数据局）')).toContain(
      'xishuangbanna/jiuye-zhongxin/jiuye-fuwu',
    )
    expect((await systems()).length).toBeGreaterThan(authority.length)
  })

  test('narrows to what is due by a day, that day included', async () => {
    expect(await systems('xishuangbanna/jiuye-zhongxin', '--due', '2026-11-26')).toHaveLength(1)
    expect(await systems('xishuangbanna/jiuye-zhongxin', '--due', '2026-11-25')).toHaveLength(0)
  })

  test('takes a minimum period for no day by which anybody must act', async () => {
    // The trial may end from 2026-11-24 on, and must by 2026-12-09.
    expect(await systems('zhejiang/tongjiju/pucha-caiji', '--due', '2026-11-24')).toHaveLength(0)
    expect(await systems('zhejiang/tongjiju/pucha-caiji', '--due', '2026-12-09')).toHaveLength(1)
  })

  test('puts the nearest first, and what has no day last', async () => {
    const { stdout } = await runHere(['status', '--format', 'csv', '--sort', 'due', ...day])
    const [head, ...rows] = stdout.trimEnd().split('\r\n')
    expect(head).toBe('\ufeff系统,名称,状态,自,到期,办理方,下一步')
    const due = rows.map(row => row.split(',')[4] ?? '')
    expect(due.filter(text => text !== '')).toEqual(due.filter(text => text !== '').toSorted())
    expect(due.lastIndexOf(due.findLast(text => text !== '') ?? '')).toBeLessThan(due.indexOf(''))
  })

  test('shows one line a system as a table', async () => {
    const { stdout } = await runHere(['status', 'ningwu', '--format', 'table', ...day])
    const lines = stdout.trimEnd().split('\n')
    expect(lines[0]).toMatch(/^系统 +名称 +状态 +自 +到期 +办理方 +下一步$/)
    expect(lines).toHaveLength(1 + (await systems('ningwu')).length)
  })

  test('tells what is owed whatever the systems, to whoever acts and by when', async () => {
    const owed = async (...more: readonly string[]): Promise<readonly string[]> => {
      const { stdout } = await runHere(['status', '--json', ...day, ...more])
      const routines: readonly Routine[] = JSON.parse(stdout).routines
      return routines.map(({ routine, period }) => `${routine.id} ${period}`)
    }
    const provider = ['usage-report 2026-11', 'security-bulletin 2026-11']
    expect(await owed('zhejiang')).toEqual([...provider, 'usage-assessment 2026'])
    expect(await owed('zhejiang', '--actor', 'provider')).toEqual(provider)
    expect(await owed('zhejiang', '--due', '2026-11-30')).toEqual(provider)
    expect(await owed('zhejiang', '--due', '2026-11-29')).toEqual([])
    expect(await owed('zhejiang', '--state', 'trial')).toEqual([])
    expect(await owed('zhejiang/tongjiju')).toEqual([])
  })

  test('shows what is owed whatever the systems under its regulation, and as lines of the table', async () => {
    const text = await runHere(['status', 'zhejiang', ...day])
    expect(text.stdout).toContain('\n\nzhejiang  例行事项  《浙江省电子政务云计算平台管理办法》\n  [办理中] ')
    const table = await runHere(['status', 'zhejiang', '--format', 'csv', ...day])
    expect(table.stdout.split('\r\n')).toContain(
      'zhejiang,浙江省,办理中,2026-11-01,2026-11-30,政务云平台供应商,发布安全公告（2026年11月）',
    )
  })

  test('says what may come next, who does it, what it takes, and on what it rests', async () => {
    const { stdout } = await runHere(['status', 'ningwu/weijianju/jiankang-dangan', ...day])
    expect(stdout.split('\n').slice(1, 4)).toEqual([
      '  状态：退出已批准（自 2026-11-20）',
      '  → 完成数据备份和移交（data-handed-over）  由政务云服务提供方办理  第二部分第（六）项',
      '      办理时须备：《数据移交清单》、《数据清除证明》  第二部分第（六）项',
    ])
  })

  test('says by when, and rests what no text knows on nothing', async () => {
    const { stdout } = await runHere(['status', 'xishuangbanna/jiuye-zhongxin/jiuye-fuwu', ...day])
    const lines = stdout.split('\n')
    expect(lines).toContain('  → 撤回申请（withdrawn）  由云资源申请单位办理')
    expect(lines).toContain(
      '  → 受理申请（accepted）  由州发展改革委（州数据局）办理  最迟 2026-11-26  第二十条',
    )
  })

  test.each([
    ['--state', 'moon', 'TY9006'],
    ['--actor', 'moon', 'TY9006'],
    ['--due', '2026-02-31', 'TY9007'],
    ['--due', 'soon', 'TY9007'],
    ['--sort', 'size', 'TY9006'],
  ])('refuses %s %s', async (flag, value, code) => {
    const { status, stderr } = await runHere(['status', flag, value, ...day])
    expect({ status, code: /TY\d{4}/.exec(stderr)?.[0] }).toEqual({ status: 2, code })
  })
})

describe('a system', () => {
  test('is found by a part of its name', async () => {
    expect(await systems('社会保险')).toEqual(['xishuangbanna/rensheju/shebao-jingban'])
    expect((await runHere(['show', '学籍', ...day])).stdout).toContain('ningwu/jiaoyuju/xueji-guanli')
  })

  test('that is not there is told the near ones', async () => {
    const { status, stderr } = await runHere(['show', '社会保险系统', ...day])
    expect(status).toBe(2)
    expect(stderr).toMatch(
      /TY9010: 没有系统 社会保险系统；相近的有：.*xishuangbanna\/rensheju\/shebao-jingban（/,
    )
  })
})
