import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf } from '../../lib/clock/day.ts'
import {
  beginningsFrom,
  holdsOn,
  intersectPeriods,
  isEmptyPeriod,
  type Period,
  periodOf,
} from '../../lib/clock/period.ts'

const day = fc.integer({ min: 20_000, max: 20_040 }).map(dateOf)
const period = fc.record<Period>({
  from: fc.oneof(day, fc.constant('')),
  until: fc.option(day, { nil: undefined }),
})

describe('a period that a manifest writes', () => {
  it.each([
    ['2026-02-28', '2026-02-28', { from: '2026-02-28', until: '2026-03-01' }],
    ['2026-12-31', undefined, { from: '2026-12-31', until: undefined }],
    [undefined, '2026-12-31', { from: '', until: '2027-01-01' }],
    [undefined, undefined, { from: '', until: undefined }],
    ['2026-01-01', '9999-12-30', { from: '2026-01-01', until: '9999-12-31' }],
  ] as const)('from %s to %s counts both days', (from, to, written) => {
    expect(periodOf(from, to)).toEqual(written)
  })

  it('never ends when it is written to end on the last day that can be written', () => {
    const period = periodOf('2026-01-01', '9999-12-31')
    expect(isEmptyPeriod(period)).toBe(false)
    expect(holdsOn(period, '9999-12-31')).toBe(true)
  })
})

describe('a period', () => {
  it.each([
    ['2026-02-27', false],
    ['2026-02-28', true],
    ['2026-03-01', true],
    ['2026-03-02', false],
  ])('of two days holds on %s: %s', (date, holds) => {
    expect(holdsOn(periodOf('2026-02-28', '2026-03-01'), date)).toBe(holds)
  })

  it.each([
    [{ from: '2026-03-01' }, '2026-02-28', false],
    [{ from: '2026-03-01' }, '2026-03-01', true],
    [{ from: '' }, '0001-01-01', true],
  ])('%o without an end holds on %s: %s', (open, date, holds) => {
    expect(holdsOn(open, date)).toBe(holds)
  })

  it('is empty exactly when it holds on no day', () => {
    const days = Array.from({ length: 60 }, (_, index) => dateOf(19_990 + index))
    fc.assert(
      fc.property(period, one => {
        expect(isEmptyPeriod(one)).toBe(!days.some(date => holdsOn(one, date)))
      }),
    )
  })

  it('shares with another the days on which both hold', () => {
    fc.assert(
      fc.property(period, period, day, (a, b, date) => {
        expect(holdsOn(intersectPeriods(a, b), date)).toBe(holdsOn(a, date) && holdsOn(b, date))
      }),
    )
  })

  it('begins no later than any day on which more periods hold than on the days before', () => {
    const periods = fc.array(period, { maxLength: 6 })
    const days = Array.from({ length: 60 }, (_, index) => dateOf(19_990 + index))
    fc.assert(
      fc.property(periods, day, (some, since) => {
        const holding = (on: string) => some.filter(one => holdsOn(one, on)).length
        const found = beginningsFrom(some, since)
        const most = Math.max(0, ...days.filter(on => on >= since).map(holding))
        expect(Math.max(0, ...found.map(holding))).toBe(most)
        expect(found).toEqual([...new Set(found)].sort())
        expect(found.filter(on => on < since || holding(on) === 0)).toEqual([])
      }),
    )
  })
})
