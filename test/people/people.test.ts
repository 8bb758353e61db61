import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PeopleManifest } from '../../generated/types/people.ts'
import { addCalendarDays } from '../../lib/clock/day.ts'
import { peopleEverBehind, personOf, rolesAt } from '../../lib/people/index.ts'
import { pastOf } from '../../lib/people/past-rows.ts'

const forge = 'https://git.example'

const table: PeopleManifest = {
  apiVersion: 'tenantry/v1',
  kind: 'People',
  accounts: [
    { person: 'P-1', forge, id: 11, from: '2026-01-01', to: '2026-03-31' },
    { person: 'P-1', forge, id: 21, from: '2026-04-01' },
    { person: 'P-2', forge, id: 11, from: '2026-05-01' },
    { person: 'P-3', forge, id: 13, from: '2026-01-01' },
    { person: 'P-4', forge, id: 13, from: '2026-06-01' },
  ],
  offices: [
    { person: 'P-1', jurisdiction: 'ningwu', roles: ['authority', 'finance'], from: '2026-01-01' },
    { person: 'P-2', jurisdiction: 'ningwu', roles: ['using-unit'], unit: 'jiaoyuju', from: '2026-01-01' },
    {
      person: 'P-3',
      jurisdiction: 'ningwu',
      roles: ['government'],
      from: '2026-01-01',
      to: '2026-06-30',
    },
  ],
  deputies: [
    {
      person: 'P-4',
      of: 'P-3',
      jurisdiction: 'ningwu',
      roles: ['government'],
      from: '2026-06-01',
      to: '2026-07-31',
      paper: '宁政信〔2026〕3号',
    },
  ],
}

const at = (day: string, unit: string | undefined = 'jiaoyuju', jurisdiction = 'ningwu') =>
  Object.fromEntries(rolesAt(table, { jurisdiction, unit, day }))

describe('personOf', () => {
  it.each([
    [11, '2026-03-31', 'P-1'],
    [11, '2026-04-15', undefined],
    [11, '2026-05-01', 'P-2'],
    [21, '2026-04-01', 'P-1'],
    [13, '2026-05-31', 'P-3'],
    [13, '2026-06-01', undefined],
    [99, '2026-05-31', undefined],
  ] as const)('takes account %d on %s for %s', (id, day, person) => {
    expect(personOf(table, { forge, id }, day)).toBe(person)
  })

  it('knows no account of another forge by its number', () => {
    expect(personOf(table, { forge: 'https://other.example', id: 21 }, '2026-05-01')).toBeUndefined()
  })
})

describe('peopleEverBehind', () => {
  it('names everybody to whom an account has belonged, whatever the day', () => {
    expect(peopleEverBehind(table, { forge, id: 11 })).toEqual(['P-1', 'P-2'])
  })
})

describe('rolesAt', () => {
  it('gives the roles of a day, a unit’s for that unit alone', () => {
    expect(at('2026-05-01')).toEqual({
      'P-1': ['authority', 'finance'],
      'P-2': ['using-unit'],
      'P-3': ['government'],
    })
    expect(Object.keys(at('2026-05-01', 'weijianju'))).toEqual(['P-1', 'P-3'])
    expect(at('2026-05-01', 'jiaoyuju', 'datong')).toEqual({})
    expect(at('2025-12-31')).toEqual({})
  })

  it('lets a deputy exercise an office for as long as both terms run', () => {
    expect(at('2026-05-31')['P-4']).toBeUndefined()
    expect(at('2026-06-30')['P-4']).toEqual(['government'])
    expect(at('2026-07-01')['P-4']).toBeUndefined()
  })
})

describe('what a row says of past days', () => {
  const days = fc.integer({ min: 0, max: 800 }).map(count => addCalendarDays('2025-01-01', count))

  it('stays the same however the row is ended from then on, and changes with any earlier end', () => {
    fc.assert(
      fc.property(days, days, days, (from, today, end) => {
        const open = pastOf({ from }, today)
        const ended = pastOf({ from, to: end }, today)
        if (from >= today) expect([open, ended]).toEqual([undefined, undefined])
        else if (end >= addCalendarDays(today, -1)) expect(ended).toEqual(open)
        else expect(ended).not.toEqual(open)
      }),
    )
  })
})
