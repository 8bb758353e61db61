import type { FeeStandard, Tiers, Charge as WrittenCharge } from '../../generated/types/service.ts'
import type { Text } from '../finding/finding.ts'
import { amountInFigures, groupedDigits } from './amount.ts'
import { type BillingPeriod, rateScale } from './charge.ts'
import type { FeeTotals } from './fee.ts'

/** The period that stands behind a price: 元/月. */
export const periodUnits: Readonly<Record<BillingPeriod, Text>> = {
  hour: { zh: '小时', en: 'hour' },
  day: { zh: '日', en: 'day' },
  month: { zh: '月', en: 'month' },
  quarter: { zh: '季', en: 'quarter' },
  year: { zh: '年', en: 'year' },
  once: { zh: '次', en: 'once' },
}

/** The period as it is said: 每月, 一次性. */
export const periodNames: Readonly<Record<BillingPeriod, Text>> = {
  hour: { zh: '每小时', en: 'an hour' },
  day: { zh: '每日', en: 'a day' },
  month: { zh: '每月', en: 'a month' },
  quarter: { zh: '每季度', en: 'a quarter' },
  year: { zh: '每年', en: 'a year' },
  once: { zh: '一次性', en: 'once' },
}

/** What is said instead of a price while none is agreed. */
export const noPrice: Text = { zh: '面议', en: 'to be agreed' }

/** An amount in `1/rateScale` yuan, exactly, with two decimals at least: `1,200.00`, `0.0335`. */
export function exactPrice(price: bigint): string {
  const fraction = (price % rateScale).toString().padStart(8, '0')
  return `${groupedDigits(price / rateScale)}.${fraction.slice(0, 2)}${fraction.slice(2).replace(/0+$/, '')}`
}

/** Sums on one line: 一次性 ¥500.00，每月 ¥320.00，另有 1 项尚无价格. Empty where nothing is paid. */
export function totalsInWords({ amounts, unpriced }: FeeTotals): Text {
  const sums = amounts.map(({ per, amount }) => ({
    figures: amountInFigures(amount),
    period: periodNames[per],
  }))
  const open = { zh: `另有 ${unpriced} 项尚无价格`, en: `${unpriced} more without a price` }
  const rest = unpriced === 0 ? [] : [open]
  return {
    zh: [...sums.map(({ figures, period }) => `${period.zh} ${figures}`), ...rest.map(({ zh }) => zh)].join(
      '，',
    ),
    en: [...sums.map(({ figures, period }) => `${figures} ${period.en}`), ...rest.map(({ en }) => en)].join(
      ', ',
    ),
  }
}

/** A fee standard on one line, as it is written: 一次性 500.00 元；每月 320.00 元. Without its basis. */
export function feeInWords({ charges, basis: _, ...single }: FeeStandard): Text {
  const texts = (charges ?? [single]).map(chargeInWords)
  return { zh: texts.map(({ zh }) => zh).join('；'), en: texts.map(({ en }) => en).join('; ') }
}

function chargeInWords({ name, per, price, tiers, ceiling, total, discount }: WrittenCharge): Text {
  const remarks = [
    ...boundsInWords(total),
    ...(ceiling === undefined ? [] : [{ zh: `限价 ${ceiling} 元`, en: `at most ${ceiling} yuan` }]),
    ...(discount === undefined
      ? []
      : [
          {
            zh: `按系数 ${discount.factor} 折扣，依据${discount.basis}`,
            en: `times ${discount.factor} by ${discount.basis}`,
          },
        ]),
  ]
  const rate = rateInWords(per, price, tiers)
  return {
    zh: `${name === undefined ? '' : `${name.zh}：`}${rate.zh}${remarks.map(({ zh }) => `（${zh}）`).join('')}`,
    en: `${name === undefined ? '' : `${name.en}: `}${rate.en}${remarks.map(({ en }) => ` (${en})`).join('')}`,
  }
}

function boundsInWords({ least, most }: NonNullable<WrittenCharge['total']> = {}): readonly Text[] {
  return [
    ...(least === undefined ? [] : [{ zh: `最低收费 ${least} 元`, en: `no less than ${least} yuan in all` }]),
    ...(most === undefined ? [] : [{ zh: `封顶 ${most} 元`, en: `no more than ${most} yuan in all` }]),
  ]
}

function rateInWords(
  per: BillingPeriod | undefined,
  price: string | undefined,
  tiers: Tiers | undefined,
): Text {
  const period = per === undefined ? undefined : periodNames[per]
  if (period === undefined) return noPrice
  if (price !== undefined) return { zh: `${period.zh} ${price} 元`, en: `${price} yuan ${period.en}` }
  if (tiers === undefined) return { zh: `${period.zh}${noPrice.zh}`, en: `${noPrice.en}, ${period.en}` }
  return tiersInWords(period, tiers)
}

const ways: Readonly<Record<Tiers['by'], Text>> = {
  graduated: { zh: '分段计价', en: 'each part at its own price' },
  volume: { zh: '按总量计价', en: 'the whole at the price reached' },
}

function tiersInWords(period: Text, { by, steps }: Tiers): Text {
  const parts = steps.map(({ upTo, price }, index) => {
    const from = (steps[index - 1]?.upTo ?? 0) + 1
    const [zh, en] =
      upTo === undefined ? [`${from} 起`, `from ${from}`] : [`${from}–${upTo}`, `${from}–${upTo}`]
    return { zh: `${zh} ${price} 元`, en: `${en} ${price} yuan` }
  })
  return {
    zh: `${period.zh}${ways[by].zh}：${parts.map(({ zh }) => zh).join('，')}`,
    en: `${ways[by].en}, ${period.en}: ${parts.map(({ en }) => en).join(', ')}`,
  }
}
