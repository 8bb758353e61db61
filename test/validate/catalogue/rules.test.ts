import { describe, expect, it } from 'vitest'
import { catalogueRules } from '../../../lib/validate/index.ts'
import { loaded, positionOf, replaced } from '../../example-repository.ts'
import { covered, mended } from '../planted.ts'

const storage = 'catalogue/services/storage.yaml'
const backup = 'catalogue/services/backup.yaml'
const platform = 'catalogue/platform.yaml'
const profile = 'catalogue/jurisdictions/xishuangbanna.yaml'

interface Case {
  readonly code: string
  readonly title: string
  readonly file: string
  readonly before: string
  readonly after: string
  /** `before|at`: where the finding starts, and all that it covers. */
  readonly marks: readonly string[]
  readonly replacement?: string
}

function qos(consumer: string, specs: string): Pick<Case, 'file' | 'before' | 'after'> {
  const part = (of: string, what: string) =>
    `volumeType: domestic\n            qos:\n              consumer: ${of}\n              specs:\n                ${what}\n`
  return { file: storage, before: part('front-end', 'total_iops_sec: "10000"'), after: part(consumer, specs) }
}

/** Another fee for one item; the marks stand in it. */
function fee(title: string, code: string, ...[text, ...marks]: readonly [string, ...string[]]): Case {
  return {
    code,
    title,
    file: backup,
    before: 'fee: { price: "8.00", per: month, basis: 财云〔2021〕9号《政务云服务目录费用标准》（示例） }',
    after: `fee: ${text}`,
    marks,
  }
}

const tiers = (steps: string, by = 'graduated', per = 'month') =>
  `{ per: ${per}, basis: 示例, tiers: { by: ${by}, steps: [${steps}] } }`

const feeCases: readonly Case[] = [
  fee(
    'a fee says nothing that could be paid',
    'TY2210',
    '{ per: month, basis: 示例 }',
    'fee: |{ per: month, basis: 示例 }',
  ),
  fee(
    'a fee has a price and tiers',
    'TY2210',
    '{ per: month, basis: 示例, price: "1.00", tiers: { by: volume, steps: [{ upTo: 9, price: "2" }, { price: "1" }] } }',
    'price: "1.00", |tiers',
  ),
  fee(
    'a fee has a price and is to be agreed',
    'TY2210',
    '{ per: month, basis: 示例, price: "1.00", negotiated: true }',
    'price: "1.00", |negotiated',
  ),
  fee('a price has no period', 'TY2210', '{ basis: 示例, price: "1.00" }', 'basis: 示例, |price'),
  fee(
    'a discount is taken off nothing',
    'TY2210',
    '{ basis: 示例, negotiated: true, discount: { factor: "0.9", basis: 合同 } }',
    'negotiated: true, |discount',
  ),
  fee(
    'nothing is bounded',
    'TY2210',
    '{ basis: 示例, negotiated: true, total: { least: "5" } }',
    'negotiated: true, |total',
  ),
  fee(
    'more is charged at least than at most',
    'TY2212',
    '{ basis: 示例, per: month, price: "1.00", total: { least: "5.01", most: "5.00" } }',
    'most: |"5.00"',
  ),
  fee(
    'as much is charged at least as at most',
    'TY2212',
    '{ basis: 示例, per: month, price: "1.00", total: { least: "5.0", most: "5.00" } }',
  ),
  fee(
    'one of several charges says nothing',
    'TY2210',
    '{ basis: 示例, charges: [{ per: once, price: "5" }, { per: month }] }',
    'price: "5" }, |{ per: month }',
  ),
  fee(
    'a charge stands beside the list of charges',
    'TY2210',
    '{ basis: 示例, price: "1.00", per: month, charges: [{ per: once, price: "5" }] }',
    'basis: 示例, |price',
    'price: "1.00", |per',
  ),
  fee(
    'tiers do not rise',
    'TY2211',
    tiers('{ upTo: 9, price: "2" }, { upTo: 9, price: "1" }, { price: "1" }'),
    'price: "2" }, { upTo: |9',
  ),
  fee(
    'a tier within has no end',
    'TY2211',
    tiers('{ upTo: 9, price: "3" }, { price: "2" }, { price: "1" }'),
    'price: "3" }, |{ price: "2" }',
  ),
  fee(
    'the last tier has an end',
    'TY2211',
    tiers('{ upTo: 9, price: "2" }, { upTo: 99, price: "1" }'),
    '{ upTo: |99',
  ),
  fee(
    'what is paid once goes by the price reached',
    'TY2211',
    tiers('{ upTo: 9, price: "2" }, { price: "1" }', 'volume', 'once'),
    'by: |volume',
  ),
  ...['0', '0.0000', '1.0001', '85'].map(factor =>
    fee(
      `a discount is ${factor}`,
      'TY2212',
      `{ per: month, basis: 示例, price: "1.00", discount: { factor: "${factor}", basis: 合同 } }`,
      `factor: |"${factor}"`,
    ),
  ),
  fee(
    'a ceiling is below its price',
    'TY2212',
    '{ per: month, basis: 示例, price: "1.00", ceiling: "0.9999" }',
    'ceiling: |"0.9999"',
  ),
  fee(
    'a ceiling is below one of several tiers',
    'TY2212',
    '{ per: month, basis: 示例, ceiling: "1.5", tiers: { by: volume, steps: [{ upTo: 9, price: "2" }, { price: "1" }] } }',
    'ceiling: |"1.5"',
  ),
  fee(
    'a ceiling is below the price less its discount',
    'TY2212',
    '{ per: month, basis: 示例, price: "2.00", ceiling: "0.9999", discount: { factor: "0.5", basis: 合同 } }',
    'ceiling: |"0.9999"',
  ),
]

const cleanFees = [
  '{ negotiated: true, basis: 示例 }',
  '{ negotiated: true, per: year, ceiling: "9.00", basis: 示例 }',
  '{ per: month, ceiling: "9.00", basis: 示例 }',
  '{ per: month, price: "9.00", ceiling: "9.00", basis: 示例 }',
  '{ per: hour, price: "2.00", ceiling: "1.00", discount: { factor: "0.5", basis: 合同 }, basis: 示例 }',
  '{ per: quarter, price: "2.00", discount: { factor: "1", basis: 合同 }, basis: 示例 }',
  '{ charges: [{ per: once, price: "500.00" }, { per: month, price: "320.00" }], basis: 示例 }',
  tiers('{ upTo: 9, price: "2" }, { upTo: 10, price: "1" }, { price: "3" }'),
  tiers('{ upTo: 9, price: "2" }, { price: "1" }', 'graduated', 'once'),
  tiers('{ upTo: 9, price: "2" }, { price: "1" }', 'volume', 'quarter'),
]

/** Another delivery for one item; the marks stand in it. */
function delivery(title: string, text: string, ...marks: readonly string[]): Case {
  return {
    code: 'TY2201',
    title,
    file: backup,
    before: 'by: quota, quota: { snapshots: 1 }',
    after: `by: quota, quota: ${text}`,
    marks,
  }
}

/** In what quantities one item is sold. */
function sold(title: string, terms: string, ...marks: readonly string[]): Case {
  return {
    code: 'TY2213',
    title,
    file: backup,
    before: 'delivery: { by: quota, quota: { snapshots: 1 } }',
    after: `delivery: { by: quota, quota: { snapshots: 1 } }\n        order: ${terms}`,
    marks,
  }
}

const quantityCases: readonly Case[] = [
  delivery('cores are for no size of server', '{ vcpus: 1 }', 'quota: |{ vcpus: 1 }'),
  delivery(
    'sizes of server are named without cores',
    '{ ramMib: 1 }, flavors: [ecs.general.2c4g]',
    '}, |flavors',
  ),
  sold('the most is less than the least', '{ least: 5, most: 4 }', 'most: |4'),
  sold('no multiple of the step lies below the most', '{ most: 4, step: 5 }', 'most: |4'),
  sold('no multiple of the step lies between the two', '{ least: 6, most: 9, step: 5 }', 'most: |9'),
  sold(
    'fewer may go with each than have to',
    '{ optionOf: { items: [evs.ssd], least: 3, most: 2 } }',
    'least: 3, most: |2',
  ),
  sold('as many may go with each as have to', '{ optionOf: { items: [evs.ssd], least: 2, most: 2 } }'),
  sold('one multiple of the step lies between the two', '{ least: 6, most: 10, step: 5 }'),
]

/** A routine of a regulation that has others. */
function routine(title: string, text: string, ...marks: readonly string[]): Case {
  const before = '  - { id: drill, name: 开展应急演练, every: year, responsible: provider, article: ZJ-19 }\n'
  const after = `${before}  - { ${text}, name: 演练, responsible: provider, article: ZJ-19 }\n`
  return { code: 'TY2230', title, file: 'catalogue/jurisdictions/zhejiang.yaml', before, after, marks }
}

const routineCases: readonly Case[] = [
  routine('the id of a routine is taken', 'id: drill, every: month', '{ id: |drill, every: month'),
  routine('no year has the day', 'id: more, every: year, by: { month: 9, day: 31 }', 'day: |31'),
  routine(
    'a day of the year is for each month',
    'id: more, every: month, by: { month: 9, day: 30 }',
    'every: month, |by',
  ),
  routine(
    'two last days are said',
    'id: more, every: year, within: next-period, by: { month: 9, day: 30 }',
    'next-period, |by',
  ),
  routine(
    'three last days are said',
    'id: more, every: month, within: period, days: { working: 5 }',
    'period, |days',
  ),
  routine('one last day is said', 'id: more, every: year, by: { month: 2, day: 29 }'),
  routine('days are counted after the period', 'id: more, every: month, days: { working: 5 }'),
]

function measured(title: string, before: string, after: string, ...marks: readonly string[]): Case {
  return { code: 'TY2214', title, file: 'catalogue/units.yaml', before, after, marks }
}

const unitCases: readonly Case[] = [
  measured('a unit is nothing that a cloud counts', '[TiB], gib: 1024', '[TiB]', '- |{ names: [TiB] }'),
  measured('a unit is two things', '[TiB], gib: 1024', '[TiB], gib: 1024, mbps: 1', 'gib: 1024, |mbps'),
  measured('a name belongs to two units', '[TiB]', '[TiB, ｇｂ]', '[TiB, |ｇｂ'),
  measured('the lower reading is above the other', 'leastGib: 931 }', 'leastGib: 1025 }', 'leastGib: |1025'),
  measured(
    'the lower reading is of no size',
    '[kbps, kbit/s], kbps: 1',
    '[kbps, kbit/s], kbps: 1, leastGib: 1',
    'leastGib: |1',
  ),
  measured('the lower reading is the other', 'leastGib: 931 }', 'leastGib: 1024 }'),
]

const datong = 'catalogue/prices/datong.yaml'
const adopted = '  - { from: 2023-04-10, list: catalogue, basis: 同财〔2023〕0号（示例） }\n'
const adoption = (from: string, more = ', list: catalogue') => `  - { from: ${from}${more}, basis: 示例 }\n`
const priced = (item: string, ...versions: readonly string[]) =>
  `  - item: ${item}\n    versions:\n${versions.map(days => `      - { ${days}, fee: { price: "1.00", per: month, basis: 示例 } }\n`).join('')}`

/** Another list for Datong; the marks stand in it. */
function priceList(title: string, code: string, after: string, ...marks: readonly string[]): Case {
  return { code, title, file: datong, before: `adopts:\n${adopted}`, after, marks }
}

const priceListCases: readonly Case[] = [
  priceList(
    'an item stands twice in a price list',
    'TY2221',
    `prices:\n${priced('evs.ssd', 'from: 2026-01-01')}${priced('evs.ssd', 'from: 2027-01-01')}`,
    'item: |evs.ssd\n    versions:\n      - { from: 2027',
  ),
  priceList(
    'a price begins on the last day of another',
    'TY2221',
    `prices:\n${priced('evs.ssd', 'from: 2026-01-01, to: 2026-06-30', 'from: 2026-06-30')}`,
    'from: |2026-06-30',
  ),
  priceList(
    'a price begins before one that has no end',
    'TY2221',
    `prices:\n${priced('evs.ssd', 'from: 2026-02-01', 'from: 2026-01-01')}`,
    'from: |2026-02-01',
  ),
  priceList(
    'a price ends before it begins',
    'TY2221',
    `prices:\n${priced('evs.ssd', 'from: 2026-02-01, to: 2026-01-31')}`,
    'to: |2026-01-31',
  ),
  priceList(
    'two lists are adopted for one day',
    'TY2221',
    `adopts:\n${adoption('2023-04-10')}${adoption('2026-01-01', ', list: ningwu')}`,
    'from: |2026-01-01',
  ),
  priceList(
    'a list is adopted that is not there',
    'TY2222',
    `adopts:\n${adoption('2023-04-10', ', list: ningwv')}`,
    'list: |ningwv',
  ),
  priceList(
    'a jurisdiction adopts its own list',
    'TY2222',
    `adopts:\n${adoption('2023-04-10', ', list: datong')}`,
    'list: |datong',
  ),
  priceList(
    'a price list says nothing that could be paid',
    'TY2210',
    'prices:\n  - item: evs.ssd\n    versions:\n      - { from: 2026-01-01, fee: { per: month, basis: 示例 } }\n',
    'fee: |{ per: month, basis: 示例 }',
  ),
  priceList(
    'a price of a price list is above its ceiling',
    'TY2212',
    'prices:\n  - item: evs.ssd\n    versions:\n      - { from: 2026-01-01, fee: { per: month, price: "2.00", ceiling: "1.00", basis: 示例 } }\n',
    'ceiling: |"1.00"',
  ),
]

/** More in the billing of a profile whose settlement has no evaluation; the marks stand in it. */
function billing(code: string, title: string, added: string, ...marks: readonly string[]): Case {
  const before = '  payer: { name: 州级财政, stated: text, article: XS-8 }\n'
  return { code, title, file: profile, before, after: `${before}${added}`, marks }
}

const group = (shares: string, conditions = '') =>
  `    - { ${conditions}shares: [${shares}], article: XS-8 }\n`
const whole = '{ name: 甲, percent: 100 }'

/** Grades of a settlement by evaluation. */
function grades(title: string, rows: string, ...marks: readonly string[]): Case {
  const before = '    factors: [usage-assessment, fee-standard]\n'
  const after = `    factors: [usage-assessment, fee-standard, evaluation]\n    grades: [${rows}]\n`
  return { code: 'TY2224', title, file: profile, before, after, marks }
}

const billingCases: readonly Case[] = [
  billing(
    'TY2223',
    'the shares of a group do not come to the whole',
    `  payers:\n${group('{ name: 甲, percent: 60 }, { name: 乙, percent: 39 }')}`,
    'shares: |[{ name: 甲, percent: 60 }, { name: 乙, percent: 39 }]',
  ),
  billing(
    'TY2223',
    'a group names a payer twice',
    `  payers:\n${group('{ name: 甲, percent: 60 }, { name: 甲, percent: 40 }')}`,
    '{ name: |甲, percent: 40 }',
  ),
  billing(
    'TY2223',
    'a group pays for a kind that the catalogue has not',
    `  payers:\n${group(whole, 'kinds: [computr], ')}`,
    '|computr',
  ),
  billing(
    'TY2223',
    'a group stands after one without a condition',
    `  payers:\n${group(whole)}${group('{ name: 乙, percent: 100 }', 'standing: trial, ')}`,
    '- |{ standing: trial, shares: [{ name: 乙, percent: 100 }], article: XS-8 }',
  ),
  grades(
    'a grade is not below the one before it',
    '{ least: 80, percent: 100 }, { least: 80, percent: 90 }, { least: 0, percent: 50 }',
    '100 }, { least: |80',
  ),
  grades(
    'a lower score is paid more',
    '{ least: 80, percent: 90 }, { least: 0, percent: 91 }',
    'percent: |91',
  ),
  grades(
    'a score has no grade',
    '{ least: 80, percent: 100 }, { least: 1, percent: 90 }',
    'least: |1, percent: 90',
  ),
  {
    code: 'TY2224',
    title: 'an evaluation is graded that is no factor',
    file: profile,
    before: '    factors: [usage-assessment, fee-standard]\n',
    after:
      '    factors: [usage-assessment, fee-standard]\n    grades: [{ least: 80, percent: 100 }, { least: 0, percent: 90 }]\n',
    marks: ['    |grades: ['],
  },
  billing(
    'TY2225',
    'a free period says nothing',
    '  free: [{ article: XS-8 }]\n',
    'free: [|{ article: XS-8 }',
  ),
  billing(
    'TY2225',
    'a free period says two things',
    '  free: [{ months: 3, trial: true, article: XS-8 }]\n',
    'free: [|{ months: 3, trial: true, article: XS-8 }',
  ),
  billing(
    'TY2225',
    'a trial is free that no state knows',
    '  free: [{ trial: true, article: XS-8 }]\n',
    '|trial: true',
  ),
]

const term = (title: string, added: string, ...marks: readonly string[]): Case => ({
  code: 'TY2226',
  title,
  file: profile,
  before: 'mlps:\n  platformPeriodic',
  after: `terms:\n${added}mlps:\n  platformPeriodic`,
  marks,
})
const row = (length: string) =>
  `  - { use: test, name: 收回, ${length}from: [delivered], reclaimedBy: [recovered], responsible: provider, article: XS-8 }\n`

const both = 'days: 9, months: 1, '

const termCases: readonly Case[] = [
  term('a term has no length', row(''), row('').trim().replace('- ', '- |')),
  term('a term has two lengths', row(both), row(both).trim().replace('- ', '- |')),
  term('a term is renewed without end', row('days: 9, renewedBy: [delivered], '), 'days: 9, |renewedBy'),
  term('a use has two terms', row('days: 9, ') + row('months: 1, '), '{ use: |test, name: 收回, months'),
]

const cleanBilling = [
  `  payers:\n${group('{ name: 甲, percent: 60 }, { name: 乙, percent: 40 }', 'kinds: [compute], zones: [extranet], ')}${group(whole)}`,
  '  free: [{ months: 3, article: XS-8 }]\n',
]

const prohibition = (title: string, added: string, ...marks: readonly string[]): Case => ({
  code: 'TY2231',
  title,
  file: profile,
  before: '\ndeadlines:\n',
  after: `\nprohibitions:\n${added}\ndeadlines:\n`,
  marks,
})
const forbids = (parts: string, id = 'frozen') =>
  `  - { id: ${id}, name: 不得变更, article: XS-22.1, on: [change-submitted]${parts} }\n`
const yearly = (from: string, to: string) => `{ yearly: { from: { month: ${from} }, to: { month: ${to} } } }`

const prohibitionCases: readonly Case[] = [
  prohibition('an event is never allowed', forbids(''), '|on: [change-submitted] }'),
  prohibition(
    'an event is allowed on no day of any year',
    forbids(`, during: [${yearly('1, day: 1', '6, day: 30')}, ${yearly('7, day: 1', '12, day: 31')}]`),
    '|on: [change-submitted], during',
  ),
  prohibition('no year has a day', forbids(`, during: [${yearly('1, day: 1', '2, day: 30')}]`), 'day: |30'),
  prohibition(
    'days end before they begin',
    forbids(', during: [{ dates: { from: 2026-03-09, to: 2026-03-08 } }]'),
    'to: |2026-03-08',
  ),
  prohibition(
    'two prohibitions have one id',
    forbids(', when: { mlpsAtLeast: 3 }') + forbids(', when: { mlpsAtLeast: 4 }').replace('- {', '- { '),
    '- {  id: |frozen',
  ),
]

const lock = (title: string, added: string, ...marks: readonly string[]): Case => ({
  ...prohibition(title, added, ...marks),
  code: 'TY2232',
})
const leaving = 'on: [exit-submitted]'
const lockCases: readonly Case[] = [
  lock(
    'what is live can never leave again',
    `  - { id: stay, name: 不得退出, article: XS-23, ${leaving}, when: { after: [live] } }\n`,
    `article: XS-23, |${leaving}`,
  ),
]

const cases: readonly Case[] = [
  ...prohibitionCases,
  ...lockCases,
  ...termCases,
  ...billingCases.map(one => (one.marks[0] === '|computr' ? { ...one, replacement: 'compute' } : one)),
  ...unitCases,
  ...quantityCases,
  ...routineCases,
  ...feeCases,
  ...priceListCases.map(one => (one.marks[0] === 'list: |ningwv' ? { ...one, replacement: 'ningwu' } : one)),
  {
    code: 'TY2201',
    title: 'a delivery is named otherwise than what is given of it',
    file: backup,
    before: 'by: quota, quota: { snapshots: 1 }',
    after: 'by: volume, quota: { snapshots: 1 }',
    marks: ['by: |volume'],
    replacement: 'quota',
  },
  {
    code: 'TY2201',
    title: 'a delivery lacks what its kind needs',
    file: backup,
    before: 'by: quota, quota: { snapshots: 1 }',
    after: 'by: quota',
    marks: ['delivery: { by: |quota }'],
  },
  {
    code: 'TY2201',
    title: 'a manual delivery has a part',
    file: backup,
    before: 'by: quota, quota: { snapshots: 1 }',
    after: 'by: manual, quota: { snapshots: 1 }',
    marks: ['by: manual, |quota'],
  },
  {
    code: 'TY2201',
    title: 'a delivery has two parts, and neither is the one it names',
    file: backup,
    before: 'by: quota, quota: { snapshots: 1 }',
    after: 'by: volume, quota: { snapshots: 1 }, address: { bandwidthKbps: 10000 }',
    marks: ['by: |volume', 'by: volume, |quota', '{ snapshots: 1 }, |address'],
  },
  {
    code: 'TY2201',
    title: 'a delivery has a part beside its own',
    file: backup,
    before: 'by: quota, quota: { snapshots: 1 }',
    after: 'by: quota, quota: { snapshots: 1 }, address: { bandwidthKbps: 10000 }',
    marks: ['{ snapshots: 1 }, |address'],
  },
  {
    code: 'TY2202',
    title: 'a VLAN network has no segment',
    file: platform,
    before: 'type: flat\n      physicalNetwork: public\n      ipv4: 203',
    after: 'type: vlan\n      physicalNetwork: public\n      ipv4: 203',
    marks: ['type: |vlan'],
  },
  {
    code: 'TY2202',
    title: 'a flat network has a segment',
    file: platform,
    before: 'type: flat\n      physicalNetwork: public\n      ipv4: 203',
    after: 'type: flat\n      segment: 100\n      physicalNetwork: public\n      ipv4: 203',
    marks: ['type: flat\n      |segment'],
  },
  {
    code: 'TY2203',
    title: 'a backend lacks what its type needs',
    file: platform,
    before: 'backend: { type: local }',
    after: 'backend: { type: pg, bucket: states }',
    marks: ['type: |pg', 'type: pg, |bucket'],
  },
  {
    code: 'TY2204',
    title: 'no event leads to a state',
    file: profile,
    before: '    tested: { name: 已通过测试, resources: formal }\n',
    after:
      '    tested: { name: 已通过测试, resources: formal }\n    idle: { name: 闲置, resources: formal }\n',
    marks: ['    |idle: {'],
  },
  {
    code: 'TY2205',
    title: 'a requirement is about an event that is not defined',
    file: profile,
    before: 'XS-21.1\n    on: [delivered]',
    after: 'XS-21.1\n    on: [deliverd]',
    marks: ['on: [|deliverd'],
    replacement: 'delivered',
  },
  {
    code: 'TY2206',
    title: 'a requirement is about a field that manifests do not have',
    file: profile,
    before: 'facts: [domestic.exception]',
    after: 'facts: [domestic.excepted]',
    marks: ['facts: [|domestic.excepted'],
  },
  {
    code: 'TY2207',
    title: 'an article is not among those listed',
    file: profile,
    before: '- article: XS-15.3\n    on: [submitted,',
    after: '- article: XS-99.1\n    on: [submitted,',
    marks: ['article: |XS-99.1'],
  },
  {
    code: 'TY2220',
    title: 'a zone is of a class that nobody declared',
    file: platform,
    before: 'class: extranet\n',
    after: 'class: extrnet\n',
    marks: ['class: |extrnet'],
    replacement: 'extranet',
  },
  {
    code: 'TY2220',
    title: 'a zone has a class named like what every object has',
    file: platform,
    before: 'class: extranet\n',
    after: 'class: constructor\n',
    marks: ['class: |constructor'],
  },
  {
    code: 'TY2216',
    title: 'a decision decides what the text has settled',
    file: profile,
    before: '    contacts: { confirmWithinMonths: 12 }',
    after: '    catalogueReview: { months: 6 }',
    marks: ['    |catalogueReview: { months: 6 }'],
  },
  {
    code: 'TY2217',
    title: 'a condition asks for a zone that the regulation does not name',
    file: profile,
    before: 'when: { load: [periodic, burst] }',
    after: 'when: { zones: [internal] }',
    marks: ['zones: [|internal'],
    replacement: 'internet',
  },
  {
    code: 'TY2217',
    title: 'a condition asks for a pool of a place that the platform does not have',
    file: profile,
    before: 'when: { load: [periodic, burst] }',
    after: 'when: { places: { zones: [internet], pools: [share] } }',
    marks: ['pools: [|share'],
    replacement: 'shared',
  },
  {
    code: 'TY2218',
    title: 'a fact is a choice between nothing',
    file: profile,
    before: 'scope:\n',
    after: 'facts: { core: { name: 核心系统, type: choice, article: XS-3 } }\n\nscope:\n',
    marks: ['type: |choice'],
  },
  {
    code: 'TY2230',
    title: 'a signal comes on a day that no year has',
    file: profile,
    before: 'deadlines:\n',
    after:
      'signals:\n  - { id: april, name: 四月, every: year, on: { month: 4, day: 31 }, article: XS-22.4 }\n\ndeadlines:\n',
    marks: ['day: |31'],
  },
  {
    code: 'TY2209',
    title: 'the hypervisor does not know a limit, and one is near',
    ...qos('front-end', 'total_iop_sec: "10000"'),
    marks: ['|total_iop_sec'],
    replacement: 'total_iops_sec',
  },
  {
    code: 'TY2209',
    title: 'the hypervisor and the storage are to keep a limit that one of them does not know',
    ...qos('both', 'burst: "10000"'),
    marks: ['|burst'],
  },
  {
    code: 'TY2209',
    title: 'the limit that is nearest stands there already',
    ...qos('front-end', 'total_iops_sec: "10000"\n                total_iops_secs: "1"'),
    marks: ['|total_iops_secs'],
    replacement: 'total_iops_sec_max',
  },
]

describe('the rules over files of the catalogue', () => {
  it('have a case of their own each', () => {
    const tried = new Set(cases.map(({ code }) => code))
    // What forms refer to is tried beside them.
    expect(catalogueRules.map(({ code }) => code).filter(code => !tried.has(code))).toEqual(['TY2208'])
  })

  it.each(cases.map(one => [one.code, one.title, one] as const))('%s: %s', (code, _, one) => {
    const text = replaced(one.file, one.before, one.after)
    const own = ownFindings(one.file, text, code)
    expect(own.map(({ range }) => range.start)).toEqual(one.marks.map(mark => positionOf(text, mark)))
    for (const [index, { range }] of own.entries())
      expect(one.marks[index]?.split('|')[1]?.startsWith(covered(text, range))).toBe(true)
    expect(own[0]?.fix?.replacement).toBe(one.replacement)
    const [first] = own
    if (first === undefined || one.replacement === undefined) return
    expect(ownFindings(one.file, mended(text, first), code)).toEqual([])
  })
})

describe('billing', () => {
  it.each(cleanBilling)('may say: %s', added => {
    const { before, after } = billing('', '', added)
    const changed = replaced(profile, before, after)
    const found = loaded(new Map([[profile, changed]])).findings.filter(({ file }) => file === profile)
    expect(found).toEqual([])
  })

  it('may be graded by the evaluation', () => {
    const { before, after } = grades('', '{ least: 90, percent: 100 }, { name: 差, least: 0, percent: 80 }')
    const changed = replaced(profile, before, after)
    const found = loaded(new Map([[profile, changed]])).findings.filter(({ file }) => file === profile)
    expect(found).toEqual([])
  })
})

describe('a fee standard', () => {
  it.each(cleanFees)('may be %s', text => {
    const one = fee('', '', text)
    const changed = replaced(one.file, one.before, one.after)
    const found = loaded(new Map([[one.file, changed]])).findings.filter(({ file }) => file === one.file)
    expect(found).toEqual([])
  })

  it.each([
    ['{ price: "1.00", per: week, basis: 示例 }', 'TY2004'],
    ['{ price: 1.00, per: month, basis: 示例 }', 'TY1317'],
    ['{ price: "1.00", per: month }', 'TY2002'],
  ])('may not be %s', (text, code) => {
    const one = fee('', '', text)
    const changed = replaced(one.file, one.before, one.after)
    const found = loaded(new Map([[one.file, changed]])).findings.filter(({ file }) => file === one.file)
    expect(found.map(finding => finding.code)).toEqual([code])
  })
})

describe('a volume limit', () => {
  const known = ['read', 'write', 'total'].flatMap(direction =>
    ['bytes_sec', 'iops_sec'].flatMap(rate =>
      ['', '_max', '_per_gb', '_per_gb_min'].map(suffix => `${direction}_${rate}${suffix}`),
    ),
  )

  it.each(['front-end', 'both'])('that the hypervisor knows is none too many for %s', consumer => {
    const specs = [...known, 'size_iops_sec'].map(name => `${name}: "1"`).join('\n                ')
    const { file, before, after } = qos(consumer, specs)
    expect(ownFindings(file, replaced(file, before, after), 'TY2209')).toEqual([])
  })

  it('of the storage itself may have any name', () => {
    const { file, before, after } = qos('back-end', 'maxIOPS: "10000"')
    expect(ownFindings(file, replaced(file, before, after), 'TY2209')).toEqual([])
  })
})

describe('an egress network', () => {
  it('of a VLAN passes with its segment', () => {
    const vlan = replaced(
      platform,
      'type: flat\n      physicalNetwork',
      'type: vlan\n      segment: 100\n      physicalNetwork',
    )
    expect(ownFindings(platform, vlan, 'TY2202')).toEqual([])
  })
})

function ownFindings(file: string, text: string, code: string) {
  return loaded(new Map([[file, text]])).findings.filter(found => found.file === file && found.code === code)
}
