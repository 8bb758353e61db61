import type { Change } from '../../check/rule-table.ts'
import { exampleDay } from '../../example-repository.ts'
import type { ChangeCase } from '../change-table.ts'

const people = 'catalogue/people.yaml'

const account = (more: string) =>
  `  - { person: P-1, forge: https://git.example, id: 11, from: 2026-01-01${more} }\n`
const office = (more: string) =>
  `  - { person: P-1, jurisdiction: ningwu, roles: [authority], from: 2026-01-01${more} }\n`
const key = (more: string) =>
  `  - { person: P-1, key: ssh-ed25519 ${'A'.repeat(68)}, from: 2026-01-01${more} }\n`

const table = (accounts: string, offices = office(''), signers = key('')): Change => [
  people,
  '',
  `apiVersion: tenantry/v1\nkind: People\naccounts:\n${accounts}offices:\n${offices}signers:\n${signers}`,
]
const before = table(account(''))
const clean = (title: string, head: Change, base: readonly Change[] = [before]): ChangeCase => ({
  code: 'TY4029',
  title,
  base,
  head: [head],
  finds: [],
})

/** `exampleDay` is 2026-11-23. */
export const peopleStayCases: readonly ChangeCase[] = [
  {
    code: 'TY4029',
    title: 'an office is written in for days that are over',
    base: [before],
    head: [table(account(''), office('') + office('').replace('P-1', 'P-2').replace('01-01', '11-22'))],
    finds: [{ file: people, mark: '- |{ person: P-2' }],
  },
  {
    code: 'TY4029',
    title: 'an account ends before yesterday',
    base: [before],
    head: [table(account(', to: 2026-11-21'))],
    finds: [
      {
        file: people,
        mark: '|accounts:',
        was: { file: people, mark: '- |{ person: P-1, forge' },
      },
      { file: people, mark: '- |{ person: P-1, forge' },
    ],
  },
  {
    code: 'TY4029',
    title: 'an account comes to belong to somebody else from its beginning',
    base: [before],
    head: [table(account('').replace('P-1', 'P-2'))],
    finds: [
      { file: people, mark: '|accounts:', was: { file: people, mark: '- |{ person: P-1, forge' } },
      { file: people, mark: '- |{ person: P-2, forge' },
    ],
  },
  {
    code: 'TY4029',
    title: 'the table is taken away',
    base: [before],
    head: [[people, before[2] ?? '', undefined]],
    finds: [
      {
        file: people,
        mark: '- |{ person: P-1, forge',
        was: { file: people, mark: '- |{ person: P-1, forge' },
      },
      {
        file: people,
        mark: '- |{ person: P-1, jurisdiction',
        was: { file: people, mark: '- |{ person: P-1, jurisdiction' },
      },
      { file: people, mark: '- |{ person: P-1, key', was: { file: people, mark: '- |{ person: P-1, key' } },
    ],
  },
  {
    code: 'TY4029',
    title: 'a key was revoked, and is only from a later day',
    base: [table(account(''), office(''), key(', revoked: 2026-03-01'))],
    head: [table(account(''), office(''), key(', revoked: 2026-03-02'))],
    finds: [{ file: people, mark: '|signers:', was: { file: people, mark: '- |{ person: P-1, key' } }],
  },
  clean(
    'an office begins today',
    table(account(''), office('') + office('').replace('2026-01-01', exampleDay)),
  ),
  clean('an account ends yesterday', table(account(', to: 2026-11-22'))),
  clean('a term is prolonged', table(account('')), [table(account(', to: 2026-12-31'))]),
  clean(
    'a key is revoked from a day in the past',
    table(account(''), office(''), key(', revoked: 2026-03-01')),
  ),
  clean('a table is written for the first time', before, []),
]
