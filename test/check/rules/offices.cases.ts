import { at, casesOf, type RuleCase } from '../rule-table.ts'
import { unreadable } from './file-edits.ts'
import { ningwu } from './files.ts'
import { deputy, office, people, peopleTable, sound, whole } from './people-table.ts'

/** A unit of Ningwu. */
const jiaoyuju = 'tenants/ningwu/jiaoyuju/unit.yaml'

export const officeCases: readonly RuleCase[] = [
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
