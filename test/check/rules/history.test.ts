import { describe, expect, it } from 'vitest'
import { checkModel, rules } from '../../../lib/check/index.ts'
import { exampleText, loaded } from '../../example-repository.ts'
import { type Change, describeRules } from '../rule-table.ts'
import {
  appended,
  at,
  findingsIn,
  findingsOf,
  foundIn,
  historyFrom,
  huji,
  jiuye,
  lvyou,
  modelWith,
  placeOf,
  pucha,
  relatedPlaces,
  rowsOf,
  shebao,
  shipin,
  unreadable,
  xinchou,
  xishuangbanna,
  xueji,
  zhaosheng,
} from './record-edits.ts'

const acceptedEvent =
  '  - event: accepted\n    on: 2025-07-04\n    source: { forge: gitea, change: 1, review: 1 }\n'

/** The social insurance system opened on another day than 2025-07-14: four after its approval, one before its delivery. */
const opened = (on: string): Change => [shebao, 'on: 2025-07-14', `on: ${on}`]

const order = rowsOf('TY3501', [
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

const future = rowsOf('TY3502', [
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

const misplaced = rowsOf('TY3503', [
  [
    'without its acceptance nothing that follows a request fits',
    [[shebao, acceptedEvent, '']],
    [
      at(shebao, '- event: |approved'),
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
    [appended(shipin, 'event: exit-submitted, on: 2025-04-01', 'event: test-filed, on: 2025-04-02')],
    [at(shipin, '- { event: |test-filed')],
    { article: 'DT-14b' },
  ],
  [
    'without its regulation nobody knows the order',
    [[shebao, acceptedEvent, ''], unreadable(xishuangbanna)],
    [],
  ],
])

const approvedEvent = '    source: { forge: gitea, change: 1, review: 2 }\n    grants:\n'
const logAudit = '{ services: [{ item: sec.log-audit, quantity: 1 }] }'
const approvalMay = (grants: string): Change => [
  xishuangbanna,
  'to: approved\n      grants: required\n      article: XS-20',
  `to: approved\n      grants: ${grants}\n      article: XS-20`,
]

const presence = rowsOf('TY3504', [
  [
    'an approval grants nothing',
    [historyFrom(shebao, 'approved', 'event: approved, on: 2025-07-10')],
    [at(shebao, '- { event: |approved')],
    { article: 'XS-20' },
  ],
  [
    'an event that is no approval grants something',
    [appended(shebao, `event: old-system-retired, on: 2026-01-05, grants: { extranet: ${logAudit} }`)],
    [at(shebao, 'on: 2026-01-05, |grants:')],
    { article: 'XS-19.3' },
  ],
  [
    'a request grants nothing, whatever it asks for',
    [appended(lvyou, `event: change-submitted, on: 2026-01-05, grants: { internet: ${logAudit} }`)],
    [at(lvyou, 'on: 2026-01-05, |grants:')],
    { article: 'JQ-10.2' },
  ],
  [
    'a trial is granted as well as what follows it',
    [historyFrom(pucha, 'reviewed', 'event: reviewed, on: 2026-11-06')],
    [at(pucha, '- { event: |reviewed')],
    { article: 'ZJ-8' },
  ],
  [
    'an approval by the green channel grants too',
    [historyFrom(lvyou, 'submitted', 'event: emergency-approved, on: 2023-02-27')],
    [at(lvyou, '- { event: |emergency-approved')],
    { article: 'JQ-24' },
  ],
  [
    'where a regulation lets an event grant, it need not',
    [approvalMay('allowed'), historyFrom(shebao, 'approved', 'event: approved, on: 2025-07-10')],
    [],
  ],
  ['where a regulation lets an event grant, it may', [approvalMay('allowed')], []],
  [
    'where a regulation forbids it in so many words, an approval grants nothing',
    [approvalMay('forbidden')],
    [
      at(shebao, `${approvedEvent.slice(0, -'grants:\n'.length)}|grants:`),
      at(xinchou, 'change: 2, review: 4 }\n    |grants:'),
      at(huji, '2026-10-12 }\n    |grants:'),
    ],
    { article: 'XS-20' },
  ],
  [
    'without its regulation nobody knows which event grants',
    [historyFrom(shebao, 'approved', 'event: approved, on: 2025-07-10'), unreadable(xishuangbanna)],
    [],
  ],
])

/** The pay system, in the internet zone alone, granted something in the extranet by its first or by its second grant. */
const grantedElsewhere = (review: string): Change => [
  xinchou,
  `review: ${review} }\n    grants:\n`,
  `review: ${review} }\n    grants:\n      extranet: ${logAudit}\n`,
]
const first = grantedElsewhere('4')
const second = grantedElsewhere('20')

const askedElsewhere =
  '  extranet:\n    network: { ipv4: 10.64.4.64/26 }\n    services: [{ item: sec.log-audit, quantity: 1 }]\n'

const zones = rowsOf('TY3505', [
  [
    'a grant names a zone that the manifest lacks',
    [[zhaosheng, '    note: 报名季分阶段授予', `      extranet: ${logAudit}\n    note: 报名季分阶段授予`]],
    [at(zhaosheng, '      |extranet:')],
  ],
  [
    'a zone of the manifest that is granted is no fault',
    [
      [zhaosheng, '    note: 报名季分阶段授予', `      extranet: ${logAudit}\n    note: 报名季分阶段授予`],
      [zhaosheng, '\nhistory:', `${askedElsewhere}\nhistory:`],
    ],
    [],
  ],
  [
    'a grant counts to the day before the next',
    [first],
    [at(xinchou, '      |extranet:')],
    { day: '2026-03-12' },
  ],
  ['a grant counts no more from the day of the next', [first], [], { day: '2026-03-13' }],
  [
    'a grant counts to the day before the data are handed over',
    [second],
    [at(xinchou, '      |extranet:')],
    { day: '2026-09-20' },
  ],
  [
    'a grant counts no more from the day on which the data are handed over',
    [second],
    [],
    { day: '2026-09-21' },
  ],
  [
    'without its regulation nobody knows how long a grant counts',
    [second, unreadable(xishuangbanna)],
    [],
    { day: '2026-09-20' },
  ],
])

const asked = '      - { item: ecs.domestic.4c8g, quantity: 2 }\n'

const differs = rowsOf('TY3506', [
  [
    'one more is asked for than is granted',
    [[shebao, asked, asked.replace('2 }', '3 }')]],
    [at(shebao, 'ecs.domestic.4c8g, quantity: |3')],
  ],
  [
    'one less is asked for than is granted',
    [[shebao, asked, asked.replace('2 }', '1 }')]],
    [at(shebao, 'ecs.domestic.4c8g, quantity: |1')],
  ],
  [
    'what is granted in one line is asked for in two',
    [[shebao, asked, asked.replace('2 }', '1 }').repeat(2)]],
    [],
  ],
  [
    'of two lines that are too much the first is named',
    [[shebao, asked, asked + asked.replace('2 }', '1 }')]],
    [at(shebao, 'ecs.domestic.4c8g, quantity: |2 }\n      - { item: ecs.domestic.4c8g, quantity: 1')],
  ],
  [
    'what is asked for was not granted',
    [[shebao, asked, `${asked}      - { item: sec.log-audit, quantity: 1 }\n`]],
    [at(shebao, '2 }\n      - { item: sec.log-audit, quantity: |1')],
  ],
  [
    'what is granted is not asked for',
    [[shebao, asked, '']],
    [at(shebao, 'fd6a:4b1e:64:7::/64 }\n    |services:')],
  ],
  [
    'a zone is asked for that was not granted',
    [[zhaosheng, '\nhistory:', `${askedElsewhere}\nhistory:`]],
    [at(zhaosheng, '  |extranet:\n    network')],
  ],
  [
    'a zone that is granted and not asked for is the matter of another rule',
    [[zhaosheng, '    note: 报名季分阶段授予', `      extranet: ${logAudit}\n    note: 报名季分阶段授予`]],
    [],
  ],
  [
    'the shared pool is asked for and a dedicated one granted',
    [[huji, '  extranet:\n    pool: dedicated\n', '  extranet:\n']],
    [at(huji, '  extranet:\n    |network:')],
  ],
  [
    'a dedicated pool is asked for and the shared one granted',
    [[shebao, '  extranet:\n', '  extranet:\n    pool: dedicated\n']],
    [at(shebao, '  extranet:\n    |pool:')],
  ],
  [
    'whoever names no pool means the shared one',
    [
      [shebao, '  extranet:\n', '  extranet:\n    pool: shared\n'],
      [shebao, '      internet:\n', '      internet:\n        pool: shared\n'],
    ],
    [],
  ],
  [
    'while a change is asked for the manifest runs ahead of the grant',
    [
      [shebao, asked, asked.replace('2 }', '3 }')],
      appended(shebao, 'event: change-submitted, on: 2026-11-20'),
    ],
    [],
  ],
  [
    'the grant that settles a change is the measure, not the one before',
    [
      appended(
        xueji,
        'event: change-submitted, on: 2026-11-18',
        `event: change-approved, on: 2026-11-20, grants: { extranet: { services: [{ item: ecs.domestic.4c8g, quantity: 3 }, { item: evs.sas, quantity: 300 }, { item: cbr.volume, quantity: 300 }, { item: eip.extranet.100m, quantity: 1 }, { item: sec.host-protection, quantity: 2 }, { item: sec.log-audit, quantity: 1 }] } }`,
      ),
    ],
    [at(xueji, 'ecs.domestic.4c8g, quantity: |2 }\n      - { item: evs.sas')],
  ],
  [
    'what an emergency grants is asked for at the same time',
    [
      historyFrom(
        jiuye,
        'submitted',
        `event: emergency-approved, on: 2026-11-19, grants: { internet: ${logAudit} }`,
      ),
      [
        jiuye,
        / {4}services:\n(?: {6}.*\n)+?(?= {4}ingress)/.exec(exampleText(jiuye))?.[0] ?? '',
        '    services: [{ item: sec.log-audit, quantity: 2 }]\n',
      ],
    ],
    [at(jiuye, 'services: [{ item: sec.log-audit, quantity: |2')],
  ],
  [
    'an event after the grant does not open the question anew',
    [
      [shebao, asked, asked.replace('2 }', '3 }')],
      appended(shebao, 'event: old-system-retired, on: 2026-01-05'),
    ],
    [at(shebao, 'ecs.domestic.4c8g, quantity: |3')],
  ],
  [
    'an approval that forgot its grant settles nothing',
    [
      [shebao, asked, asked.replace('2 }', '3 }')],
      historyFrom(shebao, 'approved', 'event: approved, on: 2025-07-10'),
    ],
    [],
  ],
  ['what is only asked for is compared with nothing', [[jiuye, asked, asked.replace('2 }', '3 }')]], []],
  [
    'of a system that has ended nothing is asked any more',
    [[xinchou, asked, asked.replace('2 }', '3 }')]],
    [],
  ],
  [
    'a system has not ended before its data are handed over',
    [[xinchou, asked, asked.replace('2 }', '3 }')]],
    [at(xinchou, 'ecs.domestic.4c8g, quantity: |3')],
    { day: '2026-09-20' },
  ],
  [
    'without its regulation nobody knows which event settles a request',
    [[shebao, asked, asked.replace('2 }', '3 }')], unreadable(xishuangbanna)],
    [],
  ],
])

const classified = (file: string): Change => [file, 'classified: false', 'classified: true']
const secret = rowsOf('TY3507', [
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

describeRules(
  'rules about histories',
  rules.filter(({ code }) => code.startsWith('TY35')),
  [...order, ...future, ...misplaced, ...presence, ...zones, ...differs, ...secret],
)

describe('an event out of order', () => {
  it('points at the event above it', () => {
    const changes = [opened('2025-07-09')]
    expect(relatedPlaces(findingsOf('TY3501', changes))).toEqual([
      [placeOf(at(shebao, 'approved\n    on: |2025-07-10'), changes)],
    ])
  })
})

describe('an event in the future', () => {
  it('is judged by the real day, also where a later or an earlier day is looked at', () => {
    const { model } = loaded()
    const codes = (asOf: string, today: string) =>
      checkModel({ ...model, asOf, today })
        .filter(({ code, file }) => code === 'TY3502' && file === jiuye)
        .map(({ path }) => path)
    expect(codes('2027-01-04', '2026-11-18')).toEqual([['history', 0, 'on']])
    expect(codes('2025-01-04', '2026-11-19')).toEqual([])
  })
})

describe('an event that does not fit', () => {
  const possible = (changes: readonly Change[], file: string) =>
    findingsIn(file, 'TY3503', changes).map(({ message }) => message.en)

  it('names the state before and what may come in it', () => {
    expect(possible([historyFrom(shebao, 'opened', 'event: delivered, on: 2025-07-14')], shebao)).toEqual([
      'the state before is approved, in which delivered cannot come; possible: opened、papers-completed',
    ])
  })

  it('is told that nothing may come after the end', () => {
    expect(possible([appended(xinchou, 'event: changed, on: 2026-10-12')], xinchou)).toEqual([
      'the state before is terminated, in which changed cannot come; possible: none',
    ])
  })

  it.each(['resurrected', 'constructor'])(
    'may be one that the regulation does not know, such as %s',
    event => {
      const model = modelWith(jiuye, value => ({
        ...value,
        history: value.history.map(one => ({ ...one, event })),
      }))
      expect(foundIn(jiuye, 'TY3503', model).map(({ path, article }) => [path, article])).toEqual([
        [['history', 0, 'event'], 'XS-18'],
      ])
      expect(foundIn(jiuye, 'TY3504', model)).toEqual([])
    },
  )
})

describe('what is asked for', () => {
  it('is set against what is granted, in numbers and in its place', () => {
    const changes: readonly Change[] = [[shebao, asked, asked.replace('2 }', '3 }').repeat(2)]]
    const found = findingsOf('TY3506', changes)
    expect(found.map(({ message, severity }) => [message.en, severity])).toEqual([
      ['ecs.domestic.4c8g: 6 asked for, 2 granted', 'warning'],
    ])
    expect(relatedPlaces(found)).toEqual([
      [placeOf(at(shebao, `${approvedEvent.slice(0, -'grants:\n'.length)}|grants:`), changes)],
    ])
  })

  it('counts as none where only the grant names it', () => {
    const found = findingsOf('TY3506', [[shebao, asked, '']])
    expect(found.map(({ message }) => message.en)).toEqual(['ecs.domestic.4c8g: 0 asked for, 2 granted'])
  })

  it.each([
    [
      [[huji, '  extranet:\n    pool: dedicated\n', '  extranet:\n']],
      'pool shared is asked for, dedicated granted',
      huji,
    ],
    [
      [[shebao, '  extranet:\n', '  extranet:\n    pool: dedicated\n']],
      'pool dedicated is asked for, shared granted',
      shebao,
    ],
    [[[zhaosheng, '\nhistory:', `${askedElsewhere}\nhistory:`]], 'zone extranet is not granted', zhaosheng],
  ] as const)('names both pools, and the zone, beside the grant', (changes, message, file) => {
    const found = findingsOf('TY3506', changes)
    expect(found.map(one => one.message.en)).toEqual([message])
    expect(found.map(({ related }) => related.map(({ path, file }) => [file, path.at(-1)]))).toEqual([
      [[file, 'grants']],
    ])
  })
})

describe('a classified system', () => {
  it('is refused without an article where the regulation is silent', () => {
    expect(findingsOf('TY3507', [classified(pucha)]).map(({ article }) => article)).toEqual([undefined])
  })

  it('is refused without an article where nobody can read the regulation', () => {
    const changes = [classified(shebao), unreadable(xishuangbanna)]
    expect(findingsOf('TY3507', changes).map(({ article }) => article)).toEqual([undefined])
  })
})
