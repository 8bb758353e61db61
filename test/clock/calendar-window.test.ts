import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CalendarWindow } from '../../generated/types/prohibition.ts'
import { firstDayOf, isWithin, isWithinAny } from '../../lib/clock/calendar-window.ts'
import { dateOf, dayOf } from '../../lib/clock/day.ts'

const yearly = (from: readonly [number, number], to: readonly [number, number]): CalendarWindow => ({
  yearly: { from: { month: from[0], day: from[1] }, to: { month: to[0], day: to[1] } },
})
const monthly = (from: number, to: number): CalendarWindow => ({ monthly: { from, to } })
const dates = (from: string, to: string): CalendarWindow => ({ dates: { from, to } })

describe('a window of the calendar', () => {
  it.each<[string, CalendarWindow, readonly string[], readonly string[]]>([
    [
      'each year, with its first and last day',
      yearly([11, 1], [11, 15]),
      ['2025-11-01', '2026-11-08', '2026-11-15'],
      ['2026-10-31', '2026-11-16'],
    ],
    [
      'over the turn of the year',
      yearly([12, 25], [1, 5]),
      ['2026-12-25', '2026-12-31', '2027-01-01', '2027-01-05'],
      ['2026-12-24', '2027-01-06', '2026-07-01'],
    ],
    [
      'to the end of February, leap year or not',
      yearly([2, 20], [2, 29]),
      ['2026-02-28', '2028-02-29'],
      ['2026-03-01', '2028-03-01', '2026-02-19'],
    ],
    ['each month', monthly(1, 5), ['2026-01-01', '2026-06-05'], ['2026-06-06', '2026-06-30']],
    [
      'over the turn of the month',
      monthly(28, 3),
      ['2026-02-28', '2026-03-03', '2026-04-30'],
      ['2026-02-27', '2026-03-04'],
    ],
    [
      'from a day that the month has not, its last',
      monthly(31, 31),
      ['2026-02-28', '2026-04-30', '2026-05-31'],
      ['2026-05-30', '2026-04-29'],
    ],
    [
      'of one time',
      dates('2026-03-01', '2026-03-12'),
      ['2026-03-01', '2026-03-12'],
      ['2026-02-28', '2026-03-13', '2027-03-05'],
    ],
  ])('%s', (_title, window, inside, outside) => {
    expect(inside.filter(day => !isWithin(window, day))).toEqual([])
    expect(outside.filter(day => isWithin(window, day))).toEqual([])
  })

  it('is any of several', () => {
    const windows = [monthly(1, 2), dates('2026-03-10', '2026-03-10')]
    expect(['2026-03-02', '2026-03-03', '2026-03-10'].map(day => isWithinAny(windows, day))).toEqual([
      true,
      false,
      true,
    ])
  })

  it('that covers the days from its last to its first is the rest of the year, but for both', () => {
    const any = fc.integer({ min: dayOf('2020-01-01'), max: dayOf('2031-12-31') }).map(dateOf)
    const of = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    fc.assert(
      fc.property(any, of, of, (day, one, other) => {
        const [here, there] = [isWithin(yearly(one, other), day), isWithin(yearly(other, one), day)]
        const end = [one, other].some(
          ([month, date]) => Number(day.slice(5, 7)) === month && Number(day.slice(8)) === date,
        )
        fc.pre(`${one}` !== `${other}`)
        expect([here || there, here && there]).toEqual([true, end])
      }),
    )
  })
})

describe('the first free day', () => {
  it('is the day itself where it is free, the next after a window, and none where all years are full', () => {
    const free = (window: CalendarWindow) => (day: string) => !isWithin(window, day)
    expect(firstDayOf('2026-11-16', free(yearly([11, 1], [11, 15])))).toBe('2026-11-16')
    expect(firstDayOf('2026-11-15', free(yearly([11, 1], [11, 15])))).toBe('2026-11-16')
    expect(firstDayOf('2026-01-01', free(yearly([1, 1], [12, 31])))).toBeUndefined()
    expect(firstDayOf('2026-03-01', day => isWithin(yearly([2, 29], [2, 29]), day))).toBe('2027-02-28')
  })
})
