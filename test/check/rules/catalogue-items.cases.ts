import { type Change, casesOf, type Mark, type RuleCase } from '../rule-table.ts'
import { apis, lab } from './catalogue-platform.cases.ts'
import { compute, networkItems, operations, platform, storage } from './files.ts'
import {
  asked,
  duty,
  granted,
  grantedBefore,
  grantedElsewhere,
  grantedOnce,
  onDuty,
  today,
  tomorrow,
  type VersionDays,
  yesterday,
} from './service-edits.ts'

/** Gives the item whose versions the cases set the id of another one, which stands before it. */
const onDutyAgain: Change = [operations, '- id: ops.on-duty', '- id: ops.monitoring']

export const fromIn = (day: string): Mark => ({ file: operations, mark: `- from: |${day}` })

const overlaps: readonly RuleCase[] = casesOf('TY3601', [
  [
    'a version goes on when the next one begins',
    [onDuty([['2023-01-01'], ['2024-01-01']])],
    [fromIn('2024-01-01')],
  ],
  [
    'a version ends on the day on which the next one begins',
    [onDuty([['2023-01-01', '2024-01-01'], ['2024-01-01']])],
    [{ file: operations, mark: '\n      - from: |2024-01-01' }],
  ],
  [
    'a version ends the day before the next one begins',
    [onDuty([['2023-01-01', '2023-12-31'], ['2024-01-01']])],
    [],
  ],
  [
    'the version that begins later is at fault, though it is written first',
    [onDuty([['2024-01-01'], ['2023-01-01', '2024-01-01']])],
    [{ file: operations, mark: '- from: |2024-01-01\n        fee' }],
  ],
  [
    'versions need not be written in the order of time',
    [onDuty([['2024-01-01'], ['2023-01-01', '2023-12-31']])],
    [],
  ],
  [
    'of two that begin on one day the one that is written later is at fault',
    [onDuty([['2023-01-01', '2023-06-30'], ['2023-01-01', '2023-12-31'], ['2024-01-01']])],
    [{ file: operations, mark: '- from: |2023-01-01\n        to: 2023-12-31' }],
  ],
  [
    'each version that begins in the one before it is at fault',
    [onDuty([['2023-01-01', '2023-12-31'], ['2023-12-31', '2024-12-31'], ['2024-12-31']])],
    [
      { file: operations, mark: '- from: |2023-12-31' },
      { file: operations, mark: '- from: |2024-12-31' },
    ],
  ],
  [
    'an item whose id is taken is looked at too',
    [onDuty([['2023-01-01'], ['2024-01-01']]), onDutyAgain],
    [fromIn('2024-01-01')],
  ],
])

const gaps: readonly RuleCase[] = casesOf('TY3602', [
  [
    'one day lies between two versions',
    [onDuty([['2023-01-01', '2023-12-30'], ['2024-01-01']])],
    [fromIn('2024-01-01')],
  ],
  ['no day lies between two versions', [onDuty([['2023-01-01', '2023-12-31'], ['2024-01-01']])], []],
  [
    'the version after the gap is written first',
    [onDuty([['2024-01-01'], ['2023-01-01', '2023-12-30']])],
    [fromIn('2024-01-01')],
  ],
  [
    'each gap is said at the version after it',
    [onDuty([['2023-01-01', '2023-06-30'], ['2023-09-01', '2023-12-30'], ['2024-01-01']])],
    [fromIn('2023-09-01'), fromIn('2024-01-01')],
  ],
  [
    'a day lies after a long version that outlasts a short one',
    [onDuty([['2023-01-01', '2024-12-31'], ['2023-06-01', '2023-06-30'], ['2025-01-02']])],
    [fromIn('2025-01-02')],
  ],
  [
    'a long version outlasts a short one up to the third',
    [onDuty([['2023-01-01', '2024-12-31'], ['2023-06-01', '2023-06-30'], ['2025-01-01']])],
    [],
  ],
  [
    'a version without an end leaves no gap',
    [onDuty([['2023-01-01'], ['2023-06-01', '2023-06-30'], ['2025-01-01']])],
    [],
  ],
  [
    'a later version without an end leaves no gap',
    [onDuty([['2023-01-01', '2023-12-31'], ['2024-01-01'], ['2025-01-01', '2025-06-30'], ['2026-01-01']])],
    [],
  ],
  [
    'the last version may end',
    [
      onDuty([
        ['2023-01-01', '2023-12-31'],
        ['2024-01-01', '2024-12-31'],
      ]),
    ],
    [],
  ],
  [
    'an item whose id is taken is looked at too',
    [onDuty([['2023-01-01', '2023-12-30'], ['2024-01-01']]), onDutyAgain],
    [fromIn('2024-01-01')],
  ],
])

const toIn = (day: string): Mark => ({ file: operations, mark: `to: |${day}` })
export const untilToday = onDuty([['2022-01-01', today]])

const ends: readonly RuleCase[] = casesOf('TY3603', [
  ['the last version of what is granted ends today', [granted(duty(1)), untilToday], [toIn(today)]],
  [
    'the last version of what is granted ended yesterday, which is a fault of its own',
    [granted(duty(1)), onDuty([['2022-01-01', yesterday]])],
    [],
  ],
  [
    'the last version is the one that begins last, though it is written first',
    [
      granted(duty(1)),
      onDuty([
        ['2026-01-01', '2027-06-30'],
        ['2022-01-01', '2025-12-31'],
      ]),
    ],
    [toIn('2027-06-30')],
  ],
  [
    'the version that begins last ends, and is written last',
    [
      granted(duty(1)),
      onDuty([
        ['2022-01-01', '2025-12-31'],
        ['2026-01-01', '2027-06-30'],
      ]),
    ],
    [toIn('2027-06-30')],
  ],
  [
    'a later version has no end',
    [granted(duty(1)), onDuty([['2022-01-01', '2027-06-30'], ['2027-07-01']])],
    [],
  ],
  [
    'a later version has no end, and is written first',
    [granted(duty(1)), onDuty([['2027-07-01'], ['2022-01-01', '2027-06-30']])],
    [],
  ],
  [
    'a line that is granted from later on has no end',
    [granted(duty(1, `from: ${today}`)), untilToday],
    [toIn(today)],
  ],
  ['a line is granted up to a day', [granted(duty(1, `to: ${today}`)), untilToday], []],
  ['an item is asked for and not granted', [asked(duty(1)), untilToday], []],
  ['an item was granted before the next grant', [grantedBefore(duty(1)), untilToday], []],
  ['an item was granted before the end of the system', [grantedOnce(duty(1)), untilToday], []],
  [
    'an item that several hold is said once',
    [granted(duty(1)), grantedElsewhere(duty(1)), untilToday],
    [toIn(today)],
  ],
  [
    'each item is said by itself',
    [
      granted(duty(1)),
      untilToday,
      [
        networkItems,
        '- from: 2025-01-01\n        fee: { price: "760.00"',
        '- from: 2025-01-01\n        to: 2027-06-30\n        fee: { price: "760.00"',
      ],
    ],
    [toIn(today), { file: networkItems, mark: 'to: |2027-06-30' }],
  ],
])

const later = (day: string): Change => [
  'catalogue/services/security.yaml',
  'provides: [log-audit]\n    versions:\n      - from: 2022-01-01',
  `provides: [log-audit]\n    versions:\n      - from: ${day}`,
]
const sizeIn = (id: string): Mark => ({ file: operations, mark: `ecs.general.2c4g, |${id}]` })

const offeredInLab: Change = [
  operations,
  'en: person-day }\n    zones: [internet, extranet]',
  'en: person-day }\n    zones: [lab]',
]

const quota = (...parts: readonly string[]): string =>
  `{ by: quota, quota: { ${parts.map(part => `${part}: 1`).join(', ')} } }`
const ofQuota = (part: string) => [quota(part), `${part}: |1`] as const

/** What a delivery needs, and where the finding stands without it. */
const needs: readonly (readonly [api: string, delivery: string, mark: string])[] = [
  ['compute', '{ by: flavor, flavor: { vcpus: 1, ramMib: 1024, diskGib: 10 } }', 'by: flavor, flavor: |{'],
  ['compute', '{ by: quota, quota: { vcpus: 1 }, flavors: [ecs.general.2c4g] }', 'vcpus: |1'],
  ['compute', ...ofQuota('ramMib')],
  ['compute', ...ofQuota('serverGroups')],
  ['block-storage', '{ by: volume, volume: { volumeType: lab } }', 'by: volume, volume: |{'],
  ['block-storage', ...ofQuota('snapshots')],
  ['block-storage', ...ofQuota('backups')],
  ['block-storage', ...ofQuota('backupGib')],
  ['network', '{ by: address, address: { bandwidthKbps: 1000 } }', 'by: address, address: |{'],
  ['network', ...ofQuota('addresses')],
  ['network', ...ofQuota('bandwidthMbps')],
  ['network', ...ofQuota('ports')],
  ['network', ...ofQuota('securityGroups')],
  ['load-balancer', ...ofQuota('loadBalancers')],
  ['object-storage', ...ofQuota('objectGib')],
]

export const always: readonly VersionDays[] = [['2022-01-01']]
export const balancers = quota('loadBalancers')
const balanced: Mark = { file: operations, mark: 'loadBalancers: |1' }

/** A load balancer in the clouds of both zones, or in the first alone. */
export const balancing = (...files: readonly string[]): readonly Change[] =>
  files.map(() => [platform, 'block-storage, network]', 'block-storage, network, load-balancer]'])

const lacking: readonly RuleCase[] = [
  ...needs.flatMap(([api, delivery, mark]) =>
    casesOf('TY3604', [
      [
        `${delivery} needs ${api}, which the cloud lacks`,
        [lab(apis.filter(other => other !== api)), offeredInLab, onDuty(always, delivery)],
        [{ file: operations, mark }],
      ],
      [
        `${delivery} needs nothing but ${api}`,
        [lab([...new Set([api, 'dns', 'compute', 'network'])]), offeredInLab, onDuty(always, delivery)],
        [],
      ],
    ]),
  ),
  ...casesOf('TY3604', [
    ['an item needs what neither zone has', [onDuty(always, balancers)], [balanced]],
    [
      'an item needs what only one of its zones has',
      [...balancing('first'), onDuty(always, balancers)],
      [balanced],
    ],
    [
      'an item needs what both of its zones have',
      [...balancing('first', 'second'), onDuty(always, balancers)],
      [],
    ],
    [
      'an item needs two things that are lacking',
      [onDuty(always, quota('loadBalancers', 'objectGib'))],
      [balanced, { file: operations, mark: 'objectGib: |1' }],
    ],
    ['a version that ends today needs it', [onDuty([['2022-01-01', today]], balancers)], [balanced]],
    ['a version that ended yesterday does not', [onDuty([['2022-01-01', yesterday]], balancers)], []],
    ['a version that begins tomorrow needs it', [onDuty([[tomorrow]], balancers)], [balanced]],
    ['an item whose id is taken needs it', [onDuty(always, balancers), onDutyAgain], [balanced]],
  ]),
]

const cores = (flavor: string) => `{ by: quota, quota: { vcpus: 1 }, flavors: [ecs.general.2c4g, ${flavor}] }`
const sizes: readonly RuleCase[] = casesOf('TY3611', [
  [
    'cores are for a server that is not there',
    [onDuty(always, cores('ecs.general.2c8g'))],
    [sizeIn('ecs.general.2c8g')],
  ],
  ['cores are for what is no server', [onDuty(always, cores('evs.ssd'))], [sizeIn('evs.ssd')]],
  ['cores are for a server with GPUs', [onDuty(always, cores('ecs.gpu.16c64g'))], [sizeIn('ecs.gpu.16c64g')]],
  ['cores are for servers that both of its pools have', [onDuty(always, cores('ecs.general.4c8g'))], []],
  [
    'cores are for a server that one of its pools lacks',
    [
      onDuty(always, cores('ecs.general.4c8g')),
      [
        compute,
        'general.4c8g\n    name: { zh: 通用型云主机 4核8G, en: General server 4 vCPU 8 GiB }\n    unit: { zh: 台, en: server }\n    zones: [internet, extranet]\n    pools: [shared, dedicated]',
        'general.4c8g\n    name: { zh: 通用型云主机 4核8G, en: General server 4 vCPU 8 GiB }\n    unit: { zh: 台, en: server }\n    zones: [internet, extranet]\n    pools: [shared]',
      ],
    ],
    [sizeIn('ecs.general.4c8g')],
  ],
  [
    'a version that ended yesterday had cores for a server that is not there',
    [onDuty([['2022-01-01', yesterday]], cores('ecs.general.2c8g'))],
    [],
  ],
  [
    'a version that begins tomorrow has cores for a server that is not there',
    [onDuty([[tomorrow]], cores('ecs.general.2c8g'))],
    [sizeIn('ecs.general.2c8g')],
  ],
])

const bundled = (...members: readonly string[]) =>
  `{ by: bundle, items: [${members.map(member => `{ item: ${member} }`).join(', ')}] }`
const memberIn = (id: string): Mark => ({ file: operations, mark: `{ item: |${id} }` })
const bundles: readonly RuleCase[] = casesOf('TY3612', [
  ['a bundle holds what is not there', [onDuty(always, bundled('sec.none'))], [memberIn('sec.none')]],
  ['a bundle holds itself', [onDuty(always, bundled('ops.on-duty'))], [memberIn('ops.on-duty')]],
  [
    'a bundle holds one that holds it',
    [
      onDuty(always, bundled('ops.monitoring')),
      [
        operations,
        'fee: { price: "150.00", per: month, basis: 财云〔2021〕9号《政务云服务目录费用标准》（示例） }\n        delivery: { by: manual }',
        `fee: { price: "150.00", per: month, basis: 示例 }\n        delivery: ${bundled('ops.on-duty')}`,
      ],
    ],
    [memberIn('ops.monitoring'), memberIn('ops.on-duty')],
  ],
  ['a bundle holds what one of its zones lacks', [onDuty(always, bundled('sec.waf'))], [memberIn('sec.waf')]],
  [
    'a bundle holds what one of its pools lacks',
    [onDuty(always, bundled('obs.standard'))],
    [memberIn('obs.standard')],
  ],
  [
    'a bundle holds what is for higher levels alone',
    [onDuty(always, bundled('dr.remote'))],
    [memberIn('dr.remote')],
  ],
  [
    'a bundle begins before a member',
    [onDuty([['2022-01-01']], bundled('sec.log-audit')), later('2026-12-01')],
    [memberIn('sec.log-audit')],
  ],
  [
    'a bundle holds what is valid as long as it',
    [onDuty(always, bundled('sec.log-audit', 'sec.firewall'))],
    [],
  ],
  [
    'a bundle that ended yesterday held what is not there',
    [onDuty([['2022-01-01', yesterday]], bundled('sec.none'))],
    [],
  ],
])

const goesWith = (order: string): readonly Change[] => [
  onDuty(always),
  [
    operations,
    '- from: 2022-01-01\n        fee: { price: "1100.00", per: day, basis: 示例 }',
    `- from: 2022-01-01\n        order: ${order}\n        fee: { price: "1100.00", per: day, basis: 示例 }`,
  ],
]
const termIn = (mark: string): readonly Mark[] => [{ file: operations, mark }]
const options: readonly RuleCase[] = casesOf('TY3613', [
  [
    'an option is for what is not there',
    goesWith('{ optionOf: { items: [sec.waf, sec.none] } }'),
    termIn('sec.waf, |sec.none'),
  ],
  [
    'an option is for itself',
    goesWith('{ optionOf: { items: [ops.on-duty] } }'),
    termIn('items: [|ops.on-duty'),
  ],
  ['an item needs what is not there', goesWith('{ needs: [sec.none] }'), termIn('needs: [|sec.none')],
  [
    'an item excludes what is not there',
    goesWith('{ excludes: [sec.none] }'),
    termIn('excludes: [|sec.none'),
  ],
  ['an item needs what one of its zones lacks', goesWith('{ needs: [sec.waf] }'), termIn('needs: [|sec.waf')],
  [
    'an option is for nothing that one of its zones has',
    goesWith('{ optionOf: { items: [sec.waf] } }'),
    termIn('items: |[sec.waf'),
  ],
  [
    'an option is for one item in each of its zones',
    goesWith('{ optionOf: { items: [sec.waf, sec.bastion] } }'),
    [],
  ],
  ['an item excludes what one of its zones lacks', goesWith('{ excludes: [sec.waf] }'), []],
  [
    'an item needs and excludes the same',
    goesWith('{ needs: [sec.bastion], excludes: [sec.bastion] }'),
    termIn('excludes: [|sec.bastion'),
  ],
  [
    'an option excludes all that it is for',
    goesWith('{ optionOf: { items: [sec.bastion] }, excludes: [sec.bastion] }'),
    termIn('excludes: [|sec.bastion'),
  ],
  [
    'an option excludes one of two that it is for',
    goesWith('{ optionOf: { items: [sec.bastion, sec.waf] }, excludes: [sec.waf] }'),
    [],
  ],
  [
    'a version that ended yesterday needed what is not there',
    [
      onDuty([['2022-01-01', yesterday]]),
      [operations, `to: ${yesterday}\n`, `to: ${yesterday}\n        order: { needs: [sec.none] }\n`],
    ],
    [],
  ],
])

const ssdSpecs = 'total_iops_sec: "20000", total_bytes_sec: "367001600"'
const volume = (specs: string, more = '', consumer = 'front-end'): string =>
  `{ by: volume, volume: { volumeType: ssd, qos: { consumer: ${consumer}, specs: { ${specs} } }${more} } }`
export const slow = volume('total_iops_sec: "10000"')

/** The version of the volume type in the storage catalogue that is valid today. */
const ssd: Mark = {
  file: storage,
  mark: `volumeType: |ssd
            qos:
              consumer: front-end
              specs:
                total_iops_sec: "20000"
                total_bytes_sec: "367001600"

`,
}
const slowerOnce: Change = [storage, 'total_iops_sec: "20000"', 'total_iops_sec: "10000"']
const onceEnds = (day: string): Change => [
  storage,
  'to: 2024-12-31\n        fee: { price: "0.90"',
  `to: ${day}\n        fee: { price: "0.90"`,
]

const volumeTypes: readonly RuleCase[] = casesOf('TY3606', [
  ['two items give a volume type other rates', [onDuty(always, slow)], [ssd]],
  ['two items have it limited in other places', [onDuty(always, volume(ssdSpecs, '', 'back-end'))], [ssd]],
  [
    'two items give it other specifications',
    [onDuty(always, volume(ssdSpecs, ', extraSpecs: { a: b }'))],
    [ssd],
  ],
  ['an item gives it none', [onDuty(always, '{ by: volume, volume: { volumeType: ssd } }')], [ssd]],
  ['two items specify it alike', [onDuty(always, volume(ssdSpecs))], []],
  [
    'the order in which a specification is written does not matter',
    [
      onDuty(
        always,
        '{ by: volume, volume: { qos: { specs: { total_bytes_sec: "367001600", total_iops_sec: "20000" }, consumer: front-end }, volumeType: ssd } }',
      ),
    ],
    [],
  ],
  ['an item specifies another type otherwise', [onDuty(always, slow.replace('ssd', 'ssd-2'))], []],
  ['a version that ends today specifies it otherwise', [onDuty([['2022-01-01', today]], slow)], [ssd]],
  ['a version that ended yesterday may have', [onDuty([['2022-01-01', yesterday]], slow)], []],
  ['a version that begins tomorrow specifies it otherwise', [onDuty([[tomorrow]], slow)], [ssd]],
  ['two versions of one item specify it otherwise', [slowerOnce, onceEnds(today)], [ssd]],
  ['a version of one item that has ended may have', [slowerOnce, onceEnds(yesterday)], []],
])

const typed = (spec: string): string => `{ by: volume, volume: { volumeType: odd, ${spec} } }`
const qosOf = (specs: string): string => typed(`qos: { consumer: both, specs: { ${specs} } }`)
const sized = (specs: string): string =>
  `{ by: flavor, flavor: { vcpus: 1, ramMib: 1024, diskGib: 10, extraSpecs: { ${specs} } } }`
const inItem = (mark: string): Mark => ({ file: operations, mark })

const specs: readonly RuleCase[] = casesOf('TY3609', [
  ['finds a QoS spec called name', [onDuty(always, qosOf('name: "x"'))], [inItem('specs: { |name: "x"')]],
  [
    'finds a QoS spec called consumer, in whatever case',
    [onDuty(always, qosOf('read_iops_sec: "1", Consumer: "back-end"'))],
    [inItem('"1", |Consumer')],
  ],
  ['lets one pass that only begins so', [onDuty(always, qosOf('name_of: "x", consumers: "y"'))], []],
  [
    'lets an extra spec of a volume type be called so',
    [onDuty(always, typed('extraSpecs: { name: "x", consumer: "y" }'))],
    [],
  ],
  [
    'finds two QoS specs that differ in case alone',
    [onDuty(always, qosOf('total_iops_sec: "1", Total_iops_sec: "2"'))],
    [inItem('"1", |Total_iops_sec')],
  ],
  [
    'finds two extra specs of a volume type that do',
    [onDuty(always, typed('extraSpecs: { RESKEY:a: "1", reskey:a: "1" }'))],
    [inItem('"1", |reskey:a')],
  ],
  [
    'finds two extra specs of a flavor that do',
    [onDuty(always, sized('"hw:cpu_policy": "dedicated", "HW:cpu_policy": "dedicated"'))],
    [inItem('"dedicated", |"HW:cpu_policy"')],
  ],
  [
    'lets those pass that differ in a mark',
    [onDuty(always, sized('"hw:cpu_policy": "dedicated", "hw:cpu-policy": "dedicated"'))],
    [],
  ],
  [
    'finds a volume type for several servers and for a cache',
    [onDuty(always, typed('extraSpecs: { multiattach: "<is> True", cacheable: "<is> True" }'))],
    [inItem('"<is> True", |cacheable')],
  ],
  [
    'lets one pass that is for several servers and for no cache',
    [onDuty(always, typed('extraSpecs: { multiattach: "<is> True", cacheable: "<is> False" }'))],
    [],
  ],
])

/** The rules about the versions and deliveries of items. */
export const catalogueItemCases: readonly RuleCase[] = [
  ...overlaps,
  ...gaps,
  ...ends,
  ...lacking,
  ...volumeTypes,
  ...sizes,
  ...bundles,
  ...options,
  ...specs,
]
