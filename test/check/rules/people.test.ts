import { describe, expect, it } from 'vitest'
import { ruleGroups } from '../../../lib/check/index.ts'
import { at, describeRules, newFindings, placeOf, relatedPlaces } from '../rule-table.ts'
import { peopleCases } from './people.cases.ts'
import { account, people, peopleTable, signer, sound } from './people-table.ts'

describeRules('the rules about people', ruleGroups.people, peopleCases)

describe('what stands twice among people', () => {
  it('is told with the first row whose days it shares', () => {
    const changes = [
      peopleTable({
        accounts: [
          account('P-1', 11, ', to: 2026-01-31'),
          account('P-2', 11).replace('from: 2026-01-01', 'from: 2026-02-01'),
          account('P-3', 11).replace('from: 2026-01-01', 'from: 2026-03-01'),
        ],
      }),
    ]
    expect(relatedPlaces(newFindings('TY3801', changes))).toEqual([
      [placeOf(at(people, '- |{ person: P-2'), changes)],
    ])
  })

  it('is told with the first row that has the key', () => {
    const signers = [signer('P-1', 'B'), signer('P-2', 'A'), signer('P-3', 'A'), signer('P-4', 'A')]
    const changes = [peopleTable({ ...sound, signers })]
    const first = placeOf(at(people, 'person: P-2, key: |ssh'), changes)
    const found = newFindings('TY3802', changes)
    expect(relatedPlaces(found)).toEqual([[first], [first]])
    expect(found.map(({ path }) => path)).toEqual([
      ['signers', 2, 'key'],
      ['signers', 3, 'key'],
    ])
  })
})
