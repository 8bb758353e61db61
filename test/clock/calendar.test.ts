import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import statutoryData from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CalendarManifest } from '../../generated/types/calendar.ts'
import {
  addCalendarDays,
  addMonths,
  addWorkingDays,
  calendarDaysBetween,
  calendarOf,
  isWorkingDay,
  workingDayFrom,
  workingDaysBetween,
} from '../../lib/clock/index.ts'
import { statutory } from './definitions.ts'

const manifest = (members: Partial<CalendarManifest>): CalendarManifest => ({
  apiVersion: 'tenantry/v1',
  kind: 'Calendar',
  overrides: [],
  ...members,
})

/** Days from 2010 to 2030: on both sides of what is published. */
const anyDate = fc.integer({ min: 14_610, max: 22_000 }).map(day => addCalendarDays('1970-01-01', day))

/**
 * The three yearly notices, copied by hand: 国办发明电〔2023〕7号, 国办发明电〔2024〕12号 and the notice of 2025-11-04. Ranges off,
 * and weekend days that are worked. Weekdays off are what a range adds to the ordinary week.
 */
const notices = {
  2024: {
    off: [
      '01-01 01-01',
      '02-10 02-17',
      '04-04 04-06',
      '05-01 05-05',
      '06-10 06-10',
      '09-15 09-17',
      '10-01 10-07',
    ],
    worked: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  },
  2025: {
    off: ['01-01 01-01', '01-28 02-04', '04-04 04-06', '05-01 05-05', '05-31 06-02', '10-01 10-08'],
    worked: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  2026: {
    off: [
      '01-01 01-03',
      '02-15 02-23',
      '04-04 04-06',
      '05-01 05-05',
      '06-19 06-21',
      '09-25 09-27',
      '10-01 10-07',
    ],
    worked: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
} as const

describe('the statutory calendar', () => {
  test.each(Object.entries(notices))(
    'agrees with the notice for %s on every day of the year',
    (year, { off, worked }) => {
      const isOff = (date: string) =>
        off.some(range => {
          const [from, to] = range.split(' ').map(day => `${year}-${day}`)
          return from !== undefined && to !== undefined && from <= date && date <= to
        })
      const expected = (date: string) => {
        if (worked.some(day => date === `${year}-${day}`)) return true
        // 1970-01-01 was a Thursday.
        const weekday = (calendarDaysBetween('1970-01-01', date) + 4) % 7
        return !isOff(date) && weekday !== 0 && weekday !== 6
      }
      for (let date = `${year}-01-01`; date.startsWith(year); date = addCalendarDays(date, 1)) {
        expect({ date, working: isWorkingDay(statutory, date).value }).toEqual({
          date,
          working: expected(date),
        })
      }
    },
  )

  test('covers 2004 to 2026 in the installed data, and says so of every other year', () => {
    const known = Array.from({ length: 60 }, (_, index) => 1990 + index).filter(
      year => isWorkingDay(statutory, `${year}-06-15`).unpublishedYears.length === 0,
    )
    expect(known).toEqual(Array.from({ length: 23 }, (_, index) => 2004 + index))
  })

  test('depends on the next notice from 29 December on, and no notice ever went further back', () => {
    const early = [...Object.keys(statutoryData.holidays), ...Object.keys(statutoryData.workdays)]
      .filter(date => date.slice(5, 7) === '12')
      .map(date => date.slice(5))
      .sort()
    expect(early[0]).toBe('12-29')
    expect(isWorkingDay(statutory, '2026-12-28').unpublishedYears).toEqual([])
    expect(isWorkingDay(statutory, '2026-12-29').unpublishedYears).toEqual([2027])
  })

  test('counts the same days whatever the time zone of the machine', () => {
    const script = `import { addWorkingDays, calendarOf } from './lib/clock/calendar.ts'
      console.log(addWorkingDays(calendarOf(), '2025-09-29', 2).value)`
    const dates = ['Pacific/Kiritimati', 'Asia/Shanghai', 'Pacific/Pago_Pago'].map(TZ =>
      execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
        cwd: join(import.meta.dirname, '../..'),
        encoding: 'utf8',
        env: { ...process.env, TZ },
      }).trim(),
    )
    expect(dates).toEqual(['2025-10-09', '2025-10-09', '2025-10-09'])
  })
})

describe('overrides', () => {
  // 西双版纳州人民政府办公室 2025 年部分节假日安排: 傣历新年节 14 to 16 April 2025 off.
  const dai = (['2025-04-14', '2025-04-15', '2025-04-16'] as const).map(on => ({
    on,
    day: 'holiday' as const,
    jurisdiction: 'xishuangbanna',
    basis: '西双版纳州人民政府办公室关于2025年部分节假日安排的通知',
  }))

  test('of a jurisdiction hold there and nowhere else', () => {
    const calendar = manifest({ overrides: dai })
    expect(isWorkingDay(calendarOf(calendar, 'xishuangbanna'), '2025-04-15').value).toBe(false)
    expect(isWorkingDay(calendarOf(calendar, 'zhejiang'), '2025-04-15').value).toBe(true)
    expect(isWorkingDay(calendarOf(calendar), '2025-04-15').value).toBe(true)
  })

  test('of a jurisdiction win over those for everyone, which win over the notice, in any order', () => {
    const everyone = { on: '2025-10-09', day: 'holiday' as const, basis: '示例' }
    const own = { on: '2025-10-09', day: 'working' as const, jurisdiction: 'datong', basis: '示例' }
    for (const overrides of [
      [everyone, own],
      [own, everyone],
    ]) {
      expect(isWorkingDay(calendarOf(manifest({ overrides }), 'datong'), '2025-10-09').value).toBe(true)
      expect(isWorkingDay(calendarOf(manifest({ overrides }), 'ningwu'), '2025-10-09').value).toBe(false)
    }
  })

  test('make a year known only when they are said to hold its whole notice', () => {
    const overrides = [{ on: '2027-01-01', day: 'holiday' as const, basis: '示例' }]
    const partial = calendarOf(manifest({ overrides }))
    expect(isWorkingDay(partial, '2027-01-01')).toEqual({ value: false, unpublishedYears: [2027] })
    const whole = calendarOf(manifest({ overrides, published: [{ year: 2027, basis: '示例' }] }))
    expect(isWorkingDay(whole, '2027-01-01')).toEqual({ value: false, unpublishedYears: [] })
  })
})

describe('counting', () => {
  test('adds no day by adding zero, even on a holiday', () => {
    expect(addWorkingDays(statutory, '2025-10-01', 0)).toEqual({ value: '2025-10-01', unpublishedYears: [] })
  })

  test('names every unpublished year that the count went through, and none that it did not', () => {
    expect(addWorkingDays(statutory, '2026-12-28', 300).unpublishedYears).toEqual([2027, 2028])
    expect(addWorkingDays(statutory, '2026-12-25', 1)).toEqual({ value: '2026-12-28', unpublishedYears: [] })
    // 31 December, then Monday 4 January: New Year's Day is off by law, the rest is for the notice to say.
    expect(addWorkingDays(statutory, '2026-12-30', 2)).toEqual({
      value: '2027-01-04',
      unpublishedYears: [2027],
    })
    // The day of the event is not counted, so its year does not matter; counted back, all years on the way do.
    expect(addWorkingDays(statutory, '2003-12-31', 1)).toEqual({ value: '2004-01-02', unpublishedYears: [] })
    expect(addWorkingDays(statutory, '2027-03-01', -50).unpublishedYears).toEqual([2027])
    expect(workingDaysBetween(statutory, '2026-12-01', '2027-03-01').unpublishedYears).toEqual([2027])
    expect(workingDayFrom(statutory, '2027-05-01').unpublishedYears).toEqual([2027])
  })

  test.each([
    // Of 29 December the notice for the next year may speak; of the day before it does not.
    ['2026-12-28', -1, '2026-12-25', []],
    ['2026-12-29', -1, '2026-12-28', []],
    ['2026-12-30', -1, '2026-12-29', [2027]],
    ['2026-12-25', 1, '2026-12-28', []],
    ['2026-12-28', 1, '2026-12-29', [2027]],
    ['2027-05-01', 0, '2027-05-01', []],
    ['2004-01-05', -5, '2003-12-26', [2003]],
    ['2004-01-05', -1, '2004-01-02', []],
    ['2003-12-30', 2, '2004-01-02', [2003]],
    ['2028-03-01', -300, '2026-12-22', [2027, 2028]],
  ])('from %s goes %i working days to %s, by the calendars of %j', (date, count, value, unpublishedYears) => {
    expect(addWorkingDays(statutory, date, count)).toEqual({ value, unpublishedYears })
  })

  test.each([
    ['2003-12-31', '2004-01-02', 1, []],
    ['2003-12-30', '2004-01-02', 2, [2003]],
    ['2027-05-01', '2027-05-01', 0, []],
    ['2026-12-25', '2026-12-28', 1, []],
    ['2026-12-25', '2026-12-29', 2, [2027]],
    ['2026-12-28', '2026-12-29', 1, [2027]],
  ])(
    'finds between %s and %s %i working days, by the calendars of %j',
    (from, to, count, unpublishedYears) => {
      expect(workingDaysBetween(statutory, from, to)).toEqual({ value: count, unpublishedYears })
      expect(workingDaysBetween(statutory, to, from)).toEqual({ value: 0 - count, unpublishedYears })
    },
  )

  test.each([
    ['2025-10-09', '2025-10-09', []],
    ['2025-10-01', '2025-10-09', []],
    ['2025-10-11', '2025-10-11', []],
    ['2025-10-12', '2025-10-13', []],
    ['2003-12-31', '2004-01-02', [2003]],
    ['2026-12-26', '2026-12-28', []],
    ['2027-01-02', '2027-01-04', [2027]],
  ])('from %s on, the first working day is %s, by the calendars of %j', (date, value, unpublishedYears) => {
    const overrides = [{ on: '2003-12-31', day: 'holiday' as const, basis: '示例' }]
    expect(workingDayFrom(calendarOf(manifest({ overrides })), date)).toEqual({ value, unpublishedYears })
  })

  test('takes an override for a weekday off and for a weekend day that is worked', () => {
    const overrides = [
      { on: '2027-03-06', day: 'working' as const, basis: '示例' },
      { on: '2027-03-08', day: 'holiday' as const, basis: '示例' },
    ]
    const calendar = calendarOf(manifest({ overrides }))
    const working = ['05', '06', '07', '08', '09'].map(day => isWorkingDay(calendar, `2027-03-${day}`).value)
    expect(working).toEqual([true, true, false, false, true])
  })

  test('ends a month on the corresponding day, or on the last day of a shorter month', () => {
    expect(addMonths('2025-07-15', 1)).toBe('2025-08-15')
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2025-11-30', 3)).toBe('2026-02-28')
    expect(addMonths('2025-03-31', -1)).toBe('2025-02-28')
    expect(addMonths('2025-12-31', 36)).toBe('2028-12-31')
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
    expect(addMonths('2025-01-15', -1)).toBe('2024-12-15')
    expect(addMonths('2025-12-31', 2)).toBe('2026-02-28')
    expect(addMonths('2025-05-31', 0)).toBe('2025-05-31')
  })

  test.each(['2025-02-30', '2025-02-29', '2025-2-3', '+002025-02-03', '2025-02', 'tomorrow', ''])(
    'refuses %j, which is no date',
    text => {
      expect(() => addCalendarDays(text, 1)).toThrow(new RangeError(`Not a date: ${text}`))
    },
  )

  test('adds months so that the same number of months leads back, or a few days less', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -30, max: 30 }), (date, months) => {
        const there = addMonths(date, months)
        const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
        const [toYear = 0, toMonth = 0, toDay = 0] = there.split('-').map(Number)
        expect(toYear * 12 + toMonth - (year * 12 + month)).toBe(months)
        // The corresponding day, or the last one of a month that is too short for it.
        expect(toDay === day || (toDay < day && addCalendarDays(there, 1).endsWith('-01'))).toBe(true)
      }),
    )
  })

  test('finds as many calendar days between two dates as lead from one to the other', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -3000, max: 3000 }), (date, days) => {
        const there = addCalendarDays(date, days)
        expect(calendarDaysBetween(date, there)).toBe(days)
        expect(Date.parse(there) - Date.parse(date)).toBe(days * 86_400_000)
      }),
    )
  })

  test('finds again as many working days as it added', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(400), (date, count) => {
        const end = addWorkingDays(statutory, date, count).value
        expect(workingDaysBetween(statutory, date, end).value).toBe(count)
      }),
    )
  })

  test('reaches a working day, forwards and backwards', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -400, max: 400 }), (date, count) => {
        fc.pre(count !== 0)
        const end = addWorkingDays(statutory, date, count).value
        expect(isWorkingDay(statutory, end).value).toBe(true)
        expect(Math.sign(calendarDaysBetween(date, end))).toBe(Math.sign(count))
      }),
    )
  })

  test('is monotone in the start and in the count, and adds up in steps', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(60), fc.nat(60), fc.nat(60), (date, days, first, second) => {
        const add = (from: string, count: number) => addWorkingDays(statutory, from, count).value
        expect(add(addCalendarDays(date, days), first) >= add(date, first)).toBe(true)
        expect(add(date, first + second)).toBe(add(add(date, first), second))
      }),
    )
  })

  test('gives a plain zero between two days of one holiday, in both directions', () => {
    expect(workingDaysBetween(statutory, '2025-10-01', '2025-10-05').value).toBe(0)
    expect(workingDaysBetween(statutory, '2025-10-05', '2025-10-01').value).toBe(0)
  })

  test('is additive over neighbouring periods and changes its sign with the direction', () => {
    fc.assert(
      fc.property(anyDate, anyDate, anyDate, (a, b, c) => {
        const between = (from: string, to: string) => workingDaysBetween(statutory, from, to).value
        expect(between(a, b) + between(b, c)).toBe(between(a, c))
        expect(between(a, b) + between(b, a)).toBe(0)
      }),
    )
  })
})
