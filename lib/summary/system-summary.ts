import type { ServiceLine } from '../../generated/types/system.ts'
import { holdsOn } from '../clock/period.ts'
import type { DesiredSystem, Outline } from '../desired-state/index.ts'
import { grantedLinesOf, inheritedOpenings, type LineUse, profileOf } from '../entitlement/index.ts'
import type { Text } from '../finding/finding.ts'
import { type Resources, stateOf } from '../lifecycle/index.ts'
import { entryOf } from '../model/entry.ts'
import type { Model, System } from '../model/model.ts'
import { sharedPool } from '../model/pool.ts'
import { amountInDigits } from '../money/amount.ts'
import type { BillingPeriod } from '../money/charge.ts'
import { feesOn, totalsOf } from '../money/fee.ts'
import { totalsInWords } from '../money/words.ts'
import type { Opening } from '../network/exposure.ts'
import { type BillingSummary, billingSummary } from './billing-summary.ts'

export interface SystemSummary {
  readonly address: string
  readonly name: string
  readonly mlps: number
  /** The state's name in its regulation. */
  readonly state: string
  readonly resources: Resources
  /** What is granted on the day, by zone; a granted zone may still wait for its resources. */
  readonly grants: readonly GrantSummary[]
  /** What the granted services cost by the fee standards of the day. */
  readonly fees: FeeSummary
  /** Since when it is charged and who pays; undefined where the regulation's profile says nothing of it. */
  readonly billing: BillingSummary | undefined
  /** What is open because nobody has granted openings yet. */
  readonly inherited: readonly Opening[]
}

export interface FeeSummary {
  /** In yuan with two decimals, for each period that something is paid for. */
  readonly amounts: readonly { readonly per: BillingPeriod; readonly yuan: string }[]
  /** How many lines have no price and are in none of the amounts. */
  readonly unpriced: number
  readonly text: Text
}

export interface GrantSummary {
  readonly zone: string
  readonly pool: string
  readonly lines: readonly LineSummary[]
  /** What stands in the zone's cloud; undefined where nothing does yet, or no longer. */
  readonly record: DesiredSystem | undefined
}

export interface LineSummary {
  readonly item: string
  readonly name: Text
  readonly quantity: number
  readonly unit: Text
}

/** Of some of a model's systems, in order of their addresses: no other is looked into. */
export function systemSummaries(
  model: Model,
  outline: Outline,
  systems: readonly System[] = model.systems,
): readonly SystemSummary[] {
  const recordsByKey = new Map(
    outline.zones.flatMap(({ zone, systems }) =>
      systems.map(({ address, record }) => [keyOf(zone.id, address), record]),
    ),
  )
  const linesBySystem = Map.groupBy(linesOnDay({ ...model, systems }), use => use.system)
  return systems
    .toSorted((a, b) => (a.address < b.address ? -1 : 1))
    .map(system => systemSummary(model, system, linesBySystem.get(system) ?? [], recordsByKey))
}

/** Every line that is granted on the model's day. */
export function linesOnDay(model: Model): readonly LineUse[] {
  return grantedLinesOf(model).filter(use => holdsOn(use.span, model.asOf))
}

function keyOf(zone: string, address: string): string {
  return `${zone} ${address}`
}

function systemSummary(
  model: Model,
  system: System,
  lines: readonly LineUse[],
  records: ReadonlyMap<string, () => DesiredSystem>,
): SystemSummary {
  const { metadata, mlps, history } = system.value
  const profile = profileOf(model, system)
  const position = profile && stateOf(profile, history, model.asOf)
  const status = position && entryOf(profile.lifecycle.states, position.state)
  return {
    address: system.address,
    name: metadata.name,
    mlps: mlps.level,
    state: status?.name ?? '',
    resources: position?.resources ?? 'none',
    grants: [...Map.groupBy(lines, ({ zone }) => zone)].map(([zone, inZone]) => ({
      zone,
      pool: inZone[0]?.pool ?? sharedPool,
      lines: inZone.map(({ line }) => lineSummary(model, line)),
      record: records.get(keyOf(zone, system.address))?.(),
    })),
    fees: feeSummary(
      model,
      metadata.jurisdiction,
      lines.map(({ line }) => line),
    ),
    billing: billingSummary(model, system, lines),
    inherited: inheritedOpenings(model, system),
  }
}

/** What lines cost by the jurisdiction's standards of the model's day. */
export function feeSummary(
  { catalogue, asOf }: Model,
  jurisdiction: string,
  lines: readonly ServiceLine[],
): FeeSummary {
  const totals = totalsOf(feesOn({ catalogue, jurisdiction }, lines, asOf))
  return {
    amounts: totals.amounts.map(({ per, amount }) => ({ per, yuan: amountInDigits(amount) })),
    unpriced: totals.unpriced,
    text: totalsInWords(totals),
  }
}

function lineSummary(model: Model, { item, quantity }: ServiceLine): LineSummary {
  return { item, quantity, ...itemNames(model, item) }
}

/** What an item and its unit are called; an item that the catalogue lacks has its id alone. */
export function itemNames({ catalogue }: Model, item: string): { readonly name: Text; readonly unit: Text } {
  const found = catalogue.items.get(item)?.value
  return { name: found?.name ?? { zh: item, en: item }, unit: found?.unit ?? { zh: '', en: '' } }
}
