import { at, casesOf, type RuleCase } from '../rule-table.ts'
import { account, deputy, forge, office, people, peopleTable, signer, sound, whole } from './people-table.ts'

export const accountCases: readonly RuleCase[] = [
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
]
