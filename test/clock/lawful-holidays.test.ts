import { describe, expect, it } from 'vitest'
import { dateOf } from '../../lib/clock/day.ts'
import { addWorkingDays, calendarOf, isWorkingDay } from '../../lib/clock/index.ts'
import { lawfulHolidaysOf } from '../../lib/clock/lawful-holidays.ts'

const daysOf = (year: number) => [...lawfulHolidaysOf(year)].map(dateOf).sort()

describe('the days off that the law names', () => {
  it.each([2025, 2026])('are all among those of the notice for %i', year => {
    const published = calendarOf()
    expect(daysOf(year)).toHaveLength(13)
    expect(daysOf(year).filter(day => isWorkingDay(published, day).value)).toEqual([])
  })

  it('are known of a year without a notice: of 2027, where engines miss the new moon by four minutes', () => {
    expect(daysOf(2027)).toEqual([
      '2027-01-01',
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
      '2027-04-05',
      '2027-05-01',
      '2027-05-02',
      '2027-06-09',
      '2027-09-15',
      '2027-10-01',
      '2027-10-02',
      '2027-10-03',
    ])
  })

  it('are no working days before the notice is out, and the count stays provisional', () => {
    expect(isWorkingDay(calendarOf(), '2027-01-01')).toEqual({ value: false, unpublishedYears: [2027] })
    expect(addWorkingDays(calendarOf(), '2026-12-31', 1)).toEqual({
      value: '2027-01-04',
      unpublishedYears: [2027],
    })
  })

  it('give way to what a notice says that is entered by hand', () => {
    const manifest = {
      apiVersion: 'tenantry/v1',
      kind: 'Calendar',
      published: [{ year: 2027, basis: '示例' }],
      overrides: [],
    } as const
    expect(isWorkingDay(calendarOf(manifest), '2027-10-01').value).toBe(true)
  })

  it('are those of the sun alone beyond the table of the moon', () => {
    expect(daysOf(2061).map(day => day.slice(5))).toEqual([
      '01-01',
      '04-04',
      '05-01',
      '05-02',
      '10-01',
      '10-02',
      '10-03',
    ])
  })
})
