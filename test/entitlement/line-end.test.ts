import { describe, expect, it } from 'vitest'
import type { HistoryEvent, ServiceLine } from '../../generated/types/system.ts'
import { nextLineEnd } from '../../lib/entitlement/index.ts'

const line = (item: string, quantity: number, more: Partial<ServiceLine> = {}) => ({
  item,
  quantity,
  ...more,
})

function granted(on: string, ...zones: readonly (readonly ServiceLine[])[]): HistoryEvent {
  const grants = Object.fromEntries(zones.map((services, index) => [`zone-${index}`, { services }]))
  return { event: 'approved', on, grants }
}

const lent = granted('2026-01-01', [line('a', 2, { to: '2026-06-30' }), line('a', 1, { from: '2026-07-01' })])

describe('the next end of a line', () => {
  it.each([
    ['of none', '2026-05-01', [granted('2026-01-01', [line('a', 2)])], undefined],
    ['before anything is granted', '2025-12-31', [lent], undefined],
    ['before it', '2026-01-01', [lent], '2026-06-30'],
    ['on it', '2026-06-30', [lent], '2026-06-30'],
    ['the day after', '2026-07-01', [lent], undefined],
    [
      'of what goes on as it was',
      '2026-05-01',
      [granted('2026-01-01', [line('a', 2, { to: '2026-06-30' }), line('a', 2, { from: '2026-07-01' })])],
      undefined,
    ],
    [
      'of what another item does not continue',
      '2026-05-01',
      [granted('2026-01-01', [line('a', 2, { to: '2026-06-30' }), line('b', 2, { from: '2026-07-01' })])],
      '2026-06-30',
    ],
    [
      'of what another zone does not continue',
      '2026-05-01',
      [granted('2026-01-01', [line('a', 2, { to: '2026-06-30' })], [line('a', 2, { from: '2026-07-01' })])],
      '2026-06-30',
    ],
    [
      'of several the first, however they are written',
      '2026-05-01',
      [granted('2026-01-01', [line('a', 1, { to: '2026-09-30' }), line('b', 1, { to: '2026-08-31' })])],
      '2026-08-31',
    ],
    [
      'after a renewal',
      '2026-06-01',
      [lent, granted('2026-05-20', [line('a', 2, { to: '2026-12-31' })])],
      '2026-12-31',
    ],
    ['after one that lets it stay', '2026-06-01', [lent, granted('2026-05-20', [line('a', 2)])], undefined],
    ['before a renewal', '2026-05-19', [lent, granted('2026-05-20', [line('a', 2)])], '2026-06-30'],
  ] as const)('%s', (_title, day, history, end) => {
    expect(nextLineEnd({ history: [...history] }, day)).toBe(end)
  })
})
