import { describe, expect, it } from 'vitest'
import type { Billing } from '../../generated/types/jurisdiction.ts'
import { chargedDaysOf, firstChargedDay } from '../../lib/billing/charged-days.ts'

describe('the first charged day', () => {
  it.each([
    ['event', '2026-03-15', '2026-03-15'],
    ['next-day', '2026-02-28', '2026-03-01'],
    ['next-day', '2024-02-28', '2024-02-29'],
    ['next-month', '2026-01-31', '2026-02-01'],
    ['next-month', '2026-02-01', '2026-03-01'],
    ['next-month', '2026-12-31', '2027-01-01'],
    ['next-quarter', '2026-01-01', '2026-04-01'],
    ['next-quarter', '2026-03-31', '2026-04-01'],
    ['next-quarter', '2026-04-01', '2026-07-01'],
    ['next-quarter', '2026-11-30', '2027-01-01'],
  ] as const)('by %s after %s is %s', (day, on, first) => {
    expect(firstChargedDay({ day }, on)).toBe(first)
  })

  it('is the day of the event where the profile says no other', () => {
    expect(firstChargedDay({}, '2026-03-15')).toBe('2026-03-15')
  })
})

describe('the charged days of a system', () => {
  const billing: Billing = {
    starts: { event: 'delivered', day: 'next-month' },
    ends: { event: 'recovered' },
  }
  const history = [
    { event: 'delivered', on: '2026-01-31' },
    { event: 'delivered', on: '2026-03-02' },
    { event: 'recovered', on: '2026-06-10' },
    { event: 'delivered', on: '2026-09-01' },
  ]
  const days = (asOf: string, months: readonly number[] = []) =>
    chargedDaysOf(
      { billing },
      history,
      months.map(one => ({ months: one })),
      asOf,
    )

  it.each([
    ['before the first delivery', '2026-01-30', undefined],
    ['once it is delivered', '2026-01-31', { from: '2026-02-01', paidFrom: '2026-02-01', until: undefined }],
    [
      'while a second delivery changes nothing',
      '2026-06-09',
      { from: '2026-02-01', paidFrom: '2026-02-01', until: undefined },
    ],
    [
      'on the day of the recovery',
      '2026-06-10',
      { from: '2026-02-01', paidFrom: '2026-02-01', until: '2026-06-10' },
    ],
    ['begun anew', '2026-09-01', { from: '2026-10-01', paidFrom: '2026-10-01', until: undefined }],
  ])('are known %s', (_title, day, expected) => {
    expect(days(day)).toEqual(expected)
  })

  it('begin to be paid for after the longest of the free periods', () => {
    expect(days('2026-02-01', [1, 3, 2])?.paidFrom).toBe('2026-05-01')
  })

  it('are none where the profile does not say when billing starts', () => {
    expect(chargedDaysOf({ billing: {} }, history, [], '2026-12-31')).toBeUndefined()
    expect(chargedDaysOf({}, history, [], '2026-12-31')).toBeUndefined()
  })
})
