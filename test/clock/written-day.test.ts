import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addCalendarDays, dayIn, isWrittenDay, writtenYears } from '../../lib/clock/index.ts'

it.each([
  ['1949-12-31', false],
  ['1950-01-01', true],
  ['2024-02-29', true],
  ['2199-12-31', true],
  ['2200-01-01', false],
  ['9999-12-31', false],
  ['9999-12-30', false],
  ['0000-03-19', false],
  ['0202-07-02', false],
  ['2025-02-29', false],
  ['2025-02-30', false],
  ['2025-13-01', false],
  ['2025-1-1', false],
  ['20250101', false],
  ['2025-01', false],
  ['2025', false],
  ['2025-01-01T00:00:00', false],
  ['+002025-01-01', false],
  ['-000001-01-01', false],
  ['２０２５-01-01', false],
  ['', false],
])('%s can be meant as a day: %s', (text, can) => {
  expect(isWrittenDay(text)).toBe(can)
})

it('takes every day of its years, and none that is one of no year', () => {
  const days = fc.integer({ min: 0, max: 91_310 }).map(count => addCalendarDays('1950-01-01', count))
  fc.assert(fc.property(days, day => isWrittenDay(day) && Number(day.slice(0, 4)) <= writtenYears.last))
  fc.assert(fc.property(fc.string(), text => isWrittenDay(text) === false || dayIn(text) !== undefined))
})
