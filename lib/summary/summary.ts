import type { Capacity } from '../../generated/types/platform.ts'
import type { ServiceLine } from '../../generated/types/system.ts'
import { holdsOn } from '../clock/period.ts'
import type { DesiredSystem, Outline } from '../desired-state/index.ts'
import {
  availableOf,
  grantedLinesOf,
  inheritedOpenings,
  type LineUse,
  type Measure,
  measures,
  profileOf,
} from '../entitlement/index.ts'
import type { Text } from '../finding/finding.ts'
import { type Resources, stateOf } from '../lifecycle/index.ts'
import { unitAddressOf } from '../model/address.ts'
import { deliveredParts } from '../model/bundle.ts'
import { entryOf } from '../model/entry.ts'
import type { Model, System } from '../model/model.ts'
import { sharedPool } from '../model/pool.ts'
import { amountInDigits } from '../money/amount.ts'
import type { BillingPeriod } from '../money/charge.ts'
import { feesOn, totalsOf } from '../money/fee.ts'
import { totalsInWords } from '../money/words.ts'
import type { Opening } from '../network/exposure.ts'

/** What a data repository holds on one day, for people to read: counted, named and joined, with nothing left to look up. */
export interface Summary {
  /** The day, `YYYY-MM-DD`. */
  readonly asOf: string
  readonly platform: string
  readonly zones: readonly ZoneSummary[]
  /** In order of their addresses. */
  readonly jurisdictions: readonly JurisdictionSummary[]
}

export interface ZoneSummary {
  readonly id: string
  readonly name: Text
  readonly cloud: string
  readonly region: string
  readonly pools: readonly PoolSummary[]
}

export interface PoolSummary {
  readonly id: string
  readonly name: Text
  /** Only what the pool has, or has granted. */
  readonly uses: readonly CapacityUse[]
}

/** Amounts in the measure's unit; `available` is the capacity less the zone's reserve. */
export interface CapacityUse {
  readonly measure: Text
  readonly granted: number
  readonly available: number
  readonly capacity: number
}

export interface JurisdictionSummary {
  readonly id: string
  readonly name: Text
  readonly regulation: string
  readonly units: readonly UnitSummary[]
}

export interface UnitSummary {
  readonly address: string
  readonly name: string
  readonly systems: readonly SystemSummary[]
}

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

export function summaryOf(model: Model, outline: Outline): Summary {
  const { metadata, zones } = model.catalogue.platform.value
  const lines = linesOnDay(model)
  return {
    asOf: model.asOf,
    platform: metadata.name,
    zones: Object.entries(zones).map(([id, { name, cloud, region, pools, reservePercent }]) => ({
      id,
      name,
      cloud,
      region,
      pools: Object.entries(pools).map(([pool, { name, capacity }]) => ({
        id: pool,
        name,
        uses: capacityUses(
          model,
          lines.filter(use => use.zone === id && use.pool === pool),
          capacity,
          reservePercent,
        ),
      })),
    })),
    jurisdictions: jurisdictionsOf(model, outline),
  }
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
    .toSorted(byAddress)
    .map(system => systemSummary(model, system, linesBySystem.get(system) ?? [], recordsByKey))
}

function linesOnDay(model: Model): readonly LineUse[] {
  return grantedLinesOf(model).filter(use => holdsOn(use.span, model.asOf))
}

function capacityUses(
  model: Model,
  lines: readonly LineUse[],
  capacity: Capacity,
  reservePercent: number,
): CapacityUse[] {
  return measures.flatMap(measure => {
    const whole = capacity[measure.key] ?? 0
    const granted = lines.reduce((sum, use) => sum + amountOf(model, use, measure), 0) / measure.scale
    if (granted === 0 && whole === 0) return []
    return [
      {
        measure: measure.name,
        granted,
        capacity: whole,
        available: availableOf(capacity, measure, reservePercent),
      },
    ]
  })
}

function amountOf(model: Model, { line }: LineUse, measure: Measure): number {
  const parts = deliveredParts(model.catalogue.items, line, model.asOf)
  return parts.reduce((sum, { delivery, quantity }) => sum + measure.of(delivery, quantity), 0)
}

function jurisdictionsOf(model: Model, outline: Outline): JurisdictionSummary[] {
  const byUnit = Map.groupBy(systemSummaries(model, outline), unitAddressOf)
  const units = model.units.toSorted(byAddress).map(({ address, value: { metadata } }) => ({
    jurisdiction: metadata.jurisdiction,
    summary: { address, name: metadata.name, systems: byUnit.get(address) ?? [] },
  }))
  return [...model.catalogue.jurisdictions].map(([id, { value }]) => ({
    id,
    name: value.metadata.name,
    regulation: value.regulation.title,
    units: units.filter(({ jurisdiction }) => jurisdiction === id).map(({ summary }) => summary),
  }))
}

function byAddress(a: { readonly address: string }, b: { readonly address: string }): number {
  return a.address < b.address ? -1 : 1
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
      lines.map(({ line }) => line),
    ),
    inherited: inheritedOpenings(model, system),
  }
}

function feeSummary(model: Model, lines: readonly ServiceLine[]): FeeSummary {
  const totals = totalsOf(feesOn(model, lines, model.asOf))
  return {
    amounts: totals.amounts.map(({ per, amount }) => ({ per, yuan: amountInDigits(amount) })),
    unpriced: totals.unpriced,
    text: totalsInWords(totals),
  }
}

function lineSummary(model: Model, { item, quantity }: ServiceLine): LineSummary {
  const found = model.catalogue.items.get(item)?.value
  return {
    item,
    quantity,
    name: found?.name ?? { zh: item, en: item },
    unit: found?.unit ?? { zh: '', en: '' },
  }
}
