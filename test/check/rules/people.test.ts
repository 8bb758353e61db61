import { describe, expect, it } from 'vitest'
import { ruleGroups } from '../../../lib/check/index.ts'
import { type Change, describeRules, newFindings, placeOf, relatedPlaces } from '../rule-table.ts'
import { peopleCases } from './people.cases.ts'

describeRules('the rules about people', ruleGroups.people, peopleCases)

const table = 'catalogue/people.yaml'
const rows = (accounts: string, signers: string): readonly Change[] => [
  [
    table,
    '',
    `apiVersion: tenantry/v1\nkind: People\naccounts:\n${accounts}offices: []\nsigners:\n${signers}`,
  ],
]

describe('what stands twice among people', () => {
  it('is told with the first row whose days it shares', () => {
    const account = (person: string, from: string, to: string) =>
      `  - { person: ${person}, forge: https://git.example.gov.cn, id: 1, from: ${from}, to: ${to} }\n`
    const changes = rows(
      account('P-1', '2026-01-01', '2026-01-31') +
        account('P-2', '2026-02-01', '2026-04-30') +
        account('P-3', '2026-03-01', '2026-03-31'),
      `  - { person: P-1, key: ssh-ed25519 ${'A'.repeat(68)}, from: 2026-01-01 }\n`,
    )
    expect(relatedPlaces(newFindings('TY3801', changes))).toEqual([
      [placeOf({ file: table, mark: '- |{ person: P-2' }, changes)],
    ])
  })

  it('is told with the first row that has the key', () => {
    const signer = (person: string, letter: string) =>
      `  - { person: ${person}, key: ssh-ed25519 ${letter.repeat(68)}, from: 2026-01-01 }\n`
    const changes = rows(
      '  - { person: P-1, forge: https://git.example.gov.cn, id: 1, from: 2026-01-01 }\n',
      signer('P-1', 'B') + signer('P-2', 'A') + signer('P-3', 'A') + signer('P-4', 'A'),
    )
    const first = placeOf({ file: table, mark: 'person: P-2, key: |ssh' }, changes)
    const found = newFindings('TY3802', changes)
    expect(relatedPlaces(found)).toEqual([[first], [first]])
    expect(found.map(({ path }) => path)).toEqual([
      ['signers', 2, 'key'],
      ['signers', 3, 'key'],
    ])
  })
})
