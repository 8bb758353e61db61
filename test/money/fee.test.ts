import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { feeOf, feeStandardOn, feesOn, totalPer } from '../../lib/money/fee.ts'
import { item, modelOf } from '../desired-state/model.ts'

const byHand = { by: 'manual' } as const
const dear = item('dear', byHand, {
  versions: [
    {
      from: '2025-01-01',
      to: '2025-12-31',
      fee: { price: '0.0335', per: 'month', basis: '旧' },
      delivery: byHand,
    },
    { from: '2026-01-01', fee: { price: '120.5', per: 'year', basis: '新' }, delivery: byHand },
  ],
})
const cheap = item('cheap', byHand)
const model = modelOf({ systems: [], items: [dear, cheap] })

describe('the fee standard of an item', () => {
  it.each([
    ['2024-12-31', undefined],
    ['2025-01-01', '旧'],
    ['2025-12-31', '旧'],
    ['2026-01-01', '新'],
  ])('on %s is that of the version valid then: %s', (day, basis) => {
    expect(feeStandardOn(dear, day)?.basis).toBe(basis)
  })
})

describe('a fee', () => {
  it('is the price times the quantity, for the standard’s own period', () => {
    expect(feeOf(model, { item: 'dear', quantity: 3 }, '2025-12-31')).toEqual({
      price: 335n,
      total: 1_005n,
      per: 'month',
    })
    expect(feeOf(model, { item: 'dear', quantity: 3 }, '2026-01-01')).toEqual({
      price: 1_205_000n,
      total: 3_615_000n,
      per: 'year',
    })
  })

  it('is none for an item that is unknown, or has no version on the day', () => {
    expect(feeOf(model, { item: 'constructor', quantity: 1 }, '2026-01-01')).toBeUndefined()
    expect(feeOf(model, { item: 'dear', quantity: 1 }, '2024-12-31')).toBeUndefined()
  })

  it('is exact, whatever the quantity', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), quantity => {
        expect(feeOf(model, { item: 'dear', quantity }, '2025-06-01')?.total).toBe(335n * BigInt(quantity))
      }),
    )
  })
})

describe('the fees of some lines', () => {
  const lines = [
    { item: 'dear', quantity: 2, from: '2026-03-01', to: '2026-03-31' },
    { item: 'cheap', quantity: 5 },
    { item: 'cheap', quantity: 1, from: undefined, to: undefined },
    { item: 'unheard-of', quantity: 9 },
  ]

  it.each([
    ['2026-02-28', 0n],
    ['2026-03-01', 2_410_000n],
    ['2026-03-31', 2_410_000n],
    ['2026-04-01', 0n],
  ])('count on %s what is in force then', (day, yearly) => {
    const fees = feesOn(model, lines, day)
    expect(totalPer(fees, 'year')).toBe(yearly)
    expect(totalPer(fees, 'month')).toBe(60_000n)
    expect(totalPer(fees, 'once')).toBe(0n)
  })
})
