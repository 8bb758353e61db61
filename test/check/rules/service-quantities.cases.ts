import { at, type Change, casesOf, type Mark, type RuleCase } from '../rule-table.ts'
import { jiuye, operations, shebao } from './files.ts'
import { asked, duty, granted, onDuty, today, tomorrow, yesterday } from './service-edits.ts'

/** The item whose versions the cases set, sold in these quantities. */
export const sold = (terms: string, delivery = '{ by: manual }'): readonly Change[] => [
  onDuty([['2022-01-01']], delivery),
  [
    operations,
    'fee: { price: "1100.00", per: day, basis: 示例 }',
    `order: ${terms}\n        fee: { price: "1100.00", per: day, basis: 示例 }`,
  ],
]

export const askedFor = (quantity: number): Mark => at(jiuye, `item: ops.on-duty, quantity: |${quantity} }`)
const grantedAs = (quantity: number): Mark => at(shebao, `item: ops.on-duty, quantity: |${quantity} }`)

const termsFromTomorrow: readonly Change[] = [
  onDuty([['2022-01-01', today], [tomorrow]]),
  [operations, `- from: ${tomorrow}\n`, `- from: ${tomorrow}\n        order: { least: 4 }\n`],
]

const terms: readonly RuleCase[] = casesOf('TY3114', [
  ['finds fewer than the least', [...sold('{ least: 4 }'), asked(duty(3))], [askedFor(3)]],
  ['lets the least pass', [...sold('{ least: 4 }'), asked(duty(4))], []],
  ['finds more than the most', [...sold('{ most: 4 }'), asked(duty(5))], [askedFor(5)]],
  ['lets the most pass', [...sold('{ most: 4 }'), asked(duty(4))], []],
  ['finds what is between two steps', [...sold('{ step: 10 }'), asked(duty(25))], [askedFor(25)]],
  ['lets a multiple of the step pass', [...sold('{ step: 10 }'), asked(duty(30))], []],
  ['finds a grant that is too small', [...sold('{ least: 4 }'), granted(duty(3))], [grantedAs(3)]],
  [
    'lets a grant pass that was made before the terms',
    [
      onDuty([['2022-01-01', yesterday], [today]]),
      [operations, `- from: ${today}\n`, `- from: ${today}\n        order: { least: 4 }\n`],
      granted(duty(3)),
    ],
    [],
  ],
  [
    'finds a request under the terms of today',
    [
      onDuty([['2022-01-01', yesterday], [today]]),
      [operations, `- from: ${today}\n`, `- from: ${today}\n        order: { least: 4 }\n`],
      asked(duty(3)),
    ],
    [askedFor(3)],
  ],
  [
    'lets a grant pass that begins under terms that came after the decision',
    [...termsFromTomorrow, granted(duty(3, `from: ${tomorrow}`))],
    [],
  ],
  [
    'finds a request that begins under terms to come',
    [...termsFromTomorrow, asked(duty(3, `from: ${tomorrow}`))],
    [at(jiuye, 'item: ops.on-duty, quantity: |3, from')],
  ],
  ['lets an item without terms pass', [asked(duty(3))], []],
])

const address = onDuty([['2022-01-01']], '{ by: quota, quota: { addresses: 1 } }')
const bandwidth: readonly Change[] = [onDuty([['2022-01-01']], '{ by: quota, quota: { bandwidthMbps: 1 } }')]
/** Asked for in a zone whose only other bandwidth is in this line. */
const alone: Change = [jiuye, '      - { item: eip.bgp.5m, quantity: 1 }\n', '']
const line = (days = '') => at(jiuye, `|${duty(2, days)}`)

const uplinks: readonly RuleCase[] = casesOf('TY3115', [
  ['finds addresses in a zone without bandwidth', [address, alone, asked(duty(2))], [line()]],
  ['lets addresses beside bandwidth pass', [address, asked(duty(2))], []],
  ['lets bandwidth without addresses pass', [...bandwidth, alone, asked(duty(2))], []],
  [
    'finds addresses that outlast the bandwidth of their zone',
    [
      address,
      [jiuye, 'item: eip.bgp.5m, quantity: 1 }', `item: eip.bgp.5m, quantity: 1, to: ${today} }`],
      asked(duty(2)),
    ],
    [line()],
  ],
  [
    'lets addresses pass that end with the bandwidth of their zone',
    [
      address,
      [jiuye, 'item: eip.bgp.5m, quantity: 1 }', `item: eip.bgp.5m, quantity: 1, to: ${tomorrow} }`],
      asked(duty(2, `to: ${tomorrow}`)),
    ],
    [],
  ],
  [
    'finds addresses that begin before the bandwidth of their zone',
    [
      address,
      [jiuye, 'item: eip.bgp.5m, quantity: 1 }', `item: eip.bgp.5m, quantity: 1, from: ${tomorrow} }`],
      asked(duty(2)),
    ],
    [line()],
  ],
])

/** In what quantities items may be asked for, and what they need beside them. */
export const quantityCases: readonly RuleCase[] = [...terms, ...uplinks]
