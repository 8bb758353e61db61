import { at, type Change, casesOf, type Mark, type RuleCase } from '../rule-table.ts'
import { chengguan, networkItems, platform, shebao, storage, xueji } from './files.ts'
import { yesterday } from './service-edits.ts'

/** From where the egress network of a zone gives: so many addresses of a version. */
export const room = (zone: 'internet' | 'extranet', version: 4 | 6, count: number): Change => {
  const [ipv4, ipv6] = zone === 'internet' ? ['203.0.113', '64'] : ['198.51.100', '96']
  const range =
    version === 4
      ? `from: ${ipv4}.4, to: ${ipv4}.${3 + count}`
      : `from: "2001:db8:${ipv6}::10", to: "2001:db8:${ipv6}::${(15 + count).toString(16)}"`
  const last = `      ipv6: "2001:db8:${ipv6}::/64"\n`
  return [platform, last, `${last}      allocation: [{ ${range} }]\n`]
}

const inInternet = at(chengguan, '    grants:\n      |internet:')
const inExtranet = at(shebao, 'quantity: 2 }\n      |extranet:')

const uplink = '          - { item: eip.extranet.100m, quantity: 1 }'

/** On which days a system has the address that it is granted in the extranet. */
export const uplinkDays = (file: string, days: string): Change => [
  file,
  uplink,
  uplink.replace(' }', `, ${days} }`),
]

/** `xueji` is granted a line in place of its address, and a line gives one of this alone. */
const uplinkBy = (key: 'addresses' | 'bandwidthMbps'): readonly Change[] => [
  [xueji, uplink, uplink.replace('eip', 'line')],
  [
    networkItems,
    'per: month, basis: 财云〔2021〕9号《政务云服务目录费用标准》（示例） }\n        delivery: { by: manual }\n',
    `per: month, basis: 示例 }\n        delivery: { by: quota, quota: { ${key}: 1 } }\n`,
  ],
]

/** In the example, eight systems have an address each in the internet zone, and three in the extranet. */
const uplinks: readonly RuleCase[] = casesOf('TY3302', [
  ['lets as many addresses pass as routers and grants take', [room('internet', 4, 16)], []],
  ['finds one too few', [room('internet', 4, 15)], [inInternet]],
  ['lets the addresses of the other zone pass', [room('extranet', 4, 6)], []],
  ['finds one too few there', [room('extranet', 4, 5)], [inExtranet]],
  ['lets as many IPv6 addresses pass as there are routers', [room('extranet', 6, 3)], []],
  ['finds one too few of IPv6', [room('extranet', 6, 2)], [inExtranet]],
  [
    'finds an egress network that is too small',
    [[platform, 'ipv4: 198.51.100.0/24', 'ipv4: 198.51.100.0/29']],
    [inExtranet],
  ],
  [
    'lets one that is just large enough pass',
    [[platform, 'ipv4: 198.51.100.0/24', 'ipv4: 198.51.100.0/28']],
    [],
  ],
  [
    'lets an uplink pass that begins on the day after another has ended',
    [room('extranet', 4, 5), uplinkDays(xueji, 'to: 2027-06-30'), uplinkDays(shebao, 'from: 2027-07-01')],
    [],
  ],
  [
    'finds one that begins on the last day of another',
    [room('extranet', 4, 5), uplinkDays(xueji, 'to: 2027-06-30'), uplinkDays(shebao, 'from: 2027-06-30')],
    [inExtranet],
  ],
  [
    'counts a router for bandwidth alone',
    [room('extranet', 6, 2), ...uplinkBy('bandwidthMbps')],
    [inExtranet],
  ],
  ['counts no address for it', [room('extranet', 4, 5), ...uplinkBy('bandwidthMbps')], []],
  ['counts a router for an address alone', [room('extranet', 4, 5), ...uplinkBy('addresses')], [inExtranet]],
])

const sas = '      - { item: evs.sas, quantity: 300 }\n'
const asked = (...quantities: readonly number[]): Change => [
  xueji,
  sas,
  quantities.map(quantity => `      - { item: evs.bulk, quantity: ${quantity} }\n`).join(''),
]
/** Two lines that are too much together; the first ends with June. */
const following = (from: string): Change => [
  xueji,
  sas,
  '      - { item: evs.bulk, quantity: 300000, to: 2027-06-30 }\n' +
    `      - { item: evs.bulk, quantity: 300001, from: ${from} }\n`,
]
/** A volume item of 4096 GiB a unit: 524288 of them are one more than 32 bits hold. */
const bulkUntil = (to?: string): Change => [
  storage,
  '  - id: obs.standard\n',
  '  - id: evs.bulk\n    name: { zh: 静态存储, en: Bulk }\n    unit: { zh: 套, en: set }\n    zones: [internet, extranet]\n' +
    `    versions:\n      - from: 2022-01-01\n${to === undefined ? '' : `        to: ${to}\n`}` +
    '        fee: { price: "1.00", per: month, basis: 示例 }\n' +
    '        delivery: { by: volume, volume: { volumeType: bulk, gibPerUnit: 4096 } }\n\n  - id: obs.standard\n',
]
const bulk = bulkUntil()
const quantity = (count: number): Mark => at(xueji, `item: evs.bulk, quantity: |${count} }`)

const beyond: readonly RuleCase[] = casesOf('TY3303', [
  ['lets what a cloud can count pass', [bulk, asked(524_287)], []],
  ['finds what is more by one', [bulk, asked(524_288)], [quantity(524_288)]],
  [
    'finds it where the version has ended without a successor, and what stands goes on',
    [bulkUntil(yesterday), asked(524_288)],
    [quantity(524_288)],
  ],
  [
    'finds the line that comes to more together with those before it',
    [bulk, asked(300_000, 224_288)],
    [quantity(224_288)],
  ],
  ['lets lines pass that together do not', [bulk, asked(300_000, 224_287)], []],
  ['lets lines pass of which one begins when the other has ended', [bulk, following('2027-07-01')], []],
  [
    'finds the line that begins on the last day of another',
    [bulk, following('2027-06-30')],
    [at(xueji, 'quantity: |300001')],
  ],
  [
    'finds a bandwidth of more than 32 bits',
    [
      [
        xueji,
        '      - { item: eip.extranet.100m, quantity: 1 }\n',
        '      - { item: eip.extranet.100m, quantity: 21475 }\n',
      ],
    ],
    [at(xueji, 'quantity: |21475')],
  ],
  [
    'lets a bandwidth below that pass',
    [
      [
        xueji,
        '      - { item: eip.extranet.100m, quantity: 1 }\n',
        '      - { item: eip.extranet.100m, quantity: 21474 }\n',
      ],
    ],
    [],
  ],
])

/** An item that gives so much of a quota, asked for so many times. */
const adding = (key: string, each: number, count: number): readonly Change[] => [
  [
    storage,
    '  - id: obs.standard\n',
    '  - id: max.quota\n    name: { zh: 大额, en: Much }\n    unit: { zh: 批, en: lot }\n    zones: [internet, extranet]\n' +
      '    versions:\n      - from: 2022-01-01\n        fee: { price: "1.00", per: month, basis: 示例 }\n' +
      `        delivery: { by: quota, quota: { ${key}: ${each} } }\n\n  - id: obs.standard\n`,
  ],
  [xueji, sas, `      - { item: max.quota, quantity: ${count} }\n`],
]
const many = (count: number): Mark => at(xueji, `item: max.quota, quantity: |${count} }`)

/** What a line comes to in a quota that follows from it, such as the rules of its security groups. */
const derived: readonly RuleCase[] = casesOf('TY3303', [
  ['lets groups pass whose rules a cloud can count', adding('securityGroups', 100, 670_900), []],
  ['finds groups whose rules it cannot', adding('securityGroups', 100, 671_089), [many(671_089)]],
  ['lets balancers pass whose members it can count', adding('loadBalancers', 100, 400_000), []],
  ['finds balancers whose members it cannot', adding('loadBalancers', 100, 400_001), [many(400_001)]],
  ['lets snapshots pass', adding('snapshots', 2147, 1_000_000), []],
  ['finds more snapshots than it can count', adding('snapshots', 2148, 1_000_000), [many(1_000_000)]],
  ['lets as many groups of servers pass as can be asked for', adding('serverGroups', 1000, 1_000_000), []],
])

/** What there is too little of in a cloud, and what it cannot count. */
export const cloudLimits: readonly RuleCase[] = [...uplinks, ...beyond, ...derived]
