import { describe, expect, test } from 'vitest'
import { spansOf } from '../../lib/form/compose.ts'
import { lineText } from '../../lib/form/document.ts'
import { composeForm, type FormDocument, servicesShown, subjectOf } from '../../lib/form/index.ts'
import type { Subject } from '../../lib/form/subject.ts'
import type { Model } from '../../lib/model/model.ts'
import { requireGrant } from '../../scripts/terminal/form-target.ts'
import { loaded, replaced } from '../example-repository.ts'
import { everyForm, exampleModel, filled, subjectAt, targetOf } from './example-forms.ts'

/** Each row as its cells' words, each paragraph as one. */
function rowsOf({ parts }: FormDocument): readonly (readonly string[])[] {
  return parts.flatMap(part =>
    part.kind === 'table'
      ? part.rows.map(row => row.cells.map(cell => cell.lines.map(lineText).join('\n')))
      : [[lineText(spansOf(part))]],
  )
}

/** What stands beside a label. */
function beside(document: FormDocument, label: string): string | undefined {
  const row = rowsOf(document).find(cells => cells.includes(label)) ?? []
  return row[row.indexOf(label) + 1]
}

/** The quantities of a service: one, or before and after. */
function quantities(document: FormDocument, service: string): readonly string[] {
  const row = rowsOf(document).find(cells => cells.some(cell => cell.startsWith(service))) ?? []
  return row.slice(row.findIndex(cell => cell.startsWith(service)) + 2).filter(cell => /^\d+$/.test(cell))
}

function numberOf({ number = [] }: FormDocument): string {
  return lineText(number).replace(/^.*：/, '')
}

const on = (asOf: string): Model => ({ ...exampleModel, asOf })

const [food, tickets, vaccines, wages, water] = [
  'datong/shichangju/shipin-zhuisu',
  'jiuquan/wenlvju/jingqu-piaowu',
  'ningwu/weijianju/yimiao-yuyue',
  'xishuangbanna/rensheju/xinchou-chaxun',
  'zhejiang/shuiliting/shuiqing-jiance',
] as const

/** Address, form, day of the look, number, a date of the case with its label, and a service with its quantities. */
const cases: readonly (readonly [
  string,
  string,
  string,
  string,
  readonly [string, string],
  readonly [string, ...string[]],
])[] = [
  [food, 'application', '2026-11-23', 'DTSQ-2023-014', ['申请日期', '2023年9月4日'], ['信创块存储', '600']],
  [food, 'application', '2023-09-05', 'DTSQ-2023-014', ['申请日期', '2023年9月4日'], ['信创块存储', '600']],
  [
    food,
    'confirmation',
    '2026-11-23',
    'DTQR-2023-014',
    ['申请日期', '2023年9月4日'],
    ['信创块存储', '600', '500'],
  ],
  [food, 'delivery', '2024-01-01', 'DTQRH-2023-014', ['确认日期', '2023年9月20日'], ['信创块存储', '500']],
  [food, 'delivery', '2026-11-23', 'DTQRH-2025-003', ['确认日期', '2025年3月14日'], ['信创块存储', '800']],
  [
    food,
    'change',
    '2026-11-23',
    'DTBG-2025-003',
    ['申请日期', '2025年3月10日'],
    ['信创块存储', '500', '800'],
  ],
  [
    tickets,
    'application',
    '2026-11-23',
    'JQSQ-2023-011',
    ['申请日期', '2023年5月15日'],
    ['超高性能块存储', '100'],
  ],
  [
    tickets,
    'change-or-cancellation',
    '2025-12-01',
    'JQBG-2024-003',
    ['申请日期', '2024年4月15日'],
    ['超高性能块存储', '100', '200'],
  ],
  [
    tickets,
    'change-or-cancellation',
    '2026-11-23',
    'JQZX-2026-002',
    ['申请日期', '2026年4月13日'],
    ['超高性能块存储', '200'],
  ],
  [
    vaccines,
    'application',
    '2026-11-23',
    'NWSQ-2022-009',
    ['申请日期', '2022年9月5日'],
    ['通用型云主机 4核8G', '1'],
  ],
  [
    vaccines,
    'change',
    '2026-11-23',
    'NWBG-2023-002',
    ['原申请表编号', 'NWSQ-2022-009'],
    ['通用型云主机 4核8G', '1', '2'],
  ],
  [
    vaccines,
    'cancellation',
    '2026-11-23',
    'NWZX-2024-003',
    ['交付日期', '2022年9月22日'],
    ['通用型云主机 4核8G', '2'],
  ],
  [
    wages,
    'application',
    '2026-11-23',
    '西人社发〔2025〕14号',
    ['申请日期', '2025年7月8日'],
    ['信创块存储', '100'],
  ],
  [
    wages,
    'delivery-order',
    '2026-11-23',
    'XSJF-2025-002',
    ['交付日期', '2025年7月21日'],
    ['信创块存储', '100'],
  ],
  [
    wages,
    'adjustment',
    '2026-11-23',
    '西人社发〔2026〕9号',
    ['申请日期', '2026年3月9日'],
    ['信创块存储', '100', '200'],
  ],
  [
    wages,
    'withdrawal',
    '2026-11-23',
    '西人社发〔2026〕41号',
    ['申请日期', '2026年9月14日'],
    ['信创块存储', '200'],
  ],
  [
    water,
    'application',
    '2026-11-23',
    '浙水函〔2024〕15号',
    ['申请日期', '2024年3月11日'],
    ['内存型云主机', '2'],
  ],
  [
    water,
    'change',
    '2026-11-23',
    '浙水函〔2026〕29号',
    ['申请日期', '2026年4月20日'],
    ['内存型云主机', '2', '3'],
  ],
]

describe('the number, date and quantities of a form are those of one case', () => {
  test.each(cases)('%s %s on %s', (address, form, asOf, number, [label, date], [service, ...wanted]) => {
    const document = filled(address, form, on(asOf))
    expect(numberOf(document)).toBe(number)
    expect(beside(document, label)).toBe(date)
    expect(quantities(document, service)).toEqual(wanted)
  })

  test('the papers of a past request are those that came with it', () => {
    const papers = rowsOf(filled(water, 'application')).filter(cells => cells.at(-1) === '☑')
    expect(papers.map(cells => cells[2])).toEqual(['SQ-FA-2023', 'SQ-ZC-2024', 'SQ-XQ-2024'])
  })
})

/** The example without what its first request recorded. */
function unrecorded(address: string): Model {
  const file = `tenants/${address}.yaml`
  const text = replaced(file, '', '').replace(/^ {4}asks:\n(?: {6}.*\n)+/m, '')
  return loaded(new Map([[file, text]])).model
}

describe('a past request that nothing tells of', () => {
  const model = unrecorded(food)

  test('leaves its quantities and rules open, and says so', () => {
    const document = filled(food, 'application', model)
    expect(document.remarks.map(({ kind }) => kind)).toEqual(['request-unknown', 'facts-of-now'])
    expect(document.blanks).toEqual(expect.arrayContaining(['云资源清单', '访问规则', '跨区数据交换']))
    expect(rowsOf(document).flat()).not.toContain('信创块存储')
    expect(rowsOf(document).flat().at(-2)).toMatch(/^注：2023年9月4日申请的内容没有记录/)
  })

  test('leaves the requested quantities open beside what was granted on it', () => {
    const document = filled(food, 'confirmation', model)
    expect(quantities(document, '信创块存储')).toEqual(['500'])
    expect(document.blanks).toContain('申请数量')
  })

  test('is told by the version of the manifest that came with it, people and all', () => {
    const now = targetOf(model, food)
    if (now.system === undefined) throw new Error('no system')
    const { value } = now.system
    const request = value.history.slice(0, 1)
    const then = {
      ...value,
      mlps: { level: 2 as const },
      zones: { internet: { services: [{ item: 'evs.ssd', quantity: 70 }] } },
      exchange: [],
      history: request,
    }
    const { form } = subjectAt(model, food, 'application')
    const document = composeForm(subjectOf(model, form, now, undefined, [value, then]))
    expect(document.remarks).toEqual([])
    expect(quantities(document, '超高性能块存储')).toEqual(['70'])
    expect(beside(document, '等级保护级别')).toBe('第二级')
    expect(beside(document, '管理部门意见')).toContain('2023年9月13日')
  })
})

/** Form, and a day on which the system had not been granted anything. */
test.each([
  [food, 'change', '2023-09-05'],
  [food, 'delivery', '2023-09-05'],
  [food, 'exit', '2023-09-05'],
  ['jiuquan/wenlvju/wenwu-jiance', 'change-or-cancellation', '2026-11-23'],
  [vaccines, 'change', '2022-09-06'],
  [vaccines, 'cancellation', '2022-09-06'],
  ['xishuangbanna/jiuye-zhongxin/jiuye-fuwu', 'adjustment', '2026-11-23'],
  ['xishuangbanna/jiuye-zhongxin/jiuye-fuwu', 'withdrawal-plan', '2026-11-23'],
  [water, 'change', '2024-03-12'],
  [water, 'termination', '2024-03-12'],
])('%s has no %s on %s, before anything is granted', (address, form, asOf) => {
  const finding = { code: 'TY9025', file: `tenants/${address}.yaml`, path: ['history'] }
  expect(() => requireGrant(subjectAt(on(asOf), address, form))).toThrow(
    expect.objectContaining({ finding: expect.objectContaining(finding) }),
  )
})

test.each(['application', 'confirmation', 'cloud-request'])('%s needs no grant', form => {
  expect(() => requireGrant(subjectAt(on('2023-09-05'), food, form))).not.toThrow()
})

/** Address, form, label, a day before the decision, and what it says once it is taken. */
const decisions: readonly (readonly [string, string, string, string, string])[] = [
  [food, 'application', '管理部门意见', '2023-09-12', '核定云资源并通知（2023年9月13日，合并请求2评审6）'],
  [food, 'change', '政务云管理部门审核意见', '2025-03-12', '批准变更（2025年3月13日，合并请求19评审47）'],
  [
    tickets,
    'application',
    '市大数据管理局审核意见',
    '2023-05-18',
    '审定并反馈（2023年5月19日，纸质决定，JQSD-2023-011）',
  ],
  [
    vaccines,
    'application',
    '县政府审定意见',
    '2022-09-13',
    '县政府审定同意（2022年9月14日，纸质决定，宁政办函〔2022〕20号）',
  ],
  [
    vaccines,
    'cancellation',
    '县政务云主管部门审核意见',
    '2024-11-06',
    '批准退出（2024年11月7日，合并请求17评审33）',
  ],
  [
    wages,
    'application',
    '主管部门审批意见',
    '2025-07-16',
    '提出审批意见并分配资源（2025年7月17日，合并请求2评审4）',
  ],
  [water, 'application', '行政主管部门终审意见', '2024-04-15', '终审通过（2024年4月16日，合并请求6评审14）'],
]

describe('an authority’s decision', () => {
  test.each(decisions)('%s %s: %s is blank on %s, and then %s', (address, form, label, before, said) => {
    expect(beside(filled(address, form, on(before)), label)).toBe('')
    expect(beside(filled(address, form), label)).toBe(said)
  })

  test('goes by the number of the record where evidence has it', () => {
    const system = exampleModel.systemByAddress.get(food)
    if (system === undefined) throw new Error(`no ${food}`)
    const record = { number: 7, file: 'evidence/2026/000007.json' }
    const recorded = { ...system, document: { ...system.document, recordOf: () => record } }
    const systemByAddress = new Map([...exampleModel.systemByAddress, [food, recorded]])
    expect(beside(filled(food, 'application', { ...exampleModel, systemByAddress }), '管理部门意见')).toBe(
      '核定云资源并通知（2023年9月13日，审批记录第7号）',
    )
  })

  test('on an earlier request says nothing of the one that waits', () => {
    const file = `tenants/${water}.yaml`
    const text = `${replaced(file, '', '')}  - { event: change-submitted, on: 2026-11-20, reason: 扩容。, source: { forge: gitea, change: 50 } }\n`
    const document = filled(water, 'change', loaded(new Map([[file, text]])).model)
    expect(beside(document, '申请日期')).toBe('2026年11月20日')
    expect(beside(document, '行政主管部门审批意见')).toBe('')
    expect([numberOf(document).trim(), beside(document, '变更类型')]).toEqual([
      '',
      expect.stringMatching(/^☑/),
    ])
  })

  test('is followed by its reason where it refuses', () => {
    const file = 'tenants/jiuquan/wenlvju/wenwu-jiance.yaml'
    const text = `${replaced(file, '', '')}  - { event: refused, on: 2026-11-20, reason: 未附测算依据。, source: { paper: JQTH-1 } }\n`
    const { model } = loaded(new Map([[file, text]]))
    const document = filled('jiuquan/wenlvju/wenwu-jiance', 'application', model)
    expect(beside(document, '市大数据管理局审核意见')).toMatch(
      /（2026年11月20日，纸质决定，JQTH-1）\n理由：未附测算依据。$/,
    )
  })

  test('is typed beforehand on no form: what the history fills in has no text of its own', () => {
    const authorities =
      /(?:主管部门|管理部门|管理局|县政府|中心)(?:审核|审批|受理|终审|批复|审定|核定)?意见$|管理局$/
    for (const { value } of exampleModel.catalogue.forms.values()) {
      const opinions = value.forms.flatMap(({ blocks }) =>
        blocks.flatMap(block => block.opinions?.items ?? []),
      )
      expect(opinions.filter(({ label, text }) => authorities.test(label) && text !== undefined)).toEqual([])
    }
  })
})

/** Of each jurisdiction the form of the first request. */
const applications = everyForm.filter(({ form }) => form.id === 'application')

test.each(applications)('$name says what the signature approves', ({ subject }) => {
  const labels = ['承建单位', '使用期限', '计划上线日期', '用户数量', '数据量', '申请日期', '操作系统']
  const cells = rowsOf(composeForm(subject)).flat()
  expect(cells).toEqual(expect.arrayContaining([...labels, '访问规则', '跨区数据交换']))
  expect(servicesShown(subject)).toContain('requested')
})

test('what the manifest says of use and builders stands on the form, and is no blank', () => {
  const file = `tenants/${food}.yaml`
  const text = replaced(
    file,
    'domestic: {',
    'operation: { term: { from: 2023-12-01, to: 2028-11-30 }, goLive: 2023-11-10, users: 20000, dataGb: 500 }\ndomestic: {',
  )
    .replace('  responsible: 刘洋\n', '  responsible: 刘洋\n  builder: 某软件公司（示例）\n')
    .replace(
      '            - { item: ecs.domestic.8c16g, quantity: 2 }',
      '            - { item: ecs.domestic.8c16g, quantity: 2, os: 银河麒麟 V10 }',
    )
  const { model, findings } = loaded(new Map([[file, text]]))
  expect(findings.filter(found => found.file === file && found.severity === 'error')).toEqual([])
  const document = filled(food, 'application', model)
  expect(
    ['承建单位', '计划上线日期', '用户数量', '数据量', '使用期限'].map(label => beside(document, label)),
  ).toEqual(['某软件公司（示例）', '2023年11月10日', '20000人', '500GB', '2023年12月1日至2028年11月30日'])
  expect(beside(document, '操作系统')).toBe('通用型云主机 4核8G：\n信创云主机 8核16G：银河麒麟 V10')
  expect(document.blanks).toEqual(['系统概况'])
})

test('a letter of request bears the date of its record', () => {
  const dates = rowsOf(filled(food, 'cloud-request')).flat()
  expect(dates).toContain('2023年8月30日')
  expect(dates).not.toContain('2023年9月4日')
})

test.each([
  ['2026-11-23', '☐一般变更　☑重大变更（须重新提交申请材料，并通过性能和安全测试）'],
  ['2026-04-19', '☐一般变更　☐重大变更（须重新提交申请材料，并通过性能和安全测试）'],
])('the degree of a change is that of the request on %s, and open before there is one', (asOf, boxes) => {
  expect(beside(filled(water, 'change', on(asOf)), '变更类型')).toBe(boxes)
})

test('a system that was rolled out on a paper of policy names the number of that paper', () => {
  const file = `tenants/${food}.yaml`
  const text = replaced(file, 'origin: new', 'origin: rolled-out-from-above').replace(
    '{ type: 建设方案, number: ZS-FA-2023, on: 2023-06-02 }',
    '{ type: 政策依据文件, number: 国办发〔2022〕3号, on: 2022-06-02 }',
  )
  const { model } = loaded(new Map([[file, text]]))
  expect(
    rowsOf(filled(food, 'cloud-request', model))
      .flat()
      .join(),
  ).toContain('推广文件文号为国办发〔2022〕3号。')
})

test('only the regulation that lists purposes has boxes for them', () => {
  const withBoxes = applications.filter(({ subject }) =>
    beside(composeForm(subject), '系统用途')?.includes('☐'),
  )
  const jurisdictions = new Set(withBoxes.map(({ address }) => address.split('/')[0]))
  expect([...jurisdictions]).toEqual(['xishuangbanna'])
})

/** What was open before a change, where grants say it. */
test('rules of a change are told from those that were granted before', () => {
  const file = `tenants/${food}.yaml`
  const text = replaced(
    file,
    '        services:\n          - { item: ecs.general.4c8g, quantity: 2 }',
    [
      '        ingress:',
      '          - { from: internet, protocol: tcp, ports: [443] }',
      '          - { from: internet, protocol: tcp, ports: [80] }',
      '        services:',
      '          - { item: ecs.general.4c8g, quantity: 2 }',
    ].join('\n'),
  )
  const { model } = loaded(new Map([[file, text]]))
  const rules = rowsOf(filled(food, 'change', model)).filter(cells => cells.includes('TCP'))
  expect(rules.map(cells => [cells.at(-3), cells.at(-1)])).toEqual(
    expect.arrayContaining([
      ['443', '不变'],
      ['22、3306', '新增'],
      ['80', '取消'],
    ]),
  )
})

test('forms count in units that offices write', () => {
  const units = (subject: Subject) => rowsOf(composeForm(subject)).flat()
  for (const { subject } of everyForm) expect(units(subject)).not.toContain('GiB')
  expect(units(subjectAt(exampleModel, food, 'application'))).toEqual(
    expect.arrayContaining(['GB', '套', '个域名', '个']),
  )
})
