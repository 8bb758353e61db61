import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chineseDate } from '../../lib/form/date.ts'
import { chineseNumeral } from '../../lib/form/numeral.ts'
import { lastPeriodBefore, parsePeriod } from '../../lib/form/reporting-period.ts'
import { amountInFigures, amountInWords, parseAmount } from '../../lib/money/amount.ts'

describe('amounts', () => {
  test.each([
    ['0', '¥0.00', '零元整'],
    ['0.05', '¥0.05', '伍分'],
    ['0.3', '¥0.30', '叁角整'],
    ['300', '¥300.00', '叁佰元整'],
    ['1409.5', '¥1,409.50', '壹仟肆佰零玖元伍角整'],
    ['16409.02', '¥16,409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['107000.53', '¥107,000.53', '壹拾万柒仟元伍角叁分'],
    ['100030005', '¥100,030,005.00', '壹亿零叁万零伍元整'],
    ['0.125', '¥0.13', '壹角叁分'],
  ])('%s yuan are %s and %s', (yuan, figures, words) => {
    expect([amountInFigures(parseAmount(yuan)), amountInWords(parseAmount(yuan))]).toEqual([figures, words])
  })

  test('words say the same amount as figures, whatever it is', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 99_999_999_999_999n), fen => {
        expect(fenOf(amountInWords(fen * 100n))).toBe(fen)
      }),
    )
  })
})

const digits = '零壹贰叁肆伍陆柒捌玖'

/** Reads words back, by adding up what each place says. */
function fenOf(words: string): bigint {
  const [, yuan = '', small = ''] = /^(?:(.*)元)?(.*?)整?$/.exec(words) ?? []
  let [total, group, digit] = [0n, 0n, 0n]
  for (const word of yuan) {
    if (digits.includes(word)) digit = BigInt(digits.indexOf(word))
    const place = { 拾: 10n, 佰: 100n, 仟: 1000n }[word]
    if (place !== undefined) [group, digit] = [group + digit * place, 0n]
    const power = { 万: 10_000n, 亿: 100_000_000n, 兆: 1_000_000_000_000n }[word]
    if (power !== undefined) [total, group, digit] = [total + (group + digit) * power, 0n, 0n]
  }
  let fen = (total + group + digit) * 100n
  for (const [, value = '', place] of small.matchAll(/([壹贰叁肆伍陆柒捌玖])([角分])/g)) {
    fen += BigInt(digits.indexOf(value)) * (place === '角' ? 10n : 1n)
  }
  return fen
}

test('dates and numerals are written as offices write them', () => {
  expect(chineseDate('2025-07-01')).toBe('2025年7月1日')
  expect([1, 10, 11, 20, 35].map(chineseNumeral)).toEqual(['一', '十', '十一', '二十', '三十五'])
})

describe('periods', () => {
  test('a month, quarter or year has its first and last day', () => {
    expect(parsePeriod('month', '2024-02')).toMatchObject({
      name: '2024年2月',
      from: '2024-02-01',
      to: '2024-02-29',
    })
    expect(parsePeriod('quarter', '2025-Q4')).toMatchObject({ name: '2025年第四季度', to: '2025-12-31' })
    expect(parsePeriod('year', '2025')).toMatchObject({ from: '2025-01-01', to: '2025-12-31' })
  })

  test('what is no period of the kind is none', () => {
    expect([
      parsePeriod('month', '2024-13'),
      parsePeriod('quarter', '2024-Q5'),
      parsePeriod('year', '2024-01'),
    ]).toEqual([undefined, undefined, undefined])
  })

  test('the last period is the one that was over before the day', () => {
    expect(lastPeriodBefore('month', '2026-01-31').id).toBe('2025-12')
    expect(lastPeriodBefore('quarter', '2026-11-23').id).toBe('2026-Q3')
    expect(lastPeriodBefore('year', '2026-01-01').id).toBe('2025')
  })
})
