import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FeeStandard } from '../../generated/types/service.ts'
import { feeOf, feesOn, totalPer, totalsOf } from '../../lib/money/fee.ts'
import { lineFees } from '../../lib/money/line-fee.ts'
import { feeStandardOn } from '../../lib/money/price-list.ts'
import { item, modelOf } from '../desired-state/model.ts'

const byHand = { by: 'manual' } as const

/** An item that is charged so, always. */
const charged = (id: string, fee: Omit<FeeStandard, 'basis'>) =>
  item(id, byHand, {
    versions: [{ from: '2020-01-01', fee: { basis: '示例', ...fee }, delivery: byHand }],
  })

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

const steps = [{ upTo: 1000, price: '0.75' }, { price: '0.60' }]
const graduated = charged('graduated', { per: 'month', tiers: { by: 'graduated', steps } })
const volume = charged('volume', { per: 'month', tiers: { by: 'volume', steps } })
const items = [
  dear,
  cheap,
  graduated,
  volume,
  charged('discounted', { per: 'month', price: '0.35', discount: { factor: '0.655', basis: '合同' } }),
  charged('hourly', { per: 'hour', price: '0.42' }),
  charged('quarterly', { per: 'quarter', price: '1200.00' }),
  charged('set-up', {
    charges: [
      { name: { zh: '开通费', en: 'set-up' }, per: 'once', price: '500.00' },
      { per: 'month', price: '320.00', ceiling: '350.00' },
    ],
  }),
  charged('bounded', { per: 'month', price: '0.05', total: { least: '10.00', most: '50.00' } }),
  charged('bounded-tiers', {
    per: 'month',
    tiers: { by: 'graduated', steps },
    discount: { factor: '0.5', basis: '合同' },
    total: { least: '10.00', most: '500.00' },
  }),
  charged('open', { negotiated: true }),
  charged('limited', { per: 'month', ceiling: '350.00' }),
  charged('half-open', {
    charges: [
      { per: 'once', negotiated: true },
      { per: 'month', price: '80.00' },
    ],
  }),
]
/** Of a jurisdiction without a list of its own. */
const pricing = { catalogue: modelOf({ systems: [], items }).catalogue, jurisdiction: 'xs' }
const today = '2026-06-01'

/** What so many of an item come to, by period, in yuan as a figure of 0.0001. */
const amounts = (id: string, quantity: number, day = today) =>
  totalsOf([feeOf(pricing, { item: id, quantity }, day)])

describe('the fee standard of an item', () => {
  it.each([
    ['2024-12-31', undefined],
    ['2025-01-01', '旧'],
    ['2025-12-31', '旧'],
    ['2026-01-01', '新'],
  ])('on %s is that of the version valid then: %s', (day, basis) => {
    expect(feeStandardOn(pricing, 'dear', day)?.basis).toBe(basis)
  })
})

describe('a fee', () => {
  it.each([
    ['a price', 'dear', 3, '2026-01-01', [['year', 3_615_000n]]],
    ['a price of parts of a fen, rounded once', 'dear', 3, '2025-12-31', [['month', 1_000n]]],
    ['a price an hour', 'hourly', 2, today, [['hour', 8_400n]]],
    ['a price a quarter', 'quarterly', 1, today, [['quarter', 12_000_000n]]],
    [
      'a set-up fee beside a monthly one',
      'set-up',
      2,
      today,
      [
        ['once', 10_000_000n],
        ['month', 6_400_000n],
      ],
    ],
    ['tiers, each part at its own price', 'graduated', 1500, today, [['month', 10_500_000n]]],
    ['tiers up to their border', 'graduated', 1000, today, [['month', 7_500_000n]]],
    ['tiers one over their border', 'graduated', 1001, today, [['month', 7_506_000n]]],
    ['tiers, the whole at the price reached', 'volume', 1500, today, [['month', 9_000_000n]]],
    ['the last unit before a lower price', 'volume', 1000, today, [['month', 7_500_000n]]],
    ['the first unit at a lower price', 'volume', 1001, today, [['month', 6_006_000n]]],
    ['a discount: 1000 × 0.35 × 0.655', 'discounted', 1000, today, [['month', 2_292_500n]]],
    ['a discount of parts of a fen: 0.35 × 0.655', 'discounted', 1, today, [['month', 2_300n]]],
    ['less than the least that is charged', 'bounded', 199, today, [['month', 100_000n]]],
    ['as much as the least that is charged', 'bounded', 200, today, [['month', 100_000n]]],
    ['a fen and more above the least', 'bounded', 201, today, [['month', 100_500n]]],
    ['a unit less than the most that is charged', 'bounded', 999, today, [['month', 499_500n]]],
    ['more than the most that is charged', 'bounded', 1001, today, [['month', 500_000n]]],
    // 0.5 × (1000 × 0.75 + 208 × 0.60) = 437.40: bounds are no part of what is discounted.
    ['tiers below their most, with the discount off', 'bounded-tiers', 1208, today, [['month', 4_374_000n]]],
    ['tiers above their most', 'bounded-tiers', 2000, today, [['month', 5_000_000n]]],
  ] as const)('of %s', (_title, id, quantity, day, expected) => {
    const { amounts: sums, unpriced } = amounts(id, quantity, day)
    expect(sums.map(({ per, amount }) => [per, amount])).toEqual(expected)
    expect(unpriced).toBe(0)
  })

  it.each([
    ['nothing is agreed', 'open', today, []],
    ['there is a ceiling alone', 'limited', today, []],
    ['one of two charges has no price', 'half-open', today, [['month', 800_000n]]],
    ['the item is unknown', 'constructor', today, []],
    ['no version is valid on the day', 'dear', '2024-12-31', []],
  ] as const)('is said to be missing where %s', (_title, id, day, expected) => {
    const { amounts: sums, unpriced } = amounts(id, 1, day)
    expect(sums.map(({ per, amount }) => [per, amount])).toEqual(expected)
    expect(unpriced).toBe(1)
  })

  it.each([
    [199, undefined],
    [200, 5_000_000n],
    [1000, 5_000_000n],
    [1001, undefined],
  ])('of %i within bounds has a price of each unit where all cost that: %s', (quantity, price) => {
    expect(feeOf(pricing, { item: 'bounded', quantity }, today).charges[0]?.price).toBe(price)
  })

  it('is exact, whatever the quantity', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), quantity => {
        const [charge] = feeOf(pricing, { item: 'discounted', quantity }, today).charges
        expect(charge?.total).toBe(22_925_000n * BigInt(quantity))
      }),
    )
  })

  it('rises with the quantity where each part has its own price', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 5000 }), (some, more) => {
        const total = (quantity: number) => feeOf(pricing, { item: 'graduated', quantity }, today).charges[0]
        expect(total(some + more)?.total).toBeGreaterThan(total(some)?.total ?? 0n)
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
    const totals = totalsOf(feesOn(pricing, lines, day))
    expect(totalPer(totals, 'year')).toBe(yearly)
    expect(totalPer(totals, 'month')).toBe(60_000n)
    expect(totalPer(totals, 'once')).toBe(0n)
  })

  it('say how many lines have no price', () => {
    const open = ['open', 'open', 'limited', 'unheard-of', 'cheap'].map(id => ({ item: id, quantity: 1 }))
    expect(totalsOf(feesOn(pricing, open, today)).unpriced).toBe(4)
  })

  it('count tiers over all lines of an item', () => {
    const split = [600, 900].map(quantity => ({ item: 'graduated', quantity }))
    expect(totalPer(totalsOf(feesOn(pricing, split, today)), 'month')).toBe(10_500_000n)
  })
})

const quantities = fc.record({
  item: fc.constantFrom(...items.map(({ id }) => id)),
  quantity: fc.integer({ min: 1, max: 3000 }),
})

/** The same lines written in another way: each cut into parts, on any days that meet, in any order. */
const rewritten = fc.array(quantities, { maxLength: 8 }).chain(lines =>
  fc.tuple(
    fc.constant(lines),
    fc
      .tuple(...lines.map(({ quantity }) => fc.tuple(fc.nat({ max: quantity - 1 }), fc.boolean())))
      .map(cuts => lines.flatMap((line, index) => pieces(line, ...(cuts[index] ?? [0, false]))))
      .chain(parts => fc.shuffledSubarray(parts, { minLength: parts.length })),
  ),
)

function pieces(line: { readonly item: string; readonly quantity: number }, cut: number, phased: boolean) {
  const parts =
    cut === 0
      ? [line]
      : [
          { ...line, quantity: cut },
          { ...line, quantity: line.quantity - cut },
        ]
  if (!phased) return parts
  return parts.flatMap(part => [
    { ...part, to: '2026-05-31' },
    { ...part, from: '2026-06-01' },
  ])
}

describe('how quantities are written', () => {
  it('makes no difference to what they cost, on the last day of a phase and on the first of the next', () => {
    fc.assert(
      fc.property(rewritten, fc.constantFrom('2026-05-31', '2026-06-01'), ([lines, others], day) => {
        const [one, other] = [lines, others].map(list => totalsOf(feesOn(pricing, list, day)).amounts)
        expect(other).toEqual(one)
      }),
    )
  })

  it('makes no difference to what a list shows for an item, line by line', () => {
    const shown = (list: Parameters<typeof lineFees>[1], id: string) =>
      lineFees(pricing, list, today)
        .filter(({ line, paidWith }) => line.item === id && paidWith === undefined)
        .reduce((sum, { charges }) => sum + (charges[0]?.total ?? 0n), 0n)
    fc.assert(
      fc.property(fc.array(quantities, { minLength: 1, maxLength: 8 }), list => {
        for (const fee of feesOn(pricing, list, today))
          expect(shown(list, fee.item)).toBe(fee.charges[0]?.total ?? 0n)
      }),
    )
  })
})

describe('the fee of a line', () => {
  it('stands at the first line of an item whose tiers count over several, and the others refer to it', () => {
    const lines = [
      { item: 'cheap', quantity: 1 },
      { item: 'volume', quantity: 600 },
      { item: 'volume', quantity: 900, from: '2026-01-01' },
      { item: 'volume', quantity: 5000, from: '2027-01-01' },
    ]
    const found = lineFees(pricing, lines, today)
    expect(
      found.map(({ charges, paidWith }) => [charges[0]?.total, paidWith && lines.indexOf(paidWith)]),
    ).toEqual([
      [100_000_000n, undefined],
      [90_000_000_000n, undefined],
      [90_000_000_000n, 1],
      [300_000_000_000n, undefined],
    ])
  })

  it('stands at the first line where the sum of several is bounded, each of which would be charged the least', () => {
    const lines = [100, 150].map(quantity => ({ item: 'bounded', quantity }))
    const found = lineFees(pricing, lines, today)
    expect(
      found.map(({ charges, paidWith }) => [charges[0]?.total, paidWith && lines.indexOf(paidWith)]),
    ).toEqual([
      [1_250_000_000n, undefined],
      [1_250_000_000n, 0],
    ])
  })
})
