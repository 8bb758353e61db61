import { at, type Change, casesOf, type RuleCase } from '../rule-table.ts'
import { unreadable } from './file-edits.ts'
import { jiuye, operations, shebao } from './files.ts'
import { asked, askedOnce, duty, granted, grantedOnce, onDuty } from './service-edits.ts'

const list = 'catalogue/prices/xishuangbanna.yaml'
const adopted = 'adopts:\n  - { from: 2025-06-24, list: catalogue, basis: 西发改函〔2025〕0号（示例） }\n'

/** The list of the jurisdiction with a price of its own for the item, and nothing adopted. */
const own = (...days: readonly string[]): Change => [
  list,
  adopted,
  `prices:\n  - item: ops.on-duty\n    versions:\n${days.map(day => `      - { ${day}, fee: { price: "900.00", per: day, basis: 示例 } }\n`).join('')}`,
]

const askedFor = at(jiuye, 'item: |ops.on-duty, quantity: 1 }')
const grantedAs = at(shebao, 'item: |ops.on-duty, quantity: 1 }')
export const withoutFee: Change = [
  operations,
  '        fee: { price: "1100.00", per: day, basis: 示例 }\n',
  '',
]
const sold = onDuty([['2022-01-01']])

/** Of the lines of the item alone: who has no other price is told of each. */
export const priceCases: readonly RuleCase[] = casesOf('TY3116', [
  [
    'lets an item pass whose price is that of the adopted catalogue',
    [sold, asked(duty(1)), granted(duty(1))],
    [],
  ],
  [
    'finds an item without a price in the catalogue that is adopted',
    [sold, withoutFee, asked(duty(1)), granted(duty(1))],
    [askedFor, grantedAs],
    { article: 'XS-11', severity: 'error' },
  ],
  [
    'knows no price while the list of the jurisdiction cannot be read',
    [sold, withoutFee, unreadable(list), asked(duty(1))],
    [],
    { breaks: true },
  ],
  ['finds none for a system that has ended', [sold, withoutFee, askedOnce(duty(1))], []],
  [
    'lets an item pass that the jurisdiction has a price of its own for',
    [sold, withoutFee, [list, 'adopts:', `${own('from: 2025-01-01')[2]}adopts:`], asked(duty(1))],
    [],
  ],
  [
    'finds a price that begins a day too late',
    [sold, withoutFee, [list, 'adopts:', `${own('from: 2026-11-24')[2]}adopts:`], asked(duty(1))],
    [askedFor],
    { severity: 'error' },
  ],
  [
    'warns of a grant whose price has ended since, and lets the grant of a system that has ended be',
    [
      sold,
      withoutFee,
      [list, 'adopts:', `${own(`from: 2025-01-01, to: 2026-01-01`)[2]}adopts:`],
      granted(duty(1)),
      grantedOnce(duty(1)),
    ],
    [grantedAs],
    { severity: 'warning' },
  ],
  [
    'warns of what is asked for where its price ended yesterday',
    [
      sold,
      withoutFee,
      [list, 'adopts:', `${own('from: 2025-01-01, to: 2026-11-22')[2]}adopts:`],
      asked(duty(1)),
    ],
    [askedFor],
    { severity: 'warning' },
  ],
])
