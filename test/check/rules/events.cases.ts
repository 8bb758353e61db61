import { at, type Change, casesOf, type RuleCase } from '../rule-table.ts'
import { unreadable } from './file-edits.ts'
import { jiuye, lvyou, shebao, shipin, xinchou, xishuangbanna, xueji } from './files.ts'
import { appended, historyFrom } from './history-edits.ts'

const acceptedEvent =
  '  - event: accepted\n    on: 2025-07-04\n    source: { forge: gitea, change: 1, review: 1 }\n'

/** The social insurance system opened on another day than 2025-07-14: four after its approval, one before its delivery. */
export const opened = (on: string): Change => [shebao, 'on: 2025-07-14', `on: ${on}`]

const order = casesOf('TY3501', [
  [
    'an event is dated a day before the event above it',
    [opened('2025-07-09')],
    [at(shebao, 'on: |2025-07-09')],
  ],
  ['two events of one day are in order', [opened('2025-07-10')], []],
  ['an event may come on the day of the one below it', [opened('2025-07-15')], []],
  [
    'an event dated too late makes the one below it go backwards',
    [opened('2025-07-16')],
    [at(shebao, 'on: |2025-07-15\n    source: { paper')],
  ],
  [
    'each step backwards counts, whatever stands above that',
    [
      [shebao, 'on: 2025-07-04', 'on: 2025-07-01'],
      [shebao, 'on: 2025-07-10', 'on: 2025-06-30'],
    ],
    [at(shebao, 'on: |2025-07-01\n    source: { forge'), at(shebao, 'on: |2025-06-30\n    source: { forge')],
  ],
  ['the first event has none above it', [[shebao, 'on: 2025-07-02\n', 'on: 2020-01-01\n']], []],
])

const future = casesOf('TY3502', [
  [
    'an event is dated tomorrow',
    [[shebao, 'on: 2025-08-25', 'on: 2026-11-24']],
    [at(shebao, 'on: |2026-11-24')],
  ],
  ['what happened today is in the past', [[shebao, 'on: 2025-08-25', 'on: 2026-11-23']], []],
  [
    'a day agreed for later is no event',
    [appended(shebao, 'event: old-system-retired, on: 2026-11-23, until: 2027-06-30')],
    [],
  ],
])

const misplaced = casesOf('TY3503', [
  [
    'without its acceptance nothing that follows a request fits',
    [[shebao, acceptedEvent, '']],
    [
      at(shebao, '- event: |approved'),
      at(shebao, '- event: |advice-filed'),
      at(shebao, '- event: |opened'),
      at(shebao, '- event: |delivered'),
      at(shebao, '- event: |tested'),
      at(shebao, '- event: |live'),
    ],
  ],
  [
    'an event that comes twice is misplaced once, and what follows still fits',
    [[shebao, '  - event: opened\n', '  - { event: accepted, on: 2025-07-11 }\n  - event: opened\n']],
    [at(shebao, '- { event: |accepted')],
    { article: 'XS-20' },
  ],
  [
    'an event in the future is judged by what came before',
    [appended(shebao, 'event: delivered, on: 2027-01-04')],
    [at(shebao, '- { event: |delivered')],
    { article: 'XS-21.1' },
  ],
  [
    'an event in the future that fits is in its place',
    [appended(shebao, 'event: exit-submitted, on: 2027-01-04')],
    [],
  ],
  [
    'an event without a state of its own leaves the state',
    [
      appended(
        shebao,
        'event: old-system-retired, on: 2026-01-05',
        'event: change-submitted, on: 2026-01-06',
      ),
    ],
    [],
  ],
  [
    'a request is made anew after its refusal',
    [
      historyFrom(
        jiuye,
        'submitted',
        'event: submitted, on: 2026-11-17',
        'event: refused, on: 2026-11-18',
        'event: submitted, on: 2026-11-19',
      ),
    ],
    [],
  ],
  [
    'a request is not made twice without a refusal',
    [historyFrom(jiuye, 'submitted', 'event: submitted, on: 2026-11-17', 'event: submitted, on: 2026-11-19')],
    [at(jiuye, 'event: |submitted, on: 2026-11-19')],
    { article: 'XS-19.1' },
  ],
  [
    'nothing follows the end',
    [appended(xinchou, 'event: submitted, on: 2026-10-12')],
    [at(xinchou, '- { event: |submitted')],
    { article: 'XS-19.1' },
  ],
  [
    'each regulation has an order of its own: Ningwu approves what the county has agreed to',
    [
      [xueji, '  - event: agreed\n    on: 2023-05-23\n    source: { paper: 宁政办函〔2023〕26号 }\n', ''],
      historyFrom(xueji, 'opened'),
    ],
    [at(xueji, '- event: |approved')],
    { article: 'NW-2.2' },
  ],
  [
    'each regulation has an order of its own: Datong files what was tested after it goes live',
    [[shipin, '  - event: live\n', '  - { event: test-filed, on: 2023-11-09 }\n  - event: live\n']],
    [at(shipin, '- { event: |test-filed')],
    { article: 'DT-14b' },
  ],
  [
    'what belongs to the course goes on beside a change and an exit that are asked for',
    [appended(shipin, 'event: exit-submitted, on: 2025-04-01', 'event: test-filed, on: 2025-04-02')],
    [],
  ],
  [
    'what is asked for in one state returns to it',
    [
      [
        shipin,
        '  - event: tested\n',
        `  - { event: change-submitted, on: 2023-09-21 }
  - { event: exit-submitted, on: 2023-09-22 }
  - { event: exit-withdrawn, on: 2023-09-23 }
  - { event: change-refused, on: 2023-09-24 }
  - event: tested
`,
      ],
    ],
    [],
  ],
  [
    'an exit that is approved calls off the change beside it',
    [
      appended(
        shipin,
        'event: change-submitted, on: 2025-04-01',
        'event: exit-submitted, on: 2025-04-02',
        'event: exit-approved, on: 2025-04-03',
        'event: change-approved, on: 2025-04-04',
      ),
    ],
    [at(shipin, '- { event: |change-approved')],
    { article: 'DT-15' },
  ],
  [
    'no second change is asked for beside the first',
    [appended(shipin, 'event: change-submitted, on: 2025-04-01', 'event: change-submitted, on: 2025-04-02')],
    [at(shipin, '- { event: |change-submitted, on: 2025-04-02')],
    { article: 'DT-15' },
  ],
  [
    'without its regulation nobody knows the order',
    [[shebao, acceptedEvent, ''], unreadable(xishuangbanna)],
    [],
    { breaks: true },
  ],
])
export const classified = (file: string): Change => [file, 'classified: false', 'classified: true']

const secret = casesOf('TY3507', [
  [
    'a system is classified in Xishuangbanna',
    [classified(shebao)],
    [at(shebao, 'classified: |true')],
    { article: 'XS-37' },
  ],
  [
    'a system is classified in Ningwu',
    [classified(xueji)],
    [at(xueji, 'classified: |true')],
    { article: 'NW-1.2' },
  ],
  [
    'a system is classified in Datong',
    [classified(shipin)],
    [at(shipin, 'classified: |true')],
    { article: 'DT-5' },
  ],
  [
    'a system is classified in Jiuquan',
    [classified(lvyou)],
    [at(lvyou, 'classified: |true')],
    { article: 'JQ-7' },
  ],
  [
    'a regulation cites the article that its profile names',
    [classified(shebao), [xishuangbanna, 'classified: { article: XS-37 }', 'classified: { article: XS-6 }']],
    [at(shebao, 'classified: |true')],
    { article: 'XS-6' },
  ],
  [
    'a regulation whose profile names none has an article all the same',
    [classified(shebao), [xishuangbanna, '  classified: { article: XS-37 }\n', '']],
    [at(shebao, 'classified: |true')],
    { article: 'XS-37' },
  ],
  ['a system need not be live to be classified', [classified(jiuye)], [at(jiuye, 'classified: |true')]],
  [
    'a system that has ended was not to be classified either',
    [classified(xinchou)],
    [at(xinchou, 'classified: |true')],
  ],
  [
    'a system is classified whose regulation nobody can read',
    [classified(shebao), unreadable(xishuangbanna)],
    [at(shebao, 'classified: |true')],
  ],
  [
    'the most important of systems need not be classified',
    [
      [shipin, 'important: true', 'important: false'],
      [xueji, 'mlps: { level: 2', 'mlps: { level: 3'],
    ],
    [],
  ],
])

export const eventCases: readonly RuleCase[] = [...order, ...future, ...misplaced, ...secret]
