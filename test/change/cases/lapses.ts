import { exampleText } from '../../example-repository.ts'
import type { ChangeCase } from '../change-table.ts'

const platform = 'catalogue/platform.yaml'
const xishuangbanna = 'catalogue/jurisdictions/xishuangbanna.yaml'
const datong = 'catalogue/jurisdictions/datong.yaml'
const zhejiang = 'catalogue/jurisdictions/zhejiang.yaml'
const compute = 'catalogue/services/compute.yaml'
const prices = 'catalogue/prices/xishuangbanna.yaml'
const shebao = 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml'
const rensheUnit = 'tenants/xishuangbanna/rensheju/unit.yaml'
const shipin = 'tenants/datong/shichangju/shipin-zhuisu.yaml'
const huji = 'tenants/xishuangbanna/gonganju/huji-guanli.yaml'
const shuiqing = 'tenants/zhejiang/shuiliting/shuiqing-jiance.yaml'

type Edit = readonly [file: string, before: string, after: string]

const two = '- { item: ecs.domestic.4c8g, quantity: 2 }'
const more: Edit = [shebao, two, two.replace('2 }', '3 }')]
const fewer: Edit = [shebao, two, two.replace('2 }', '1 }')]
const note = '    note: 原系统保留至二〇二五年十月八日\n'
const event = (name: string, day = '2026-11-20', rest = '') =>
  `  - event: ${name}\n    on: ${day}\n    source: { forge: gitea, change: 30 }\n${rest}`
const appended = (...events: readonly string[]): Edit => [shebao, note, note + events.join('')]
const request = appended(event('change-submitted'))
const mark = 'event: |change-submitted'
const finds = (
  article: string | undefined,
  was: { file: string; mark: string },
  names: readonly string[] = [],
) => [{ file: shebao, mark, ...(article === undefined ? {} : { article }), was, names }]

const cryptography = 'on: 2026-05-12, until: 2027-05-11'
const until = (day: string): Edit => [platform, cryptography, `on: 2025-05-12, until: ${day}`]
const kind = { file: platform, mark: 'kind: |Platform' }

const text = exampleText(shebao)
const granted = text.slice(
  text.indexOf('      internet:\n        services:'),
  text.indexOf('  - event: opened'),
)
const grant = (quantity: number) =>
  event(
    'change-approved',
    '2026-11-20',
    `    grants:\n${granted.replace('ecs.domestic.4c8g, quantity: 2', `ecs.domestic.4c8g, quantity: ${quantity}`)}`,
  )

const two8 = /- \{ item: \S+, quantity: 2 \}/.exec(exampleText(shuiqing))?.[0] ?? ''
const four = '- { item: ecs.general.4c8g, quantity: 4 }'

const cloudService = / {2}- \{ kind: cloud-service.*\n/.exec(exampleText(platform))?.[0] ?? ''

const agreement = '{ type: 云资源交付工单, number: XSJF-2025-001, on: 2025-07-15 }'
const agreementUntil = (day: string): Edit => [
  shebao,
  agreement,
  agreement.replace(' }', `, until: ${day} }`),
]

const openedInEmergency = (day: string): Edit => [
  shebao,
  '  - event: accepted\n',
  `  - event: accepted\n    conditions: [emergency]\n    until: ${day}\n`,
]

const protectionAssessed = (day: string): Edit => [platform, 'assessed: 2026-06-18', `assessed: ${day}`]

/** What Zhejiang's text does not ask for. */
const decidedOnCryptography: Edit = [
  zhejiang,
  '    approvals:\n      - change: catalogue\n',
  '    platformAssessments: { kinds: [cryptography] }\n    approvals:\n      - change: catalogue\n',
]

/** The item's last version gets a last day. */
function endOfItem(day: string): Edit {
  const all = exampleText(compute)
  const item = all.slice(all.indexOf('  - id: ecs.domestic.4c8g\n'))
  const versions = item.slice(0, item.indexOf('\n  - id: ', 1))
  const last = versions.lastIndexOf('      - from: ')
  const end = versions.indexOf('\n', last)
  return [compute, versions, `${versions.slice(0, end)}\n        to: ${day}${versions.slice(end)}`]
}

/** The catalogue has no price for the item, and the jurisdiction's own ends with a day. */
function endOfPrice(day: string): readonly Edit[] {
  const all = exampleText(compute)
  const item = all.slice(all.indexOf('  - id: ecs.domestic.4c8g\n'))
  const versions = item.slice(0, item.indexOf('\n  - id: ', 1))
  const price = `prices:
  - item: ecs.domestic.4c8g
    versions:
      - { from: 2025-01-01, to: ${day}, fee: { price: "900.00", per: month, basis: 示例 } }
adopts:`
  return [
    [compute, versions, versions.replace(/^ {8}fee: .*\n/gm, '')],
    [prices, 'adopts:', price],
  ]
}

const repealing = `  repeals: [{ title: 旧办法, jurisdiction: xishuangbanna, article: DT-31 }]
  articles: DT
`

function repealedFrom(day: string): readonly Edit[] {
  const inForce = /inForce: [\d-]+/.exec(exampleText(datong))?.[0] ?? ''
  return [
    [datong, '  articles: DT\n', repealing],
    [datong, inForce, `inForce: ${day}`],
  ]
}

const lapses: readonly Omit<ChangeCase, 'code'>[] = [
  {
    title: 'an assessment of the platform ran out the day before more is asked for',
    base: [until('2026-11-19')],
    head: [request, more],
    finds: finds('XS-15.4', kind, ['2026-11-20']),
  },
  {
    title: 'an assessment runs out on the day on which more is asked for',
    base: [until('2026-11-20')],
    head: [request, more],
    finds: [],
  },
  {
    title: 'an assessment has run out, and fewer are asked for',
    base: [until('2026-11-19')],
    head: [request, fewer],
    finds: [],
  },
  {
    title: 'an assessment has run out, and a system leaves',
    base: [until('2026-11-19')],
    head: [appended(event('exit-submitted'))],
    finds: [],
  },
  {
    title: 'an assessment has run out, and more is asked for in a jurisdiction that wants none',
    base: [until('2026-11-19')],
    head: [
      [
        shuiqing,
        '',
        exampleText(shuiqing).replace(two8, two8.replace('2 }', '3 }')) + event('change-submitted'),
      ],
    ],
    finds: [],
  },
  {
    title: 'an assessment has run out, and a grant enlarges',
    base: [until('2026-11-19'), request],
    head: [[shebao, event('change-submitted'), event('change-submitted') + grant(3)]],
    finds: [{ file: shebao, mark: 'event: |change-approved', article: 'XS-15.4', was: kind }],
  },
  {
    title: 'an assessment has run out, and a grant shrinks',
    base: [until('2026-11-19'), request],
    head: [[shebao, event('change-submitted'), event('change-submitted') + grant(1)]],
    finds: [],
  },
  {
    title: 'a system comes after an assessment ran out',
    base: [until('2026-09-27'), [huji, '', undefined]],
    head: [[huji, '', exampleText(huji)]],
    finds: [
      { file: huji, mark: 'event: |submitted', article: 'XS-15.4', was: kind },
      { file: huji, mark: 'event: |approved', article: 'XS-15.4', was: kind },
    ],
  },
  {
    title: 'a system comes whose decisions are from before an assessment ran out',
    base: [until('2026-10-31'), [huji, '', undefined]],
    head: [[huji, '', exampleText(huji)]],
    finds: [],
  },
  {
    title: 'the assessment of the system itself is overdue',
    base: [[shebao, 'assessed: 2026-06-15', 'assessed: 2025-11-19']],
    head: [request, more],
    finds: finds('XS-34', { file: shebao, mark: 'assessed: |2025-11-19' }),
  },
  {
    title: 'a contact of the unit was confirmed too long ago',
    base: [
      [rensheUnit, /confirmed: [\d-]+/.exec(exampleText(rensheUnit))?.[0] ?? '', 'confirmed: 2024-01-31'],
    ],
    head: [request, more],
    finds: finds(undefined, { file: rensheUnit, mark: 'confirmed: |2024-01-31' }),
  },
  {
    title: 'a contact of the unit was never confirmed, which no day has brought',
    base: [[rensheUnit, /, confirmed: [\d-]+/.exec(exampleText(rensheUnit))?.[0] ?? '', '']],
    head: [request, more],
    finds: [],
  },
  {
    title: 'the regulation expired the day before more is asked for',
    base: [
      [
        xishuangbanna,
        '  articles: XS\n',
        '  expires: 2026-11-19\n  validityArticle: XS-40\n  articles: XS\n',
      ],
    ],
    head: [request, more],
    finds: finds('XS-40', { file: xishuangbanna, mark: 'expires: |2026-11-19' }, ['2026-11-19']),
  },
  {
    title: 'the regulation expires on the day on which more is asked for',
    base: [
      [
        xishuangbanna,
        '  articles: XS\n',
        '  expires: 2026-11-20\n  validityArticle: XS-40\n  articles: XS\n',
      ],
    ],
    head: [request, more],
    finds: [],
  },
  {
    title: 'the regulation expired, and the change that asks for more also prolongs it',
    head: [
      [datong, 'validYears: 3', 'validYears: 13'],
      [shipin, '', exampleText(shipin).replace(four, four.replace('4 }', '5 }')) + event('change-submitted')],
    ],
    finds: [
      {
        file: shipin,
        mark: 'event: |change-submitted\n    on: 2026-11-20',
        article: 'DT-31',
        was: { file: datong, mark: 'validYears: |3' },
        names: ['2026-04-09'],
      },
    ],
  },
  {
    title: 'the last version of an item ended before more of it is asked for',
    base: [endOfItem('2026-11-19')],
    head: [request, more],
    finds: [
      {
        file: shebao,
        mark,
        article: 'XS-11',
        was: { file: shebao, mark: 'services:\n      - { item: |ecs.domestic.4c8g, quantity: 2' },
      },
    ],
  },
  {
    title: 'the price of an item ended before more of it is asked for',
    base: endOfPrice('2026-11-19'),
    head: [request, more],
    finds: [
      {
        file: shebao,
        mark,
        article: 'XS-11',
        was: { file: shebao, mark: 'services:\n      - { item: |ecs.domestic.4c8g, quantity: 2' },
      },
    ],
  },
  {
    title: 'the price of an item ends on the day on which more of it is asked for',
    base: endOfPrice('2026-11-20'),
    head: [request, more],
    finds: [],
  },
  {
    title: 'another regulation repealed the one by which more is asked for',
    base: [[datong, '  articles: DT\n', repealing]],
    head: [request, more],
    finds: finds(undefined, { file: xishuangbanna, mark: '  title: |' }, ['2023-04-10']),
  },
  {
    title: 'the one that repeals is in force from the day on which more is asked for',
    base: [...repealedFrom('2026-11-20')],
    head: [request, more],
    finds: finds(undefined, { file: xishuangbanna, mark: '  title: |' }, ['2026-11-20']),
  },
  {
    title: 'the one that repeals is in force from the day after',
    base: [...repealedFrom('2026-11-21')],
    head: [request, more],
    finds: [],
  },
  {
    title: 'the last version of an item ends on the day on which more of it is asked for',
    base: [endOfItem('2026-11-20')],
    head: [request, more],
    finds: [],
  },
  {
    title: 'an agreement of the system ran out the day before more is asked for',
    base: [agreementUntil('2026-11-19')],
    head: [request, more],
    finds: finds(undefined, { file: shebao, mark: 'until: |2026-11-19' }, ['2026-11-19']),
  },
  {
    title: 'an agreement of the system runs out on the day on which more is asked for',
    base: [agreementUntil('2026-11-20')],
    head: [request, more],
    finds: [],
  },
  {
    title: 'the papers of an emergency were due the day before more is asked for',
    base: [openedInEmergency('2026-11-19')],
    head: [request, more],
    finds: finds('XS-26', { file: shebao, mark: 'until: |2026-11-19' }, ['2026-11-19']),
  },
  {
    title: 'the papers of an emergency are due on the day on which more is asked for',
    base: [openedInEmergency('2026-11-20')],
    head: [request, more],
    finds: [],
  },
  {
    title: 'the protection of the platform was to be assessed the day before more is asked for',
    base: [protectionAssessed('2025-11-19')],
    head: [request, more],
    finds: finds('XS-34', { file: platform, mark: 'assessed: |2025-11-19' }, ['2026-11-19']),
  },
  {
    title: 'the protection of the platform is to be assessed on the day on which more is asked for',
    base: [protectionAssessed('2025-11-20')],
    head: [request, more],
    finds: [],
  },
  {
    title: 'an assessment ran out that the authority has decided on, and no text asks for',
    base: [until('2026-11-19'), decidedOnCryptography],
    head: [
      [
        shuiqing,
        '',
        exampleText(shuiqing).replace(two8, two8.replace('2 }', '3 }')) + event('change-submitted'),
      ],
    ],
    finds: [{ file: shuiqing, mark: 'event: |change-submitted\n    on: 2026-11-20', was: kind }],
  },
  {
    title: 'the platform never had an assessment, which no day has brought',
    base: [[platform, cloudService, '']],
    head: [request, more],
    finds: [],
  },
  {
    title: 'the file of the unit is gone, and with it contacts that could be out of date',
    base: [[rensheUnit, '', undefined]],
    head: [request, more],
    finds: [],
  },
  {
    title: 'the personal contact of a system was confirmed too long ago, and a port is opened',
    base: [
      [shebao, 'phone: 0691-0000103, confirmed: 2026-09-25', 'phone: 0691-0000103, confirmed: 2025-11-19'],
    ],
    head: [request, [shebao, 'protocol: tcp, ports: [443] }', 'protocol: tcp, ports: [443, 80] }']],
    finds: finds(undefined, { file: shebao, mark: 'confirmed: |2025-11-19' }),
  },
]

const floor: readonly Omit<ChangeCase, 'code'>[] = [
  {
    title: 'the level of the platform and the floors of all regulations go down together',
    head: [
      [platform, 'mlps: { level: 3', 'mlps: { level: 2'],
      [datong, 'platformFloor: { level: 3', 'platformFloor: { level: 2'],
    ],
    finds: [{ file: platform, mark: 'mlps: { level: |2', article: 'DT-20' }],
  },
  {
    title: 'an assessment goes together with the duty to have it',
    head: [
      [platform, cloudService, ''],
      [xishuangbanna, 'kinds: [cryptography, cloud-service,', 'kinds: [cryptography,'],
    ],
    finds: [{ file: platform, mark: 'kind: |Platform', article: 'XS-15.4' }],
  },
  {
    title:
      'the period by which an assessment of the platform is overdue is prolonged, for overdue stops no change',
    base: [protectionAssessed('2025-06-18')],
    head: [[xishuangbanna, 'platformPeriodic: { months: 12', 'platformPeriodic: { months: 24']],
    finds: [],
  },
  {
    title: 'what falls short by its own regulations is found there',
    head: [[platform, 'mlps: { level: 3', 'mlps: { level: 2']],
    finds: [],
  },
  {
    title: 'a regulation asks for less than the platform has',
    head: [[datong, 'platformFloor: { level: 3', 'platformFloor: { level: 2']],
    finds: [],
  },
]

export const lapseCases: readonly ChangeCase[] = [
  ...lapses.map(one => ({ ...one, code: 'TY4011' })),
  ...floor.map(one => ({ ...one, code: 'TY4012' })),
]
