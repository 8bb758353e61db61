import { at, type Change, casesOf, type RuleCase } from '../rule-table.ts'
import { unreadable } from './file-edits.ts'
import {
  compute,
  huji,
  jiuye,
  lvyou,
  shebao,
  shipin,
  shuiqing,
  storage,
  xinchou,
  xishuangbanna,
  xueji,
  yingji,
  zhaosheng,
} from './files.ts'

/** Another item in place of the servers that the social insurance system asks for in the extranet. */
const instead = (item: string): Change => [
  shebao,
  '      - { item: ecs.domestic.8c16g, quantity: 4 }\n',
  `      - { item: ${item}, quantity: 4 }\n`,
]
const general = 'ecs.general.4c8g'
const wanted = (item: string) => at(shebao, `\n      - { item: |${item}`)
const manifestLine = (file: string, item: string) => at(file, `\n      - { item: |${item}`)

/** The domestic volumes are offered otherwise. */
const volumesOffered = (zones: string, pools: string): Change => [
  storage,
  'Domestic block storage }\n    unit: { zh: GiB, en: GiB }\n    zones: [internet, extranet]\n    pools: [shared, dedicated]\n',
  `Domestic block storage }\n    unit: { zh: GiB, en: GiB }\n    zones: [${zones}]\n${pools}`,
]
const everyPool = '    pools: [shared, dedicated]\n'
const volumesFrom = (days: string): Change => [
  storage,
  '      - from: 2023-07-01\n        fee: { price: "0.68"',
  `      - ${days}\n        fee: { price: "0.68"`,
]
const fastVolumesTo = (day: string): Change => [
  storage,
  '      - from: 2025-01-01\n        fee: { price: "0.75"',
  `      - from: 2025-01-01\n        to: ${day}\n        fee: { price: "0.75"`,
]
const inDedicatedPool: Change = [
  huji,
  '      - { item: evs.domestic, quantity: 1500',
  '      - { item: evs.ssd, quantity: 1500',
]
const inInternet: Change = [jiuye, 'item: evs.domestic', 'item: evs.ssd']
const endedAsks: Change = [
  xinchou,
  '      - { item: ecs.domestic.4c8g, quantity: 2 }',
  `      - { item: ${general}, quantity: 2 }`,
]

export const domesticCases: readonly RuleCase[] = casesOf('TY4111', [
  [
    'an item has a domestic counterpart in Xishuangbanna',
    [instead(general)],
    [wanted(general)],
    { article: 'XS-19.4' },
  ],
  [
    'an item has a domestic counterpart in Datong',
    [
      [
        shipin,
        '      - { item: ecs.domestic.8c16g, quantity: 3',
        '      - { item: ecs.general.8c16g, quantity: 3',
      ],
    ],
    [manifestLine(shipin, 'ecs.general.8c16g')],
    { article: 'DT-23' },
  ],
  [
    'an item has a domestic counterpart in Ningwu',
    [[xueji, '      - { item: ecs.domestic.4c8g,', `      - { item: ${general},`]],
    [manifestLine(xueji, general)],
    { article: 'NW-3.7' },
  ],
  [
    'a regulation that prefers nothing lets any item pass',
    [
      [lvyou, '{ item: evs.ssd, quantity: 300', '{ item: evs.sas, quantity: 300'],
      [shuiqing, '{ item: evs.ssd, quantity: 300', '{ item: evs.sas, quantity: 300'],
    ],
    [],
  ],
  ['an item is domestic itself', [instead('ecs.domestic.2c4g')], []],
  [
    'a system that is only asked for asks for such an item',
    [[jiuye, 'ecs.domestic.4c8g', general]],
    [manifestLine(jiuye, general)],
  ],
  [
    'a shortfall that is excused is none',
    [instead(general), [shebao, 'adapted: true }', 'adapted: true, exception: 暂无信创版本 }']],
    [],
  ],
  [
    'a shortfall is not excused by its being admitted',
    [instead(general), [shebao, 'adapted: true }', 'adapted: false }']],
    [wanted(general)],
  ],
  [
    'a shortfall that is not excused counts line by line',
    [[zhaosheng, ', exception: 短信组件尚无信创版本，拟于二〇二七年完成适配。', '']],
    [
      manifestLine(zhaosheng, general),
      manifestLine(zhaosheng, 'evs.ssd'),
      ...['2024', '2025', '2026', '2027'].map(year =>
        manifestLine(zhaosheng, `ecs.general.8c16g, quantity: 4, from: ${year}`),
      ),
    ],
    { article: 'NW-3.7' },
  ],
  ['a system that has ended is asked for nothing', [endedAsks], []],
  [
    'a system that is about to end is asked to the last day',
    [endedAsks],
    [manifestLine(xinchou, general)],
    { day: '2026-09-20' },
  ],
  ['a volume has a domestic counterpart', [instead('evs.ssd')], [wanted('evs.ssd')]],
  ['a service done by hand has none', [instead('mq.standard')], []],
  ['an address has none', [instead('eip.extranet.100m')], []],
  ['what only widens the quota has none', [instead('elb.standard')], []],
  ['a server with a GPU has none without one', [instead('ecs.gpu.8c64g.1g')], []],
  [
    'a server with a GPU has one with a GPU',
    [
      [
        compute,
        'en: GPU server 32 vCPU 256 GiB 4 GPUs }\n',
        'en: GPU server 32 vCPU 256 GiB 4 GPUs }\n    domestic: true\n',
      ],
    ],
    [manifestLine(yingji, 'ecs.gpu.8c64g.1g')],
    { article: 'DT-23' },
  ],
  [
    'the counterpart is offered in this zone alone',
    [inInternet, volumesOffered('internet', everyPool)],
    [manifestLine(jiuye, 'evs.ssd')],
  ],
  ['the counterpart is offered in the other zone', [inInternet, volumesOffered('extranet', everyPool)], []],
  ['the counterpart is offered in the dedicated pool', [inDedicatedPool], [manifestLine(huji, 'evs.ssd')]],
  [
    'the counterpart is offered in the shared pool alone',
    [inDedicatedPool, volumesOffered('internet, extranet', '    pools: [shared]\n')],
    [],
  ],
  [
    'the counterpart names no pool, which means the shared one',
    [instead('evs.ssd'), volumesOffered('internet, extranet', '')],
    [wanted('evs.ssd')],
  ],
  [
    'the counterpart is offered in the dedicated pool alone',
    [instead('evs.ssd'), volumesOffered('internet, extranet', '    pools: [dedicated]\n')],
    [],
  ],
  [
    'the counterpart is offered to this day',
    [instead('evs.ssd'), volumesFrom('from: 2023-07-01\n        to: 2026-11-23')],
    [wanted('evs.ssd')],
  ],
  [
    'the counterpart was offered to the day before',
    [instead('evs.ssd'), volumesFrom('from: 2023-07-01\n        to: 2026-11-22')],
    [],
  ],
  [
    'the counterpart is offered from this day on',
    [instead('evs.ssd'), volumesFrom('from: 2026-11-23')],
    [wanted('evs.ssd')],
  ],
  ['the counterpart will be offered tomorrow', [instead('evs.ssd'), volumesFrom('from: 2026-11-24')], []],
  [
    'what is asked for is offered to this day',
    [instead('evs.ssd'), fastVolumesTo('2026-11-23')],
    [wanted('evs.ssd')],
  ],
  ['what is asked for was offered to the day before', [instead('evs.ssd'), fastVolumesTo('2026-11-22')], []],
  [
    'what is asked for is in no catalogue that can be read',
    [instead(general), unreadable(compute)],
    [],
    { breaks: true },
  ],
  [
    'without its regulation nobody knows what it prefers',
    [instead(general), unreadable(xishuangbanna)],
    [],
    { breaks: true },
  ],
])
