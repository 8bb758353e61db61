import { type Change, casesOf, type Mark, type RuleCase } from '../rule-table.ts'
import { shebao } from './files.ts'

const monthFile = (month: string, name = 'all') => `catalogue/utilisation/xishuangbanna/${month}/${name}.yaml`
const file = monthFile('2026-10')

/** What monitoring has brought of a month. */
const brought = (month: string, ...rows: readonly string[]): Change =>
  broughtBy(monthFile(month), month, rows)
const broughtBy = (path: string, month: string, rows: readonly string[]): Change => [
  path,
  '',
  `apiVersion: tenantry/v1\nkind: Utilisation\njurisdiction: xishuangbanna\nmonth: ${month}\nsource: 监测平台\nmeasured:\n${rows.map(row => `  - { ${row} }\n`).join('')}`,
]
const whole = 'system: rensheju/shebao-jingban, cpu: 9'
const internet = 'system: rensheju/shebao-jingban, zone: internet, cpu: 9'
const extranet = 'system: rensheju/shebao-jingban, zone: extranet, memory: 40.5'
const found = (mark: string): readonly Mark[] => [{ file, mark }]

/** What monitoring brings. */
export const measuredCases: readonly RuleCase[] = casesOf('TY4115', [
  ['what is measured is of systems here, zone by zone', [brought('2026-10', internet, extranet)], []],
  [
    'what is measured is of a system that is not here',
    [brought('2026-10', whole.replace('jingban', 'jingbn'))],
    found('system: |rensheju/shebao-jingbn'),
  ],
  [
    'what is measured is of a system of another jurisdiction',
    [brought('2026-10', 'system: shuiliting/shuiqing-jiance, cpu: 9')],
    found('system: |shuiliting'),
  ],
  [
    'a system’s manifest cannot be read',
    [[shebao, 'kind: System', 'kind: Systm'], brought('2026-10', whole)],
    [],
    { breaks: true },
  ],
  [
    'a zone is measured in which the system has nothing',
    [brought('2026-10', 'system: rensheju/xinchou-chaxun, zone: extranet, cpu: 9')],
    found('zone: |extranet'),
  ],
  [
    'a system is measured twice',
    [brought('2026-10', whole, whole)],
    found('cpu: 9 }\n  - { system: |rensheju'),
  ],
  [
    'a system is measured twice in a zone',
    [brought('2026-10', internet, extranet, internet)],
    found('memory: 40.5 }\n  - { system: |rensheju'),
  ],
  [
    'two files of a month measure a system’s zones',
    [brought('2026-10', internet), broughtBy(monthFile('2026-10', 'extranet'), '2026-10', [extranet])],
    [],
  ],
  [
    'two files of a month measure the same zone',
    [brought('2026-10', internet), broughtBy(monthFile('2026-10', 'other'), '2026-10', [internet])],
    [{ file: monthFile('2026-10', 'other'), mark: 'system: |rensheju' }],
  ],
  ['two months have the same zone', [brought('2026-09', internet), brought('2026-10', internet)], []],
  [
    'the manifest has the month already',
    [
      [shebao, 'zones:\n  internet:', 'utilisation: [{ month: 2026-10, cpu: 9 }]\nzones:\n  internet:'],
      brought('2026-10', whole),
    ],
    found('system: |rensheju'),
  ],
  [
    'the manifest has another zone of the month',
    [
      [
        shebao,
        'zones:\n  internet:',
        'utilisation: [{ month: 2026-10, zone: extranet, cpu: 9 }]\nzones:\n  internet:',
      ],
      brought('2026-10', internet),
    ],
    [],
  ],
  [
    'the month of today is measured',
    [brought('2026-11', whole)],
    [{ file: monthFile('2026-11'), mark: 'month: |2026-11' }],
  ],
  ['a month is measured on the day after it', [brought('2026-11', whole)], [], { day: '2026-12-01' }],
])
