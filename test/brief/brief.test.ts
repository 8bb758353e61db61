import { describe, expect, it, test } from 'vitest'
import { asksOf, evaluateApproval } from '../../lib/approval/index.ts'
import type { Brief, Section } from '../../lib/brief/index.ts'
import { briefMarkdown } from '../../lib/brief/render/markdown.ts'
import { systemSections } from '../../lib/brief/sections/index.ts'
import { exampleText, loaded } from '../example-repository.ts'
import {
  briefBetween,
  type ChangedFile,
  changedModel,
  edited,
  request,
  shebao,
  shebaoAddress,
} from './sample.ts'

const base = loaded().model
const datong = 'tenants/datong/shichangju/shipin-zhuisu.yaml'
const datongAddress = 'datong/shichangju/shipin-zhuisu'
const storage = 'catalogue/services/storage.yaml'

function briefTo(...files: readonly ChangedFile[]): Brief {
  return briefBetween(base, changedModel(...files))
}

/** What a section of the first part says in Chinese, line by line. */
function linesOf({ parts: [part] }: Brief, id: string): readonly string[] {
  return part?.sections.filter(section => section.id === id).flatMap(inLines) ?? []
}

function inLines({ blocks }: Section): readonly string[] {
  return blocks.flatMap(block => {
    if (block.kind === 'facts') return block.facts.map(({ name, value }) => `${name.zh} = ${value.zh}`)
    if (block.kind === 'list') return block.items.map(({ zh }) => zh)
    return block.rows.map(row => row.map(({ zh }) => zh).join(' | '))
  })
}

describe('the brief of a request', () => {
  const brief = briefTo(request)

  it('is about the one system that asks', () => {
    expect(brief.parts.map(({ subject }) => subject)).toEqual([shebaoAddress])
  })

  it('names what is lacking first, with its article by title and number', () => {
    const missing = brief.flags.filter(({ code }) => code === 'TY4008')
    expect(missing.map(({ severity, subject }) => [severity, subject])).toEqual([['error', shebaoAddress]])
    expect(missing[0]?.ground).toEqual({
      zh: '《西双版纳州州级政务云管理办法（试行）》第二十二条第（一）项',
      en: 'Xishuangbanna Prefecture, XS-22.1',
    })
    const severities = brief.flags.map(({ severity }) => severity)
    expect(severities).toEqual(severities.toSorted())
  })

  it('says who asks by the unit and the office, and nobody’s name or number', () => {
    const text = JSON.stringify(brief)
    expect(linesOf(brief, 'asked')).toContain('使用单位 = 西双版纳州人力资源和社会保障局（示例）（行政机关）')
    expect(linesOf(brief, 'asked')).toContain('系统负责人职务 = 信息中心主任')
    for (const kept of ['杨帆', '0691-0000102', '何川']) expect(text).not.toContain(kept)
  })

  it('says nobody’s name or number where these change, of the system or of its unit', () => {
    const unit = 'tenants/xishuangbanna/rensheju/unit.yaml'
    const person = /responsible: \{ name: [^,]+, title: [^,]+, phone: [^,]+/
    const changed = [shebao, unit].map(file =>
      edited(file, [
        [
          person.exec(exampleText(file))?.[0] ?? '',
          'responsible: { name: 某某, title: 主任, phone: 0691-7654321',
        ],
      ]),
    )
    const text = JSON.stringify(briefTo(...changed))
    expect(text).toContain('contacts.responsible.phone')
    expect(text).toContain('TY4026')
    for (const kept of ['某某', '0691-7654321', '杨帆', '0691-0000102']) expect(text).not.toContain(kept)
  })

  it('names the event with the article that it rests on', () => {
    expect(linesOf(brief, 'asked')).toContain(
      '事项 = 提交云服务调整申请，2026-11-20（《西双版纳州州级政务云管理办法（试行）》第二十二条第（一）项）',
    )
    expect(linesOf(brief, 'asked')).toContain('状态 = 正式运行 → 变更申请中')
  })

  it('marks what was decided on paper before, and nothing where all was decided in a forge', () => {
    const school = edited('tenants/ningwu/jiaoyuju/xueji-guanli.yaml', [['quantity: 2', 'quantity: 3']])
    expect(linesOf(briefTo(school), 'asked')).toContain(
      '纸质决定 = 县政府审定同意（2023-05-23），宁政办函〔2023〕26号',
    )
    expect(linesOf(brief, 'asked').filter(line => line.startsWith('纸质决定'))).toEqual([])
  })

  it('tells papers that are there from papers that are lacking, the latter first', () => {
    const ground = '《西双版纳州州级政务云管理办法（试行）》第二十二条第（一）项'
    expect(linesOf(brief, 'papers')).toEqual([
      `《内部审核意见》 |  |  | 缺 | ${ground}`,
      `《云服务调整申请》 | TZ-1 | 2026-11-19 | 已附 | ${ground}`,
    ])
  })

  it('sets what is asked beside what is granted, in the catalogue’s words', () => {
    expect(linesOf(brief, 'services')).toEqual([
      '互联网区域（共享资源池） | 信创云主机 4核8G（ecs.domestic.4c8g） | 2 | 6 | 台 | ',
    ])
  })

  it('adds up a year by the fee standards, apart from what is paid once', () => {
    expect(linesOf(brief, 'fees').slice(0, 3)).toEqual([
      '一次性 = ¥20,600.00',
      '每月 = ¥15,178.00 → ¥16,466.00',
      '列入年度预算（全年按标准，不含一次性） = ¥182,136.00 → ¥197,592.00（+¥15,456.00）',
    ])
  })

  it('tells of the pools alone that it takes from', () => {
    expect(linesOf(brief, 'capacity')).toEqual([
      '互联网区域（共享资源池） | vCPU（核） | 72 | 88 | 1,700 | 1,612',
      '互联网区域（共享资源池） | 内存（GiB） | 144 | 176 | 6,800 | 6,624',
    ])
  })

  it('tells what is to be opened beside zones and level', () => {
    expect(linesOf(brief, 'exposure')).toEqual([
      '所在分区 = 互联网区域、政务外网区域',
      '网络安全等级保护 = 第三级',
      '申请开放：互联网区域入向（internet tcp 443, 8080）',
      '可达范围不变',
    ])
  })

  it('says who has to act by when, and who approves, in either language', () => {
    const [due] = linesOf(brief, 'deadlines')
    const [, english] = briefMarkdown(brief, 'en').split('#### deadlines')
    expect(english).toMatch(
      /\| 2026-11-27 \(4 working days left\) \| authority \| change review \| Xishuangbanna Prefecture, XS-22\.4 \|/,
    )
    expect(due).toMatch(
      /^2026-11-27（尚余 4 个工作日） \| 州发展改革委（州数据局） \| 完成变更审核 \| 《.+》第二十二条第（四）项$/,
    )
    expect(linesOf(brief, 'approval').map(line => line.split(' | ').slice(0, 3))).toEqual([
      ['申请单位内部审核', '云资源申请单位', '须审批'],
      ['主管部门审批', '州发展改革委（州数据局）', '须审批'],
    ])
  })

  it('is the same from the same input, in both languages', () => {
    for (const language of ['zh', 'en'] as const)
      expect(briefMarkdown(briefTo(request), language)).toBe(briefMarkdown(brief, language))
  })
})

describe('the brief', () => {
  it('says of an answered request what it brings, and what it takes', () => {
    const asked = edited(datong, [
      ['event: change-approved\n    on: 2025-03-13', 'event: change-approved\n    on: 2025-03-12'],
    ])
    const brief = briefTo(asked)
    expect(linesOf(brief, 'services')).toEqual(['核定的资源不变'])
    expect(linesOf(brief, 'capacity')).toEqual([])
    expect(brief.flags.some(({ severity }) => severity === 'error')).toBe(true)
  })

  it.each(['change-refused', 'change-withdrawn'])('shows nothing as granted after %s', event => {
    const [file, text] = request
    const brief = briefTo([file, `${text}  - event: ${event}\n    on: 2026-11-21\n`])
    expect(linesOf(brief, 'services')).toEqual(['核定的资源不变'])
    expect(linesOf(brief, 'capacity')).toEqual([])
  })

  it('takes everything from a system that asks to leave', () => {
    const brief = briefTo(edited(shebao, [], '  - event: exit-submitted\n    on: 2026-11-20\n'))
    const granted = linesOf(brief, 'services').map(line => line.split(' | ').slice(2, 4))
    expect(granted.length).toBeGreaterThan(5)
    expect(new Set(granted.map(([, after]) => after))).toEqual(new Set(['0']))
    expect(linesOf(brief, 'fees')[1]).toBe('每月 = ¥15,178.00 → ¥0.00')
    expect(linesOf(brief, 'exposure')[0]).toBe('所在分区 = 互联网区域、政务外网区域 → 无')
  })

  it('has nothing left over of a manifest that is removed', () => {
    const brief = briefTo([datong, undefined])
    expect(brief.parts.map(({ subject }) => subject)).toEqual([datongAddress])
    expect(linesOf(brief, 'asked')).toContain('事项 = 删除清单')
    expect(brief.flags.map(({ subject, code }) => [subject, code])).toContainEqual([datongAddress, 'TY4002'])
  })

  it('has a part for each of several systems, and the flags of all before them', () => {
    const other = edited(datong, [['ecs.general.4c8g, quantity: 4', 'ecs.general.4c8g, quantity: 5']])
    const { parts, flags } = briefTo(request, other)
    expect(parts.map(({ subject }) => subject)).toEqual([datongAddress, shebaoAddress])
    expect(new Set(flags.map(({ subject }) => subject))).toEqual(new Set([datongAddress, shebaoAddress]))
  })

  it('warns of a request for more than a pool has, before anybody grants it', () => {
    const [file, text] = request
    const brief = briefTo([file, text.replace('4c8g, quantity: 6', '4c8g, quantity: 900')])
    const short = brief.flags.filter(({ code }) => code === 'TY3301')
    expect(short.map(({ severity, subject }) => [severity, subject])).toContainEqual(['error', shebaoAddress])
  })

  it('warns of a request that is urgent, by the article on emergencies', () => {
    const [file, text] = request
    const brief = briefTo([
      file,
      text.replace('    reason: 参保', '    conditions: [emergency]\n    reason: 参保'),
    ])
    expect(brief.flags.map(({ ground }) => ground.en)).toContain('Xishuangbanna Prefecture, XS-26')
  })

  it('warns of what the internet can reach, by the article on what is not granted', () => {
    const reach = [
      { address: shebaoAddress, kind: 'new', isFromInternet: true, message: { zh: '甲', en: 'a' } },
      { address: shebaoAddress, kind: 'gone', isFromInternet: true, message: { zh: '乙', en: 'b' } },
      { address: shebaoAddress, kind: 'new', isFromInternet: false, message: { zh: '丙', en: 'c' } },
    ] as const
    const brief = briefBetween(base, changedModel(request), { reach })
    const warned = brief.flags.filter(({ severity }) => severity === 'warning')
    expect(warned.map(({ message, ground }) => [message.en, ground.en])).toEqual([
      ['a', 'Xishuangbanna Prefecture, XS-36'],
    ])
    expect(linesOf(brief, 'exposure').slice(-3)).toEqual(['甲', '乙', '丙'])
  })

  it('says who has approved and who is still wanted, and warns of whoever refuses', () => {
    const asks = asksOf(base, changedModel(request), [request[0]])
    const review = { id: '1', account: 'person', at: '2026-11-21T00:00:00Z', content: 'a' } as const
    const verdicts = asks.map(asked => ({
      asked,
      verdict: evaluateApproval(
        asked.steps,
        { authors: new Set<string>(), content: 'a', roles: new Map([['P-1', asked.steps[0]?.roles ?? []]]) },
        [{ ...review, person: 'P-1', decision: 'approve' }],
      ),
    }))
    const brief = briefBetween(base, changedModel(request), { verdicts })
    expect(linesOf(brief, 'approval').map(line => line.split(' | ')[2])).toEqual(['已同意：P-1', '尚缺 1 人'])
    const refusing = verdicts.map(({ asked, verdict }) => ({
      asked,
      verdict: { ...verdict, refusals: [{ ...review, person: 'P-2', decision: 'refuse' as const }] },
    }))
    const { flags } = briefBetween(base, changedModel(request), { verdicts: refusing })
    expect(flags.map(({ severity, message }) => [severity, message.en])).toContainEqual([
      'error',
      'P-2 refuses',
    ])
  })

  it('tells of a price what differs, whom it affects and who sets it', () => {
    const { parts } = briefTo(edited(storage, [['price: "0.44", per: month', 'price: "0.55", per: month']]))
    expect(parts.map(({ subject, sections }) => [subject, sections.map(({ id }) => id)])).toEqual([
      [undefined, ['differences', 'effects', 'approval']],
    ])
    const [, effects] = parts[0]?.sections ?? []
    expect(effects === undefined ? [] : inLines(effects).map(line => line.includes('每月 ¥'))).toEqual([
      true,
      true,
      true,
    ])
  })

  it('is empty where only a comment differs', () => {
    const { parts, flags } = briefTo(
      edited('catalogue/platform.yaml', [['kind: Platform', 'kind: Platform # 平台']]),
    )
    expect([parts.flatMap(({ sections }) => sections.filter(({ id }) => id !== 'approval')), flags]).toEqual([
      [],
      [],
    ])
  })

  it('tells of files that are no data, which nothing else looks at', () => {
    const more = ['.gitea/workflows/tenantry.yml', '/README.md']
    const { flags, parts } = briefBetween(base, changedModel(request), { more })
    expect(flags.map(({ message }) => message.en)).toContain('files that are no data change as well: 2')
    const section = parts.at(-1)?.sections.find(({ id }) => id === 'files')
    expect(section === undefined ? [] : inLines(section)).toEqual(more)
  })

  it('shows so much of what somebody wrote at length that the rest stays on the screen', () => {
    const [file, text] = request
    const brief = briefTo([file, text.replace('参保登记高峰', '很长'.repeat(300))])
    const reason = linesOf(brief, 'asked').find(line => line.startsWith('理由'))
    expect(reason).toMatch(/……（共 600 字，见清单）$/)
    expect([...(reason ?? '')].length).toBeLessThan(200)
  })
})

test('a comment that would be too long goes without its last parts, and says so', () => {
  const other = edited(datong, [['ecs.general.4c8g, quantity: 4', 'ecs.general.4c8g, quantity: 5']])
  const brief = briefTo(request, other)
  const whole = briefMarkdown(brief, 'zh')
  expect(briefMarkdown(brief, 'zh', whole.length)).toBe(whole)
  const shorter = briefMarkdown(brief, 'zh', whole.length - 1)
  expect(shorter.length).toBeLessThan(whole.length)
  expect(shorter).toContain('另有 1 个部分未列出')
  const [part = expect.fail('no part')] = brief.parts
  const long = { ...brief, parts: Array.from({ length: 50 }, () => part) }
  const [most, one] = [briefMarkdown(long, 'zh').length / 2, whole.length]
  const half = briefMarkdown(long, 'zh', most).length
  expect([half <= most, half > most - one]).toEqual([true, true])
  const flags = Array.from({ length: 500 }, () => brief.flags[0] ?? expect.fail('no flag'))
  const many = briefMarkdown({ ...brief, flags }, 'zh', 10_000)
  expect(many.length).toBeLessThanOrEqual(10_000)
  expect(many).toContain('另有 480 条未列出')
  expect(() => briefMarkdown(brief, 'zh', 20)).toThrow(RangeError)
})

test('every section has a word of its own', () => {
  const ids = systemSections.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})
