import type { PayerShare, SettlementGrade } from '../../generated/types/jurisdiction.ts'
import { type ChargedDays, chargedDaysOf } from '../billing/charged-days.ts'
import { payersOf } from '../billing/payers.ts'
import { type LineUse, profileOf } from '../entitlement/index.ts'
import type { Text } from '../finding/finding.ts'
import { resourcesOf } from '../lifecycle/index.ts'
import { entryOf } from '../model/entry.ts'
import type { Model, System } from '../model/model.ts'
import { caseOf } from '../profile/case.ts'
import { holds } from '../profile/condition.ts'

/** Since when a system is charged, who pays, and what an evaluation does to the sum. */
export interface BillingSummary {
  /** Undefined while billing has not begun. */
  readonly days: ChargedDays | undefined
  readonly freeTrial: boolean
  /** By who pays: one where the same pay for everything. */
  readonly payers: readonly PaidParts[]
  /** From the highest; empty where the evaluation is not graded. */
  readonly grades: readonly SettlementGrade[]
}

export interface PaidParts {
  readonly shares: readonly PayerShare[]
  /** Zones and kinds of service, as they are called. */
  readonly parts: readonly Text[]
}

/** @param lines what is granted on the model's day */
export function billingSummary(
  model: Model,
  system: System,
  lines: readonly LineUse[],
): BillingSummary | undefined {
  const profile = profileOf(model, system)
  const billing = profile?.billing
  if (profile === undefined || billing === undefined) return undefined
  const { history } = system.value
  const of = caseOf(model, profile, system, history.length - 1)
  const free = (billing.free ?? []).filter(period => holds(period.when, of))
  const standing = resourcesOf(profile, system.value, model.asOf) === 'trial' ? 'trial' : 'formal'
  const parts = lines.map(({ zone, line }) => {
    const kind = model.catalogue.items.get(line.item)
    const paid = { of, zone, standing, kind: kind?.category ?? '', day: model.asOf } as const
    return { shares: payersOf(billing, paid), part: partName(model, zone, kind?.categoryName) }
  })
  return {
    days: chargedDaysOf(profile, history, free, model.asOf),
    freeTrial: free.some(({ trial }) => trial === true),
    payers: byShares(parts),
    grades: billing.settlement?.grades ?? [],
  }
}

interface Part {
  readonly shares: readonly PayerShare[]
  readonly part: Text
}

function byShares(parts: readonly Part[]): readonly PaidParts[] {
  const paid = parts.filter(({ shares }) => shares.length > 0)
  return [...Map.groupBy(paid, ({ shares }) => JSON.stringify(shares)).values()].map(same => ({
    shares: same[0]?.shares ?? [],
    parts: [...new Map(same.map(({ part }) => [part.zh, part])).values()],
  }))
}

function partName(model: Model, zone: string, kind: Text | undefined): Text {
  const { zh = zone, en = zone } = entryOf(model.catalogue.platform.value.zones, zone)?.name ?? {}
  return { zh: `${zh}${kind?.zh ?? ''}`, en: kind === undefined ? en : `${en}: ${kind.en}` }
}

/** In lines: since when, who, how graded. */
export function billingInWords({ days, freeTrial, payers, grades }: BillingSummary): readonly Text[] {
  return [
    ...(days === undefined ? [] : [daysInWords(days)]),
    ...(freeTrial ? [{ zh: '试用期间免费', en: 'the trial is free' }] : []),
    ...payers.map(one => payersInWords(one, payers.length > 1)),
    ...(grades.length === 0 ? [] : [gradesInWords(grades)]),
  ]
}

function daysInWords({ from, paidFrom, until }: ChargedDays): Text {
  const free = paidFrom > from
  return {
    zh: `计费：自 ${from} 起${free ? `，${paidFrom} 起付费，此前免费` : ''}${until === undefined ? '' : `，至 ${until} 终止`}`,
    en: `charged from ${from}${free ? `, free until ${paidFrom}` : ''}${until === undefined ? '' : `, ended on ${until}`}`,
  }
}

function payersInWords({ shares, parts }: PaidParts, saysWhat: boolean): Text {
  const share = ({ name, percent }: PayerShare) => (percent === 100 ? name : `${name} ${percent}%`)
  return {
    zh: `付费：${shares.map(share).join('、')}${saysWhat ? `（${parts.map(({ zh }) => zh).join('、')}）` : ''}`,
    en: `paid by ${shares.map(share).join(', ')}${saysWhat ? ` (${parts.map(({ en }) => en).join(', ')})` : ''}`,
  }
}

function gradesInWords(grades: readonly SettlementGrade[]): Text {
  return {
    zh: `结算：考评${grades.map(({ name = '', least, percent }) => `${name} ${least} 分起付 ${percent}%`).join('，')}`,
    en: `settled by the evaluation: ${grades.map(({ name, least, percent }) => `${name === undefined ? '' : `${name} `}from ${least}: ${percent} %`).join(', ')}`,
  }
}
