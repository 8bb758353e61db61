import { at, type Change, casesOf, type RuleCase } from '../rule-table.ts'
import { unreadable } from './file-edits.ts'
import {
  datong,
  guazhouUnit,
  jiaoyuUnit,
  jiuquan,
  jiuye,
  jiuyeUnit,
  lvyou,
  ningwu,
  pucha,
  shebao,
  shichangUnit,
  shipin,
  shuiliUnit,
  shuiqing,
  xinchou,
  xishuangbanna,
  xueji,
  zhaosheng,
} from './files.ts'
import { appended } from './history-edits.ts'

export const isCategory = (file: string, from: string, to: string): Change => [
  file,
  `category: ${from}`,
  `category: ${to}`,
]
export const institution = 'public-institution-1'
const organ = 'government-organ'

const units = casesOf('TY4101', [
  ...(['public-institution-2', 'provincial-branch', 'county'] as const).map(
    category =>
      [
        `${category} is outside the scope of Xishuangbanna`,
        [isCategory(jiuyeUnit, institution, category)],
        [at(jiuyeUnit, `category: |${category}`)],
        { article: 'XS-3' },
      ] as const,
  ),
  ...(['party-organ', organ] as const).map(
    category =>
      [
        `${category} is within the scope of Xishuangbanna`,
        [isCategory(jiuyeUnit, institution, category)],
        [],
      ] as const,
  ),
  ...(['public-institution-1', 'public-institution-2', 'provincial-branch'] as const).map(
    category =>
      [
        `${category} is within the scope of Jiuquan`,
        [isCategory(guazhouUnit, 'county', category)],
        [],
      ] as const,
  ),
  [
    'the counties are taken out of the scope of Jiuquan',
    [[jiuquan, ', provincial-branch, county], article: JQ-7', ', provincial-branch], article: JQ-7']],
    [at(guazhouUnit, 'category: |county')],
    { article: 'JQ-7' },
  ],
  [
    'a regulation that names its scope otherwise takes in every unit',
    [isCategory(shichangUnit, organ, 'county')],
    [],
  ],
  ['a regulation without a scope takes in every unit', [isCategory(shuiliUnit, organ, 'county')], []],
  [
    'without its regulation nobody knows whom it takes in',
    [isCategory(jiuyeUnit, institution, 'county'), unreadable(xishuangbanna)],
    [],
    { breaks: true },
  ],
])

const purposes = (allowed: string): Change => [
  xishuangbanna,
  'purposes: { allowed: [社会治理, 政务服务, 公共事业, 内部管理]',
  `purposes: { allowed: [${allowed}]`,
]
export const jiuyePurpose: Change = [jiuye, 'purpose: 政务服务', 'purpose: 内部管理']
export const allButInternal = purposes('社会治理, 政务服务, 公共事业')

const purpose = casesOf('TY4102', [
  [
    'a purpose is not among those allowed',
    [allButInternal, jiuyePurpose],
    [at(jiuye, 'purpose: |内部管理')],
    { article: 'XS-6' },
  ],
  ['a purpose is among those allowed', [jiuyePurpose], []],
  [
    'only the regulation of the system counts',
    [allButInternal, [lvyou, 'purpose: 公共事业', 'purpose: 内部管理']],
    [],
  ],
  [
    'a regulation that lists no purposes allows any',
    [
      [
        xishuangbanna,
        '  purposes: { allowed: [社会治理, 政务服务, 公共事业, 内部管理], article: XS-6 }\n',
        '',
      ],
      jiuyePurpose,
    ],
    [],
  ],
  [
    'without its regulation nobody knows what it allows',
    [allButInternal, jiuyePurpose, unreadable(xishuangbanna)],
    [],
    { breaks: true },
  ],
])

const commercial = (file: string, value: boolean): Change => [
  file,
  'dataInCountry: true\n',
  `dataInCountry: true\ncommercialUse: ${value}\n`,
]
const commerce = casesOf('TY4103', [
  [
    'a system serves a commercial use',
    [commercial(lvyou, true)],
    [at(lvyou, 'commercialUse: |true')],
    { article: 'JQ-15' },
  ],
  ['a system says that it serves none', [commercial(lvyou, false)], []],
  ['a regulation that says nothing of it lets it pass', [commercial(shebao, true)], []],
  ['a regulation without a scope lets it pass', [commercial(shuiqing, true)], []],
  [
    'without its regulation nobody knows whether it may',
    [commercial(lvyou, true), unreadable(jiuquan)],
    [],
    { breaks: true },
  ],
])

const abroad = (file: string): Change => [file, 'dataInCountry: true', 'dataInCountry: false']
const data = casesOf('TY4104', [
  ['data may leave the country', [abroad(lvyou)], [at(lvyou, 'dataInCountry: |false')], { article: 'JQ-16' }],
  ['a regulation that says nothing of it lets them', [abroad(shebao)], []],
  ['a regulation without a scope lets them', [abroad(shuiqing)], []],
  [
    'without its regulation nobody knows whether they may',
    [abroad(lvyou), unreadable(jiuquan)],
    [],
    { breaks: true },
  ],
])

export const askedOn = (file: string, from: string, to: string): Change => [
  file,
  `on: ${from}\n`,
  `on: ${to}\n`,
]
/** From 2025-06-24 on the regulation of Xishuangbanna takes the place of Zhejiang’s. */
export const repealing: Change = [
  xishuangbanna,
  '  articles: XS\n',
  '  repeals: [{ title: 旧办法, jurisdiction: zhejiang, article: XS-34 }]\n  articles: XS\n',
]
const askedLater = at(pucha, '  - event: submitted\n    on: |2026-11-02')
const force = casesOf('TY4105', [
  [
    'a request comes on the day after the regulation of Ningwu expired',
    [askedOn(zhaosheng, '2024-03-05', '2025-03-23')],
    [at(zhaosheng, 'on: |2025-03-23')],
    { article: 'NW-5.2' },
  ],
  ['a request comes on its last day', [askedOn(zhaosheng, '2024-03-05', '2025-03-22')], []],
  [
    'a request comes on the day before it came into force',
    [askedOn(xueji, '2023-05-15', '2022-03-22')],
    [at(xueji, 'on: |2022-03-22')],
    { article: 'NW-5.2' },
  ],
  [
    'a request comes on the day on which it came into force',
    [askedOn(xueji, '2023-05-15', '2022-03-23')],
    [],
  ],
  [
    'a change is asked for after the regulation of Datong expired',
    [askedOn(shipin, '2025-03-10', '2026-04-11')],
    [at(shipin, 'on: |2026-04-11')],
    { article: 'DT-31' },
  ],
  ['a change is asked for on its last day', [askedOn(shipin, '2025-03-10', '2026-04-09')], []],
  ['whatever is no request may come later', [askedOn(shipin, '2025-03-13', '2026-04-11')], []],
  [
    'a regulation need not expire, and begins all the same',
    [askedOn(shebao, '2025-07-02', '2025-06-23')],
    [at(shebao, 'on: |2025-06-23')],
  ],
  [
    'a regulation that does not expire lasts',
    [appended(shebao, 'event: change-submitted, on: 2026-11-20')],
    [],
  ],
  [
    'a regulation that expires need not begin',
    [
      [datong, '  inForce: 2023-04-10\n', ''],
      [datong, '  validYears: 3\n', '  expires: 2026-04-10\n'],
      askedOn(shipin, '2023-09-04', '2020-01-01'),
      askedOn(shipin, '2025-03-10', '2026-04-11'),
    ],
    [at(shipin, 'on: |2026-04-11')],
  ],
  [
    'a regulation without days is always in force',
    [askedOn(shuiqing, '2024-03-11', '2001-01-01'), askedOn(shuiqing, '2026-04-20', '2031-01-01')],
    [],
  ],
  [
    'a change is asked for on the day from which another regulation takes the place of its own',
    [repealing, askedOn(shuiqing, '2026-04-20', '2025-06-24')],
    [at(shuiqing, 'on: |2025-06-24'), askedLater],
  ],
  [
    'it is asked for on the day before, and whatever is no request may come after that',
    [repealing, askedOn(shuiqing, '2026-04-20', '2025-06-23')],
    [askedLater],
  ],
  [
    'without its regulation nobody knows when it is in force',
    [askedOn(zhaosheng, '2024-03-05', '2025-03-23'), unreadable(ningwu)],
    [],
    { breaks: true },
  ],
])

const until = (file: string, number: string, day: string): Change => [
  file,
  `number: ${number},`,
  `number: ${number}, until: ${day},`,
]
const agreement = 'NWXY-2024-002'
export const agreementUntil = (day: string): Change => until(zhaosheng, agreement, day)
const renewed = (rest: string): Change => [
  zhaosheng,
  '\nhistory:\n',
  `\npapers:\n  - { type: 政务云服务协议, ${rest} }\nhistory:\n`,
]
const expired = casesOf('TY4112', [
  ['an agreement ran out yesterday', [agreementUntil('2026-11-22')], [at(zhaosheng, 'until: |2026-11-22')]],
  ['an agreement is good until today', [agreementUntil('2026-11-23')], []],
  ['an agreement is good until tomorrow', [agreementUntil('2026-11-24')], []],
  [
    'an agreement that is good stands beside the old one',
    [agreementUntil('2026-11-22'), renewed('until: 2026-11-23')],
    [],
  ],
  [
    'an agreement without an end stands beside the old one',
    [agreementUntil('2026-11-22'), renewed('number: X-1')],
    [],
  ],
  [
    'of two that ran out the later is named, which stands below',
    [agreementUntil('2026-11-22'), renewed('until: 2026-11-21')],
    [at(zhaosheng, 'until: |2026-11-22')],
  ],
  [
    'of two that ran out the later is named, which stands above',
    [agreementUntil('2026-11-20'), renewed('until: 2026-11-21')],
    [at(zhaosheng, 'until: |2026-11-21')],
  ],
  [
    'a good paper of another type stands for nothing',
    [
      agreementUntil('2026-11-22'),
      [zhaosheng, 'NWHZ-2024-002, on: 2024-03-20 }', 'NWHZ-2024-002, on: 2024-03-20, until: 2027-03-19 }'],
    ],
    [at(zhaosheng, 'until: |2026-11-22')],
  ],
  [
    'each type that ran out is named',
    [agreementUntil('2026-11-22'), until(zhaosheng, 'ZS-YA-01', '2026-11-21')],
    [at(zhaosheng, 'until: |2026-11-22'), at(zhaosheng, 'until: |2026-11-21')],
  ],
  ['a paper of the unit is not the system’s', [until(jiaoyuUnit, '宁教保〔2023〕1号', '2026-11-22')], []],
  [
    'a paper of another system stands for nothing',
    [agreementUntil('2026-11-22'), until(xueji, 'NWXY-2023-003', '2027-11-22')],
    [at(zhaosheng, 'until: |2026-11-22')],
  ],
  ['a system that is not yet in the cloud needs none', [until(jiuye, 'JY-FA-2026', '2026-11-22')], []],
  ['a system on trial needs none', [until(pucha, 'PC-FA-2026', '2026-11-22')], []],
  ['a system that has ended needs none', [until(xinchou, 'XC-BM-01', '2026-11-22')], []],
  [
    'a system that is about to end needs one to the last day',
    [until(xinchou, 'XC-BM-01', '2026-09-19')],
    [at(xinchou, 'until: |2026-09-19')],
    { day: '2026-09-20' },
  ],
  [
    'a system that has handed its data over needs none',
    [until(xinchou, 'XC-BM-01', '2026-09-19')],
    [],
    { day: '2026-09-21' },
  ],
  [
    'without its regulation nobody knows what is in the cloud',
    [agreementUntil('2026-11-22'), unreadable(ningwu)],
    [],
    { breaks: true },
  ],
])

const unverified = casesOf('TY4113', [
  [
    'the text is a draft',
    [[xishuangbanna, '  inForce: 2025-06-24\n', '  inForce: 2025-06-24\n  draft: true\n']],
    [at(xishuangbanna, '  draft: |true')],
  ],
  [
    'something of the text is to be verified',
    [[xishuangbanna, '  inForce: 2025-06-24\n', '  inForce: 2025-06-24\n  unverified: 文号待核实\n']],
    [at(xishuangbanna, '  unverified: |文号待核实')],
  ],
  [
    'a text is no draft any more',
    [[xishuangbanna, '  inForce: 2025-06-24\n', '  inForce: 2025-06-24\n  draft: false\n']],
    [],
  ],
])

export const admissionCases: readonly RuleCase[] = [
  ...units,
  ...purpose,
  ...commerce,
  ...data,
  ...force,
  ...expired,
  ...unverified,
]
