import { at, type Change, casesOf, type RuleCase } from '../rule-table.ts'
import { unreadable } from './file-edits.ts'
import { huji, xinchou, xishuangbanna } from './files.ts'

const article = 'article: XS-22.1'
const renewed = `    renewed: { name: 续期, from: [delivered], ${article}, actor: using-unit, sources: [paper] }\n`

/** Resources for development, with a term of ten days from delivery, that may be renewed once. */
const terms = (most: string, length = 'days: 10', renewals = 'renewals: 1'): readonly Change[] => [
  [xishuangbanna, '  events:\n', `  events:\n${renewed}`],
  [
    xishuangbanna,
    'mlps:\n  platformPeriodic',
    `terms:\n  - { use: development, name: 收回开发资源, ${length}, from: [delivered], ${renewals}, renewedBy: [renewed], reclaimedBy: [recovered], responsible: provider, most: { ${most} }, ${article} }\nmlps:\n  platformPeriodic`,
  ],
]
const forDevelopment: Change = [huji, 'origin: new\n', 'origin: new\nuse: development\n']
const forTests: Change = [huji, 'origin: new\n', 'origin: new\nuse: test\n']

/** It has 4 servers with 8 cores and 16 GiB each, and 1500 GiB of volumes. */
const amounts: readonly RuleCase[] = casesOf('TY3901', [
  [
    'finds more cores than a system may have for development, asked for and granted',
    [...terms('vcpus: 31'), forDevelopment],
    [
      at(huji, 'zones:\n  |extranet:\n    pool: dedicated\n    network'),
      at(huji, 'grants:\n      |extranet'),
    ],
    { article: 'XS-22.1' },
  ],
  [
    'lets as much pass as it may have',
    [...terms('vcpus: 32, ramGib: 64, volumeGib: 1500'), forDevelopment],
    [],
  ],
  [
    'finds each measure that is beyond its bound',
    [...terms('ramGib: 63, volumeGib: 1499, gpus: 0'), forDevelopment],
    [
      at(huji, 'zones:\n  |extranet:\n    pool: dedicated\n    network'),
      at(huji, 'grants:\n      |extranet'),
      at(huji, 'zones:\n  |extranet:\n    pool: dedicated\n    network'),
      at(huji, 'grants:\n      |extranet'),
    ],
  ],
  ['lets a system pass that is to run', terms('vcpus: 1'), []],
  [
    'lets what a system had pass once its life is over',
    [...terms('vcpus: 1'), [xinchou, 'origin: migrated\n', 'origin: migrated\nuse: development\n']],
    [],
  ],
  ['lets a system pass whose use has no term', [...terms('vcpus: 1'), forTests], []],
  [
    'knows no largest amount without the regulation',
    [unreadable(xishuangbanna), forDevelopment],
    [],
    { breaks: true },
  ],
])

/** Delivered on 2026-11-03: the term ends on 2026-11-13. */
const delivery = '      - { type: 云资源交付工单, number: XSJF-2026-014, on: 2026-11-03 }\n'
const renewals = (...days: readonly (readonly [on: string, until?: string])[]): Change => [
  huji,
  delivery,
  delivery +
    days
      .map(
        ([on, until]) =>
          `  - event: renewed\n    on: ${on}\n${until === undefined ? '' : `    until: ${until}\n`}    source: { paper: XQ-${on} }\n`,
      )
      .join(''),
]

/** Twenty days, to 2026-11-23, and renewals for a month in all, to 2026-12-23. */
const inAll = terms('vcpus: 32', 'days: 20', 'renewedMonths: 1')

const longer: readonly RuleCase[] = casesOf('TY3902', [
  [
    'lets a renewal for one more term pass',
    [...terms('vcpus: 32'), forDevelopment, renewals(['2026-11-10', '2026-11-23'])],
    [],
  ],
  [
    'finds a renewal that ends a day later',
    [...terms('vcpus: 32'), forDevelopment, renewals(['2026-11-10', '2026-11-24'])],
    [at(huji, 'until: |2026-11-24')],
    { article: 'XS-22.1' },
  ],
  [
    'finds a renewal that does not say when it ends',
    [...terms('vcpus: 32'), forDevelopment, renewals(['2026-11-10'])],
    [at(huji, 'event: |renewed')],
  ],
  [
    'finds one renewal more than there may be, counted from the day that the one before it set',
    [
      ...terms('vcpus: 32'),
      forDevelopment,
      renewals(['2026-11-10', '2026-11-20'], ['2026-11-19', '2026-12-01']),
    ],
    [at(huji, 'event: |renewed\n    on: 2026-11-19'), at(huji, 'until: |2026-12-01')],
  ],
  [
    'lets any number of renewals pass up to the months that all may come to',
    [
      ...inAll,
      forDevelopment,
      renewals(['2026-11-10', '2026-12-01'], ['2026-11-12', '2026-12-13'], ['2026-11-19', '2026-12-23']),
    ],
    [],
  ],
  [
    'finds the renewal that goes a day beyond the months that all may come to, counted from the first last day',
    [...inAll, forDevelopment, renewals(['2026-11-10', '2026-12-13'], ['2026-11-19', '2026-12-24'])],
    [at(huji, 'until: |2026-12-24')],
    { article: 'XS-22.1' },
  ],
  [
    'finds a renewal within the months in all that is longer than one term',
    [...inAll, forDevelopment, renewals(['2026-11-10', '2026-12-14'])],
    [at(huji, 'until: |2026-12-14')],
  ],
  [
    'lets a renewal of what is to run pass',
    [...terms('vcpus: 32'), renewals(['2026-11-10', '2027-11-24'])],
    [],
  ],
  [
    'knows no term without the regulation',
    [unreadable(xishuangbanna), forDevelopment, renewals(['2026-11-10', '2027-11-24'])],
    [],
    { breaks: true },
  ],
])

export const termCases: readonly RuleCase[] = [...amounts, ...longer]
