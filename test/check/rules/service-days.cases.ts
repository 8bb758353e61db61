import { type Change, casesOf, type Mark, type RuleCase } from '../rule-table.ts'
import { gonganUnit, jiuye, operations, platform, pucha, shebao, shipin, zhaosheng } from './files.ts'
import { asked, duty, granted, grantedBefore, grantedOnce, onDuty } from './service-edits.ts'

const lineIn = (file: string, quantity: number): Mark => ({
  file,
  mark: `- |{ item: ops.on-duty, quantity: ${quantity}`,
})

/** Two dates of one period, and where the second stands when it is before the first. */
interface Pair {
  readonly what: string
  readonly file: string
  readonly changed: (last: string) => readonly Change[]
  readonly first: string
  readonly before: string
  readonly mark: (last: string) => string
}

const paper = (last: string): string => `{ type: 保密协议, number: BM-1, on: 2025-06-01, until: ${last} }`
const paperMark = (last: string): string => `number: BM-1, on: 2025-06-01, until: |${last}`
const june = { first: '2025-06-01', before: '2025-05-31' }

const pairs: readonly Pair[] = [
  {
    what: 'a line that is asked for',
    file: jiuye,
    changed: last => [asked(duty(1, `from: 2025-06-01, to: ${last}`))],
    mark: last => `from: 2025-06-01, to: |${last}`,
    ...june,
  },
  {
    what: 'a line that was granted once',
    file: shipin,
    changed: last => [grantedBefore(duty(1, `from: 2025-06-01, to: ${last}`))],
    mark: last => `from: 2025-06-01, to: |${last}`,
    ...june,
  },
  {
    what: 'an event that holds for some time',
    file: pucha,
    changed: last => [[pucha, 'until: 2026-12-08\n    grants', `until: ${last}\n    grants`]],
    mark: last => `until: |${last}\n    grants`,
    first: '2026-11-06',
    before: '2026-11-05',
  },
  {
    what: 'a paper of an event',
    file: shebao,
    changed: last => [[shebao, '    papers:\n', `    papers:\n      - ${paper(last)}\n`]],
    mark: paperMark,
    ...june,
  },
  {
    what: 'the project of a system',
    file: zhaosheng,
    changed: last => [[zhaosheng, 'to: 2024-06-30 }', `to: ${last} }`]],
    mark: last => `from: 2023-12-01, to: |${last}`,
    first: '2023-12-01',
    before: '2023-11-30',
  },
  {
    what: 'a paper of a system',
    file: shebao,
    changed: last => [[shebao, '\nhistory:\n', `\npapers:\n  - ${paper(last)}\nhistory:\n`]],
    mark: paperMark,
    ...june,
  },
  {
    what: 'a paper of a unit',
    file: gonganUnit,
    changed: last => [[gonganUnit, 'papers:\n', `papers:\n  - ${paper(last)}\n`]],
    mark: paperMark,
    ...june,
  },
  {
    what: 'an assessment of the platform',
    file: platform,
    changed: last => [[platform, 'until: 2027-05-11', `until: ${last}`]],
    mark: last => `on: 2026-05-12, until: |${last}`,
    first: '2026-05-12',
    before: '2026-05-11',
  },
  {
    what: 'a version of an item',
    file: operations,
    changed: last => [onDuty([['2025-06-01', last]])],
    mark: last => `from: 2025-06-01\n        to: |${last}`,
    ...june,
  },
]

const periods: readonly RuleCase[] = [
  ...pairs.flatMap(({ what, file, changed, first, before, mark }) =>
    casesOf('TY3110', [
      [`${what} ends the day before it begins`, changed(before), [{ file, mark: mark(before) }]],
      [`${what} ends on the day on which it begins`, changed(first), []],
    ]),
  ),
  ...casesOf('TY3110', [
    [
      'either date may be missing',
      [
        asked(duty(1, 'to: 2020-01-01'), duty(2, 'from: 2030-01-01')),
        [
          gonganUnit,
          'papers:\n',
          'papers:\n  - { type: 保密协议, until: 2020-01-01 }\n  - { type: 保密协议, on: 2030-01-01 }\n',
        ],
      ],
      [],
    ],
    [
      'the second event of a history ends before it begins, and the second line of a grant',
      [
        [shebao, 'change: 1, review: 1 }\n', 'change: 1, review: 1 }\n    until: 2025-07-03\n'],
        granted(duty(1), duty(2, 'from: 2025-09-02, to: 2025-09-01')),
      ],
      [
        { file: shebao, mark: 'until: |2025-07-03' },
        { file: shebao, mark: 'to: |2025-09-01' },
      ],
    ],
  ]),
]

const repeats: readonly RuleCase[] = casesOf('TY3111', [
  ['one item is asked for twice', [asked(duty(1), duty(2))], [lineIn(jiuye, 2)]],
  ['one item is granted twice', [granted(duty(1), duty(2))], [lineIn(shebao, 2)]],
  [
    'one item was granted twice in a grant of the past',
    [grantedBefore(duty(1), duty(2))],
    [lineIn(shipin, 2)],
  ],
  [
    'each further line is one too many',
    [asked(duty(1), duty(2), duty(3))],
    [lineIn(jiuye, 2), lineIn(jiuye, 3)],
  ],
  [
    'two lines share a day',
    [asked(duty(1, 'to: 2027-06-01'), duty(2, 'from: 2027-06-01'))],
    [lineIn(jiuye, 2)],
  ],
  [
    'one line begins when the other has ended',
    [asked(duty(1, 'to: 2027-05-31'), duty(2, 'from: 2027-06-01'))],
    [],
  ],
  [
    'of two lines the one that is written later is at fault, whichever begins first',
    [asked(duty(1, 'from: 2027-06-01'), duty(2, 'from: 2027-01-01, to: 2027-06-01'))],
    [lineIn(jiuye, 2)],
  ],
  [
    'a line that is written last begins in the first, before the one between',
    [
      asked(
        duty(1, 'from: 2027-06-01, to: 2027-06-30'),
        duty(2, 'from: 2027-08-01'),
        duty(3, 'from: 2027-06-30, to: 2027-06-30'),
      ),
    ],
    [lineIn(jiuye, 3)],
  ],
  [
    'two short lines lie inside a long one',
    [
      asked(
        duty(1, 'from: 2027-01-01, to: 2027-12-31'),
        duty(2, 'from: 2027-02-01, to: 2027-02-28'),
        duty(3, 'from: 2027-06-01, to: 2027-06-30'),
      ),
    ],
    [lineIn(jiuye, 2), lineIn(jiuye, 3)],
  ],
  [
    'a line without an end goes on into the next',
    [
      asked(
        duty(1, 'from: 2027-01-01, to: 2027-03-31'),
        duty(2, 'from: 2027-02-01'),
        duty(3, 'from: 2028-01-01'),
      ),
    ],
    [lineIn(jiuye, 2), lineIn(jiuye, 3)],
  ],
  [
    'a line without an end has a short one inside it and another one after that',
    [
      asked(
        duty(1, 'from: 2027-01-01'),
        duty(2, 'from: 2027-02-01, to: 2027-02-28'),
        duty(3, 'from: 2028-01-01'),
      ),
    ],
    [lineIn(jiuye, 2), lineIn(jiuye, 3)],
  ],
  [
    'of three lines the last begins on the last day of the one before',
    [
      asked(
        duty(1, 'from: 2027-01-01, to: 2027-01-31'),
        duty(2, 'from: 2027-02-01, to: 2027-12-31'),
        duty(3, 'from: 2027-12-31'),
      ),
    ],
    [lineIn(jiuye, 3)],
  ],
  [
    'a line without a day is a fault of its own',
    [asked(duty(1), duty(2, 'from: 2027-06-02, to: 2027-06-01'))],
    [],
  ],
  [
    'two items are two, and what is asked for is granted elsewhere',
    [asked(duty(1), '{ item: ops.monitoring, quantity: 2 }'), granted(duty(1))],
    [],
  ],
])

const outside: readonly RuleCase[] = casesOf('TY3112', [
  ['a granted line ends the day before its grant', [granted(duty(1, 'to: 2025-07-09'))], [lineIn(shebao, 1)]],
  ['a granted line ends on the day of its grant', [granted(duty(1, 'to: 2025-07-10'))], []],
  [
    'a granted line has the one day before its grant',
    [granted(duty(1, 'from: 2025-07-09, to: 2025-07-09'))],
    [lineIn(shebao, 1)],
  ],
  [
    'a granted line begins when the next grant does, seen on the last day of its own',
    [grantedBefore(duty(1, 'from: 2025-03-13'))],
    [lineIn(shipin, 1)],
    { day: '2025-03-12' },
  ],
  [
    'a granted line begins on the last day of its grant',
    [grantedBefore(duty(1, 'from: 2025-03-12'))],
    [],
    { day: '2025-03-12' },
  ],
  [
    'a grant that another one has replaced stays as it was written',
    [grantedBefore(duty(1, 'from: 2025-03-13'))],
    [],
    { day: '2025-03-13' },
  ],
  [
    'a grant of a system that has ended stays as it was written',
    [grantedOnce(duty(1, 'to: 2026-03-12'))],
    [],
  ],
  [
    'a line that is written the wrong way round is a fault of its own',
    [granted(duty(1, 'from: 2025-09-02, to: 2025-09-01'))],
    [],
  ],
  ['what is asked for may lie in the past', [asked(duty(1, 'to: 2020-01-01'))], []],
])

/** The rules about the days on which lines and other periods hold. */
export const dayCases: readonly RuleCase[] = [...periods, ...repeats, ...outside]
