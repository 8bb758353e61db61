import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PriceList } from '../../generated/types/prices.ts'
import { feeStandardOn, priceTurningDays } from '../../lib/money/price-list.ts'
import { item, modelOf } from '../desired-state/model.ts'

const byHand = { by: 'manual' } as const
const fee = (basis: string) => ({ price: '1.00', per: 'month', basis }) as const
const items = [
  item('server', byHand, { versions: [{ from: '2020-01-01', fee: fee('目录'), delivery: byHand }] }),
  item('own', byHand, { versions: [{ from: '2020-01-01', delivery: byHand }] }),
]
const { catalogue } = modelOf({ systems: [], items })

const document = {
  file: 'catalogue/prices/x.yaml',
  kind: 'prices' as const,
  digest: '',
  text: '',
  value: undefined,
  at: () => {
    throw new Error('no place is asked for')
  },
}

type Part = Pick<PriceList, 'adopts' | 'prices'>

/** Price lists by jurisdiction, and what an item costs by them, as the paper that says so. */
function basisBy(lists: Readonly<Record<string, Part>>) {
  const prices = new Map(
    Object.entries(lists).map(([jurisdiction, part]) => {
      const value: PriceList = { apiVersion: 'tenantry/v1', kind: 'PriceList', jurisdiction, ...part }
      return [jurisdiction, { document, path: [], value }] as const
    }),
  )
  const priced = { items: catalogue.items, prices }
  return {
    catalogue: priced,
    basis: (jurisdiction: string, id: string, day = '2026-06-01') =>
      feeStandardOn({ catalogue: priced, jurisdiction }, id, day)?.basis,
  }
}

const adopts = (list: string, from = '2026-01-01', to?: string) => ({
  adopts: [{ from, ...(to === undefined ? {} : { to }), list, basis: '文' }],
})
const sets = (basis: string, id = 'server', from = '2026-01-01', to?: string) => ({
  prices: [{ item: id, versions: [{ from, ...(to === undefined ? {} : { to }), fee: fee(basis) }] }],
})

describe('the price of an item', () => {
  it('is the catalogue’s in a jurisdiction that has no list', () => {
    expect(basisBy({}).basis('a', 'server')).toBe('目录')
    expect(basisBy({ b: sets('乙') }).basis('a', 'server')).toBe('目录')
  })

  it('is the jurisdiction’s own, and no other’s', () => {
    const { basis } = basisBy({ a: sets('甲'), b: sets('乙') })
    expect([basis('a', 'server'), basis('b', 'server')]).toEqual(['甲', '乙'])
  })

  it('is none where a list has no price and adopts nothing', () => {
    const { basis } = basisBy({ a: sets('甲', 'own') })
    expect([basis('a', 'own'), basis('a', 'server')]).toEqual(['甲', undefined])
  })

  it.each([
    ['the day before the first', '2025-12-31', undefined],
    ['the first day', '2026-01-01', '甲'],
    ['the last day', '2026-03-31', '甲'],
    ['the day after the last', '2026-04-01', undefined],
  ])('holds from the first to the last day of its version: on %s', (_title, day, expected) => {
    expect(basisBy({ a: sets('甲', 'server', '2026-01-01', '2026-03-31') }).basis('a', 'server', day)).toBe(
      expected,
    )
    const { basis } = basisBy({
      a: adopts('b', '2026-01-01', '2026-03-31'),
      b: sets('甲', 'server', '2020-01-01'),
    })
    expect(basis('a', 'server', day)).toBe(expected)
  })

  it('is adopted through another list, and own prices go before adopted ones', () => {
    const { basis } = basisBy({
      a: adopts('b'),
      b: { ...adopts('catalogue'), ...sets('乙', 'own') },
      c: { ...adopts('b'), ...sets('丙') },
    })
    expect([basis('a', 'own'), basis('a', 'server'), basis('c', 'own'), basis('c', 'server')]).toEqual([
      '乙',
      '目录',
      '乙',
      '丙',
    ])
  })

  it('ends where lists adopt each other', () => {
    expect(basisBy({ a: adopts('b'), b: adopts('a') }).basis('a', 'server')).toBeUndefined()
  })

  it('changes on no other day than those that are named', () => {
    const day = fc.integer({ min: 1, max: 28 }).map(of => `2026-02-${String(of).padStart(2, '0')}`)
    const part = fc.oneof(
      fc.record({ adopts: fc.tuple(fc.constantFrom('a', 'b', 'catalogue'), day, day) }),
      fc.record({ sets: fc.tuple(fc.constantFrom('甲', '乙'), day, day) }),
    )
    fc.assert(
      fc.property(part, part, (a, b) => {
        const listOf = (one: typeof a): Part =>
          'adopts' in one ? adopts(...one.adopts) : sets(one.sets[0], 'server', one.sets[1], one.sets[2])
        const { catalogue: priced, basis } = basisBy({ a: listOf(a), b: listOf(b) })
        const turning = new Set(priceTurningDays(priced, 'server'))
        for (let date = 2; date <= 28; date += 1) {
          const [before, on] = [date - 1, date].map(of => `2026-02-${String(of).padStart(2, '0')}`)
          if (before === undefined || on === undefined || turning.has(on)) continue
          expect(basis('a', 'server', on)).toBe(basis('a', 'server', before))
        }
      }),
    )
  })
})
