import { type Change, type Mark, type RuleCase, withVerdicts } from '../rule-table.ts'
import { cloudLimits } from './cloud-limits.cases.ts'
import { unreadable } from './file-edits.ts'
import {
  chengguan,
  huji,
  jiuquan,
  middleware,
  networkItems,
  platform,
  pucha,
  shebao,
  shuiqing,
  yingji,
  zhaosheng,
} from './files.ts'
import { zone } from './platform-edits.ts'

/** Where the grant that came last has to give way. */
export const newest = {
  internet: { file: chengguan, mark: '    grants:\n      |internet:' },
  extranet: { file: chengguan, mark: 'ports: [22, 3306] }\n      |extranet:' },
  withGpu: { file: yingji, mark: '    grants:\n      |extranet:' },
  withAddress: { file: shebao, mark: 'quantity: 2 }\n      |extranet:' },
  dedicated: { file: huji, mark: '    grants:\n      |extranet:' },
} satisfies Record<string, Mark>

const written = {
  'vCPUs of the internet zone': 'vcpus: 2000',
  'memory of the internet zone': 'ramGib: 8000',
  'volumes of the internet zone': 'volumeGib: 400000',
  'addresses of the internet zone': 'addresses: 200',
  'bandwidth of the internet zone': 'bandwidthMbps: 10000 }',
  'vCPUs of the extranet zone': 'vcpus: 3000',
  'memory of the extranet zone': 'ramGib: 12000',
  'volumes of the extranet zone': 'volumeGib: 600000',
  'GPUs of the extranet zone': 'gpus: 24',
  'addresses of the extranet zone': 'gpus: 24, addresses: 200',
  'bandwidth of the extranet zone': 'bandwidthMbps: 40000',
  'vCPUs of the dedicated pool': 'vcpus: 512',
  'memory of the dedicated pool': 'ramGib: 2048',
  'volumes of the dedicated pool': 'volumeGib: 100000',
  'vCPUs of a pool that nobody uses': 'vcpus: 256',
} as const
type Resource = keyof typeof written

/** Another capacity for a resource. */
export function capacity(resource: Resource, amount: number): Change {
  const before = written[resource]
  return [platform, before, before.replace(/\d+(?!.*\d)/, `${amount}`)]
}

/** A capacity that is just enough, and one that is too small by one. */
function bounded(resource: Resource, enough: number, at: Mark): RuleCase[] {
  return [
    capacityCase(`enough ${resource}`, [capacity(resource, enough)]),
    capacityCase(`too few ${resource} by one`, [capacity(resource, enough - 1)], at),
  ]
}

function capacityCase(title: string, changes: readonly Change[], ...finds: readonly Mark[]): RuleCase {
  return {
    code: 'TY3301',
    title,
    changes,
    finds,
    ...(finds[0]?.file === chengguan && { article: 'JQ-10.1' }),
  }
}

/** Every zone of the example keeps 15 percent; 85 percent of what is enough is what is granted, rounded down. */
const bounds: readonly RuleCase[] = [
  // From 2027-07-01 on two systems have their servers for the season at once: 136 vCPUs and 272 GiB.
  ...bounded('vCPUs of the internet zone', 160, newest.internet),
  ...bounded('memory of the internet zone', 320, newest.internet),
  ...bounded('volumes of the internet zone', 1883, newest.internet),
  ...bounded('addresses of the internet zone', 10, newest.internet),
  ...bounded('bandwidth of the internet zone', 171, newest.internet),
  ...bounded('vCPUs of the extranet zone', 170, newest.extranet),
  ...bounded('memory of the extranet zone', 640, newest.extranet),
  ...bounded('volumes of the extranet zone', 7765, newest.extranet),
  ...bounded('GPUs of the extranet zone', 2, newest.withGpu),
  ...bounded('addresses of the extranet zone', 4, newest.withAddress),
  ...bounded('bandwidth of the extranet zone', 353, newest.withAddress),
  ...bounded('vCPUs of the dedicated pool', 38, newest.dedicated),
  ...bounded('memory of the dedicated pool', 76, newest.dedicated),
  ...bounded('volumes of the dedicated pool', 1765, newest.dedicated),
  capacityCase('a pool that nobody uses and that has nothing', [
    capacity('vCPUs of a pool that nobody uses', 0),
  ]),
  capacityCase('a zone that nobody uses and that has nothing', [
    zone('lab', '10.112.0.0/16', '192.0.2.0/24'),
  ]),
  capacityCase(
    'two resources that are too few',
    [capacity('vCPUs of the internet zone', 159), capacity('memory of the internet zone', 319)],
    newest.internet,
    newest.internet,
  ),
  capacityCase('GPUs without a capacity that are granted', [[platform, 'gpus: 24, ', '']], newest.withGpu),
  capacityCase('GPUs without a capacity that nobody has', [[platform, 'gpus: 16, ', '']]),
  capacityCase(
    'addresses without a capacity',
    [[platform, 'gpus: 24, addresses: 200', 'gpus: 24']],
    newest.withAddress,
  ),
  capacityCase(
    'bandwidth without a capacity',
    [[platform, ', bandwidthMbps: 40000', '']],
    newest.withAddress,
  ),
]

const reserve = (percent: number): Change => [platform, 'reservePercent: 15', `reservePercent: ${percent}`]

const reserves: readonly RuleCase[] = (
  [
    ['a reserve that leaves enough', 15, 160],
    ['a reserve that is too large by one percent', 16, 160, newest.internet],
    ['a whole pool without a reserve', 0, 136],
    ['more than a whole pool without a reserve', 0, 135, newest.internet],
    ['nine tenths of a unit that are missing, which do not count as the unit', 10, 151, newest.internet],
    ['eight tenths of a unit that are left', 10, 152],
  ] as const
).map(([title, percent, amount, ...finds]) =>
  capacityCase(title, [reserve(percent), capacity('vCPUs of the internet zone', amount)], ...finds),
)

const extranetReserve = `    region: extranet
    site: main
    apis: [compute, block-storage, network]
    backend: { type: local }
    reservePercent: `

const nothingStated = capacityCase(
  'a GPU without a capacity, though nothing is kept',
  [
    [platform, 'gpus: 24, ', ''],
    [platform, `${extranetReserve}15`, `${extranetReserve}0`],
  ],
  newest.withGpu,
)

const season = (from: string, to: string) =>
  `          - { item: ecs.general.8c16g, quantity: 4, from: ${from}, to: ${to} }`
const shuiqingUntil = (to: string): Change => [
  shuiqing,
  season('2027-06-01', '2027-10-15'),
  season('2027-06-01', to),
]
const zhaoshengFrom = (from: string): Change => [
  zhaosheng,
  season('2027-07-01', '2027-08-31'),
  season(from, '2027-11-30'),
]
const ofOneSeason = capacity('vCPUs of the internet zone', 123)
const eip = '          - { item: eip.bgp.5m, quantity: 1 }'
const chengguanAddress = (days: string): Change => [chengguan, eip, eip.replace(' }', `, ${days} }`)]
const sevenAddresses = capacity('addresses of the internet zone', 9)
const lastVersion = '      - from: 2022-01-01\n        fee: { price: "4300.00"'
const lastDay = (to: string): Change => [
  networkItems,
  lastVersion,
  lastVersion.replace('\n', `\n        to: ${to}\n`),
]
const laterVersion: Change = [
  networkItems,
  'address: { bandwidthKbps: 50000 } }\n',
  `address: { bandwidthKbps: 50000 } }
      - from: 2027-01-01
        fee: { price: "4300.00", per: month, basis: 示例 }
        delivery: { by: address, address: { bandwidthKbps: 60000 } }
`,
]

const days: readonly RuleCase[] = [
  capacityCase('a season that ends on the day before the next', [ofOneSeason, shuiqingUntil('2027-06-30')]),
  capacityCase(
    'a season that ends on the day of the next',
    [ofOneSeason, shuiqingUntil('2027-07-01')],
    newest.internet,
  ),
  capacityCase('a season that begins on the day after another', [ofOneSeason, zhaoshengFrom('2027-10-16')]),
  capacityCase(
    'a season that begins on the last day of another',
    [ofOneSeason, zhaoshengFrom('2027-10-15')],
    newest.internet,
  ),
  capacityCase(
    'one season that is too much',
    [capacity('vCPUs of the internet zone', 122), shuiqingUntil('2027-06-30')],
    newest.internet,
  ),
  capacityCase(
    'a line on its last day',
    [sevenAddresses, chengguanAddress('to: 2026-11-23')],
    newest.internet,
  ),
  capacityCase('a line of which yesterday was the last day', [
    sevenAddresses,
    chengguanAddress('to: 2026-11-22'),
  ]),
  capacityCase(
    'a line that begins tomorrow',
    [sevenAddresses, chengguanAddress('from: 2026-11-24')],
    newest.internet,
  ),
  capacityCase(
    'an item on the last day of its last version',
    [capacity('addresses of the internet zone', 8), lastDay('2026-11-23')],
    newest.internet,
  ),
  capacityCase(
    'an item of which yesterday was the last day, and which stands until its successor comes',
    [capacity('addresses of the internet zone', 8), lastDay('2026-11-22')],
    newest.internet,
  ),
  capacityCase(
    'a version that will deliver more',
    [
      capacity('bandwidth of the internet zone', 171),
      laterVersion,
      [networkItems, lastVersion, lastVersion.replace('\n', '\n        to: 2026-12-31\n')],
    ],
    newest.internet,
  ),
  capacityCase('a version that will deliver more, with room for it', [
    capacity('bandwidth of the internet zone', 195),
    laterVersion,
    [networkItems, lastVersion, lastVersion.replace('\n', '\n        to: 2026-12-31\n')],
  ]),
]

/** What `chengguan` alone is granted once in the extranet, and is delivered by hand, made a bundle. */
const bundle = (items: string): Change => [
  middleware,
  '        delivery: { by: manual }\n\n  - id: mq.standard',
  `        delivery: { by: bundle, items: [${items}] }\n\n  - id: mq.standard`,
]
const cache = '          - { item: cache.standard.8g, quantity: 1 }'
const twoCaches: Change = [chengguan, cache, cache.replace('1 }', '2 }')]

const bundles: readonly RuleCase[] = [
  capacityCase('a bundle with room for each member, so often as both quantities say', [
    bundle('{ item: ecs.general.2c4g, quantity: 3 }'),
    twoCaches,
    capacity('vCPUs of the extranet zone', 184),
  ]),
  capacityCase(
    'a bundle for which there is too little by one',
    [
      bundle('{ item: ecs.general.2c4g, quantity: 3 }'),
      twoCaches,
      capacity('vCPUs of the extranet zone', 183),
    ],
    newest.extranet,
  ),
  capacityCase('a bundle that holds itself, whose other members count once', [
    bundle('{ item: cache.standard.8g }, { item: ecs.general.2c4g }'),
    capacity('vCPUs of the extranet zone', 172),
  ]),
]

const puchaGranted = (on: string): Change => [pucha, 'on: 2026-11-06', `on: ${on}`]
const atPucha = { file: pucha, mark: '    grants:\n      |internet:' }
const tooFew = capacity('vCPUs of the internet zone', 159)

const holders: readonly RuleCase[] = [
  capacityCase(
    'of two grants the later one, by a day, though its address comes first',
    [tooFew, puchaGranted('2026-11-17')],
    newest.internet,
  ),
  capacityCase(
    'of two grants of one day the later by address',
    [tooFew, puchaGranted('2026-11-18')],
    atPucha,
  ),
  capacityCase('of two grants the later one, by a day', [tooFew, puchaGranted('2026-11-19')], atPucha),
  capacityCase('what is granted in a pool that there is not', [
    [shebao, '    grants:\n      internet:\n', '    grants:\n      internet:\n        pool: exclusive\n'],
  ]),
  capacityCase('an item that the catalogue does not have', [
    [
      shebao,
      '          - { item: ecs.domestic.4c8g, quantity: 2 }',
      '          - { item: ecs.domestic.4c9g, quantity: 2 }',
    ],
    capacity('vCPUs of the internet zone', 151),
  ]),
  {
    ...capacityCase('grants by a regulation that cannot be read', [
      unreadable(jiuquan),
      capacity('addresses of the internet zone', 8),
    ]),
    breaks: true,
  },
  capacityCase(
    'one piece more of a line',
    [
      [chengguan, eip, eip.replace('quantity: 1', 'quantity: 2')],
      capacity('addresses of the internet zone', 10),
    ],
    newest.internet,
  ),
]

export const capacityCases = [
  ...withVerdicts([...bounds, ...reserves, nothingStated, ...days, ...bundles, ...holders]),
  ...cloudLimits,
]
