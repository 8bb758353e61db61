import type { Services } from '../../entitlement/index.ts'
import type { Text } from '../../finding/finding.ts'
import { jurisdictionOf, unitAddressOf } from '../../model/address.ts'
import type { Model } from '../../model/model.ts'
import { amountInFigures, parseAmount } from '../../money/amount.ts'
import { type FeeTotals, feesOn, totalPer, totalsOf } from '../../money/fee.ts'
import { periodNames } from '../../money/words.ts'
import { factsOf } from '../blocks.ts'
import type { Fact } from '../brief.ts'
import { type SystemChange, systemOf } from '../change.ts'
import { heldBeforeAndAfter, linesFrom } from '../holdings.ts'
import { bracketed, empty, nothing, same, turned } from '../words.ts'
import type { SystemSection } from './section.ts'

export const fees: SystemSection = {
  id: 'fees',
  name: { zh: '费用（现有 → 批准后）', en: 'fees (now → once approved)' },
  blocks: change => {
    const [held, granted] = heldBeforeAndAfter(change)
    const [was, is] = [totalsIn(change, change.before, held), totalsIn(change, change.planned, granted)]
    return factsOf([...sums(was, is), ...unpriced(is), ...budget(change)])
  },
}

function totalsIn(change: SystemChange, { catalogue, asOf }: Model, held: Services): FeeTotals {
  const { lines, on } = linesFrom(held, asOf)
  const pricing = { catalogue, jurisdiction: jurisdictionOf(change) }
  return totalsOf(feesOn(pricing, lines, on))
}

/** How often each period comes in a year of 365 days. */
const timesAYear = { hour: 8760n, day: 365n, month: 12n, quarter: 4n, year: 1n, once: 0n } as const

/** Every period that is paid for, what they come to in a year, and what is paid once. */
function sums(was: FeeTotals, is: FeeTotals): readonly Fact[] {
  const periods = [...new Set([...was.amounts, ...is.amounts].map(({ per }) => per))]
  const own = periods
    .filter(per => per !== 'year')
    .map(per => ({ name: periodNames[per], value: turn(totalPer(was, per), totalPer(is, per)) }))
  const [before, after] = [yearly(was), yearly(is)]
  const growth = after - before
  const difference =
    growth === 0n
      ? empty
      : same(`${growth > 0n ? '+' : '−'}${amountInFigures(growth > 0n ? growth : -growth)}`)
  return [
    ...own,
    {
      name: {
        zh: '列入年度预算（全年按标准，不含一次性）',
        en: 'budget of a year (by the standards, without what is paid once)',
      },
      value: bracketed(turn(before, after), difference),
    },
  ]
}

function yearly({ amounts }: FeeTotals): bigint {
  return amounts.reduce((sum, { per, amount }) => sum + amount * timesAYear[per], 0n)
}

function turn(before: bigint, after: bigint): Text {
  return turned(same(amountInFigures(before)), same(amountInFigures(after)))
}

function unpriced({ unpriced: count }: FeeTotals): readonly Fact[] {
  if (count === 0) return []
  return [
    {
      name: { zh: '未计入', en: 'not counted' },
      value: { zh: `${count} 项尚无价格`, en: `${count} without a price` },
    },
  ]
}

/** What is written of the project's money, and who pays. */
function budget(change: SystemChange): readonly Fact[] {
  const system = systemOf(change)
  const { approved, current } = system?.value.project?.budget ?? {}
  const payer = system && change.after.unitByAddress.get(unitAddressOf(system))?.value.payer
  const yuan = (text: string): Text => same(amountInFigures(parseAmount(text)))
  return [
    ...(approved === undefined
      ? []
      : [
          { name: { zh: '项目批复概算', en: 'approved budget of the project' }, value: yuan(approved) },
          {
            name: { zh: '项目当前投资', en: 'its investment by now' },
            value: current === undefined ? nothing : yuan(current),
          },
        ]),
    ...(payer === undefined ? [] : [{ name: { zh: '付费', en: 'paid by' }, value: same(payer) }]),
  ]
}
