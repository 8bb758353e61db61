import { describe, expect, it } from 'vitest'
import type { ItemVersion } from '../../generated/types/service.ts'
import { poolOf, poolsOf } from '../../lib/model/pool.ts'
import { versionOn } from '../../lib/model/version.ts'
import { item } from '../desired-state/model.ts'

function version(from: string, to?: string): ItemVersion {
  const fee = { price: '1.00', per: 'month', basis: from } as const
  return { from, ...(to === undefined ? {} : { to }), fee, delivery: { by: 'manual' } }
}

describe('the version of an item', () => {
  const two = item(
    'a',
    { by: 'manual' },
    { versions: [version('2026-01-01'), version('2025-01-01', '2025-12-31')] },
  )

  it.each([
    ['2024-12-31', undefined],
    ['2025-01-01', '2025-01-01'],
    ['2025-12-31', '2025-01-01'],
    ['2026-01-01', '2026-01-01'],
    ['9999-12-31', '2026-01-01'],
  ])('on %s is the one valid then: %s', (day, from) => {
    expect(versionOn(two, day)?.from).toBe(from)
  })

  it('is the last to begin where several are valid', () => {
    const versions = [version('2025-06-01'), version('2025-01-01'), version('2025-03-01')]
    expect(versionOn(item('a', { by: 'manual' }, { versions }), '2026-01-01')?.from).toBe('2025-06-01')
    expect(versionOn(item('a', { by: 'manual' }, { versions }), '2025-04-01')?.from).toBe('2025-03-01')
  })
})

describe('a pool that is not named', () => {
  it('is the shared one', () => {
    expect(poolOf({})).toBe('shared')
    expect(poolOf({ pool: 'gold' })).toBe('gold')
    expect(poolsOf(item('a', { by: 'manual' }))).toEqual(['shared'])
    expect(poolsOf(item('a', { by: 'manual' }, { pools: ['gold'] }))).toEqual(['gold'])
  })
})
