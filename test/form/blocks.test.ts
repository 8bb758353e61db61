import { expect, test } from 'vitest'
import { spansOf } from '../../lib/form/compose.ts'
import { lineText } from '../../lib/form/document.ts'
import { applies, type FormDocument } from '../../lib/form/index.ts'
import { loaded, replaced } from '../example-repository.ts'
import { exampleModel, filled, subjectAt } from './example-forms.ts'

/** Each row as its cells' words, each paragraph as one. */
function texts({ parts }: FormDocument): readonly (readonly string[])[] {
  return parts.flatMap(part =>
    part.kind === 'table'
      ? part.rows.map(row => row.cells.map(cell => cell.lines.map(lineText).join('\n')))
      : [[lineText(spansOf(part))]],
  )
}

const vaccines = 'ningwu/weijianju/yimiao-yuyue'

test('boxes are ticked by the fact, and by hand where there is none', () => {
  const rows = texts(filled(vaccines, 'application'))
  expect(rows.flat()).toContain('☐已建系统\u3000☑新建系统\u3000☐上级统一部署推广系统')
  expect(filled(vaccines, 'cancellation').blanks).toContain('注销方式')
})

test('a change is listed from what was granted before to what was granted then', () => {
  const rows = texts(filled(vaccines, 'change'))
  expect(rows).toContainEqual(['1', '互联网区', '通用型云主机 4核8G', '台', '1', '2', '+1'])
  expect(rows).toContainEqual(['3', '弹性公网地址及带宽 5M', '个', '1', '1', '不变'])
})

test('a change that nobody asked for yet lists what is granted and leaves the new quantities open', () => {
  const document = filled('ningwu/jiaoyuju/xueji-guanli', 'change')
  expect(document.blanks).toContain('变更后数量')
  expect(texts(document).flat()).not.toContain('不变')
})

test('a receipt of delivery has fees of the day and their sum in figures and words', () => {
  const document = filled('ningwu/jiaoyuju/xueji-guanli', 'receipt')
  const sum = texts(document).find(([label]) => label === '每月费用合计')?.[1]
  expect(sum).toMatch(/^¥[\d,]+\.\d{2}（大写：人民币[零壹贰叁肆伍陆柒捌玖拾佰仟万元角分整]+）$/)
  expect(document.blanks).toEqual([])
})

test('phased resources count in the monthly fees while they are there', () => {
  const rows = texts(filled('ningwu/jiaoyuju/zhaosheng-baoming', 'receipt'))
  const monthly = rows.filter(row => row.at(-1)?.endsWith('/月'))
  const now = monthly
    .filter(row => !row.some(text => /（.*\d年.*）$/.test(text)))
    .map(row => Number(row.at(-1)?.replace(/[,/月]/g, '')))
  expect(monthly.length).toBeGreaterThan(now.length)
  const [, sum = ''] = rows.find(([label]) => label === '每月费用合计') ?? []
  expect(Number(sum.replace(/^¥([\d,.]+).*$/s, '$1').replace(',', ''))).toBeCloseTo(
    now.reduce((a, b) => a + b, 0),
  )
  expect(sum).toContain('分期资源按使用期限计费')
})

test('the stage reached last decides what a form says', () => {
  const words = (asOf: string) =>
    texts(filled(vaccines, 'receipt', { ...exampleModel, asOf }))
      .flat()
      .join('|')
  expect(words('2022-10-01')).toContain('☑交付')
  expect(words('2023-12-01')).toContain('变更的云资源')
  expect(words('2024-12-01')).toContain('收回的云资源')
})

test('the papers of an event are those that the profile requires in the case, with their numbers', () => {
  const rows = texts(filled('ningwu/jiaoyuju/xueji-guanli', 'application'))
  expect(rows).toContainEqual(['6', '竣工验收意见书', 'XJ-YS-2017-01', '2017年5月30日', '☑'])
  expect(rows.flat().filter(text => text === '政务云资源需求申请表')).toEqual([])
})

test('a monthly summary lists what was completed in the month, and says so when nothing was', () => {
  const april = filled('jiuquan/wenlvju/jingqu-piaowu', 'monthly-summary', {
    ...exampleModel,
    asOf: '2026-05-04',
  })
  expect(texts(april).find(([index]) => index === '1')).toEqual(
    expect.arrayContaining(['资源注销', '2026年4月20日', 'JQHZ-2026-004']),
  )
  expect(texts(filled('jiuquan/wenlvju/jingqu-piaowu', 'monthly-summary')).flat()).toContain('本期无办结业务')
})

test('a system that is not adapted to domestic platforms says why, in a letter that others do not need', () => {
  const address = 'xishuangbanna/rensheju/shebao-jingban'
  const file = `tenants/${address}.yaml`
  const text = replaced(file, 'adapted: true', 'adapted: false, exception: 省级经办软件尚无信创版本。')
  const { model } = loaded(new Map([[file, text]]))
  expect(texts(filled(address, 'domestic-exception', model)).flat()).toContain('省级经办软件尚无信创版本。')
  const needs = (of: typeof model): boolean => {
    const subject = subjectAt(of, address, 'domestic-exception')
    return applies({ when: subject.form.when ?? {} }, subject)
  }
  expect([needs(model), needs(exampleModel)]).toEqual([true, false])
})

test('Zhejiang’s satisfaction has the four grades of its article 23', () => {
  const rows = texts(filled('zhejiang/shuiliting/shuiqing-jiance', 'satisfaction'))
  expect(rows).toContainEqual(['评价方面', '评价内容', '不满意', '基本满意', '满意', '非常满意'])
})

/** The last receipt of a system in two zones, with other fee standards for an item that it holds in both. */
function receiptWith(fee: string) {
  const file = 'catalogue/services/security.yaml'
  const basis = '财云〔2024〕17号《关于调整政务云服务目录费用标准的通知》（示例）'
  const text = replaced(file, `fee: { price: "38.00", per: month, basis: ${basis} }`, `fee: ${fee}`)
  const { model } = loaded(new Map([[file, text]]))
  const rows = texts(filled('datong/shichangju/shipin-zhuisu', 'delivery', model))
  return {
    lines: rows.filter(row => row.includes('主机安全防护')),
    sums: rows.filter(([label = '']) => /合计$/.test(label)),
  }
}

const steps = 'steps: [{ upTo: 2, price: "38.00" }, { price: "30.125" }]'

test.each([
  [
    'a single price, line by line',
    '{ price: "38.00", per: month, basis: 示例 }',
    [
      ['38.00/月', '152.00/月'],
      ['38.00/月', '114.00/月'],
    ],
    [['每月费用合计', '¥9,082.00']],
  ],
  [
    // 2 × 38.00 + 5 × 30.125 for four and three together
    'tiers of which each part has its own price, once for the lines of both zones',
    `{ per: month, basis: 示例, tiers: { by: graduated, ${steps} } }`,
    [
      ['分段计价/月', '226.63/月'],
      ['分段计价/月', '与第6项合计'],
    ],
    [['每月费用合计', '¥9,042.63']],
  ],
  [
    // 7 × 30.125
    'tiers by the price reached, once for the lines of both zones',
    `{ per: month, basis: 示例, tiers: { by: volume, ${steps} } }`,
    [
      ['30.125/月', '210.88/月'],
      ['30.125/月', '与第6项合计'],
    ],
    [['每月费用合计', '¥9,026.88']],
  ],
  [
    'several charges, and says how many lines have no price',
    '{ basis: 示例, charges: [{ per: once, price: "100", ceiling: "120" }, { per: quarter, ceiling: "90" }, { negotiated: true }] }',
    [
      ['100.00/次\n（限价120.00）\n限价90.00/季\n面议', '400.00/次\n面议\n面议'],
      ['100.00/次\n（限价120.00）\n限价90.00/季\n面议', '300.00/次\n面议\n面议'],
    ],
    [
      ['一次性费用合计', '¥700.00'],
      ['每月费用合计', '¥8,816.00'],
      ['未计入合计', '2项尚无价格'],
    ],
  ],
] as const)('a receipt shows %s', (_title, fee, lines, sums) => {
  const found = receiptWith(fee)
  expect(found.lines.map(row => row.slice(-2))).toEqual(lines)
  expect(found.sums.map(([label, sum]) => [label, sum?.replace(/（.*$/, '')])).toEqual(sums)
})

test('the fees of a month say how many lines they leave out', () => {
  const file = 'catalogue/services/security.yaml'
  const text = replaced(file, 'fee: { price: "45.00", per: month', 'fee: { negotiated: true')
  const { model } = loaded(new Map([[file, text]]))
  const words = texts(
    filled('ningwu/weijianju/yimiao-yuyue', 'receipt', { ...model, asOf: '2023-12-01' }),
  ).flat()
  expect(words.some(word => word.includes('（另有1项尚无价格，未计入）（大写：人民币'))).toBe(true)
})
