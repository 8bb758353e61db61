import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountInFigures, amountInWords, parseAmount } from '../../lib/money/amount.ts'

describe('an amount', () => {
  it.each([
    ['0', 0n],
    ['0.0001', 1n],
    ['0.5', 5_000n],
    ['0.05', 500n],
    ['320.00', 3_200_000n],
    ['999999999999.9999', 9_999_999_999_999_999n],
  ])('%s is exactly %s ten-thousandths of a yuan', (text, amount) => {
    expect(parseAmount(text)).toBe(amount)
  })

  it.each(['', '.5', '5.', '1.23456', '-1', '+1', '1,000', '1e3', ' 1', '一'])(
    'is not read from %j',
    text => {
      expect(() => parseAmount(text)).toThrow(RangeError)
    },
  )

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 16n), amount => {
        const fraction = (amount % 10_000n).toString().padStart(4, '0')
        expect(parseAmount(`${amount / 10_000n}.${fraction}`)).toBe(amount)
      }),
    )
  })

  it.each([
    [49n, '¥0.00', '零元整'],
    [50n, '¥0.01', '壹分'],
    [149n, '¥0.01', '壹分'],
    [150n, '¥0.02', '贰分'],
    [9_949n, '¥0.99', '玖角玖分'],
    [9_950n, '¥1.00', '壹元整'],
    [9_999_950n, '¥1,000.00', '壹仟元整'],
  ])('of %s is rounded to fen, half a fen upwards: %s', (amount, figures, words) => {
    expect([amountInFigures(amount), amountInWords(amount)]).toEqual([figures, words])
  })

  it.each([
    [10_001_000n, '壹仟万壹仟元整'],
    [10_000_999n, '壹仟万零玖佰玖拾玖元整'],
    [100_001_234n, '壹亿零壹仟贰佰叁拾肆元整'],
    [1_200_340_000n, '壹拾贰亿零叁拾肆万元整'],
    [1_005n, '壹仟零伍元整'],
  ])('of %s yuan has one 零 for a gap, and none after a group that is whole', (yuan, words) => {
    expect(amountInWords(yuan * 10_000n)).toBe(words)
  })

  it.each([
    [10n ** 12n, '壹兆元整'],
    [10n ** 16n, '壹京元整'],
    [10n ** 20n + 5n, '壹垓零伍元整'],
    [400n * 999_999_999_999n * 1_000_000n, '叁垓玖仟玖佰玖拾玖京玖仟玖佰玖拾玖兆玖仟玖佰玖拾陆亿元整'],
  ])('of %s yuan has words, as large as a list of lines can come to', (yuan, words) => {
    expect(amountInWords(yuan * 10_000n)).toBe(words)
  })
})
