import { at, type Change, casesOf, type RuleCase } from '../rule-table.ts'
import { unreadable } from './file-edits.ts'
import { ningwu } from './files.ts'

const people = 'catalogue/people.yaml'
/** A unit of Ningwu. */
const jiaoyuju = 'tenants/ningwu/jiaoyuju/unit.yaml'
const forge = 'https://git.example.gov.cn'

interface Table {
  readonly accounts?: readonly string[]
  readonly offices?: readonly string[]
  readonly deputies?: readonly string[]
  readonly signers?: readonly string[]
}

const account = (person: string, id: number, more = '') =>
  `{ person: ${person}, forge: ${forge}, id: ${id}, from: 2026-01-01${more} }`
const office = (person: string, roles: string, more = '') =>
  `{ person: ${person}, jurisdiction: ningwu, roles: [${roles}], from: 2026-01-01${more} }`
const deputy = (more: string, roles = 'authority', to = '2026-10-31') =>
  `{ person: P-2, of: P-1, jurisdiction: ningwu, roles: [${roles}], from: 2026-10-01, to: ${to}, paper: 宁政信〔2026〕3号${more} }`
const signer = (person: string, letter: string, more = '') =>
  `{ person: ${person}, key: ssh-ed25519 ${letter.repeat(68)}, from: 2026-01-01${more} }`

const list = (name: string, rows: readonly string[]) =>
  rows.length === 0 ? `${name}: []\n` : `${name}:\n${rows.map(row => `  - ${row}\n`).join('')}`

/** A table of people of the example repository, which has none. */
export function peopleTable({ accounts = [], offices = [], deputies = [], signers = [] }: Table): Change {
  const parts = [
    'apiVersion: tenantry/v1\nkind: People\n',
    list('accounts', accounts),
    list('offices', offices),
    ...(deputies.length > 0 ? [list('deputies', deputies)] : []),
    ...(signers.length > 0 ? [list('signers', signers)] : []),
  ]
  return [people, '', parts.join('')]
}

const sound: Table = {
  accounts: [account('P-1', 11), account('P-2', 12), account('P-3', 13)],
  offices: [
    office('P-1', 'authority'),
    office('P-2', 'finance'),
    office('P-3', 'using-unit', ', unit: jiaoyuju'),
  ],
  signers: [signer('P-1', 'A'), signer('P-9', 'B', ', use: recorder')],
}
const whole = peopleTable(sound)

const withoutTable: readonly RuleCase[] = [
  'TY3801',
  'TY3802',
  'TY3803',
  'TY3804',
  'TY3805',
  'TY3806',
  'TY3807',
  'TY3808',
].flatMap(code => casesOf(code, [['there is no table', [], []]]))

export const peopleCases: readonly RuleCase[] = [
  ...withoutTable,
  ...casesOf('TY3801', [
    [
      'an account belongs to two at the same time',
      [peopleTable({ accounts: [account('P-1', 11), account('P-2', 11, ', to: 2026-03-01')] })],
      [at(people, '- |{ person: P-2')],
    ],
    [
      'an account stands twice for one person',
      [peopleTable({ accounts: [account('P-1', 11, ', to: 2026-03-01'), account('P-1', 11)] })],
      [at(people, '- |{ person: P-1, forge: https://git.example.gov.cn, id: 11, from: 2026-01-01 }')],
    ],
    [
      'an account belongs to a third person together with the second, and not with the first',
      [
        peopleTable({
          accounts: [
            account('P-1', 11, ', to: 2026-01-31'),
            account('P-2', 11).replace('from: 2026-01-01', 'from: 2026-02-01'),
            account('P-3', 11).replace('from: 2026-01-01', 'from: 2026-03-01'),
          ],
        }),
      ],
      [at(people, '- |{ person: P-3')],
    ],
    [
      'an account passes to somebody else the day after',
      [
        peopleTable({
          accounts: [
            account('P-1', 11, ', to: 2026-03-01'),
            `{ person: P-2, forge: ${forge}, id: 11, from: 2026-03-02 }`,
          ],
        }),
      ],
      [],
    ],
    ['every account belongs to one person', [whole], []],
    [
      'the same number belongs to two on two forges',
      [peopleTable({ accounts: [account('P-1', 11), account('P-2', 11).replace('git.', 'code.')] })],
      [],
    ],
  ]),
  ...casesOf('TY3802', [
    [
      'a key is that of two people',
      [peopleTable({ ...sound, signers: [signer('P-1', 'A'), signer('P-2', 'A')] })],
      [at(people, '- { person: P-2, key: |ssh-ed25519')],
    ],
    ['every key is written once', [whole], []],
    ['nobody has a key', [peopleTable({ ...sound, signers: [] })], []],
  ]),
  ...casesOf('TY3803', [
    [
      'a term ends before it begins, in whichever list',
      [
        peopleTable({
          accounts: [account('P-1', 11, ', to: 2025-12-31')],
          offices: [office('P-1', 'authority', ', to: 2025-12-30')],
          deputies: [deputy('', 'authority', '2026-09-29')],
          signers: [signer('P-1', 'A', ', to: 2025-12-28')],
        }),
      ],
      [
        at(people, 'to: |2025-12-31'),
        at(people, 'to: |2025-12-30'),
        at(people, 'to: |2026-09-29'),
        at(people, 'to: |2025-12-28'),
      ],
    ],
    ['a term has one day', [peopleTable({ accounts: [account('P-1', 11, ', to: 2026-01-01')] })], []],
  ]),
  ...casesOf('TY3804', [
    [
      'an office is no role of the regulation',
      [peopleTable({ ...sound, offices: [office('P-1', 'authority, director')] })],
      [at(people, 'authority, |director')],
    ],
    [
      'an office is in a jurisdiction that has no profile',
      [peopleTable({ ...sound, offices: [office('P-1', 'authority').replace('ningwu', 'nowhere')] })],
      [at(people, 'jurisdiction: |nowhere')],
    ],
    [
      'a deputy exercises no role of the regulation',
      [peopleTable({ ...sound, deputies: [deputy('', 'director')] })],
      [at(people, 'roles: [|director')],
    ],
    ['every office is a role', [whole], []],
    [
      'an office is in a jurisdiction whose profile cannot be read',
      [peopleTable({ ...sound, offices: [office('P-1', 'director')] }), unreadable(ningwu)],
      [],
      { breaks: true },
    ],
  ]),
  ...casesOf('TY3805', [
    [
      'an office is for a unit that is not there',
      [peopleTable({ ...sound, offices: [office('P-3', 'using-unit', ', unit: jiaoyujv')] })],
      [at(people, 'unit: |jiaoyujv')],
    ],
    ['an office is for a unit, or for none', [whole], []],
    [
      'an office is for a unit of another jurisdiction',
      [
        peopleTable({
          ...sound,
          offices: [office('P-3', 'using-unit', ', unit: jiaoyuju').replace('ningwu', 'datong')],
        }),
      ],
      [at(people, 'unit: |jiaoyuju')],
    ],
    [
      'an office is for a unit whose file cannot be read',
      [whole, unreadable(jiaoyuju)],
      [],
      { breaks: true },
    ],
  ]),
  ...casesOf('TY3806', [
    [
      'somebody in office has no account',
      [peopleTable({ ...sound, offices: [office('P-4', 'authority')] })],
      [at(people, '{ person: |P-4')],
    ],
    [
      'somebody’s account ended before the office began',
      [
        peopleTable({
          accounts: [account('P-1', 11, ', to: 2026-01-31').replace('from: 2026-01-01', 'from: 2025-01-01')],
          offices: [office('P-1', 'authority').replace('from: 2026-01-01', 'from: 2026-02-01')],
        }),
      ],
      [at(people, '{ person: |P-1, jurisdiction')],
    ],
    [
      'somebody has the recorder’s key alone',
      [
        peopleTable({
          offices: [office('P-9', 'authority')],
          signers: [signer('P-9', 'B', ', use: recorder')],
        }),
      ],
      [at(people, '{ person: |P-9, jurisdiction')],
    ],
    [
      'a deputy has no account',
      [peopleTable({ ...sound, deputies: [deputy('').replace('P-2', 'P-4')] })],
      [at(people, '{ person: |P-4')],
    ],
    [
      'somebody’s account begins when the office is over',
      [
        peopleTable({
          accounts: [account('P-1', 11).replace('from: 2026-01-01', 'from: 2026-02-01')],
          offices: [office('P-1', 'authority', ', to: 2026-01-31')],
        }),
      ],
      [at(people, '{ person: |P-1, jurisdiction')],
    ],
    [
      'somebody’s account begins on the last day of the office',
      [
        peopleTable({
          accounts: [account('P-1', 11).replace('from: 2026-01-01', 'from: 2026-01-31')],
          offices: [office('P-1', 'authority', ', to: 2026-01-31')],
        }),
      ],
      [],
    ],
    [
      'somebody has a key and no account',
      [peopleTable({ offices: [office('P-5', 'authority')], signers: [signer('P-5', 'C')] })],
      [],
    ],
  ]),
  ...casesOf('TY3807', [
    [
      'a deputy stands in for what the other never held',
      [peopleTable({ ...sound, deputies: [deputy('', 'finance')] })],
      [at(people, 'of: P-1, jurisdiction: ningwu, roles: [|finance')],
    ],
    [
      'a deputy stays a day longer than the office is held',
      [
        peopleTable({
          ...sound,
          offices: [office('P-1', 'authority', ', to: 2026-10-30')],
          deputies: [deputy('')],
        }),
      ],
      [at(people, 'of: P-1, jurisdiction: ningwu, roles: [|authority')],
    ],
    [
      'somebody deputises for themselves',
      [peopleTable({ ...sound, deputies: [deputy('').replace('of: P-1', 'of: P-2')] })],
      [at(people, 'of: |P-2')],
    ],
    [
      'a deputy stands in for one office that is held, and for one that is not',
      [peopleTable({ ...sound, deputies: [deputy('', 'authority, finance')] })],
      [at(people, 'of: P-1, jurisdiction: ningwu, roles: [authority, |finance')],
    ],
    [
      'a deputy begins a day before the office',
      [
        peopleTable({
          ...sound,
          offices: [office('P-1', 'authority').replace('from: 2026-01-01', 'from: 2026-10-02')],
          deputies: [deputy('')],
        }),
      ],
      [at(people, 'of: P-1, jurisdiction: ningwu, roles: [|authority')],
    ],
    [
      'a deputy stands in for an office of another jurisdiction',
      [
        peopleTable({
          ...sound,
          offices: [office('P-1', 'finance').replace('ningwu', 'datong')],
          deputies: [deputy('', 'finance')],
        }),
      ],
      [at(people, 'of: P-1, jurisdiction: ningwu, roles: [|finance')],
    ],
    [
      'a deputy stands in where there is no profile',
      [
        peopleTable({
          ...sound,
          offices: [office('P-1', 'finance').replace('ningwu', 'nowhere')],
          deputies: [deputy('').replace('ningwu', 'nowhere')],
        }),
      ],
      [at(people, 'of: P-1, jurisdiction: nowhere, roles: [|authority')],
    ],
    [
      'a deputy stands in for two offices that are held one by one',
      [
        peopleTable({
          ...sound,
          offices: [office('P-1', 'finance'), office('P-1', 'authority')],
          deputies: [deputy('', 'authority, finance')],
        }),
      ],
      [],
    ],
    [
      'a deputy stays as long as the office is held',
      [
        peopleTable({
          ...sound,
          offices: [office('P-1', 'authority', ', to: 2026-10-31')],
          deputies: [deputy('')],
        }),
      ],
      [],
    ],
  ]),
  ...casesOf('TY3808', [
    [
      'one person reviews and consents',
      [peopleTable({ ...sound, offices: [office('P-1', 'authority, government')] })],
      [at(people, 'roles: |[authority, government]')],
      { article: 'NW-2.2' },
    ],
    [
      'a deputy consents who reviews by office',
      [
        peopleTable({
          ...sound,
          offices: [office('P-1', 'authority'), office('P-2', 'government')],
          deputies: [deputy('', 'authority', '2026-12-31')],
        }),
      ],
      [at(people, 'P-2, jurisdiction: ningwu, roles: |[government]')],
      { article: 'NW-2.2' },
    ],
    [
      'one person could countersign twice where each role does',
      [
        [
          'catalogue/jurisdictions/ningwu.yaml',
          'name: 第三方评估, roles: [assessor]',
          'name: 第三方评估, roles: [assessor, provider], each: true',
        ],
        peopleTable({ ...sound, offices: [office('P-1', 'assessor, provider')] }),
      ],
      [at(people, 'roles: |[assessor, provider]')],
      { article: 'NW-3.2' },
    ],
    [
      'one person holds two roles of one step that either fills',
      [
        [
          'catalogue/jurisdictions/ningwu.yaml',
          'name: 第三方评估, roles: [assessor]',
          'name: 第三方评估, roles: [assessor, provider]',
        ],
        peopleTable({ ...sound, offices: [office('P-1', 'assessor, provider')] }),
      ],
      [],
    ],
    [
      'two people each review and consent, by one office or by two, and are told once each',
      [
        peopleTable({
          ...sound,
          offices: [
            office('P-1', 'authority, government'),
            office('P-2', 'authority'),
            office('P-2', 'government', ', to: 2027-12-31'),
          ],
        }),
      ],
      [
        at(people, 'roles: |[authority, government]'),
        at(people, 'P-2, jurisdiction: ningwu, roles: |[authority]'),
      ],
    ],
    [
      'one person does so in two jurisdictions',
      [
        peopleTable({
          ...sound,
          offices: [
            office('P-1', 'authority, government'),
            office('P-1', 'reviewer, manager').replace('ningwu', 'datong'),
          ],
        }),
      ],
      [at(people, 'roles: |[authority, government]'), at(people, 'roles: |[reviewer, manager]')],
    ],
    [
      'one person will do so from a later day on',
      [
        peopleTable({
          ...sound,
          offices: [
            office('P-1', 'authority'),
            office('P-1', 'government').replace('from: 2026-01-01', 'from: 2026-12-01'),
          ],
        }),
      ],
      [at(people, 'P-1, jurisdiction: ningwu, roles: |[authority]')],
    ],
    [
      'one person did so until yesterday',
      [
        peopleTable({
          ...sound,
          offices: [office('P-1', 'authority'), office('P-1', 'government', ', to: 2026-11-22')],
        }),
      ],
      [],
      { day: '2026-11-23' },
    ],
    [
      'one person does so today for the last time',
      [
        peopleTable({
          ...sound,
          offices: [office('P-1', 'authority'), office('P-1', 'government', ', to: 2026-11-23')],
        }),
      ],
      [at(people, 'P-1, jurisdiction: ningwu, roles: |[authority]')],
      { day: '2026-11-23' },
    ],
    [
      'one person reviews in one jurisdiction and consents in another',
      [
        peopleTable({
          ...sound,
          offices: [office('P-1', 'authority'), office('P-1', 'government').replace('ningwu', 'datong')],
        }),
      ],
      [],
    ],
    [
      'one person holds two offices where there is no profile',
      [
        peopleTable({
          ...sound,
          offices: [office('P-1', 'authority, government').replace('ningwu', 'nowhere')],
        }),
      ],
      [],
    ],
    [
      'one office follows the other',
      [
        peopleTable({
          ...sound,
          offices: [
            office('P-1', 'authority', ', to: 2026-11-30'),
            office('P-1', 'government').replace('from: 2026-01-01', 'from: 2026-12-01'),
          ],
        }),
      ],
      [],
    ],
    [
      'one person holds two roles of which one decides nothing',
      [peopleTable({ ...sound, offices: [office('P-1', 'authority, provider')] })],
      [],
    ],
  ]),
]
