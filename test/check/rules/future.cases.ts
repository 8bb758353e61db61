import { exampleText } from '../../example-repository.ts'
import { at, type Change, casesOf, type RuleCase } from '../rule-table.ts'
import { datong, platform, rensheUnit, shebao, shipin } from './files.ts'

/** The first date under a key becomes tomorrow's, and is found there, or today's, and is not. */
const moved = (file: string, key: string, day: string): Change => {
  const places = exampleText(file).matchAll(/(?<=[\n {])([^\n]*?): \d{4}-\d{2}-\d{2}.*\n/g)
  const [line = ''] = places.find(([, before]) => before === key || before?.endsWith(` ${key}`)) ?? []
  return [file, line, line.replace(/(?<=: )\d{4}-\d{2}-\d{2}/, day)]
}
const rows = (what: string, file: string, key: string) =>
  [
    [`${what} is of tomorrow`, [moved(file, key, '2026-11-24')], [at(file, `${key}: |2026-11-24`)]],
    [`${what} is of today`, [moved(file, key, '2026-11-23')], []],
  ] as const

export const futureCases: readonly RuleCase[] = casesOf('TY4210', [
  ...rows('the assessment of a system', shebao, 'filing: 53280-20-00123, assessed'),
  ...rows('the assessment of cryptography', shebao, 'cryptography: { assessed'),
  ...rows('a confirmed contact of a system', shebao, 'confirmed'),
  ...rows('a confirmed contact of a unit', rensheUnit, 'confirmed'),
  ...rows('the connection to the sharing platform', shipin, 'connected'),
  ...rows('a paper of an event', shipin, 'DTXY-2023-014, on'),
  ...rows('the assessment of the platform', platform, 'assessed'),
  ...rows('an assessment that the platform passed', platform, 'on'),
  ...rows('the review of the catalogue', platform, 'catalogueReviewed'),
  ...rows('the issue of a regulation', datong, 'issued'),
  [
    'a paper of no event is of tomorrow',
    [
      [
        shebao,
        '\nhistory:\n',
        '\npapers: [{ type: 政务云服务协议, on: 2026-11-24, until: 2099-01-01 }]\nhistory:\n',
      ],
    ],
    [at(shebao, 'on: |2026-11-24')],
  ],
  [
    'a change to the platform is entered before it happens',
    [
      [
        platform,
        '\ngateways:\n',
        '\nchanges:\n  - id: upgrade\n    name: 升级\n    jurisdiction: zhejiang\n    major: false\n    interrupts: false\n    history: [{ event: platform-change-submitted, on: 2026-11-24 }]\ngateways:\n',
      ],
    ],
    [at(platform, 'on: |2026-11-24')],
  ],
  [
    'what will be is in the future: a regulation ends, a term of construction begins',
    [
      [datong, 'validYears: 3', 'expires: 2036-04-10'],
      [
        shipin,
        'period: { from: 2023-06-01, to: 2023-12-31 }',
        'period: { from: 2036-06-01, to: 2036-12-31 }',
      ],
    ],
    [],
  ],
])
