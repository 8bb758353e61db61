import { type Every, periodsFrom } from '../../../lib/clock/calendar-period.ts'
import { exampleText } from '../../example-repository.ts'
import { type Change, casesOf, type Mark, type RuleCase } from '../rule-table.ts'
import { jiuquan, ningwu } from './files.ts'

export const records = (jurisdiction: string): string => `catalogue/routines/${jurisdiction}.yaml`

/** Takes the record of one period out of a jurisdiction's file. */
function undone(jurisdiction: string, routine: string, period: string): Change {
  const line = exampleText(records(jurisdiction))
    .split('\n')
    .find(text => text.includes(`routine: ${routine}, period: ${period},`))
  if (line === undefined) throw new Error(`${jurisdiction} has no record of ${routine} for ${period}`)
  return [records(jurisdiction), `${line}\n`, '']
}

/** The same record on another day. */
const doneOn = (jurisdiction: string, routine: string, period: string, was: string, is: string): Change => [
  records(jurisdiction),
  `routine: ${routine}, period: ${period}, on: ${was}`,
  `routine: ${routine}, period: ${period}, on: ${is}`,
]

/** A file of records in place of what the example has. */
const kept = (jurisdiction: string, from: string, ...done: readonly string[]): Change => [
  records(jurisdiction),
  exampleText(records(jurisdiction)),
  `apiVersion: tenantry/v1\nkind: RoutineRecords\njurisdiction: ${jurisdiction}\nfrom: ${from}\ndone: [${done.join(', ')}]\n`,
]
const record = (routine: string, period: string, on: string): string =>
  `{ routine: ${routine}, period: ${period}, on: ${on}, papers: [{ type: 报告 }] }`

const late = (jurisdiction: string): readonly Mark[] => [
  { file: records(jurisdiction), mark: 'done:\n  |- { routine' },
]

/** By article: what was done is taken away, and once its last day has passed it is missed. */
const taken: readonly (readonly [
  article: string,
  jurisdiction: string,
  routine: string,
  period: string,
  lastDay: string,
  dayAfter: string,
])[] = [
  ['NW-3.1', 'ningwu', 'monthly-report', '2025-01', '2025-02-28', '2025-03-01'],
  ['DT-9', 'datong', 'construction-report', '2026-Q1', '2026-03-31', '2026-04-01'],
  ['DT-17', 'datong', 'quarterly-report', '2026-Q1', '2026-06-30', '2026-07-01'],
  ['ZJ-15', 'zhejiang', 'usage-report', '2026-10', '2026-10-31', '2026-11-01'],
  ['ZJ-19', 'zhejiang', 'security-bulletin', '2026-10', '2026-10-31', '2026-11-01'],
  ['ZJ-19', 'zhejiang', 'drill', '"2026"', '2026-12-31', '2027-01-01'],
  ['JQ-10.3', 'jiuquan', 'receipts-summary', '2026-09', '2026-10-31', '2026-11-01'],
  ['JQ1-7', 'jiuquan', 'project-declaration', '"2026"', '2026-09-30', '2026-10-01'],
]

const routines: Readonly<Record<string, readonly (readonly [routine: string, every: Every])[]>> = {
  ningwu: [
    ['construction-report', 'quarter'],
    ['monthly-report', 'month'],
    ['quarterly-report', 'quarter'],
    ['annual-report', 'year'],
    ['usage-assessment', 'year'],
    ['satisfaction', 'quarter'],
  ],
  datong: [
    ['construction-report', 'quarter'],
    ['monthly-report', 'month'],
    ['quarterly-report', 'quarter'],
    ['annual-report', 'year'],
    ['usage-assessment', 'year'],
  ],
  zhejiang: [
    ['usage-report', 'month'],
    ['security-bulletin', 'month'],
    ['drill', 'year'],
    ['usage-assessment', 'year'],
  ],
  jiuquan: [
    ['project-declaration', 'year'],
    ['receipts-summary', 'month'],
    ['provider-assessment', 'year'],
  ],
}

/** Everything of a jurisdiction done in its period, but for one routine. */
const allBut = (jurisdiction: string, routine: string, from: string, upTo: string): Change => {
  const others = (routines[jurisdiction] ?? []).filter(([id]) => id !== routine)
  const done = others.flatMap(([id, every]) =>
    periodsFrom(every, from, upTo)
      .filter(({ last }) => last <= upTo)
      .map(period => record(id, every === 'year' ? `"${period.id}"` : period.id, period.first)),
  )
  return kept(jurisdiction, from, ...done)
}

/** Of what no example was done yet: from the first day of its period to that after the last day on which it may be done. */
const neverDone: readonly (readonly [
  article: string,
  jurisdiction: string,
  routine: string,
  from: string,
  lastDay: string,
  dayAfter: string,
])[] = [
  ['NW-1.7', 'ningwu', 'construction-report', '2024-04-01', '2024-06-30', '2024-07-01'],
  ['NW-4.2', 'ningwu', 'usage-assessment', '2023-01-01', '2024-12-31', '2025-01-01'],
  ['NW-4.4', 'ningwu', 'satisfaction', '2024-04-01', '2024-06-30', '2024-07-01'],
  ['DT-29', 'datong', 'usage-assessment', '2024-01-01', '2025-12-31', '2026-01-01'],
  ['ZJ-22', 'zhejiang', 'usage-assessment', '2025-01-01', '2026-12-31', '2027-01-01'],
  ['JQ-28', 'jiuquan', 'provider-assessment', '2025-01-01', '2026-12-31', '2027-01-01'],
]

const overdue: readonly RuleCase[] = [
  ...neverDone.flatMap(([article, jurisdiction, routine, from, lastDay, dayAfter]) => {
    const change = allBut(jurisdiction, routine, from, lastDay)
    const found = [{ file: records(jurisdiction), mark: 'done: |[' }]
    return casesOf('TY4601', [
      [`${routine} of ${jurisdiction} is never done, up to its last day`, [change], [], { day: lastDay }],
      [`${routine} of ${jurisdiction} is missed the day after`, [change], found, { day: dayAfter, article }],
    ])
  }),
  ...taken.flatMap(([article, jurisdiction, routine, period, lastDay, dayAfter]) => {
    const change = undone(jurisdiction, routine, period)
    return casesOf('TY4601', [
      [`${routine} of ${period} is not done by its last day`, [change], [], { day: lastDay }],
      [
        `${routine} of ${period} is missed the day after`,
        [change],
        late(jurisdiction),
        { day: dayAfter, article },
      ],
    ])
  }),
  ...casesOf('TY4601', [
    [
      'each routine is told once, however many of its periods are missed',
      [
        undone('zhejiang', 'security-bulletin', '2026-08'),
        undone('zhejiang', 'security-bulletin', '2026-09'),
      ],
      late('zhejiang'),
      { article: 'ZJ-19', severity: 'warning' },
    ],
    [
      'what was done late is no longer owed',
      [doneOn('zhejiang', 'security-bulletin', '2026-09', '2026-09-15', '2026-10-20')],
      [],
    ],
    [
      'what will be done later is still owed',
      [doneOn('zhejiang', 'security-bulletin', '2026-09', '2026-09-15', '2026-10-20')],
      [{ file: records('zhejiang'), mark: 'done:\n  |- { routine' }],
      { day: '2026-10-19', article: 'ZJ-19' },
    ],
    [
      'a period that began before the records is not owed here',
      [kept('ningwu', '2024-04-02')],
      [],
      { day: '2024-06-30' },
    ],
    [
      'a period that the regulation does not outlast is not owed',
      [kept('ningwu', '2025-03-01')],
      [],
      { day: '2025-12-31' },
    ],
  ]),
]

const inZhejiang = (mark: string): readonly Mark[] => [{ file: records('zhejiang'), mark }]
const added = (text: string): Change => [records('zhejiang'), 'done:\n', `done:\n  - ${text}\n`]

const odd: readonly RuleCase[] = casesOf('TY4602', [
  [
    'finds a routine that the regulation has not',
    [added(record('security-bulletins', '2026-11', '2026-11-02'))],
    inZhejiang('routine: |security-bulletins'),
  ],
  [
    'finds a month of what is owed by the year',
    [added(record('drill', '2026-06', '2026-06-18'))],
    inZhejiang('period: |2026-06, on: 2026-06-18'),
  ],
  [
    'finds a quarter of what is owed by the month',
    [added(record('security-bulletin', '2026-Q3', '2026-08-18'))],
    inZhejiang('period: |2026-Q3'),
  ],
  [
    'finds a period that is recorded already',
    [added(record('security-bulletin', '2026-10', '2026-10-20'))],
    inZhejiang('period: |2026-10, on: 2026-10-15'),
  ],
  [
    'finds a period before the records',
    [added(record('security-bulletin', '2025-12', '2026-01-02'))],
    inZhejiang('period: |2025-12'),
  ],
  [
    'lets the first period of the records pass',
    [kept('zhejiang', '2026-11-01', record('security-bulletin', '2026-11', '2026-11-01'))],
    [],
  ],
  [
    'finds what was done before its period',
    [added(record('security-bulletin', '2026-11', '2026-10-31'))],
    inZhejiang('period: 2026-11, on: |2026-10-31'),
  ],
  [
    'lets what was done on the first day of its period pass',
    [added(record('security-bulletin', '2026-11', '2026-11-01'))],
    [],
  ],
])

const without = (jurisdiction: string): Change => [
  records(jurisdiction),
  exampleText(records(jurisdiction)),
  undefined,
]

const unrecorded: readonly RuleCase[] = casesOf('TY4603', [
  [
    'finds a regulation with routines whose file is missing',
    [without('jiuquan')],
    [{ file: jiuquan, mark: 'routines:\n  |- ' }],
    { article: 'JQ1-7', severity: 'warning' },
  ],
  ['lets a regulation that has ended pass', [without('ningwu')], []],
  [
    'finds it on a day on which the regulation held',
    [without('ningwu')],
    [{ file: ningwu, mark: 'routines:\n  |- ' }],
    { day: '2025-03-21' },
  ],
  [
    'lets a file pass that cannot be read',
    [[records('zhejiang'), 'kind: RoutineRecords', 'kind: Routine']],
    [],
    { breaks: true },
  ],
  ['lets a file without any record pass', [kept('zhejiang', '2026-11-01')], []],
])

/** What a jurisdiction owes again and again, whatever its systems. */
export const routineCases: readonly RuleCase[] = [...overdue, ...odd, ...unrecorded]
