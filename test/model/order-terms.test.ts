import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearestOrder, orderBounds } from '../../lib/model/order-terms.ts'

const amount = fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined })
const terms = fc
  .record({ least: amount, most: amount, step: amount })
  .map(given => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)))

describe('the quantity that may be asked for', () => {
  it.each([
    [{ step: 10 }, 25, 30],
    [{ step: 10 }, 24, 20],
    [{ step: 10 }, 4, 10],
    [{ least: 15, step: 10 }, 12, 20],
    [{ most: 15, step: 10 }, 99, 10],
    [{ least: 3 }, 1, 3],
    [{ least: 3 }, 4, 4],
    [{ least: 5, most: 4 }, 4, undefined],
  ])('by %o nearest to %s is %s', (given, quantity, nearest) => {
    expect(nearestOrder(given, quantity)).toBe(nearest)
  })

  it('is one of those that fit, and none of those is nearer', () => {
    fc.assert(
      fc.property(terms, fc.integer({ min: 1, max: 100 }), (given, quantity) => {
        const { least = 1, most = 200, step = 1 } = given
        const fitting = Array.from({ length: 200 }, (_, index) => index + 1).filter(
          one => one >= least && one <= most && one % step === 0,
        )
        const nearest = nearestOrder(given, quantity)
        expect(nearest === undefined).toBe(fitting.length === 0)
        expect(orderBounds(given) === undefined).toBe(fitting.length === 0)
        if (nearest === undefined) return
        expect(fitting).toContain(nearest)
        const distances = fitting.map(one => Math.abs(one - quantity))
        expect(Math.abs(nearest - quantity)).toBe(Math.min(...distances))
      }),
    )
  })
})
