import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { nextDayOfYear } from '../../lib/clock/day.ts'
import { addCalendarDays, addMonths } from '../../lib/clock/index.ts'
import { dueOf, evaluate, history } from './definitions.ts'

const hours = (count: number) => ({ days: { hours: count } })
const timed = (event: string, on: string, at?: string) =>
  at === undefined ? { event, on } : { event, on, at }

describe('a deadline in hours', () => {
  it.each([
    ['09:30', 4, '2026-03-02', '13:30'],
    ['22:00', 4, '2026-03-03', '02:00'],
    ['20:00', 4, '2026-03-02', '24:00'],
    ['00:00', 24, '2026-03-02', '24:00'],
    ['09:00', 720, '2026-04-01', '09:00'],
  ])('that begins at %s for %i hours ends on %s at %s', (at, count, due, dueAt) => {
    const [run] = evaluate(hours(count), [timed('approved', '2026-03-02', at)], '2026-03-02')
    expect([run?.due, run?.dueAt, run?.assumesTimes]).toEqual([due, dueAt, undefined])
  })

  it.each([
    ['13:30', 'met', undefined],
    ['13:31', 'missed', 1],
    ['14:30', 'missed', 1],
    ['14:31', 'missed', 2],
  ] as const)('of four hours from 09:30, ended at %s, is %s', (at, state, late) => {
    const events = [timed('approved', '2026-03-02', '09:30'), timed('opened', '2026-03-02', at)]
    const [run] = evaluate(hours(4), events, '2026-03-05')
    expect([run?.state, run?.missedBy?.hours]).toEqual([state, late])
  })

  it.each([
    [
      undefined,
      '2026-03-02',
      undefined,
      'met',
      'only the days are known, and one day is not more than 24 hours',
    ],
    [undefined, '2026-03-03', undefined, 'missed', 'it may have begun at midnight'],
    ['23:00', '2026-03-03', undefined, 'missed', 'it may have ended at midnight'],
    ['23:00', '2026-03-03', '22:59', 'met', 'both are known'],
    [undefined, '2026-03-03', '00:00', 'met', 'it cannot have begun before its day'],
  ] as const)('lets nobody off without a time: from %s to %s %s is %s', (from, on, to, state, _why) => {
    const events = [timed('approved', '2026-03-02', from), timed('opened', on, to)]
    const [run] = evaluate(hours(24), events, '2026-03-09')
    expect([run?.state, run?.assumesTimes]).toEqual([
      state,
      from === undefined || to === undefined ? true : undefined,
    ])
  })

  it('is open or missed by the end of the day that is asked about', () => {
    const on = (asOf: string) => evaluate(hours(30), [timed('approved', '2026-03-02', '12:00')], asOf)[0]
    expect(on('2026-03-02')).toMatchObject({ state: 'running', remaining: { hours: 18 } })
    expect(on('2026-03-03')).toMatchObject({ state: 'missed', missedBy: { hours: 6 } })
  })

  it('that must have passed counts from the end of a day without a time', () => {
    const run = (to: string) =>
      evaluate(
        { ...hours(24), direction: 'at-least' },
        [timed('approved', '2026-03-02'), timed('opened', '2026-03-03', to)],
        '2026-03-09',
      )[0]?.state
    expect([
      run('23:59'),
      evaluate(
        { ...hours(24), direction: 'at-least' },
        history('approved 2026-03-02', 'opened 2026-03-04'),
        '2026-03-09',
      )[0]?.state,
    ]).toEqual(['missed', 'met'])
  })

  it('stands still while it is paused', () => {
    const members = { ...hours(10), pausedBy: ['asked'], resumedBy: ['answered'] }
    const events = [
      timed('approved', '2026-03-02', '08:00'),
      timed('asked', '2026-03-02', '10:00'),
      timed('answered', '2026-03-04', '09:00'),
    ]
    expect(evaluate(members, events.slice(0, 2), '2026-03-03')[0]).toMatchObject({
      state: 'paused',
      remaining: { hours: 8 },
    })
    expect(evaluate(members, events, '2026-03-04')[0]).toMatchObject({ due: '2026-03-04', dueAt: '17:00' })
  })

  test('is kept without times only where it is kept with any', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(parts => parts.map(part => String(part).padStart(2, '0')).join(':'))
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 0, max: 5 }),
        time,
        time,
        (count, days, from, to) => {
          const on = addCalendarDays('2024-02-27', days)
          const state = (a?: string, b?: string) =>
            evaluate(
              hours(count),
              [timed('approved', '2024-02-27', a), timed('opened', on, b)],
              '2024-04-01',
            )[0]?.state
          fc.pre(days > 0 || from <= to)
          if (state() === 'met') expect(state(from, to)).toBe('met')
        },
      ),
    )
  })
})

describe('other lengths', () => {
  it.each([
    [{ sameDay: true as const }, '2026-10-01', '2026-10-01'],
    [{ years: 1, onHoliday: 'keep' as const }, '2024-02-29', '2025-02-28'],
    [{ years: 4, onHoliday: 'keep' as const }, '2024-02-29', '2028-02-29'],
    [{ years: 3, onHoliday: 'keep' as const }, '2023-04-10', '2026-04-10'],
    [{ yearly: { month: 9, day: 30 }, onHoliday: 'keep' as const }, '2026-09-30', '2026-09-30'],
    [{ yearly: { month: 9, day: 30 }, onHoliday: 'keep' as const }, '2026-10-01', '2027-09-30'],
    [{ yearly: { month: 2, day: 29 }, onHoliday: 'keep' as const }, '2027-01-01', '2027-02-28'],
    [{ yearly: { month: 2, day: 29 }, onHoliday: 'keep' as const }, '2027-03-01', '2028-02-29'],
    // 1 October is off, and so are the days after it to the 7th in 2026.
    [{ yearly: { month: 10, day: 1 }, onHoliday: 'extend' as const }, '2026-03-01', '2026-10-08'],
  ])('%j from %s ends on %s', (days, start, due) => {
    expect(dueOf({ days }, history(`approved ${start}`))).toBe(due)
  })

  test('a day of each year comes within a year, and a year later again', () => {
    const day = fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) })
    const date = fc.integer({ min: 0, max: 20_000 }).map(offset => addCalendarDays('2000-01-01', offset))
    fc.assert(
      fc.property(date, day, (from, of) => {
        const next = nextDayOfYear(from, of)
        expect(next >= from && next <= addMonths(from, 12)).toBe(true)
        expect(nextDayOfYear(next, of)).toBe(next)
        expect(nextDayOfYear(addCalendarDays(next, 1), of) > next).toBe(true)
      }),
    )
  })
})
