import { exampleText } from '../../example-repository.ts'
import { at, type Change, casesOf, type RuleCase } from '../rule-table.ts'
import { unreadable } from './file-edits.ts'
import {
  datong,
  gonganUnit,
  jiuye,
  lvyou,
  ningwu,
  platform,
  pucha,
  rensheUnit,
  shebao,
  shichangUnit,
  shipin,
  shuiqing,
  xinchou,
  xishuangbanna,
  xueji,
  zhejiang,
} from './files.ts'

/** The level of a system, and the day of its last assessment. */
const assessed = (file: string, level: number, day: string): readonly Change[] => [
  [file, /mlps: \{ level: \d/.exec(exampleText(file))?.[0] ?? '', `mlps: { level: ${level}`],
  [file, /(?<=mlps: .*)assessed: [\d-]+/.exec(exampleText(file))?.[0] ?? '', `assessed: ${day}`],
]

const periodic = (level: number, months: number): string =>
  `\nmlps:\n  platformFloor: { level: 3, article: ZJ-18 }\n  periodic: [{ level: ${level}, months: ${months}, article: ZJ-18, basis: 示例 }]\n`
const inZhejiang: Change = [zhejiang, '\n# 各条款的概述', `${periodic(2, 12)}\n# 各条款的概述`]

/** Measurements of a system that has both zones but no dedicated one. */
const measured = (...entries: readonly string[]): readonly Change[] => [
  [
    shebao,
    '\nhistory:\n',
    `\nutilisation:\n${entries.map(entry => `  - { ${entry} }\n`).join('')}\nhistory:\n`,
  ],
]

const measurements = casesOf('TY4114', [
  [
    'the month of today is measured',
    measured('month: 2026-11, cpu: 9'),
    [at(shebao, 'month: |2026-11, cpu')],
  ],
  ['the month before today’s is measured', measured('month: 2026-10, cpu: 9'), []],
  [
    'a month is measured on its last day',
    measured('month: 2026-11, cpu: 9'),
    [at(shebao, 'month: |2026-11, cpu')],
    { day: '2026-11-30' },
  ],
  ['a month is measured on the day after it', measured('month: 2026-11, cpu: 9'), [], { day: '2026-12-01' }],
  [
    'a month is measured twice',
    measured('month: 2026-09, cpu: 9', 'month: 2026-09, cpu: 8'),
    [at(shebao, '{ month: 2026-09, cpu: 9 }\n  - { month: |2026-09')],
  ],
  [
    'a month is measured once in each zone',
    measured('month: 2026-09, zone: internet, cpu: 9', 'month: 2026-09, zone: extranet, cpu: 8'),
    [],
  ],
  [
    'a zone is measured in which the system has nothing',
    measured('month: 2026-09, zone: core, cpu: 9'),
    [at(shebao, 'zone: |core')],
  ],
])

const mlps = casesOf('TY4106', [
  [
    'a system of level 3 was due yesterday in Xishuangbanna',
    assessed(shebao, 3, '2025-11-22'),
    [at(shebao, 'assessed: |2025-11-22')],
    { article: 'XS-34' },
  ],
  ['a system of level 3 is due today', assessed(shebao, 3, '2025-11-23'), []],
  ['a system of level 3 is due tomorrow', assessed(shebao, 3, '2025-11-24'), []],
  [
    'a system of level 4 was due yesterday',
    assessed(shebao, 4, '2026-05-22'),
    [at(shebao, 'assessed: |2026-05-22')],
    { article: 'XS-34' },
  ],
  ['a system of level 4 is due today', assessed(shebao, 4, '2026-05-23'), []],
  [
    'half a year after the last of August ends with February',
    assessed(shebao, 4, '2025-08-31'),
    [],
    { day: '2026-02-28' },
  ],
  [
    'the day after the last of February is too late',
    assessed(shebao, 4, '2025-08-31'),
    [at(shebao, 'assessed: |2025-08-31')],
    { day: '2026-03-01' },
  ],
  ['a system of level 2 is assessed when it likes', assessed(shebao, 2, '2019-11-22'), []],
  ['a system of level 5 is assessed by rules of its own', assessed(shebao, 5, '2019-11-22'), []],
  [
    'a system that was never assessed is the matter of other rules',
    [[shebao, ', assessed: 2026-06-15', '']],
    [],
  ],
  [
    'a system of level 3 was due yesterday in Ningwu',
    assessed(xueji, 3, '2025-11-22'),
    [at(xueji, 'assessed: |2025-11-22')],
    { article: 'NW-3.5' },
  ],
  [
    'a system of level 3 was due yesterday in Datong',
    assessed(shipin, 3, '2025-11-22'),
    [at(shipin, 'assessed: |2025-11-22')],
    { article: 'DT-21' },
  ],
  [
    'a regulation that says nothing of it lets any day pass',
    [...assessed(shuiqing, 3, '2019-11-22'), ...assessed(lvyou, 3, '2019-11-22')],
    [],
  ],
  [
    'a regulation names a floor for the platform and no period',
    [
      [
        zhejiang,
        '\n# 各条款的概述',
        '\nmlps: { platformFloor: { level: 3, article: ZJ-18 } }\n\n# 各条款的概述',
      ],
      ...assessed(shuiqing, 3, '2019-11-22'),
    ],
    [],
  ],
  [
    'a system that is only asked for is not assessed again',
    [[jiuye, 'mlps: { level: 2 }', 'mlps: { level: 3, assessed: 2019-11-22 }']],
    [],
  ],
  [
    'a system on trial is not assessed again',
    [inZhejiang, [pucha, 'filing: 33000-26-00402', 'filing: 33000-26-00402, assessed: 2019-11-22']],
    [],
  ],
  ['a system that has ended is not assessed again', assessed(xinchou, 3, '2019-11-22'), []],
  [
    'a system is assessed until it hands its data over',
    assessed(xinchou, 3, '2019-11-22'),
    [at(xinchou, 'assessed: |2019-11-22')],
    { day: '2026-09-20' },
  ],
  [
    'a system that has handed its data over is not assessed again',
    assessed(xinchou, 3, '2019-11-22'),
    [],
    { day: '2026-09-21' },
  ],
  [
    'without its regulation nobody knows the period',
    [...assessed(shebao, 3, '2019-11-22'), unreadable(xishuangbanna)],
    [],
    { breaks: true },
  ],
])

const shebaoCipher = 'cryptography: { assessed: 2026-06-22 }'
const cipher = (day: string): Change => [shebao, shebaoCipher, `cryptography: { assessed: ${day} }`]
const level = (file: string, from: number, to: number): Change => [
  file,
  `mlps: { level: ${from}`,
  `mlps: { level: ${to}`,
]
const withCipher = (file: string): Change => [
  file,
  '\ndomestic:',
  '\ncryptography: { assessed: 2019-11-22 }\ndomestic:',
]

const cryptography = casesOf('TY4107', [
  [
    'it was due yesterday in Xishuangbanna',
    [cipher('2025-11-22')],
    [at(shebao, 'cryptography: { assessed: |2025-11-22')],
    { article: 'XS-34' },
  ],
  ['it is due today', [cipher('2025-11-23')], []],
  ['it is due tomorrow', [cipher('2025-11-24')], []],
  [
    'it was due yesterday in Datong',
    [[shipin, 'cryptography: { assessed: 2026-06-09', 'cryptography: { assessed: 2025-11-22']],
    [at(shipin, 'cryptography: { assessed: |2025-11-22')],
    { article: 'DT-23' },
  ],
  [
    'it was due in Ningwu',
    [level(xueji, 2, 3), withCipher(xueji)],
    [at(xueji, 'cryptography: { assessed: |2019-11-22')],
    { article: 'NW-3.7' },
  ],
  ['it is not due for a system of level 2', [level(shebao, 3, 2), cipher('2019-11-22')], []],
  [
    'it is due for a system of level 4',
    [level(shebao, 3, 4), cipher('2019-11-22')],
    [at(shebao, 'cryptography: { assessed: |2019-11-22')],
  ],
  ['a system that was never assessed is the matter of other rules', [[shebao, `${shebaoCipher}\n`, '']], []],
  [
    'a regulation that says nothing of it lets any day pass',
    [[shuiqing, 'cryptography: { assessed: 2026-05-11 }', 'cryptography: { assessed: 2019-11-22 }']],
    [],
  ],
  ['it is not due for a system that is only asked for', [level(jiuye, 2, 3), withCipher(jiuye)], []],
  [
    'it is not due for a system on trial',
    [
      [
        zhejiang,
        '\n# 各条款的概述',
        '\ncryptography: { mlpsAtLeast: 2, months: 12, article: ZJ-18, basis: 示例 }\n\n# 各条款的概述',
      ],
      withCipher(pucha),
    ],
    [],
  ],
  ['it is not due for a system that has ended', [level(xinchou, 2, 3), withCipher(xinchou)], []],
  [
    'without its regulation nobody knows the period',
    [cipher('2019-11-22'), unreadable(xishuangbanna)],
    [],
    { breaks: true },
  ],
])

const confirmed = (file: string, from: string, to: string): Change => [
  file,
  `confirmed: ${from}`,
  `confirmed: ${to}`,
]
const ofEnded = (day: string): Change => confirmed(xinchou, '2026-09-30', day)

const contacts = casesOf('TY4108', [
  [
    'a contact of a unit was confirmed more than a year ago',
    [confirmed(gonganUnit, '2026-10-15', '2025-11-22')],
    [at(gonganUnit, 'confirmed: |2025-11-22')],
  ],
  ['a contact of a unit was confirmed a year ago', [confirmed(gonganUnit, '2026-10-15', '2025-11-23')], []],
  [
    'a contact of a unit was confirmed less than a year ago',
    [confirmed(gonganUnit, '2026-10-15', '2025-11-24')],
    [],
  ],
  [
    'a contact of a unit was never confirmed',
    [[gonganUnit, ', confirmed: 2026-10-15', '']],
    [at(gonganUnit, 'responsible: |{ name: 段勇')],
  ],
  [
    'a contact of a system was confirmed more than a year ago',
    [confirmed(shebao, '2026-09-25', '2025-11-22')],
    [at(shebao, 'confirmed: |2025-11-22')],
  ],
  ['a contact of a system was confirmed a year ago', [confirmed(shebao, '2026-09-25', '2025-11-23')], []],
  [
    'a contact of a system that is only asked for was never confirmed',
    [[jiuye, ', confirmed: 2026-11-10', '']],
    [at(jiuye, 'responsible: |{')],
  ],
  [
    'each contact is asked after',
    [confirmed(lvyou, '2026-10-20', '2025-11-22'), confirmed(lvyou, '2026-10-20', '2025-11-21')],
    [at(lvyou, 'confirmed: |2025-11-22'), at(lvyou, 'confirmed: |2025-11-21')],
  ],
  [
    'a regulation that says nothing of it lets any day pass',
    [confirmed(shipin, '2026-08-20', '2019-11-22'), confirmed(shichangUnit, '2026-08-20', '2019-11-22')],
    [],
  ],
  ['nobody is asked after at a system that has ended', [ofEnded('2019-11-22')], []],
  [
    'somebody is asked after until a system hands its data over',
    [ofEnded('2019-11-22')],
    [at(xinchou, 'confirmed: |2019-11-22')],
    { day: '2026-09-20' },
  ],
  ['nobody is asked after once it has', [ofEnded('2019-11-22')], [], { day: '2026-09-21' }],
  [
    'without its regulation nobody knows the period',
    [
      confirmed(rensheUnit, '2026-09-25', '2019-11-22'),
      confirmed(shebao, '2026-09-25', '2019-11-22'),
      unreadable(xishuangbanna),
    ],
    [],
    { breaks: true },
  ],
])

const reviewed = (day: string): Change => [
  platform,
  'catalogueReviewed: 2026-03-31',
  `catalogueReviewed: ${day}`,
]
const reviewedIn = (months: number): Change => [
  datong,
  '\ndomesticPreferred:',
  `\ncatalogueReview: { months: ${months}, article: DT-6 }\ndomesticPreferred:`,
]
const reviewedAt = (day: string) => at(platform, `catalogueReviewed: |${day}`)

const catalogue = casesOf('TY4109', [
  [
    'the review was due yesterday',
    [reviewed('2025-11-22')],
    [reviewedAt('2025-11-22')],
    { article: 'XS-11' },
  ],
  ['the review is due today', [reviewed('2025-11-23')], []],
  ['the review is due tomorrow', [reviewed('2025-11-24')], []],
  [
    'the catalogue was never reviewed',
    [[platform, 'catalogueReviewed: 2026-03-31\n', '']],
    [at(platform, 'kind: |Platform')],
    { article: 'XS-11' },
  ],
  [
    'another regulation wants it sooner',
    [reviewedIn(6), reviewed('2026-05-22')],
    [reviewedAt('2026-05-22')],
    { article: 'DT-6' },
  ],
  ['another regulation wants it as soon', [reviewedIn(6), reviewed('2026-05-23')], []],
  [
    'two regulations want it',
    [reviewedIn(6), reviewed('2025-11-22')],
    [reviewedAt('2025-11-22'), reviewedAt('2025-11-22')],
  ],
  [
    'no regulation that can be read wants it',
    [reviewed('2019-11-22'), unreadable(xishuangbanna)],
    [],
    { breaks: true },
  ],
])

const cryptographyOf = 'on: 2026-05-12, until: 2027-05-11'
const heldUntil = (day: string): Change => [platform, cryptographyOf, `on: 2025-05-12, until: ${day}`]
const cloudService = / {2}- \{ kind: cloud-service.*\n/.exec(exampleText(platform))?.[0] ?? ''
const missing = at(platform, 'kind: |Platform')

const platformAssessments = casesOf('TY4110', [
  ['an assessment ran out yesterday', [heldUntil('2026-11-22')], [missing], { article: 'XS-15.4' }],
  ['an assessment is good until today', [heldUntil('2026-11-23')], []],
  ['an assessment is good until tomorrow', [heldUntil('2026-11-24')], []],
  ['an assessment has no end', [[platform, cryptographyOf, 'on: 2019-05-12']], []],
  [
    'an assessment that three regulations want is not there',
    [[platform, cloudService, '']],
    [missing, missing, missing],
  ],
  [
    'no assessment is there',
    [[platform, /assessments:\n(?: {2}- .*\n)+/.exec(exampleText(platform))?.[0] ?? '', '']],
    [missing, missing, missing, missing, missing],
  ],
  [
    'a new assessment stands beside the one that ran out',
    [
      [
        platform,
        cloudService,
        `${cloudService}  - { kind: cloud-service, number: 示例, on: 2022-09-01, until: 2025-08-31 }\n`,
      ],
    ],
    [],
  ],
  [
    'another assessment stands for nothing',
    [[platform, 'kind: cloud-service', 'kind: cryptography']],
    [missing, missing, missing],
  ],
  [
    'two regulations want it',
    [
      heldUntil('2026-11-22'),
      [
        datong,
        '\nplatformAssessments: { kinds: [cloud-service],',
        '\nplatformAssessments: { kinds: [cryptography, cloud-service],',
      ],
    ],
    [missing, missing],
  ],
  [
    'a regulation wants fewer',
    [
      [platform, cloudService, ''],
      [xishuangbanna, 'kinds: [cryptography, cloud-service,', 'kinds: [cryptography,'],
    ],
    [missing, missing],
  ],
  [
    'no regulation that can be read wants it',
    [[platform, cloudService, ''], unreadable(xishuangbanna), unreadable(datong), unreadable(ningwu)],
    [],
    { breaks: true },
  ],
])

export const inspectionCases: readonly RuleCase[] = [
  ...measurements,
  ...mlps,
  ...cryptography,
  ...contacts,
  ...catalogue,
  ...platformAssessments,
]
