import type { ChangeCase } from '../change-table.ts'

const code = 'TY4007'
const middleware = 'catalogue/services/middleware.yaml'
const storage = 'catalogue/services/storage.yaml'
const compute = 'catalogue/services/compute.yaml'
const shuiqing = 'tenants/zhejiang/shuiliting/shuiqing-jiance.yaml'

// One system holds message queues, granted on 2026-04-24; the price has been 680.00 since 2022.
const version = (from: string, price: string, to?: string) =>
  `      - from: ${from}\n${to === undefined ? '' : `        to: ${to}\n`}        fee: { price: "${price}", per: month, basis: 示例 }\n        delivery: { by: manual }\n`
const queueVersions =
  '      - from: 2022-01-01\n        fee: { price: "680.00", per: month, basis: 财云〔2021〕9号《政务云服务目录费用标准》（示例） }\n        delivery: { by: manual }\n\n  - id: app.domestic\n'
const queue = (...versions: readonly string[]): readonly [string, string, string] => [
  middleware,
  queueVersions,
  `${versions.join('')}\n  - id: app.domestic\n`,
]
const again = (before: readonly string[], after: readonly string[]): readonly [string, string, string] => [
  middleware,
  before.join(''),
  after.join(''),
]
const since2022 = version('2022-01-01', '680.00')
const versionsOfQueue =
  '消息队列, en: Message queue }\n    unit: { zh: 实例, en: instance }\n    zones: [internet, extranet]\n    |versions:'
const fee = (price: string) => `fee: |{ price: "${price}"`
const was680 = { file: middleware, mark: fee('680.00') }

const datong = 'catalogue/prices/datong.yaml'
const adoptedByDatong = '  - { from: 2023-04-10, list: catalogue, basis: 同财〔2023〕0号（示例） }\n'
/** A price of Datong alone for volumes that systems of several jurisdictions were granted. */
const ownVolumes = (from: string, price = '0.01') =>
  `prices:\n  - item: evs.ssd\n    versions:\n      - { from: ${from}, fee: { price: "${price}", per: month, basis: 同财〔2026〕1号（示例） } }\n`

/** One list for one jurisdiction: what it says of the past is as fixed as what the catalogue says. */
const ofOneJurisdiction: readonly ChangeCase[] = [
  {
    code,
    title: 'a jurisdiction sets a price of its own for days that are over',
    head: [[datong, 'adopts:', `${ownVolumes('2026-06-01')}adopts:`]],
    finds: [{ file: datong, mark: fee('0.01'), was: { file: storage, mark: fee('0.75') }, names: ['0.01'] }],
  },
  {
    code,
    title: 'a jurisdiction sets a price of its own from today on',
    head: [[datong, 'adopts:', `${ownVolumes('2026-11-23')}adopts:`]],
    finds: [],
  },
  {
    code,
    title: 'a price that one jurisdiction has set for itself is altered, and others are charged as before',
    base: [[datong, 'adopts:', `${ownVolumes('2026-06-01', '0.02')}adopts:`]],
    head: [[datong, '"0.02"', '"0.03"']],
    finds: [{ file: datong, mark: fee('0.03'), was: { file: datong, mark: fee('0.02') }, names: ['0.02'] }],
  },
  {
    code,
    title: 'what is adopted is adopted from another jurisdiction that adopts the same',
    head: [[datong, 'list: catalogue', 'list: ningwu']],
    finds: [],
  },
  {
    code,
    title: 'the list of a jurisdiction goes that only adopts the catalogue',
    head: [[datong, '', undefined]],
    finds: [],
  },
  {
    code,
    title: 'an adopted list ends tomorrow and another follows',
    head: [
      [
        datong,
        adoptedByDatong,
        adoptedByDatong.replace('list:', 'to: 2026-11-23, list:') +
          adoptedByDatong.replace('2023-04-10, list: catalogue', '2026-11-24, list: ningwu'),
      ],
    ],
    finds: [],
  },
]

export const feeCases: readonly ChangeCase[] = [
  ...ofOneJurisdiction,
  {
    code,
    title: 'a price of the past is altered',
    head: [[storage, 'price: "0.50"', 'price: "0.05"']],
    finds: [
      {
        file: storage,
        mark: fee('0.05'),
        was: { file: storage, mark: fee('0.50') },
        names: ['0.50', '0.05'],
      },
    ],
  },
  {
    code,
    title: 'a price in force is altered instead of getting a successor',
    head: [[storage, 'price: "0.44", per: month', 'price: "0.44", per: year']],
    finds: [{ file: storage, mark: `${fee('0.44')}, per: year`, was: { file: storage, mark: fee('0.44') } }],
  },
  {
    code,
    title: 'a price is altered behind a gap that is filled at the same time',
    base: [queue(version('2022-01-01', '680.00', '2026-05-31'), version('2026-07-01', '690.00'))],
    head: [again(['to: 2026-05-31'], ['to: 2026-06-30']), again(['"690.00"'], ['"1.00"'])],
    finds: [
      {
        file: middleware,
        mark: fee('1.00'),
        was: { file: middleware, mark: fee('690.00') },
        names: ['2026-07-01', '690.00', '1.00'],
      },
    ],
  },
  {
    code,
    title: 'a gap of the past is filled and nothing else',
    base: [queue(version('2022-01-01', '680.00', '2026-05-31'), version('2026-07-01', '690.00'))],
    head: [again(['to: 2026-05-31'], ['to: 2026-06-30'])],
    finds: [],
  },
  {
    code,
    title: 'the basis of a price is altered',
    base: [queue(since2022)],
    head: [again(['basis: 示例'], ['basis: 样例'])],
    finds: [
      {
        file: middleware,
        mark: fee('680.00'),
        was: was680,
        names: ['2026-04-24', '示例', '样例'],
      },
    ],
  },
  {
    code,
    title: 'two versions of two items are altered, and each item is found at its first day',
    head: [
      [storage, 'price: "0.50"', 'price: "0.51"'],
      [storage, 'price: "0.44"', 'price: "0.45"'],
      [middleware, 'price: "680.00"', 'price: "681.00"'],
    ],
    finds: [
      { file: middleware, mark: fee('681.00'), was: was680, names: ['2026-04-24', '680.00', '681.00'] },
      {
        file: storage,
        mark: fee('0.51'),
        was: { file: storage, mark: fee('0.50') },
        names: ['0.50', '0.51'],
      },
    ],
  },
  {
    code,
    title: 'the earliest of several days of grants is named',
    head: [[storage, 'price: "0.30"', 'price: "0.31"']],
    finds: [
      {
        file: storage,
        mark: fee('0.31'),
        was: { file: storage, mark: fee('0.30') },
        names: ['2022-08-17'],
      },
    ],
  },
  {
    code,
    title: 'another price begins yesterday',
    base: [queue(since2022)],
    head: [
      again([since2022], [version('2022-01-01', '680.00', '2026-11-21'), version('2026-11-22', '690.00')]),
    ],
    finds: [
      { file: middleware, mark: fee('690.00'), was: was680, names: ['2026-11-22', '680.00', '690.00'] },
    ],
  },
  {
    code,
    title: 'another price begins today',
    base: [queue(since2022)],
    head: [
      again([since2022], [version('2022-01-01', '680.00', '2026-11-22'), version('2026-11-23', '690.00')]),
    ],
    finds: [],
  },
  {
    code,
    title: 'the price that began yesterday is altered',
    base: [queue(version('2022-01-01', '680.00', '2026-11-21'), version('2026-11-22', '690.00'))],
    head: [again(['690.00'], ['691.00'])],
    finds: [{ file: middleware, mark: fee('691.00'), was: { file: middleware, mark: fee('690.00') } }],
  },
  {
    code,
    title: 'the price that begins today is altered',
    base: [queue(version('2022-01-01', '680.00', '2026-11-22'), version('2026-11-23', '690.00'))],
    head: [again(['690.00'], ['691.00'])],
    finds: [],
  },
  {
    code,
    title: 'a price ends before yesterday and none follows',
    base: [queue(since2022)],
    head: [again([since2022], [version('2022-01-01', '680.00', '2026-11-21')])],
    finds: [{ file: middleware, mark: versionsOfQueue, was: was680, names: ['2026-11-22', '680.00'] }],
  },
  {
    code,
    title: 'a price ends yesterday and none follows',
    base: [queue(since2022)],
    head: [again([since2022], [version('2022-01-01', '680.00', '2026-11-22')])],
    finds: [],
  },
  {
    code,
    title: 'the next price begins a day later than before',
    base: [queue(version('2022-01-01', '680.00', '2026-06-30'), version('2026-07-01', '690.00'))],
    head: [again(['2026-06-30'], ['2026-07-01']), again(['from: 2026-07-01'], ['from: 2026-07-02'])],
    finds: [
      {
        file: middleware,
        mark: fee('680.00'),
        was: { file: middleware, mark: fee('690.00') },
        names: ['2026-07-01', '690.00', '680.00'],
      },
    ],
  },
  {
    code,
    title: 'another price begins while the one before goes on',
    base: [queue(since2022)],
    head: [again([since2022], [since2022, version('2026-07-01', '690.00')])],
    finds: [{ file: middleware, mark: fee('690.00'), was: was680, names: ['2026-07-01', '690.00'] }],
  },
  {
    code,
    title: 'the version of the past vanishes',
    base: [queue(version('2022-01-01', '680.00', '2026-06-30'), version('2026-07-01', '690.00'))],
    head: [again([version('2022-01-01', '680.00', '2026-06-30')], [])],
    finds: [{ file: middleware, mark: versionsOfQueue, was: was680, names: ['2026-04-24'] }],
  },
  {
    code,
    title: 'another price holds on the first day of the grant',
    base: [queue(since2022)],
    head: [
      again([since2022], [version('2022-01-01', '670.00', '2026-04-24'), version('2026-04-25', '680.00')]),
    ],
    finds: [
      { file: middleware, mark: fee('670.00'), was: was680, names: ['2026-04-24', '670.00', '680.00'] },
    ],
  },
  {
    code,
    title: 'another price holds until the day before the grant',
    base: [queue(since2022)],
    head: [
      again([since2022], [version('2022-01-01', '670.00', '2026-04-23'), version('2026-04-24', '680.00')]),
    ],
    finds: [],
  },
  {
    code,
    title: 'another price begins on the last day of the grant',
    base: [
      queue(since2022),
      [
        shuiqing,
        '          - { item: mq.standard, quantity: 1 }',
        '          - { item: mq.standard, quantity: 1, to: 2026-08-31 }',
      ],
    ],
    head: [
      again([since2022], [version('2022-01-01', '680.00', '2026-08-30'), version('2026-08-31', '690.00')]),
    ],
    finds: [{ file: middleware, mark: fee('690.00'), was: was680, names: ['2026-08-31'] }],
  },
  {
    code,
    title: 'another price begins on the day after the last of the grant',
    base: [
      queue(since2022),
      [
        shuiqing,
        '          - { item: mq.standard, quantity: 1 }',
        '          - { item: mq.standard, quantity: 1, to: 2026-08-31 }',
      ],
    ],
    head: [
      again([since2022], [version('2022-01-01', '680.00', '2026-08-31'), version('2026-09-01', '690.00')]),
    ],
    finds: [],
  },
  {
    code,
    title: 'a price comes for days that had none',
    base: [queue(version('2022-01-01', '680.00', '2026-06-30'))],
    head: [
      again(['        to: 2026-06-30\n        fee: { price: "680.00"'], ['        fee: { price: "680.00"']),
    ],
    finds: [],
  },
  {
    code,
    title: 'a version is split and keeps its price, and the versions change places',
    base: [queue(since2022)],
    head: [
      again([since2022], [version('2026-07-01', '680.00'), version('2022-01-01', '680.00', '2026-06-30')]),
    ],
    finds: [],
  },
  {
    code,
    title: 'a price of the past is written as the only charge of a list, and with other zeros',
    base: [queue(since2022)],
    head: [
      again(
        ['fee: { price: "680.00", per: month, basis: 示例 }'],
        ['fee: { charges: [{ price: "680", per: month }], basis: 示例 }'],
      ),
    ],
    finds: [],
  },
  {
    code,
    title: 'a charge comes beside a price of the past',
    base: [queue(since2022)],
    head: [
      again(
        ['fee: { price: "680.00", per: month, basis: 示例 }'],
        ['fee: { charges: [{ price: "680.00", per: month }, { price: "1.00", per: once }], basis: 示例 }'],
      ),
    ],
    finds: [
      {
        file: middleware,
        mark: 'fee: |{ charges:',
        was: { file: middleware, mark: fee('680.00') },
        names: ['680.00', '1.00'],
      },
    ],
  },
  {
    code,
    title: 'a discount is taken off a price of the past',
    base: [queue(since2022)],
    head: [
      again(
        ['fee: { price: "680.00", per: month, basis: 示例 }'],
        ['fee: { price: "680.00", per: month, discount: { factor: "0.9", basis: 合同 }, basis: 示例 }'],
      ),
    ],
    finds: [
      {
        file: middleware,
        mark: fee('680.00'),
        was: { file: middleware, mark: fee('680.00') },
        names: ['0.9'],
      },
    ],
  },
  {
    code,
    title: 'how an item is delivered changes, and its price does not',
    head: [[storage, 'total_iops_sec: "1000"', 'total_iops_sec: "2000"']],
    finds: [],
  },
  {
    code,
    title: 'a price changes that nobody was ever charged',
    head: [[compute, 'price: "16900.00"', 'price: "16900.01"']],
    finds: [],
  },
  {
    code,
    title: 'an item is taken out of the catalogue',
    head: [[middleware, '  - id: mq.standard', '  - id: mq.other']],
    finds: [],
  },
  {
    code,
    title: 'the price of an item changes that only the change itself grants',
    base: [queue(since2022), [shuiqing, '          - { item: mq.standard, quantity: 1 }\n', '']],
    head: [
      [
        shuiqing,
        '          - { item: dr.local, quantity: 1 }\n  - event: changed',
        '          - { item: dr.local, quantity: 1 }\n          - { item: mq.standard, quantity: 1 }\n  - event: changed',
      ],
      again(['680.00'], ['690.00']),
    ],
    finds: [],
  },
]
