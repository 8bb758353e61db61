import { at, type Change, casesOf, type Row, type RuleCase } from '../rule-table.ts'
import { operations, storage } from './files.ts'
import { onDuty, today, yesterday } from './service-edits.ts'

const unit = (zh: string, en = zh): Change => [
  operations,
  'id: ops.on-duty\n    name: { zh: 重要时期驻场保障, en: On-site duty }\n    unit: { zh: 人日, en: person-day }',
  `id: ops.on-duty\n    name: { zh: 重要时期驻场保障, en: On-site duty }\n    unit: { zh: ${zh}, en: ${en} }`,
]

const always = [['2022-01-01']] as const

/** One item, measured in a unit and delivered so; what is found stands at the bar. */
function row(title: string, measure: string, delivery: string): Row {
  const plain = delivery.replace('|', '')
  const finds = delivery.includes('|') ? [at(operations, `delivery: ${delivery}`)] : []
  return [title, [unit(measure), onDuty(always, plain)], finds]
}

const volume = (text: string): string => `{ by: volume, volume: ${text} }`
const address = (text: string): string => `{ by: address, address: ${text} }`
const quota = (text: string): string => `{ by: quota, quota: ${text} }`
const flavor = (bar = ''): string => `{ by: flavor, flavor: ${bar}{ vcpus: 1, ramMib: 1024, diskGib: 0 } }`

/** What a unit is in the cloud. */
export const unitCases: readonly RuleCase[] = casesOf('TY3113', [
  row('finds TB by volume without a conversion', 'TB', volume('|{ volumeType: bulk }')),
  row('lets TB of 1024 GiB pass', 'TB', volume('{ volumeType: bulk, gibPerUnit: 1024 }')),
  row('lets TB of 1000 GB pass', 'TB', volume('{ volumeType: bulk, gibPerUnit: 931 }')),
  row('finds TB of less than any reading', 'TB', volume('{ volumeType: bulk, gibPerUnit: |930 }')),
  row('finds TB of more than any reading', 'TB', volume('{ volumeType: bulk, gibPerUnit: |1025 }')),
  row('finds TiB that are not binary', 'TiB', volume('{ volumeType: bulk, gibPerUnit: |1000 }')),
  row('lets GiB pass', 'GiB', volume('{ volumeType: bulk }')),
  row('lets GB pass, by which clouds mean GiB', 'GB', volume('{ volumeType: bulk }')),
  row('finds GiB that are more than one', 'GiB', volume('{ volumeType: bulk, gibPerUnit: |2 }')),
  row('finds hundreds of GB without a conversion', '100GB', volume('|{ volumeType: bulk }')),
  row('lets hundreds of GB pass', '100GB', volume('{ volumeType: bulk, gibPerUnit: 100 }')),
  row('finds MB, of which a unit is no whole GiB', 'MB', volume('|{ volumeType: bulk }')),
  row('finds a volume by the piece', '块', volume('|{ volumeType: bulk }')),
  row(
    'lets a volume by the piece pass once its size is stated',
    '块',
    volume('{ volumeType: bulk, gibPerUnit: 500 }'),
  ),
  row('finds a volume by its bandwidth', 'Mbps', volume('|{ volumeType: bulk }')),
  row('lets an address by the piece pass', '个', address('{ bandwidthKbps: 5000 }')),
  row('finds an address by its bandwidth', 'Mbps', address('|{ bandwidthKbps: 1000 }')),
  row('lets a bandwidth pass that is stated as such', 'Mbps', address('{ mbpsPerUnit: 1 }')),
  row('finds a bandwidth that is another', 'Mbps', address('{ mbpsPerUnit: |2 }')),
  row('lets Gbps pass', 'Gbps', address('{ mbpsPerUnit: 1000 }')),
  row('lets a bandwidth by the line pass', '条', address('{ mbpsPerUnit: 100 }')),
  row('finds an address by its traffic', 'GB', address('|{ bandwidthKbps: 1000 }')),
  row('lets backups in TB pass', 'TB', quota('{ backupGib: 1024 }')),
  row('finds backups in TB that give one GiB', 'TB', quota('{ backupGib: |1 }')),
  row('finds objects in TB that give one GiB', 'TB', quota('{ objectGib: |1 }')),
  row('lets backups by the set pass', '套', quota('{ backupGib: 500 }')),
  row('finds snapshots by their size', 'GiB', quota('{ snapshots: |1 }')),
  row('lets snapshots by the piece pass', '个', quota('{ snapshots: 1 }')),
  row('lets cores pass', '核', quota('{ vcpus: 1 }, flavors: [ecs.general.2c4g]')),
  row('finds cores that are two', 'vCPU', quota('{ vcpus: |2 }, flavors: [ecs.general.2c4g]')),
  row('lets packs of four cores pass', '4核', quota('{ vcpus: 4 }, flavors: [ecs.general.2c4g]')),
  row('finds cores by their size', 'GB', quota('{ vcpus: |1 }, flavors: [ecs.general.2c4g]')),
  row('lets memory in GiB pass', 'GiB', quota('{ ramMib: 1024 }')),
  row('finds memory in GiB that gives one MiB', 'GB', quota('{ ramMib: |1 }')),
  row('lets memory by the bar pass', '条', quota('{ ramMib: 16384 }')),
  row('finds memory by its bandwidth', 'Mbps', quota('{ ramMib: |1024 }')),
  row('lets Mbps of bandwidth pass', 'Mbps', quota('{ bandwidthMbps: 1 }')),
  row('finds Gbps that are one Mbps', 'Gbps', quota('{ bandwidthMbps: |1 }')),
  row('lets addresses by the piece pass', '个', quota('{ addresses: 1 }')),
  row('finds addresses by their bandwidth', 'Mbps', quota('{ addresses: |1 }')),
  row('lets a server by the piece pass', '台', flavor()),
  row('lets a server by its processors pass', '核', flavor()),
  row('finds a server by its size', 'GiB', flavor('|')),
  row('lets what is delivered by hand pass', 'TB', '{ by: manual }'),
  [
    'lets a unit pass that the vocabulary of the catalogue has otherwise',
    [
      unit('TB'),
      onDuty(always, volume('{ volumeType: bulk, gibPerUnit: 1000 }')),
      ['catalogue/units.yaml', '[TB, T, 太字节], gib: 1024, leastGib: 931', '[TB], gib: 1000'],
    ],
    [],
  ],
  [
    'finds a conversion that the vocabulary of the catalogue does not bear out',
    [
      unit('箱'),
      onDuty(always, volume('{ volumeType: bulk, gibPerUnit: 400 }')),
      ['catalogue/units.yaml', '[TiB], gib: 1024', '[TiB, 箱], gib: 1024'],
    ],
    [at(operations, 'gibPerUnit: |400')],
  ],
  [
    'finds what it found, in a repository without a vocabulary',
    [['catalogue/units.yaml', '', undefined], unit('TB'), onDuty(always, volume('{ volumeType: bulk }'))],
    [at(operations, 'volume: |{ volumeType: bulk }')],
  ],
  [
    'finds a unit that says one thing in Chinese and another in English',
    [unit('TB', 'GiB'), onDuty(always, volume('{ volumeType: bulk, gibPerUnit: 1024 }'))],
    [at(operations, `delivery: |${volume('{ volumeType: bulk, gibPerUnit: 1024 }')}`)],
  ],
  [
    'lets a unit pass that only one language has a word for',
    [unit('太字节', 'unit'), onDuty(always, volume('{ volumeType: bulk, gibPerUnit: 1024 }'))],
    [],
  ],
  [
    'lets a version of the past pass',
    [unit('TB'), onDuty([['2022-01-01', yesterday]], volume('{ volumeType: bulk }'))],
    [],
  ],
  [
    'finds a version whose last day is today',
    [unit('TB'), onDuty([['2022-01-01', today]], volume('{ volumeType: bulk }'))],
    [at(operations, 'volume: |{ volumeType: bulk }')],
  ],
  [
    'finds an item whose unit was changed, in each of its versions',
    [
      [
        storage,
        'en: Domestic block storage }\n    unit: { zh: GiB, en: GiB }',
        'en: Domestic block storage }\n    unit: { zh: TB, en: TB }',
      ],
    ],
    [at(storage, 'volume:\n            |volumeType: domestic')],
  ],
])
