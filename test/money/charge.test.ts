import { describe, expect, it } from 'vitest'
import { chargesOf, totalOf } from '../../lib/money/charge.ts'
import { tierFaults } from '../../lib/money/tiers.ts'
import { exactPrice, feeInWords } from '../../lib/money/words.ts'

const basis = '示例'

describe('a fee standard', () => {
  it('means the same written short and as a list of one', () => {
    const charge = { price: '268.00', per: 'month', ceiling: '300.00' } as const
    expect(chargesOf({ ...charge, basis })).toEqual(chargesOf({ charges: [charge], basis }))
  })

  it('means the same with other zeros behind the point', () => {
    expect(chargesOf({ price: '268', per: 'month', basis })).toEqual(
      chargesOf({ price: '268.00', per: 'month', basis }),
    )
  })

  it.each([
    ['without a price', {}],
    ['with a price for no period', { price: '1.00' }],
    ['with a discount to nothing', { price: '1.00', per: 'month', discount: { factor: '0', basis } }],
    ['with a discount to more', { price: '1.00', per: 'month', discount: { factor: '1.0001', basis } }],
    [
      'with tiers that have an end',
      {
        per: 'month',
        tiers: {
          by: 'volume',
          steps: [
            { upTo: 1, price: '1' },
            { upTo: 2, price: '1' },
          ],
        },
      },
    ],
  ] as const)(
    'that a rule refuses, %s, charges nothing that could be shown as its price',
    (_title, written) => {
      const [charge] = chargesOf({ ...written, basis })
      expect(charge?.rate.kind).toBe('open')
      expect(charge && totalOf(charge, 3n)).toBeUndefined()
    },
  )

  it('with a discount to the whole is as it was', () => {
    const [charge] = chargesOf({ price: '1.00', per: 'month', discount: { factor: '1', basis }, basis })
    expect(charge && totalOf(charge, 3n)).toBe(300_000_000n)
  })

  it.each([
    [{ price: '268.00', per: 'month' }, '每月 268.00 元', '268.00 yuan a month'],
    [{ negotiated: true }, '面议', 'to be agreed'],
    [{ per: 'quarter', negotiated: true }, '每季度面议', 'to be agreed, a quarter'],
    [
      { per: 'month', ceiling: '350.00' },
      '每月面议（限价 350.00 元）',
      'to be agreed, a month (at most 350.00 yuan)',
    ],
    [
      {
        charges: [
          { name: { zh: '开通费', en: 'set-up' }, price: '500', per: 'once' },
          { price: '3', per: 'hour' },
        ],
      },
      '开通费：一次性 500 元；每小时 3 元',
      'set-up: 500 yuan once; 3 yuan an hour',
    ],
    [
      {
        per: 'year',
        tiers: {
          by: 'graduated',
          steps: [{ upTo: 10, price: '2' }, { upTo: 20, price: '1.5' }, { price: '1' }],
        },
      },
      '每年分段计价：1–10 2 元，11–20 1.5 元，21 起 1 元',
      'each part at its own price, a year: 1–10 2 yuan, 11–20 1.5 yuan, from 21 1 yuan',
    ],
    [
      { price: '2', per: 'day', discount: { factor: '0.85', basis: '合同' } },
      '每日 2 元（按系数 0.85 折扣，依据合同）',
      '2 yuan a day (times 0.85 by 合同)',
    ],
    [
      { price: '0.05', per: 'month', total: { least: '10.00', most: '50.00' } },
      '每月 0.05 元（最低收费 10.00 元）（封顶 50.00 元）',
      '0.05 yuan a month (no less than 10.00 yuan in all) (no more than 50.00 yuan in all)',
    ],
    [
      { price: '0.05', per: 'month', total: { most: '50.00' } },
      '每月 0.05 元（封顶 50.00 元）',
      '0.05 yuan a month (no more than 50.00 yuan in all)',
    ],
  ] as const)('%j is said in both languages', (written, zh, en) => {
    expect(feeInWords({ ...written, basis })).toEqual({ zh, en })
  })
})

it.each([
  [0n, '0.00'],
  [3_350_000n, '0.0335'],
  [26_800_000_000n, '268.00'],
  [22_925_000n, '0.22925'],
  [123_456_700_000_000n, '1,234,567.00'],
  [1n, '0.00000001'],
])('the price %s is shown as %s', (price, text) => {
  expect(exactPrice(price)).toBe(text)
})

it.each([
  ['rise to an open end', [1, 2, undefined], []],
  ['begin with an open end alone', [undefined], []],
  ['stay', [5, 5, undefined], [[1, 'not-rising']]],
  [
    'fall, and rise from where they had been',
    [5, 3, 4, 6, undefined],
    [
      [1, 'not-rising'],
      [2, 'not-rising'],
    ],
  ],
  ['begin before the first unit', [0, undefined], [[0, 'not-rising']]],
  ['have no end within', [5, undefined, 9, undefined], [[1, 'open-within']]],
  ['have an end', [5, 9], [[1, 'no-open-end']]],
] as const)('of tiers that %s', (_title, ends, faults) => {
  const found = tierFaults(ends.map(upTo => (upTo === undefined ? {} : { upTo })))
  expect(found.map(({ index, kind }) => [index, kind])).toEqual(faults)
})
