import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Every,
  monthsIn,
  periodAround,
  periodNamed,
  periodsFrom,
} from '../../lib/clock/calendar-period.ts'
import { addCalendarDays, dateOf, dayOf } from '../../lib/clock/day.ts'

const lengths: readonly Every[] = ['month', 'quarter', 'half-year', 'year']
const anyDay = fc.integer({ min: dayOf('1999-01-01'), max: dayOf('2050-12-31') }).map(dateOf)

describe('a period of the calendar', () => {
  it.each<[Every, string, string, string, string]>([
    ['month', '2024-02-15', '2024-02', '2024-02-01', '2024-02-29'],
    ['quarter', '2026-11-23', '2026-Q4', '2026-10-01', '2026-12-31'],
    ['half-year', '2026-06-30', '2026-H1', '2026-01-01', '2026-06-30'],
    ['half-year', '2026-07-01', '2026-H2', '2026-07-01', '2026-12-31'],
    ['year', '2026-03-05', '2026', '2026-01-01', '2026-12-31'],
  ])('of a %s around %s is %s, from %s to %s', (every, day, id, first, last) => {
    expect(periodAround(every, day)).toEqual({ id, first, last })
  })

  it('holds the day that it is around, is named by its id, and ends where the next begins', () => {
    fc.assert(
      fc.property(fc.constantFrom(...lengths), anyDay, (every, day) => {
        const period = periodAround(every, day)
        expect(period.first <= day && day <= period.last).toBe(true)
        expect(periodNamed(every, period.id)).toEqual(period)
        expect(periodAround(every, addCalendarDays(period.last, 1)).first).toBe(
          addCalendarDays(period.last, 1),
        )
      }),
    )
  })

  it.each<[Every, string]>([
    ['month', '2026-Q3'],
    ['month', '2026-13'],
    ['month', '2026-00'],
    ['month', '2026'],
    ['quarter', '2026-Q5'],
    ['quarter', '2026-09'],
    ['quarter', '2026-H1'],
    ['half-year', '2026-H3'],
    ['year', '2026-01'],
  ])('of a %s is not named %s', (every, id) => {
    expect(periodNamed(every, id)).toBeUndefined()
  })
})

describe('the periods from a day on', () => {
  it.each<[Every, string, string, readonly string[]]>([
    ['month', '2026-01-01', '2026-03-01', ['2026-01', '2026-02', '2026-03']],
    ['month', '2026-01-02', '2026-02-28', ['2026-02']],
    ['quarter', '2026-01-02', '2026-12-31', ['2026-Q2', '2026-Q3', '2026-Q4']],
    ['year', '2026-01-02', '2026-12-31', []],
  ])('of a %s from %s up to %s are those that begin in between', (every, since, upTo, ids) => {
    expect(periodsFrom(every, since, upTo).map(({ id }) => id)).toEqual(ids)
  })

  it('are as many as the months between them hold', () => {
    const ids = lengths.map(every => periodsFrom(every, '2020-01-01', '2029-12-31').length * monthsIn[every])
    expect(ids).toEqual([120, 120, 120, 120])
  })
})
