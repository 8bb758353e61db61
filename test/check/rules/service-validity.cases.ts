import { type Change, casesOf, type Mark, type RuleCase } from '../rule-table.ts'
import { jiuye, shebao, shipin, xinchou } from './files.ts'
import {
  asked,
  askedOnce,
  duty,
  granted,
  grantedBefore,
  grantedOnce,
  onDuty,
  today,
  tomorrow,
  type VersionDays,
  yesterday,
} from './service-edits.ts'

const itemIn = (file: string, quantity = 1): Mark => ({
  file,
  mark: `{ item: |ops.on-duty, quantity: ${quantity}`,
})

/** A line, and the days of the versions of its item. */
type Validity = readonly [
  title: string,
  line: Change,
  versions: readonly VersionDays[],
  finds: readonly Mark[],
  severity?: RuleCase['severity'],
]

const validity = (rows: readonly Validity[], more: Pick<RuleCase, 'article'> = {}): readonly RuleCase[] =>
  casesOf(
    'TY3108',
    rows.map(([title, line, versions, finds, severity]) => [
      title,
      [line, onDuty(versions)],
      finds,
      severity === undefined ? more : { ...more, severity },
    ]),
  )

const upTo = (day: string): readonly VersionDays[] => [['2022-01-01', day]]

/** What is asked for has a version on the day on which it would begin. */
const requestsValid: readonly RuleCase[] = validity(
  [
    ['a request begins a day before its item', asked(duty(1)), [[tomorrow]], [itemIn(jiuye)], 'error'],
    ['a request begins with its item', asked(duty(1)), [[today]], []],
    [
      'a request begins a day after its item ended',
      asked(duty(1)),
      upTo(yesterday),
      [itemIn(jiuye)],
      'warning',
    ],
    [
      'a request from a day that it names, today, begins a day after its item ended',
      asked(duty(1, `from: ${today}`)),
      upTo(yesterday),
      [itemIn(jiuye)],
      'error',
    ],
    [
      'a request begins between the end of its item and the version to come',
      asked(duty(1)),
      [['2022-01-01', yesterday], [tomorrow]],
      [itemIn(jiuye)],
      'warning',
    ],
    ['a request begins on the last day of its item', asked(duty(1)), upTo(today), []],
    ['a request from tomorrow begins with its item', asked(duty(1, `from: ${tomorrow}`)), [[tomorrow]], []],
    [
      'a request from tomorrow begins a day after its item ended',
      asked(duty(1, `from: ${tomorrow}`)),
      upTo(today),
      [itemIn(jiuye)],
      'error',
    ],
    [
      'a request up to today begins a day before its item',
      asked(duty(1, `to: ${today}`)),
      [[tomorrow]],
      [itemIn(jiuye)],
    ],
    ['a request up to yesterday has no day left', asked(duty(1, `to: ${yesterday}`)), [[tomorrow]], []],
    [
      'a request up to a day ahead may outlast its item',
      asked(duty(1, 'to: 2027-06-30')),
      upTo('2027-06-29'),
      [],
    ],
    ['a request since long ago begins today', asked(duty(1, 'from: 2020-01-01')), [[today]], []],
    ['a system that has ended asked for an item that has ended', askedOnce(duty(1)), upTo('2026-01-31'), []],
  ],
  { article: 'XS-11' },
)

/** What is granted has a version from its first day up to today, or up to its last day where it has one. */
const grantsValid: readonly RuleCase[] = [
  ...validity(
    [
      ['a grant begins a day before its item', granted(duty(1)), [['2025-07-11']], [itemIn(shebao)], 'error'],
      ['a grant begins with its item', granted(duty(1)), [['2025-07-10']], []],
      [
        'an open grant goes on though its item ended yesterday',
        granted(duty(1)),
        upTo(yesterday),
        [itemIn(shebao)],
        'warning',
      ],
      ['an open grant goes on while its item ends today', granted(duty(1)), upTo(today), []],
      [
        'an open grant from tomorrow begins a day after its item ended',
        granted(duty(1, `from: ${tomorrow}`)),
        upTo(today),
        [itemIn(shebao)],
        'error',
      ],
      [
        'an open grant from tomorrow begins on the last day of its item',
        granted(duty(1, `from: ${tomorrow}`)),
        upTo(tomorrow),
        [],
      ],
      [
        'a grant up to a day ahead outlasts its item by a day',
        granted(duty(1, 'to: 2027-06-30')),
        upTo('2027-06-29'),
        [itemIn(shebao)],
        'error',
      ],
      [
        'a grant up to a day ahead ends with its item',
        granted(duty(1, 'to: 2027-06-30')),
        upTo('2027-06-30'),
        [],
      ],
      [
        'a grant outlasted its item by a day before the system ended',
        grantedOnce(duty(1)),
        upTo('2026-09-19'),
        [itemIn(xinchou)],
        'warning',
      ],
      ['a grant ended with its item when the system ended', grantedOnce(duty(1)), upTo('2026-09-20'), []],
      ['a granted line has no day in its grant', granted(duty(1, 'to: 2025-07-09')), [['2026-01-01']], []],
    ],
    { article: 'XS-11' },
  ),
  ...validity(
    [
      [
        'a grant outlasted its item by a day before the next grant',
        grantedBefore(duty(1)),
        upTo('2025-03-11'),
        [itemIn(shipin)],
      ],
      [
        'a grant ended with its item when the next grant came',
        grantedBefore(duty(1)),
        upTo('2025-03-12'),
        [],
      ],
    ],
    { article: 'DT-11a' },
  ),
]

/** Several versions of one item, and several lines of it. */
const versionsValid: readonly RuleCase[] = validity([
  [
    'a day lies between two versions',
    granted(duty(1)),
    [['2022-01-01', '2025-12-31'], ['2026-01-02']],
    [itemIn(shebao)],
  ],
  ['two versions meet', granted(duty(1)), [['2022-01-01', '2025-12-31'], ['2026-01-01']], []],
  [
    'two versions meet, of which the later one is written first',
    granted(duty(1)),
    [['2026-01-01'], ['2022-01-01', '2025-12-31']],
    [],
  ],
  [
    'a short version lies inside a long one',
    granted(duty(1)),
    [['2022-01-01', '2025-12-31'], ['2025-08-01', '2025-08-31'], ['2026-01-01']],
    [],
  ],
  [
    'one version ended before the grant and the next begins a day after it',
    granted(duty(1)),
    [['2022-01-01', '2022-12-31'], ['2025-07-11']],
    [itemIn(shebao)],
  ],
  [
    'a version without an end outlasts one that begins later',
    granted(duty(1)),
    [['2022-01-01'], ['2025-08-01', '2025-08-31']],
    [],
  ],
  [
    'of two lines that begin on one day the one that goes on outlasts the item',
    grantedBefore(duty(1, 'to: 2023-12-31'), duty(2)),
    upTo('2024-01-31'),
    [itemIn(shipin, 2)],
  ],
  [
    'of two lines that end on one day the one that began first is older than the item',
    grantedBefore(duty(1, 'from: 2024-01-01'), duty(2)),
    [['2023-12-01']],
    [itemIn(shipin, 2)],
  ],
  ['an unknown item has no versions', granted('{ item: ops.off-duty, quantity: 1 }'), [[today]], []],
])

/** The rule about the days on which an item has a version. */
export const validityCases: readonly RuleCase[] = [...requestsValid, ...grantsValid, ...versionsValid]
