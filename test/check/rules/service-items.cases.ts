import { type Change, casesOf, type Mark, type RuleCase } from '../rule-table.ts'
import {
  chengguan,
  database,
  gonganUnit,
  huji,
  jiankang,
  jingqu,
  jiuquan,
  jiuye,
  lvyou,
  middleware,
  ningwu,
  platform,
  shebao,
  shipin,
  shuiqing,
  storage,
  xinchou,
  xueji,
} from './files.ts'
import {
  asked,
  askedOnce,
  brokenOperations,
  granted,
  grantedBefore,
  grantedElsewhere,
  grantedOnce,
} from './service-edits.ts'

const line = (item: string, more = ''): string => `{ item: ${item}, quantity: 1${more} }`
const itemIn = (file: string, item: string): Mark => ({ file, mark: `{ item: |${item},` })

const withoutZone = (jurisdiction: string, zone: string, name: string, article: string): Change => [
  `catalogue/jurisdictions/${jurisdiction}.yaml`,
  `  ${zone}: { name: ${name}, article: ${article} }\n`,
  '',
]

export const withoutExtranet = withoutZone('ningwu', 'extranet', '政务外网区', 'NW-1.1')

const zones: readonly RuleCase[] = casesOf('TY3102', [
  [
    'every system of the jurisdiction has a zone that its regulation does not know',
    [withoutExtranet],
    [
      { file: xueji, mark: 'zones:\n  |extranet:' },
      { file: jiankang, mark: 'zones:\n  |extranet:' },
    ],
  ],
  [
    'the other zone counts too, whether the system has more or has ended',
    [withoutZone('jiuquan', 'internet', '互联网区', 'JQ-2')],
    [chengguan, lvyou, jingqu].map(file => ({ file, mark: 'zones:\n  |internet:' })),
  ],
  [
    'nobody knows the zones of a profile that is broken, and all know those of the next one',
    [
      withoutZone('jiuquan', 'internet', '互联网区', 'JQ-2'),
      [jiuquan, 'regulation:\n', 'regulation:\n  colour: red\n'],
      withoutExtranet,
    ],
    [
      { file: xueji, mark: 'zones:\n  |extranet:' },
      { file: jiankang, mark: 'zones:\n  |extranet:' },
    ],
  ],
  [
    'a zone may have a name of its own in the regulation',
    [[ningwu, 'extranet: { name: 政务外网区', 'extranet: { name: 公用网络区']],
    [],
  ],
])

const unknownItems: readonly RuleCase[] = [
  ...casesOf('TY3103', [
    [
      'a grant that holds names an item that the catalogue has not',
      [granted(line('ecs.domestic.4c9g'))],
      [itemIn(shebao, 'ecs.domestic.4c9g')],
      { article: 'XS-19.5' },
    ],
    [
      'a grant of the past names one',
      [grantedBefore(line('ecs.domestic.4c9g'))],
      [itemIn(shipin, 'ecs.domestic.4c9g')],
      { article: 'DT-11a' },
    ],
    [
      'a grant of a system that has ended names one',
      [grantedOnce(line('ecs.domestic.4c9g'))],
      [itemIn(xinchou, 'ecs.domestic.4c9g')],
    ],
    [
      'a file that is broken elsewhere makes no difference',
      [
        granted(line('ecs.domestic.4c9g')),
        [gonganUnit, 'category: ', 'category: un-'],
        [ningwu, 'regulation:\n', 'regulation:\n  colour: red\n'],
      ],
      [itemIn(shebao, 'ecs.domestic.4c9g')],
    ],
    [
      'while a file of the catalogue is broken nobody knows all items',
      [brokenOperations, granted(line('ecs.domestic.4c9g'))],
      [],
      { breaks: true },
    ],
    ['an item of the catalogue is granted for the first time', [granted(line('ops.on-duty'))], []],
  ]),
]

const zonesOfItems: readonly RuleCase[] = casesOf('TY3104', [
  [
    'a grant in the extranet names an item of the internet zone',
    [granted(line('eip.bgp.5m'))],
    [itemIn(shebao, 'eip.bgp.5m')],
    { article: 'XS-19.5' },
  ],
  [
    'a grant in the internet zone names an item of the extranet',
    [grantedElsewhere(line('eip.extranet.100m'))],
    [itemIn(lvyou, 'eip.extranet.100m')],
  ],
  [
    'a grant that holds for one more day names an item of another zone',
    [grantedBefore(line('eip.bgp.5m'))],
    [itemIn(shipin, 'eip.bgp.5m')],
    { article: 'DT-11a', day: '2025-03-12' },
  ],
  [
    'a grant that another one has replaced may name what was offered then',
    [grantedBefore(line('eip.bgp.5m'))],
    [],
    { day: '2025-03-13' },
  ],
  [
    'a request names an item of another zone, where the schemas cannot know the items',
    [brokenOperations, asked(line('eip.extranet.100m'))],
    [itemIn(jiuye, 'eip.extranet.100m')],
    { article: 'XS-19.5' },
  ],
  [
    'what a system asked for and held before its end stays as it was',
    [brokenOperations, askedOnce(line('eip.extranet.100m')), grantedOnce(line('line.extranet.100m'))],
    [],
    { breaks: true },
  ],
  ['both zones offer an item', [granted(line('line.vpn.20m')), grantedElsewhere(line('line.vpn.20m'))], []],
  ['an unknown item is a fault of its own', [granted(line('eip.bgp.7m'))], []],
])

/** Names the pool of a grant: in shebao's and lvyou's internet zone, or in shipin's earlier one. */
export const grantPool = (file: string, pool: string): Change => [
  file,
  '      internet:\n        services:',
  `      internet:\n        pool: ${pool}\n        services:`,
]

const pools: readonly RuleCase[] = casesOf('TY3105', [
  [
    'a grant names an unknown pool',
    [grantPool(shebao, 'exclusive')],
    [{ file: shebao, mark: 'pool: |exclusive' }],
  ],
  [
    'a name that every object of the program answers to is unknown too',
    [grantPool(shebao, 'constructor')],
    [{ file: shebao, mark: 'pool: |constructor' }],
  ],
  [
    'a pool of another zone is unknown',
    [
      [platform, '      dedicated:\n', '      reserved:\n'],
      grantPool(shebao, 'dedicated'),
      grantPool(lvyou, 'reserved'),
    ],
    [{ file: shebao, mark: 'pool: |dedicated' }],
  ],
  [
    'a grant that holds for one more day names an unknown pool',
    [grantPool(shipin, 'exclusive')],
    [{ file: shipin, mark: 'pool: |exclusive' }],
    { day: '2025-03-12' },
  ],
  [
    'a grant that another one has replaced may name a pool that is gone',
    [grantPool(shipin, 'exclusive')],
    [],
    { day: '2025-03-13' },
  ],
  [
    'both pools of the zone may be written out',
    [grantPool(shebao, 'shared'), grantPool(lvyou, 'dedicated')],
    [],
  ],
])

/** A dedicated pool for a grant in the internet zone, with one more line. */
const grantedDedicated = (file: string, more: string, pool = 'dedicated'): Change => [
  file,
  '      internet:\n        services:\n',
  `      internet:\n        pool: ${pool}\n        services:\n          - ${more}\n`,
]

const poolsOfItems: readonly RuleCase[] = casesOf('TY3106', [
  [
    'what is asked for in the dedicated pool is an item of the shared one alone',
    [[lvyou, '    services:\n', '    pool: dedicated\n    services:\n']],
    [{ file: lvyou, mark: 'unit: GiB }\n      - { item: |obs.standard' }],
  ],
  [
    'what is granted in the dedicated pool is an item of the shared one alone',
    [grantedDedicated(shebao, line('obs.standard'))],
    [itemIn(shebao, 'obs.standard')],
    { article: 'XS-19.5' },
  ],
  [
    'an item says that it is of the shared pool alone',
    [[database, 'pools: [shared, dedicated]\n    domestic', 'pools: [shared]\n    domestic']],
    [
      { file: huji, mark: '\n      - { item: |rds.domestic.8c32g' },
      { file: huji, mark: '\n          - { item: |rds.domestic.8c32g' },
    ],
    { article: 'XS-19.5' },
  ],
  [
    'what is asked for and granted in the shared pool is an item of the dedicated one alone',
    [[middleware, '  - id: mq.standard\n', '  - id: mq.standard\n    pools: [dedicated]\n']],
    [
      { file: shuiqing, mark: '\n      - { item: |mq.standard' },
      { file: shuiqing, mark: '\n          - { item: |mq.standard' },
    ],
  ],
  [
    'a grant that holds for one more day names an item of another pool',
    [grantedDedicated(shipin, line('obs.standard'))],
    [itemIn(shipin, 'obs.standard')],
    { article: 'DT-11a', day: '2025-03-12' },
  ],
  [
    'a grant that another one has replaced may name what the pool offered then',
    [grantedDedicated(shipin, line('obs.standard'))],
    [],
    { day: '2025-03-13' },
  ],
  [
    'an unknown pool is a fault of its own',
    [grantedDedicated(shebao, line('obs.standard'), 'exclusive')],
    [],
  ],
  [
    'an unknown pool is one even under a name that every object of the program answers to',
    [grantedDedicated(shebao, line('obs.standard'), 'constructor')],
    [],
  ],
  ['an unknown item is a fault of its own', [grantedDedicated(shebao, line('obs.fast'))], []],
  [
    'an item of another zone is a fault of its own',
    [grantedDedicated(shebao, line('ecs.gpu.32c256g.4g'))],
    [],
  ],
  ['both pools offer an item', [grantedDedicated(shebao, line('line.vpn.20m'))], []],
])

const floorOf = (level: number): Change => [
  storage,
  '  - id: obs.standard\n',
  `  - id: obs.standard\n    mlpsFloor: ${level}\n`,
]

const floors: readonly RuleCase[] = casesOf('TY3107', [
  [
    'what a system asks for and holds is for systems of the next level',
    [floorOf(3)],
    [
      { file: lvyou, mark: '\n      - { item: |obs.standard' },
      { file: lvyou, mark: '\n          - { item: |obs.standard' },
    ],
  ],
  ['an item is for systems of the same level', [floorOf(2)], []],
  [
    'a system is graded one level lower than an item wants',
    [[shebao, 'mlps: { level: 3', 'mlps: { level: 2']],
    [
      { file: shebao, mark: '\n      - { item: |sec.cryptography' },
      { file: shebao, mark: '\n          - { item: |sec.cryptography' },
    ],
  ],
  [
    'what a system held before its end may be above its level',
    [askedOnce(line('dr.remote')), grantedOnce(line('dr.remote'))],
    [],
  ],
  [
    'a grant that holds for one more day is above the level of its system',
    [[shipin, 'mlps: { level: 3', 'mlps: { level: 2'], grantedBefore(line('dr.remote'))],
    [itemIn(shipin, 'dr.remote')],
    { day: '2025-03-12' },
  ],
  [
    'a grant that another one has replaced may be above the level of its system',
    [[shipin, 'mlps: { level: 3', 'mlps: { level: 2'], grantedBefore(line('dr.remote'))],
    [],
    { day: '2025-03-13' },
  ],
  ['an unknown item has no floor', [grantedElsewhere(line('dr.far'))], []],
])

const inUnit = (item: string, unit: string): string => line(item, `, unit: ${unit}`)

const units: readonly RuleCase[] = casesOf('TY3109', [
  [
    'a grant counts in another unit',
    [granted(inUnit('obs.archive', 'TiB'))],
    [{ file: shebao, mark: 'unit: |TiB' }],
  ],
  [
    'a grant counts in the unit of another item',
    [granted(inUnit('obs.archive', '台'))],
    [{ file: shebao, mark: 'unit: |台' }],
  ],
  [
    'capitals are part of a unit',
    [granted(inUnit('obs.archive', 'gib'))],
    [{ file: shebao, mark: 'unit: |gib' }],
  ],
  [
    'what is asked for counts in another unit, where the schemas cannot know the items',
    [brokenOperations, asked(inUnit('obs.archive', 'TiB'))],
    [{ file: jiuye, mark: 'unit: |TiB' }],
  ],
  [
    'the unit may be written in either language, or left out',
    [
      granted(
        inUnit('ecs.domestic.2c4g', '台'),
        inUnit('ecs.domestic.4c8g', 'server'),
        line('ecs.domestic.16c64g'),
      ),
    ],
    [],
  ],
  [
    'a grant that holds for one more day counts in another unit',
    [grantedBefore(inUnit('obs.archive', 'TiB'))],
    [{ file: shipin, mark: 'unit: |TiB' }],
    { day: '2025-03-12' },
  ],
  [
    'a grant that another one has replaced stays as it was written',
    [grantedBefore(inUnit('obs.archive', 'TiB'))],
    [],
    { day: '2025-03-13' },
  ],
  [
    'what a system asked for and held before its end stays as it was written',
    [brokenOperations, askedOnce(inUnit('obs.archive', 'TiB')), grantedOnce(inUnit('obs.archive', 'TiB'))],
    [],
    { breaks: true },
  ],
  ['an unknown item has no unit', [granted(inUnit('obs.fast', 'TiB'))], []],
])

/** The rules about zones, pools and what an item says of itself. */
export const serviceItemCases: readonly RuleCase[] = [
  ...zones,
  ...unknownItems,
  ...zonesOfItems,
  ...pools,
  ...poolsOfItems,
  ...floors,
  ...units,
]
