import { exampleText } from '../../example-repository.ts'
import { at, type Change, casesOf, type RuleCase } from '../rule-table.ts'
import { unreadable } from './file-edits.ts'
import { huji, jiuye, lvyou, pucha, shebao, xinchou, xishuangbanna, xueji, zhaosheng } from './files.ts'
import { appended, historyFrom } from './history-edits.ts'

export const approvedEvent = '    source: { forge: gitea, change: 1, review: 2 }\n    grants:\n'
const logAudit = '{ services: [{ item: sec.log-audit, quantity: 1 }] }'
const approvalMay = (grants: string): Change => [
  xishuangbanna,
  'to: approved\n      grants: required\n      article: XS-20',
  `to: approved\n      grants: ${grants}\n      article: XS-20`,
]

const presence = casesOf('TY3504', [
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
    { breaks: true },
  ],
])

/** The pay system, in the internet zone alone, granted something in the extranet by its first or by its second grant. */
const grantedFurther = (review: string): Change => [
  xinchou,
  `review: ${review} }\n    grants:\n`,
  `review: ${review} }\n    grants:\n      extranet: ${logAudit}\n`,
]
const first = grantedFurther('4')
const second = grantedFurther('20')

export const askedElsewhere =
  '  extranet:\n    network: { ipv4: 10.64.4.64/26 }\n    services: [{ item: sec.log-audit, quantity: 1 }]\n'

const zones = casesOf('TY3505', [
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
    { day: '2026-09-20', breaks: true },
  ],
])

export const askedLine = '      - { item: ecs.domestic.4c8g, quantity: 2 }\n'

const differs = casesOf('TY3506', [
  [
    'one more is asked for than is granted',
    [[shebao, askedLine, askedLine.replace('2 }', '3 }')]],
    [at(shebao, 'ecs.domestic.4c8g, quantity: |3')],
  ],
  [
    'one less is asked for than is granted',
    [[shebao, askedLine, askedLine.replace('2 }', '1 }')]],
    [at(shebao, 'ecs.domestic.4c8g, quantity: |1')],
  ],
  [
    'what is granted in one line is asked for in two',
    [[shebao, askedLine, askedLine.replace('2 }', '1 }').repeat(2)]],
    [],
  ],
  [
    'of two lines that are too much the first is named',
    [[shebao, askedLine, askedLine + askedLine.replace('2 }', '1 }')]],
    [at(shebao, 'ecs.domestic.4c8g, quantity: |2 }\n      - { item: ecs.domestic.4c8g, quantity: 1')],
  ],
  [
    'what is asked for was not granted',
    [[shebao, askedLine, `${askedLine}      - { item: sec.log-audit, quantity: 1 }\n`]],
    [at(shebao, '2 }\n      - { item: sec.log-audit, quantity: |1')],
  ],
  [
    'what is granted is not asked for',
    [[shebao, askedLine, '']],
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
      [shebao, askedLine, askedLine.replace('2 }', '3 }')],
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
      [shebao, askedLine, askedLine.replace('2 }', '3 }')],
      appended(shebao, 'event: old-system-retired, on: 2026-01-05'),
    ],
    [at(shebao, 'ecs.domestic.4c8g, quantity: |3')],
  ],
  [
    'an approval that forgot its grant settles nothing',
    [
      [shebao, askedLine, askedLine.replace('2 }', '3 }')],
      historyFrom(shebao, 'approved', 'event: approved, on: 2025-07-10'),
    ],
    [],
  ],
  [
    'what is only asked for is compared with nothing',
    [[jiuye, askedLine, askedLine.replace('2 }', '3 }')]],
    [],
  ],
  [
    'of a system that has ended nothing is asked any more',
    [[xinchou, askedLine, askedLine.replace('2 }', '3 }')]],
    [],
  ],
  [
    'a system has not ended before its data are handed over',
    [[xinchou, askedLine, askedLine.replace('2 }', '3 }')]],
    [at(xinchou, 'ecs.domestic.4c8g, quantity: |3')],
    { day: '2026-09-20' },
  ],
  [
    'without its regulation nobody knows which event settles a request',
    [[shebao, askedLine, askedLine.replace('2 }', '3 }')], unreadable(xishuangbanna)],
    [],
    { breaks: true },
  ],
])

export const grantCases: readonly RuleCase[] = [...presence, ...zones, ...differs]
